// Error, the native errors and AggregateError (ECMA-262 20.5), and V8's stack traces.
//
// `stack` is an accessor of Error.prototype, as the error-stack-accessor proposal has it. Its text is made when it is first
// asked for: the header (as Error.prototype.toString gives it) and a line for each frame of the trace that was captured
// when the error was made. Error.captureStackTrace and Error.stackTraceLimit follow V8.

import { createFromConstructor, inheritStatics, makeConstructor } from '../construct.ts';
import { toStringPrimitive } from '../conversions.ts';
import { describe } from '../describe.ts';
import { attachErrorData, ErrorData, NO_STACK_LIMIT, stackTraceLimit, throwTypeError, type ErrorName, type Trace, type TraceFrame } from '../errors.ts';
import { functionName, slotAccessor, type Slot } from '../function.ts';
import { defineHidden, defineOwnProperty, getPrototypeOf, hasProperty, markComplex } from '../objects.ts';
import { readPlain, unlessProxy } from '../plain-access.ts';
import type { Realm } from '../realm.ts';
import { EMPTY, internalOf, isFunction, isObject, type GuestFunction, type GuestObject, type HostConstruct, type Value } from '../values.ts';

const NATIVE_ERRORS: readonly ErrorName[] = ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];

/** Error.prototype.toString of `o` without calling the guest; undefined if that is not possible. */
function plainHeader(realm: Realm, o: GuestObject): string | undefined {
  const name = readPlain(realm, o, '$name');
  const message = readPlain(realm, o, '$message');
  if (name === EMPTY || isObject(name) || typeof name === 'symbol') return undefined;
  if (message === EMPTY || isObject(message) || typeof message === 'symbol') return undefined;
  return joinHeader(name === undefined ? 'Error' : String(name), message === undefined ? '' : String(message));
}

function joinHeader(name: string, message: string): string {
  return name === '' ? message : message === '' ? name : `${name}: ${message}`;
}

function formatFrames(frames: readonly TraceFrame[], limit: number): string {
  let text = '';
  for (const frame of frames.slice(0, limit)) {
    const place = frame.line === 0 ? frame.file : `${frame.file}:${frame.line}:${frame.column}`;
    text += `\n    at ${frame.isAsync ? 'async ' : ''}${frame.name === '' ? place : `${frame.name} (${place})`}`;
  }
  return text;
}

/** The frames below the topmost activation of `hidden`, which is known by its name; all of them if there is none. */
function belowFunction(frames: readonly TraceFrame[], hidden: GuestFunction | null): readonly TraceFrame[] {
  if (hidden === null) return frames;
  const name = functionName(hidden);
  const at = frames.findIndex((f) => f.name === name || f.name === `new ${name}` || f.name.endsWith(`.${name}`));
  return name === '' || at < 0 ? frames : frames.slice(at + 1);
}

/** The text of an error's stack for those who report it; undefined if it has none. Calls no guest code. */
export function stackText(realm: Realm, error: Value): string | undefined {
  const data = internalOf(error, ErrorData);
  if (data === undefined || data.limit < 0) return undefined;
  return (data.stack ??= (data.header() ?? plainHeader(realm, data.owner) ?? 'Error') + formatFrames(data.trace?.frames() ?? [], data.limit));
}

export function installError(realm: Realm): void {
  const errorProto = realm.prelude.makeObject();
  const error = makeErrorConstructor(realm, 'Error', errorProto);
  const limit: Slot = {
    get: () => realm.stackTraceLimit,
    set: (value) => {
      realm.stackTraceLimit = value;
    },
    writable: true,
    detach: () => {
      realm.stackTraceLimit = NO_STACK_LIMIT;
    },
  };
  Object.defineProperty(error, '$stackTraceLimit', slotAccessor(limit, true));
  installStack(realm, error, errorProto);

  for (const name of NATIVE_ERRORS) {
    const constructor = makeErrorConstructor(realm, name, realm.prelude.makeObjectWith(errorProto));
    inheritStatics(realm, constructor, error);
  }
  installAggregateError(realm, error, errorProto);
  installIntrinsics(realm);

  // Error.prototype.toString ( )
  realm.method(errorProto, 'toString', 0, (_callee, self) => {
    if (!isObject(self)) return throwTypeError(realm, `Method Error.prototype.toString called on incompatible receiver ${describe(realm, self)}`);
    const header = plainHeader(realm, self);
    if (header !== undefined) return header;
    const slow = realm.selfHosted('ErrorPrototype_toStringSlow');
    return slow.code(slow, self);
  });
}

function addMessage(error: GuestObject, message: string): void {
  defineHidden(error, '$message', message);
}

/** NativeError ( message [ , options ] ), which Error is like. */
function makeErrorConstructor(realm: Realm, name: ErrorName, proto: GuestObject): GuestFunction & GuestObject {
  const intrinsic = `${name}Prototype`;
  const construct: HostConstruct = (_callee, newTarget, message, options) => {
    const error = createFromConstructor(realm, newTarget, intrinsic);
    attachErrorData(realm, error);
    if (isObject(message)) return fill(realm, error, message, options);
    if (message !== undefined) addMessage(error, toStringPrimitive(realm, message));
    // InstallErrorCause
    const hasCause = isObject(options) ? unlessProxy(() => hasProperty(options, '$cause')) : false;
    if (hasCause === undefined) return fill(realm, error, undefined, options);
    if (isObject(options) && hasCause) {
      const cause = readPlain(realm, options, '$cause');
      if (cause === EMPTY) return fill(realm, error, undefined, options);
      defineHidden(error, '$cause', cause);
    }
    return error;
  };
  const constructor = makeConstructor(realm, name, 1, proto, (callee, _self, message, options) => construct(callee, callee, message, options), construct);
  defineHidden(proto, '$name', name);
  defineHidden(proto, '$message', '');
  return constructor;
}

function fill(realm: Realm, error: GuestObject, message: Value, options: Value): Value {
  const f = realm.selfHosted('ErrorConstructor_fill');
  return f.code(f, undefined, error, message, options);
}

/** AggregateError ( errors, message [ , options ] ) */
function installAggregateError(realm: Realm, error: GuestObject, errorProto: GuestObject): void {
  const proto = realm.prelude.makeObjectWith(errorProto);
  const construct: HostConstruct = (_callee, newTarget, errors, message, options) => {
    const made = createFromConstructor(realm, newTarget, 'AggregateErrorPrototype');
    attachErrorData(realm, made);
    const f = realm.selfHosted('AggregateErrorConstructor_fill');
    return f.code(f, undefined, made, errors, message, options);
  };
  const call = (callee: GuestFunction, _self: Value, errors: Value, message: Value, options: Value): Value =>
    construct(callee, callee, errors, message, options);
  const constructor = makeConstructor(realm, 'AggregateError', 2, proto, call, construct);
  inheritStatics(realm, constructor, error);
  defineHidden(proto, '$name', 'AggregateError');
  defineHidden(proto, '$message', '');
}

function installStack(realm: Realm, error: GuestFunction & GuestObject, errorProto: GuestObject): void {
  // An object that inherits from an error shows that error's stack, as it would if `stack` were the error's own property.
  const dataOf = (self: Value): ErrorData | undefined => {
    for (let o = isObject(self) ? self : null; o !== null; o = getPrototypeOf(o)) {
      const data = internalOf(o, ErrorData);
      if (data !== undefined) return data;
    }
    return undefined;
  };
  const get = realm.native('get stack', 0, (_callee, self) => {
    if (!isObject(self)) return throwTypeError(realm, `get Error.prototype.stack called on incompatible receiver ${describe(realm, self)}`);
    const data = dataOf(self);
    if (data === undefined || data.limit < 0) return undefined;
    if (data.stack !== null) return data.stack;
    const header = data.header() ?? plainHeader(realm, data.owner);
    if (header !== undefined) return stackText(realm, data.owner);
    const slow = realm.selfHosted('ErrorPrototype_stackSlow');
    return slow.code(slow, data.owner);
  });
  const set = realm.native('set stack', 1, (_callee, self, value) => {
    if (!isObject(self) || self === errorProto) {
      return throwTypeError(realm, `set Error.prototype.stack called on incompatible receiver ${describe(realm, self)}`);
    }
    const desc = { value, writable: true, enumerable: internalOf(self, ErrorData) === undefined, configurable: true };
    if (!defineOwnProperty(realm, self, '$stack', desc)) throwTypeError(realm, 'Cannot define property stack, object is not extensible');
    return undefined;
  });
  realm.accessor(errorProto, 'stack', get, set);

  // Error.captureStackTrace ( object [ , function ] ): the trace is formatted when the property is first read.
  realm.method(error, 'captureStackTrace', 2, (_callee, _self, object, hidden) => {
    if (!isObject(object)) return throwTypeError(realm, `Invalid argument`);
    const limit = stackTraceLimit(realm);
    if (limit < 0) return undefined;
    const slot = traceSlot(realm, object, realm.hooks.captureTrace(), limit, isFunction(hidden) ? hidden : null);
    markComplex(object);
    if (!Reflect.defineProperty(object, '$stack', slotAccessor(slot, false))) {
      throwTypeError(realm, 'Cannot define property stack, object is not extensible');
    }
    return undefined;
  });
}

/** The data property `stack` that Error.captureStackTrace defines; its text is made when it is first read. */
function traceSlot(realm: Realm, object: GuestObject, trace: Trace | null, limit: number, hidden: GuestFunction | null): Slot {
  let value: Value = undefined;
  let pending = true;
  return {
    get: () => {
      if (pending) {
        pending = false;
        value = (plainHeader(realm, object) ?? 'Error') + formatFrames(belowFunction(trace?.frames() ?? [], hidden), limit);
      }
      return value;
    },
    set: (v) => {
      pending = false;
      value = v;
    },
    writable: true,
    detach: () => undefined,
  };
}

function installIntrinsics(realm: Realm): void {
  // What is left of selfhosted/error.js: the text of the stack below a header that the guest helped to make.
  realm.intrinsic('FormatStack', 2, (_callee, _self, error, header) => {
    const data = internalOf(error, ErrorData) as ErrorData;
    return (data.stack ??= (header as string) + formatFrames(data.trace?.frames() ?? [], data.limit));
  });
  realm.intrinsic('JoinErrorHeader', 2, (_callee, _self, name, message) => joinHeader(name as string, message as string));
}
