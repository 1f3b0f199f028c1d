// The four classes of what travels up the host stack (I4): guest throw, unwind, termination, internal error.
//
// A guest throw is the guest value itself, thrown by the host's `throw`: guest values are never instances of the classes
// below, nor of a host Error. None of the tokens extends Error.

import type { Realm } from './realm.ts';
import { EMPTY, InternalData, type BuiltinTag, type GuestObject, type Value } from './values.ts';

export type ErrorName = 'Error' | 'TypeError' | 'RangeError' | 'ReferenceError' | 'SyntaxError' | 'EvalError' | 'URIError';

/** One frame of a guest stack trace. */
export interface TraceFrame {
  /** `f`, `new C`, `Promise.all`; empty for a script's top level. */
  readonly name: string;
  /** It is not on the stack, but waits for what is. */
  readonly isAsync: boolean;
  /** Where there is no line: what stands for the place. */
  readonly file: string;
  /** From 1; 0 if there is none. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** A captured trace: positions are looked up and formatted only when asked for. */
export interface Trace {
  frames(): TraceFrame[];
}

/** [[ErrorData]], with the stack captured when the error was made. */
export class ErrorData extends InternalData {
  trace: Trace | null;
  /** Error.stackTraceLimit at that time; -1 if it was no number: then there is no stack. */
  readonly limit: number;
  /** The `stack` property as text, once it has been asked for. */
  stack: string | null = null;
  constructor(owner: GuestObject, trace: Trace | null, limit: number) {
    super(owner);
    this.trace = trace;
    this.limit = limit;
  }
  /** The first line of its stack, if its class says so; else it is read off its properties. */
  header(): string | undefined {
    return undefined;
  }
  override get builtinTag(): BuiltinTag {
    return 'Error';
  }
}

/** Error.stackTraceLimit, or -1 if it is no number; it is never read through an accessor. */
export function stackTraceLimit(realm: Realm): number {
  let limit: unknown = realm.stackTraceLimit;
  if (limit === NO_STACK_LIMIT) limit = Reflect.getOwnPropertyDescriptor(realm.intrinsics.get('Error') as GuestObject, '$stackTraceLimit')?.value;
  return typeof limit === 'number' ? Math.max(0, Math.trunc(limit)) : -1;
}

/** Stands in Realm.stackTraceLimit once the property was deleted or redefined. */
export const NO_STACK_LIMIT = EMPTY;

/** Makes `error` an error object: gives it [[ErrorData]] with the stack as it is now. */
export function attachErrorData(realm: Realm, error: GuestObject): ErrorData {
  const limit = stackTraceLimit(realm);
  return new ErrorData(error, limit > 0 ? realm.hooks.captureTrace() : null, limit);
}

/** The run is over: a limit was hit that cannot be topped up, or the embedder ended it. Passes guest handlers unseen. */
export class Termination {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/** A fault of the VM itself. It ends the run loudly and never becomes a guest value. */
export class InternalError {
  readonly message: string;
  readonly cause: unknown;
  constructor(message: string, cause?: unknown) {
    this.message = message;
    this.cause = cause;
  }
}

/** Makes a guest error object of an intrinsic class. */
export function makeError(realm: Realm, name: ErrorName, message: string): GuestObject {
  const error = realm.prelude.makeObjectWith(realm.errorPrototype(name));
  attachErrorData(realm, error);
  Object.defineProperty(error, '$message', { value: message, writable: true, enumerable: false, configurable: true });
  return error;
}

export function throwTypeError(realm: Realm, message: string): never {
  throw makeError(realm, 'TypeError', message) as Value;
}

export function throwRangeError(realm: Realm, message: string): never {
  throw makeError(realm, 'RangeError', message) as Value;
}

export function throwReferenceError(realm: Realm, message: string): never {
  throw makeError(realm, 'ReferenceError', message) as Value;
}

export function throwSyntaxError(realm: Realm, message: string): never {
  throw makeError(realm, 'SyntaxError', message) as Value;
}
