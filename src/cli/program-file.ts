// Programs from files: JavaScript or bytecode, told apart by what is in the file.

import { readFileSync, writeFileSync } from 'node:fs';
import { compileScript } from '../bytecode/compile.ts';
import { decodeVerified, FormatError, isBytecode } from '../bytecode/encoding.ts';
import type { Template } from '../bytecode/template.ts';
import { VerifyError } from '../bytecode/verify-error.ts';
import type { SourceLookup } from '../observe/guest-report.ts';
import { UsageError } from './exit-codes.ts';

/** A file that was read and not compiled yet. */
export interface ProgramFile {
  /** As the user named it. */
  readonly name: string;
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

/** Reads a program; `-` is standard input. */
export function readProgram(file: string): ProgramFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    throw new UsageError(`cannot read ${file === '-' ? 'standard input' : `'${file}'`}: ${reasonOf(error)}`);
  }
  const name = file === '-' ? '<stdin>' : file;
  if (isBytecode(bytes)) return { name, text: null, bytes };
  if (file.endsWith('.anb')) throw new UsageError(`'${file}' is not an Anneal bytecode file`);
  // A byte order mark is no part of the program.
  return { name, text: bytes.toString('utf8').replace(/^\uFEFF/, ''), bytes };
}

/** Compiles a program, or reads and verifies its bytecode. Throws SourceError, UsageError. */
export function compileProgram(program: ProgramFile): Template {
  if (program.text !== null) return compileScript(program.text, program.name);
  try {
    return decodeVerified(program.bytes, { name: program.name });
  } catch (error) {
    if (error instanceof FormatError || error instanceof VerifyError) throw new UsageError(`cannot use '${program.name}': ${error.message}`);
    throw error;
  }
}

/** Finds source texts by the names that a template tree gives them. */
export function sourcesOf(template: Template): SourceLookup {
  const { name, text } = template.source;
  return (file) => (file === name ? text : undefined);
}

export function writeFile(file: string, contents: Uint8Array | string): void {
  try {
    writeFileSync(file, contents);
  } catch (error) {
    throw new UsageError(`cannot write '${file}': ${reasonOf(error)}`);
  }
}
