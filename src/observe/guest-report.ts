// What a person is shown when a guest's program ends badly: where, the code there, and the guest's own stack.

import type { GuestError} from '../process/vm.ts';
import type { Location } from '../process/vm.ts';
import { ErrorData } from '../runtime/errors.ts';
import { internalOf } from '../runtime/values.ts';
import type { SourceError } from '../source/diagnostics.ts';
import { frameAt, grouped } from './places.ts';

/** Gives the text of a source file by its name, or undefined. */
export type SourceLookup = (file: string) => string | undefined;

/** An uncaught exception: the place with its code, then the exception with its stack. */
export function reportGuestError(error: GuestError, source: SourceLookup): string {
  const frame = internalOf(error.value, ErrorData)?.trace?.frames().find(({ line }) => line > 0);
  if (frame === undefined) return `${error.report}\n`;
  return `${placeWithCode(frame.file, frame.line, frame.column, source)}\n\n${error.report}\n`;
}

/** A text that could not be compiled. */
export function reportSourceError(error: SourceError): string {
  return `${error.file}:${error.line}:${error.column + 1}\n${error.codeFrame}\n\nSyntaxError: ${error.message}\n`;
}

/** A program that stopped at a limit: `what` says at which, `burnt` how much it had used by then. */
export function reportStop(what: string, location: Location, burnt: string, source: SourceLookup): string {
  const { file, line, column, functionName } = location;
  const where = functionName === '' ? 'at the top level' : `in ${functionName}`;
  return `${placeWithCode(file, line, column, source)}\n\n${what} ${where} (${file}:${line}:${column}): ${burnt}\n`;
}

/**
 * How much fuel was burnt. What stopped the program is a block that it could not afford: that one is charged, but has not
 * run, so it is not counted here.
 */
export function burntFuel(used: number, limit: number | undefined): string {
  if (limit === undefined) return `${grouped(used)} units of fuel were burnt`;
  return `${grouped(Math.min(used, limit))} of ${grouped(limit)} units of fuel were burnt`;
}

function placeWithCode(file: string, line: number, column: number, source: SourceLookup): string {
  const frame = frameAt(source(file) ?? '', line, column);
  return `${file}:${line}:${column}${frame === undefined ? '' : `\n${frame}`}`;
}
