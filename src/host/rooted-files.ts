// Files below one directory, and nothing else of the file system.
//
// Takes the directory; gives the contents of files below it, by path. Every path is followed to its end, symbolic links and `..` included,
// before anything is read: what ends outside of the root is refused by name, whatever led there. A path that does not exist is no
// error but absence, which resolution asks about all the time: where directories lead is remembered for that, but not relied on when a file is read.

import { lstatSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';

/** A path that leads out of the root. */
export class OutsideRoot extends Error {
  override readonly name = 'OutsideRoot';
}

export class RootedFiles {
  /** The directory, without symbolic links. */
  readonly root: string;
  /** What paths of things below the root begin with. */
  private readonly prefix: string;
  /** Where the paths of directories lead. */
  private readonly directories = new Map<string, string>();

  constructor(root: string) {
    this.root = realpathSync(root);
    this.prefix = this.root.endsWith(path.sep) ? this.root : this.root + path.sep;
  }

  /** True if the path, which has no `.` and `..`, is the root or below it. */
  private isInside(absolute: string): boolean {
    return absolute === this.root || absolute.startsWith(this.prefix);
  }

  private outside(file: string): OutsideRoot {
    return new OutsideRoot(`'${file}' is outside of the root directory '${this.root}'`);
  }

  /** Where a path leads, or undefined if there is nothing. Throws OutsideRoot; what is there is looked at only for a path below the root. */
  private real(file: string): string | undefined {
    const absolute = path.resolve(file);
    if (!this.isInside(absolute)) throw this.outside(file);
    let real: string;
    try {
      real = realpathSync(absolute);
    } catch {
      return undefined;
    }
    if (!this.isInside(real)) throw this.outside(file);
    return real;
  }

  /** Where the path of a directory leads, if that is below the root. */
  private directory(directory: string): string | undefined {
    let real = this.directories.get(directory);
    if (real !== undefined || !this.isInside(directory)) return real;
    try {
      real = realpathSync(directory);
    } catch {
      return undefined;
    }
    if (!this.isInside(real)) return undefined;
    this.directories.set(directory, real);
    return real;
  }

  /** The path without symbolic links of what there is under a path and of which `is` holds, or undefined. Throws OutsideRoot. */
  private find(file: string, is: (stats: Stats) => boolean): string | undefined {
    const absolute = path.resolve(file);
    const directory = this.directory(path.dirname(absolute));
    if (directory !== undefined) {
      // The one look is enough, unless there is a link.
      const inDirectory = path.join(directory, path.basename(absolute));
      let stats: Stats | undefined;
      try {
        stats = lstatSync(inDirectory, { throwIfNoEntry: false });
      } catch {
        // What should be a directory is none, or the path cannot be one.
        return undefined;
      }
      if (stats?.isSymbolicLink() !== true) return stats !== undefined && is(stats) ? inDirectory : undefined;
    }
    const real = this.real(file);
    const stats = real === undefined ? undefined : statSync(real, { throwIfNoEntry: false });
    return stats !== undefined && is(stats) ? real : undefined;
  }

  /** The path of a file without symbolic links, or undefined if there is no such file. Throws OutsideRoot. */
  file(file: string): string | undefined {
    return this.find(file, (stats) => stats.isFile());
  }

  isDirectory(file: string): boolean {
    return this.find(file, (stats) => stats.isDirectory()) !== undefined;
  }

  /** The contents of a file that `file` has found. Looks once more, in case it has been replaced by a link since. */
  read(file: string): Buffer {
    const real = this.real(file);
    if (real === undefined) throw new Error(`there is no file '${file}'`);
    return readFileSync(real);
  }
}
