// Programs from files: scripts, modules, CommonJS, TypeScript or bytecode, told apart by what is in the file, its extension, and what the
// options say.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileModule, compileScript, type LazinessOptions } from '../bytecode/compile.ts';
import { decodeVerified, FormatError, isBytecode } from '../bytecode/encoding.ts';
import type { Template } from '../bytecode/template.ts';
import { VerifyError } from '../bytecode/verify-error.ts';
import { UsageError } from './exit-codes.ts';

/** A file that was read and not compiled yet. */
export interface ProgramFile {
  /** As the user named it. */
  readonly name: string;
  readonly kind: ProgramKind;
  /** The JavaScript text, or null for a bytecode file. */
  readonly text: string | null;
  readonly bytes: Uint8Array;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'permission denied',
  ENOTDIR: 'a part of the path is not a directory',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? message;
}

export type ProgramKind = 'script' | 'module' | 'common-js';

/** Options that say what a program is. */
export interface ProgramOptions {
  /** The directory that modules are read from. */
  readonly root?: string;
  readonly module?: boolean;
  readonly cjs?: boolean;
}

/** What the text of a file is. Scripts are what has no other sign. */
function kindOf(file: string, options: ProgramOptions): ProgramKind {
  if (options.module === true && options.cjs === true) throw new UsageError('--module and --cjs say different things');
  const extension = path.extname(file);
  if (extension === '.mjs' || extension === '.mts' || options.module === true) return 'module';
  if (extension === '.cjs' || extension === '.cts') return 'common-js';
  if (extension === '.json') throw new UsageError(`'${file}' is JSON, which cannot be run`);
  const type = file === '-' ? undefined : packageType(file);
  if (type === 'module') return 'module';
  if (options.cjs === true) return 'common-js';
  return extension === '.ts' ? 'module' : 'script';
}

/** `type` of the package.json beside the program, which is below every root. */
function packageType(file: string): unknown {
  try {
    return (JSON.parse(readFileSync(path.join(path.dirname(file), 'package.json'), 'utf8')) as { type?: unknown } | null)?.type;
  } catch {
    // There is none, or none that says anything.
    return undefined;
  }
}

/** Reads a program; `-` is standard input. */
export function readProgram(file: string, options: ProgramOptions = {}): ProgramFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new UsageError(`cannot read ${file === '-' ? 'standard input' : `'${file}'`}: ${reasonOf(error)}`);
  }
  const name = file === '-' ? '<stdin>' : file;
  if (isBytecode(bytes)) return { name, kind: 'script', text: null, bytes };
  if (file.endsWith('.anb')) throw new UsageError(`'${file}' is not an Anneal bytecode file`);
  // A byte order mark is no part of the program.
  return { name, kind: kindOf(file, options), text: bytes.toString('utf8').replace(/^\uFEFF/, ''), bytes };
}

/** Compiles a script or module, or reads and verifies its bytecode. Throws SourceError, UsageError. */
export async function compileProgram(program: ProgramFile, options: LazinessOptions = {}): Promise<Template> {
  if (program.text !== null) {
    if (program.kind === 'common-js') throw new UsageError(`'${program.name}' is a CommonJS module: these can only be run`);
    const text = await withoutTypes(program.text, program);
    return program.kind === 'module' ? compileModule(text, program.name, options) : compileScript(text, program.name, options);
  }
  try {
    return decodeVerified(program.bytes, { name: program.name });
  } catch (error) {
    if (error instanceof FormatError || error instanceof VerifyError) throw new UsageError(`cannot use '${program.name}': ${error.message}`);
    throw error;
  }
}

/** The text of a program without its types, if it is TypeScript. */
async function withoutTypes(text: string, { name, kind }: ProgramFile): Promise<string> {
  if (!/\.[cm]?ts$/.test(name)) return text;
  const { loadTypeEraser } = await import('../source/erase-types.ts');
  return (await loadTypeEraser())(text, name, kind === 'module' ? 'module' : 'script');
}

export function writeFile(file: string, contents: Uint8Array | string): void {
  try {
    writeFileSync(file, contents);
  } catch (error) {
    throw new UsageError(`cannot write '${file}': ${reasonOf(error)}`);
  }
}
