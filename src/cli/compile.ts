// `anneal compile` and `anneal disasm`: programs as bytecode files, and bytecode as text.

import { formatTemplate } from '../bytecode/assembler-print.ts';
import { encode } from '../bytecode/encoding.ts';
import type { Template } from '../bytecode/template.ts';
import { reportSourceError } from '../observe/guest-report.ts';
import { SourceError } from '../source/diagnostics.ts';
import { ExitCode, UsageError } from './exit-codes.ts';
import { writeAll } from './output.ts';
import { compileProgram, readProgram, writeFile, type ProgramOptions } from './program-file.ts';

export interface CompileOptions extends ProgramOptions {
  readonly output: string;
  /** False: without the source text. */
  readonly source: boolean;
}

export async function compile(file: string, options: CompileOptions): Promise<number> {
  const program = readProgram(file, options);
  if (program.text === null) throw new UsageError(`'${file}' is a bytecode file already`);
  return withSourceErrors(async () => {
    writeFile(options.output, encode(await compileProgram(program, { lazy: false }), { dropSource: !options.source }));
  });
}

export async function disassemble(file: string, options: ProgramOptions): Promise<number> {
  const program = readProgram(file, options);
  return withSourceErrors(async () => {
    writeAll(1, formatTemplate(withoutText(await compileProgram(program, { lazy: false }))));
  });
}

/** Assembler text has the source as one literal: nobody wants to read it there. */
function withoutText(template: Template): Template {
  const source = { name: template.source.name, text: '' };
  const strip = (t: Template): Template => ({ ...t, source, children: t.children.map(strip) });
  return strip(template);
}

/** Runs `action`; a program that cannot be compiled is reported and makes the exit code. */
export async function withSourceErrors(action: () => Promise<number | void>): Promise<number> {
  try {
    return (await action()) ?? ExitCode.ok;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    writeAll(2, reportSourceError(error));
    return ExitCode.guestError;
  }
}
