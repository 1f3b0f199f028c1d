// Modules from files: the loader of `anneal run`, for ES modules, CommonJS, JSON, TypeScript and bytecode.
//
// Takes the root, below which all files are, and whether CommonJS is wanted; gives a ModuleLoader and a CommonJsLoader whose keys are paths
// without symbolic links. What a file is, its extension says, or, for .js and .ts, the nearest package.json or its text.

import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { compileCommonJs, compileModule } from '../bytecode/compile.ts';
import { decodeVerified } from '../bytecode/encoding.ts';
import type { Template } from '../bytecode/template.ts';
import type { ImportAttributes, ModuleLoader, ModuleSource } from '../process/modules.ts';
import type { CommonJsLoader, CommonJsSource } from '../runtime/intrinsics/common-js.ts';
import { SourceError } from '../source/diagnostics.ts';
import { loadTypeEraser, type TypeEraser } from '../source/erase-types.ts';
import { commonJsNames } from './common-js-names.ts';
import { PackageResolver, ResolutionError } from './package-resolution.ts';
import { RootedFiles } from './rooted-files.ts';

export interface FileModuleOptions {
  /** The directory below which all files are that can be read. */
  readonly root: string;
  /** `.js` files are CommonJS modules unless their package says otherwise. */
  readonly commonJs?: boolean;
}

export type FileFormat = 'module' | 'common-js' | 'json' | 'bytecode';

const formats: Readonly<Record<string, FileFormat>> = {
  '.mjs': 'module',
  '.mts': 'module',
  '.cjs': 'common-js',
  '.cts': 'common-js',
  '.json': 'json',
  '.anb': 'bytecode',
};

export class FileModules implements ModuleLoader {
  readonly files: RootedFiles;
  private readonly resolver: PackageResolver;
  private readonly commonJs: boolean;
  private eraser: TypeEraser | null = null;
  /** Texts by the names that reports show. */
  private readonly texts = new Map<string, string>();
  private readonly sources = new Map<string, ModuleSource>();
  private readonly commonJsSources = new Map<string, CommonJsSource>();
  /** What files are that neither their extension nor their package tells about. */
  private readonly formats = new Map<string, FileFormat>();

  constructor(options: FileModuleOptions) {
    this.files = new RootedFiles(options.root);
    this.commonJs = options.commonJs === true;
    this.resolver = new PackageResolver(this.files, ['.js', '.json', '.cjs', '.ts', '.cts']);
  }

  /** The text of a file that was loaded, by the name that reports show. */
  readonly sourceOf = (name: string): string | undefined => this.texts.get(name);

  /** How reports call a file: by its path from the current directory, if it is below that. */
  nameOf(file: string): string {
    const relative = path.relative(process.cwd(), file);
    return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
  }

  isTypeScript(file: string): boolean {
    return /\.[cm]?ts$/.test(file);
  }

  formatOf(file: string): FileFormat {
    const known = formats[path.extname(file)];
    if (known !== undefined) return known;
    const type = this.resolver.scopeOf(file)?.type;
    if (type === 'module') return 'module';
    if (!this.commonJs) return 'module';
    if (type === 'commonjs') return 'common-js';
    return this.formatByText(file);
  }

  /** A package that does not say what its files are may have both kinds: a file is a CommonJS module unless it cannot be one for its module syntax. */
  private formatByText(file: string): FileFormat {
    let format = this.formats.get(file);
    if (format !== undefined) return format;
    const text = this.textOf(file);
    const name = this.nameOf(file);
    format = 'common-js';
    try {
      const template = compileCommonJs(text, name);
      this.commonJsSources.set(file, { type: 'source', text, name, template });
    } catch (error) {
      // Another mistake is shown when the module is loaded.
      if (!(error instanceof SourceError)) throw error;
      if (/in a module|outside a module/.test(error.message)) format = 'module';
    }
    this.formats.set(file, format);
    return format;
  }

  /** Loads what erases types, which `require` cannot wait for. */
  async prepareTypeScript(): Promise<void> {
    this.eraser ??= await loadTypeEraser();
  }

  /** The text of a file without its types. */
  private textOf(file: string): string {
    const name = this.nameOf(file);
    const text = this.files.read(file).toString('utf8').replace(/^\uFEFF/, '');
    this.texts.set(name, text);
    if (!this.isTypeScript(file)) return text;
    if (this.eraser === null) throw new ResolutionError('ERR_UNKNOWN_FILE_EXTENSION', `'${name}' is TypeScript, which can be required only if the program is TypeScript`);
    return this.eraser(text, name, path.extname(file) === '.cts' || (this.commonJs && path.extname(file) !== '.mts') ? 'script' : 'module');
  }

  // --- ES modules.

  resolve(specifier: string, referrer: string): string {
    return this.resolver.resolve(specifier, referrer, 'import');
  }

  load(key: string, { type }: ImportAttributes): ModuleSource | Promise<ModuleSource> {
    const id = `${type ?? ''} ${key}`;
    const known = this.sources.get(id);
    if (known !== undefined) return known;
    if (this.isTypeScript(key) && this.eraser === null) return this.prepareTypeScript().then(() => this.load(key, { type }));
    const source = this.sourceAt(key, type);
    this.sources.set(id, source);
    return source;
  }

  private sourceAt(key: string, type: string | undefined): ModuleSource {
    if (type === 'json') return { type: 'json', text: this.textOf(key), name: this.nameOf(key) };
    const format = this.formatOf(key);
    switch (format) {
      case 'module':
        return { type: 'source', text: this.textOf(key), name: this.nameOf(key) };
      case 'json':
        return { type: 'json', text: '' };
      case 'bytecode':
        return { type: 'template', template: this.bytecode(key) };
      case 'common-js':
        if (!this.commonJs) throw new ResolutionError('ERR_UNKNOWN_MODULE_FORMAT', `'${this.nameOf(key)}' is a CommonJS module, which is loaded only with --cjs`);
        return { type: 'common-js', names: this.namesOf(key, new Set()) };
    }
  }

  meta(key: string): Readonly<Record<string, string>> {
    return { dirname: path.dirname(key), filename: key, url: pathToFileURL(key).href };
  }

  private bytecode(key: string): Template {
    return decodeVerified(this.files.read(key), { name: this.nameOf(key) });
  }

  /** The names that a CommonJS module exports, with those that it takes over from others. */
  private namesOf(file: string, seen: Set<string>): string[] {
    if (seen.has(file) || this.formatOf(file) !== 'common-js') return [];
    seen.add(file);
    const { names, reexports } = commonJsNames(this.loadCommonJs(file).text, this.nameOf(file));
    return [...names, ...reexports.flatMap((specifier) => {
      try {
        return this.namesOf(this.resolver.resolve(specifier, file, 'require'), seen);
      } catch (error) {
        // It is for the module itself to fail, when it runs.
        if (error instanceof ResolutionError) return [];
        throw error;
      }
    })];
  }

  // --- CommonJS.

  /** The CommonJsLoader: its resolution is another one. */
  readonly commonJsLoader: CommonJsLoader = {
    resolve: (specifier, referrer) => this.resolver.resolve(specifier, referrer, 'require'),
    load: (filename) => this.loadCommonJs(filename),
    directory: (filename) => path.dirname(filename),
  };

  private loadCommonJs(filename: string): CommonJsSource {
    // It is asked again if the guest was stopped in between.
    const known = this.commonJsSources.get(filename);
    if (known !== undefined) return known;
    const format = this.formatOf(filename);
    const compiled = this.commonJsSources.get(filename);
    if (compiled !== undefined) return compiled;
    if (format === 'module') throw new ResolutionError('ERR_REQUIRE_ESM', `'${this.nameOf(filename)}' is an ES module: it cannot be required, only imported`);
    if (format === 'bytecode') throw new ResolutionError('ERR_UNKNOWN_FILE_EXTENSION', `'${this.nameOf(filename)}' is bytecode, which cannot be required`);
    const source: CommonJsSource = { type: format === 'json' ? 'json' : 'source', text: this.textOf(filename), name: this.nameOf(filename) };
    this.commonJsSources.set(filename, source);
    return source;
  }

  /** Compiles a module without running it; the name is that of reports. */
  compile(file: string): Template {
    return compileModule(this.textOf(file), this.nameOf(file));
  }
}
