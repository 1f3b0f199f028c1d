// How a program of some kind is started: with which loaders, and by which call of the VM.
//
// Takes a program and what the options say of modules; gives what `run`, `dump` and the like need, whatever kind it is. Modules come from
// files below one directory: that of the program, or --root.

import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Template } from '../bytecode/template.ts';
import type { FileModules } from '../host/file-modules.ts';
import type { SourceLookup } from '../observe/guest-report.ts';
import type { ModuleLoader } from '../process/modules.ts';
import type { Outcome, Vm } from '../process/vm.ts';
import type { CommonJsLoader } from '../runtime/intrinsics/common-js.ts';
import { UsageError } from './exit-codes.ts';
import { compileProgram, type ProgramFile, type ProgramOptions } from './program-file.ts';

export interface Launch {
  /** Options of the VM. */
  readonly loaders: { readonly modules?: ModuleLoader; readonly commonJs?: CommonJsLoader };
  /** The program compiled, as far as that is done before it starts: not for CommonJS. */
  readonly template: Template | null;
  /** Runs the program in a VM with the loaders, to its end or first stop, imports included. */
  start(vm: Vm): Promise<Outcome>;
  readonly sources: SourceLookup;
}

/** Makes the loader of files when it is first needed, which for most scripts is never. */
function lazily(make: () => Promise<FileModules>): { readonly get: () => Promise<FileModules>; readonly sources: SourceLookup } {
  let files: FileModules | undefined;
  let pending: Promise<FileModules> | undefined;
  return {
    get: () => (pending ??= make().then((made) => (files = made))),
    sources: (name) => files?.sourceOf(name),
  };
}

export async function launchOf(program: ProgramFile, options: ProgramOptions): Promise<Launch> {
  const isFile = program.name !== '<stdin>';
  const directory = options.root ?? (isFile ? path.dirname(program.name) : undefined);
  const files = lazily(async () => {
    const { FileModules } = await import('../host/file-modules.ts');
    if (directory === undefined) throw new Error('a program from standard input can import files only with --root');
    try {
      return new FileModules({ root: directory, commonJs: options.cjs === true || program.kind === 'common-js' });
    } catch (error) {
      throw new UsageError(`--root '${directory}' is no directory: ${(error as Error).message}`);
    }
  });
  const finish = async (vm: Vm, outcome: Outcome): Promise<Outcome> => (vm.modules.loading.size > 0 && outcome.type === 'done' ? vm.settled() : outcome);

  if (program.kind === 'common-js') {
    const made = await files.get();
    if (/\.[cm]?ts$/.test(program.name)) await made.prepareTypeScript();
    const main = isFile ? mainFile(made, program) : '';
    if (!isFile) throw new UsageError('a CommonJS module cannot be read from standard input');
    return { loaders: { modules: made, commonJs: made.commonJsLoader }, template: null, start: async (vm) => finish(vm, vm.requireModule(main)), sources: files.sources };
  }

  const template = await compileProgram(program);
  const { name, text } = template.source;
  // Of TypeScript the text with its types is shown.
  const sources: SourceLookup = (file) => (file === name ? (program.text ?? text) : files.sources(file));
  const isModule = template.kind === 'module';
  let modules: ModuleLoader;
  let commonJs: CommonJsLoader | undefined;
  let key = name;
  if (isModule && directory !== undefined) {
    const made = await files.get();
    modules = made;
    if (options.cjs === true) commonJs = made.commonJsLoader;
    key = isFile ? mainFile(made, program) : path.join(made.files.root, '<stdin>');
  } else {
    modules = {
      resolve: async (specifier, referrer) => (await files.get()).resolve(specifier, path.resolve(referrer)),
      load: async (file, attributes) => (await files.get()).load(file, attributes),
      // What has been loaded has come from there.
      meta: (file) => ({ dirname: path.dirname(file), filename: file }),
    };
  }
  return {
    loaders: { modules, commonJs },
    template,
    start: async (vm) => finish(vm, isModule ? await vm.importTemplate(template, key) : vm.run(template)),
    sources,
  };
}

/** The path of the program without symbolic links: it has to be below the root like all others. */
function mainFile(files: FileModules, { name }: ProgramFile): string {
  try {
    // The program may be named by way of links; what it imports may not lead out of the root by them.
    const file = files.files.file(realpathSync(name));
    if (file !== undefined) return file;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  throw new UsageError(`cannot read '${name}': it is no file`);
}
