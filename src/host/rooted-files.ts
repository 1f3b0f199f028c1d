// Files below one directory, and nothing else of the file system.
//
// Takes the directory; gives the contents of files below it, by path. Every path is followed to its end, symbolic links and `..` included,
// before anything is read: what ends outside of the root is refused by name, whatever led there. A path that does not exist is no
// error but absence, which resolution asks about all the time.

import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';

/** A path that leads out of the root. */
export class OutsideRoot extends Error {
  override readonly name = 'OutsideRoot';
}

export class RootedFiles {
  /** The directory, without symbolic links. */
  readonly root: string;

  constructor(root: string) {
    this.root = realpathSync(root);
  }

  /** True if the path, which has no symbolic links, is the root or below it. */
  private isInside(real: string): boolean {
    const relative = path.relative(this.root, real);
    return relative === '' || (!relative.startsWith(`..${path.sep}`) && relative !== '..' && !path.isAbsolute(relative));
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

  /** The path of a file without symbolic links, or undefined if there is no such file. Throws OutsideRoot. */
  file(file: string): string | undefined {
    const real = this.real(file);
    return real !== undefined && statSync(real, { throwIfNoEntry: false })?.isFile() === true ? real : undefined;
  }

  isDirectory(file: string): boolean {
    const real = this.real(file);
    return real !== undefined && statSync(real, { throwIfNoEntry: false })?.isDirectory() === true;
  }

  /** The contents of a file that `file` has found. Looks once more, in case it has been replaced by a link since. */
  read(file: string): Buffer {
    const real = this.real(file);
    if (real === undefined) throw new Error(`there is no file '${file}'`);
    return readFileSync(real);
  }
}
