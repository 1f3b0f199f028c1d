// From a specifier to a file: Node's algorithms for ES modules (ESM_RESOLVE) and CommonJS (require), on the files below a root.
//
// Takes a specifier, the file that says it, and which of the two algorithms; gives the path of a file, or throws a ResolutionError that names what
// is missing and who asked. Package resolution follows https://nodejs.org/api/esm.html#resolution-algorithm and
// https://nodejs.org/api/modules.html#all-together; there are no built-in modules and no NODE_PATH.

import { isBuiltin } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RootedFiles } from './rooted-files.ts';

export class ResolutionError extends Error {
  override readonly name = 'ResolutionError';
  /** As Node has them: MODULE_NOT_FOUND, ERR_PACKAGE_PATH_NOT_EXPORTED, ... */
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export type Algorithm = 'import' | 'require';

/** Conditions of `exports` and `imports` that hold, in no order: that of the package counts. */
const conditions: Readonly<Record<Algorithm, ReadonlySet<string>>> = {
  import: new Set(['import', 'default']),
  require: new Set(['require', 'node', 'default']),
};

type Target = string | null | readonly Target[] | { readonly [condition: string]: Target };

/** What is used of a package.json. */
export interface PackageJson {
  /** The directory it stands in. */
  readonly directory: string;
  readonly name?: string;
  readonly type?: string;
  readonly main?: string;
  readonly exports?: Target;
  readonly imports?: { readonly [name: string]: Target };
}

export class PackageResolver {
  private readonly files: RootedFiles;
  /** Extensions that `require` tries. */
  private readonly extensions: readonly string[];
  private readonly packages = new Map<string, PackageJson | null>();
  /** Files by what was asked for: all files of a directory mean the same by a specifier. */
  private readonly found = new Map<string, string>();

  constructor(files: RootedFiles, extensions: readonly string[]) {
    this.files = files;
    this.extensions = extensions;
  }

  /** The file that `specifier` means in `asker`, a path. */
  resolve(specifier: string, asker: string, algorithm: Algorithm): string {
    const referrer = this.files.file(asker) ?? path.resolve(asker);
    const from = path.dirname(referrer);
    const question = `${algorithm}\0${from}\0${specifier}`;
    let file = this.found.get(question);
    if (file === undefined) this.found.set(question, (file = this.find(specifier, referrer, from, algorithm)));
    return file;
  }

  private find(specifier: string, referrer: string, from: string, algorithm: Algorithm): string {
    if (/^\.\.?(?:\/|$)/.test(specifier) || specifier.startsWith('/')) return this.relative(path.resolve(from, specifier), specifier, referrer, algorithm);
    if (specifier.startsWith('file:')) return this.relative(fileURLToPath(specifier), specifier, referrer, algorithm);
    if (isBuiltin(specifier)) {
      throw new ResolutionError('MODULE_NOT_FOUND', `'${specifier}' is a built-in module of Node, which Anneal does not have (${asked(algorithm)} ${this.shown(referrer)})`);
    }
    if (/^[a-z][a-z\d+.-]*:/i.test(specifier)) throw new ResolutionError('ERR_UNSUPPORTED_ESM_URL_SCHEME', `'${specifier}' is no file (${asked(algorithm)} ${this.shown(referrer)})`);
    if (specifier.startsWith('#')) return this.packageImport(specifier, referrer, algorithm);
    return this.package(specifier, referrer, algorithm);
  }

  /** The package.json that rules a file: the nearest one above it, below the root. */
  scopeOf(file: string): PackageJson | undefined {
    for (let directory = path.dirname(file); ; directory = path.dirname(directory)) {
      if (path.basename(directory) === 'node_modules') return undefined;
      const found = this.packageJson(directory);
      if (found !== null) return found;
      if (directory === this.files.root || directory === path.dirname(directory)) return undefined;
    }
  }

  private shown(file: string): string {
    return path.relative(this.files.root, file) || file;
  }

  private missing(specifier: string, referrer: string, algorithm: Algorithm, hint = ''): never {
    throw new ResolutionError('MODULE_NOT_FOUND', `Cannot find module '${specifier}' ${asked(algorithm)} ${this.shown(referrer)}${hint}`);
  }

  private relative(file: string, specifier: string, referrer: string, algorithm: Algorithm): string {
    if (algorithm === 'require') {
      const directoryOnly = /(?:^|\/)\.{0,2}$/.test(specifier);
      return (directoryOnly ? undefined : this.asFile(file)) ?? this.asDirectory(file) ?? this.missing(specifier, referrer, algorithm);
    }
    const found = this.files.file(file);
    if (found !== undefined) return found;
    const near = [...this.extensions, '.mjs'].find((extension) => this.files.file(file + extension) !== undefined);
    const hint = near !== undefined ? `: did you mean '${specifier}${near}'?` : this.files.isDirectory(file) ? ': it is a directory' : '';
    return this.missing(specifier, referrer, algorithm, hint);
  }

  // --- CommonJS.

  /** LOAD_AS_FILE */
  private asFile(file: string): string | undefined {
    for (const extension of ['', ...this.extensions]) {
      const found = this.files.file(file + extension);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** LOAD_AS_DIRECTORY */
  private asDirectory(directory: string): string | undefined {
    if (!this.files.isDirectory(directory)) return undefined;
    const main = this.packageJson(directory)?.main;
    if (typeof main === 'string' && main !== '') {
      const file = path.resolve(directory, main);
      const found = this.asFile(file) ?? this.asIndex(file);
      if (found !== undefined) return found;
    }
    return this.asIndex(directory);
  }

  /** LOAD_INDEX */
  private asIndex(directory: string): string | undefined {
    for (const extension of this.extensions) {
      const found = this.files.file(path.join(directory, `index${extension}`));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  // --- Packages.

  private packageJson(directory: string): PackageJson | null {
    const known = this.packages.get(directory);
    if (known !== undefined) return known;
    const file = this.files.file(path.join(directory, 'package.json'));
    let found: PackageJson | null = null;
    if (file !== undefined) {
      try {
        found = { ...(JSON.parse(this.files.read(file).toString('utf8')) as object), directory };
      } catch (error) {
        throw new ResolutionError('ERR_INVALID_PACKAGE_CONFIG', `'${this.shown(file)}' is not valid: ${(error as Error).message}`);
      }
    }
    this.packages.set(directory, found);
    return found;
  }

  /** PACKAGE_RESOLVE */
  private package(specifier: string, referrer: string, algorithm: Algorithm): string {
    const match = /^((?:@[^/\\%]+\/)?[^./\\%@][^/\\%]*)(\/.*)?$/.exec(specifier);
    if (match === null) return this.missing(specifier, referrer, algorithm);
    const [, name, rest = ''] = match;
    const subpath = `.${rest}`;
    // PACKAGE_SELF_RESOLVE
    const self = this.scopeOf(referrer);
    if (self !== undefined && self.exports !== undefined && self.exports !== null && self.name === name) return this.exported(self, subpath, specifier, referrer, algorithm);
    for (let directory = path.dirname(referrer); ; directory = path.dirname(directory)) {
      if (path.basename(directory) !== 'node_modules') {
        const found = this.inDirectory(path.join(directory, 'node_modules', name), subpath, specifier, referrer, algorithm);
        if (found !== undefined) return found;
      }
      if (directory === this.files.root || directory === path.dirname(directory)) break;
    }
    return this.missing(specifier, referrer, algorithm, `: there is no such package in node_modules below '${this.files.root}'`);
  }

  private inDirectory(directory: string, subpath: string, specifier: string, referrer: string, algorithm: Algorithm): string | undefined {
    if (!this.files.isDirectory(directory)) return undefined;
    const manifest = this.packageJson(directory);
    if (manifest !== null && manifest.exports !== undefined && manifest.exports !== null) return this.exported(manifest, subpath, specifier, referrer, algorithm);
    const file = path.join(directory, subpath);
    if (algorithm === 'require') return (subpath === '.' ? undefined : this.asFile(file)) ?? this.asDirectory(file);
    // Without `exports`: legacy main, and files as they are named.
    if (subpath === '.') return this.asDirectory(directory);
    return this.files.file(file);
  }

  /** PACKAGE_EXPORTS_RESOLVE */
  private exported(manifest: PackageJson, subpath: string, specifier: string, referrer: string, algorithm: Algorithm): string {
    const { exports } = manifest;
    const isMap = typeof exports === 'object' && exports !== null && !Array.isArray(exports) && Object.keys(exports).some((key) => key.startsWith('.'));
    const map = isMap ? (exports as { readonly [key: string]: Target }) : { '.': exports as Target };
    const target = this.matched(subpath, map, manifest, false, algorithm, referrer);
    if (target === undefined || target === null) {
      throw new ResolutionError('ERR_PACKAGE_PATH_NOT_EXPORTED', `The package '${manifest.name ?? this.shown(manifest.directory)}' does not export '${subpath}' for ${algorithm} ('${specifier}' ${asked(algorithm)} ${this.shown(referrer)})`);
    }
    return this.files.file(target) ?? this.missing(specifier, referrer, algorithm, `: '${this.shown(target)}' does not exist`);
  }

  /** PACKAGE_IMPORTS_RESOLVE */
  private packageImport(specifier: string, referrer: string, algorithm: Algorithm): string {
    const manifest = this.scopeOf(referrer);
    const target = manifest?.imports === undefined ? undefined : this.matched(specifier, manifest.imports, manifest, true, algorithm, referrer);
    if (target === undefined || target === null) {
      throw new ResolutionError('ERR_PACKAGE_IMPORT_NOT_DEFINED', `'${specifier}' is not among the imports of a package.json (${asked(algorithm)} ${this.shown(referrer)})`);
    }
    return this.files.file(target) ?? this.missing(specifier, referrer, algorithm, `: '${this.shown(target)}' does not exist`);
  }

  /** PACKAGE_IMPORTS_EXPORTS_RESOLVE: the path that a key of the map leads to, null if it is ruled out, undefined if there is none. */
  private matched(key: string, map: { readonly [key: string]: Target }, manifest: PackageJson, isImport: boolean, algorithm: Algorithm, referrer: string): string | null | undefined {
    if (Object.hasOwn(map, key) && !key.includes('*')) return this.target(map[key], null, manifest, isImport, algorithm, referrer);
    // PATTERN_KEY_COMPARE: the longest text before the star wins, then the longest key.
    const patterns = Object.keys(map)
      .filter((pattern) => pattern.split('*').length === 2)
      .sort((a, b) => b.indexOf('*') - a.indexOf('*') || b.length - a.length);
    for (const pattern of patterns) {
      const [before, after] = pattern.split('*');
      if (!key.startsWith(before) || key === before || !key.endsWith(after) || key.length < pattern.length) continue;
      return this.target(map[pattern], key.slice(before.length, key.length - after.length), manifest, isImport, algorithm, referrer);
    }
    return undefined;
  }

  /** PACKAGE_TARGET_RESOLVE */
  private target(target: Target, match: string | null, manifest: PackageJson, isImport: boolean, algorithm: Algorithm, referrer: string): string | null | undefined {
    if (typeof target === 'string') {
      const named = match === null ? target : target.replaceAll('*', match);
      if (!target.startsWith('./')) {
        if (!isImport || target.startsWith('../') || target.startsWith('/')) return this.invalid(target, manifest);
        return this.resolve(named, path.join(manifest.directory, 'package.json'), algorithm);
      }
      // No segment may lead out of the package.
      if (/(?:^|[\\/])(?:\.\.?|node_modules|%2e(?:%2e)?)(?:[\\/]|$)/i.test(named.slice(2))) return this.invalid(named, manifest);
      return path.join(manifest.directory, named);
    }
    if (target === null) return null;
    if (Array.isArray(target)) {
      let last: string | null | undefined;
      for (const one of target as readonly Target[]) {
        try {
          last = this.target(one, match, manifest, isImport, algorithm, referrer);
        } catch (error) {
          if (error instanceof ResolutionError && error.code === 'ERR_INVALID_PACKAGE_TARGET') continue;
          throw error;
        }
        if (last !== undefined && last !== null) return last;
      }
      return last;
    }
    for (const condition of Object.keys(target)) {
      if (!conditions[algorithm].has(condition)) continue;
      const found = this.target((target as { readonly [condition: string]: Target })[condition], match, manifest, isImport, algorithm, referrer);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private invalid(target: string, manifest: PackageJson): never {
    throw new ResolutionError('ERR_INVALID_PACKAGE_TARGET', `'${target}' in '${this.shown(path.join(manifest.directory, 'package.json'))}' leads out of the package`);
  }
}

function asked(algorithm: Algorithm): string {
  return algorithm === 'import' ? 'imported by' : 'required by';
}
