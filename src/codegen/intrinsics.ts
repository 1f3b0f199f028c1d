// Known natives as host operations (DESIGN 4, rule 13): what a call of Math.floor, charCodeAt or push, or `new Array`, becomes behind its
// identity guard. An operation does what the native does where its test holds; where it fails the native itself is called. It calls
// nothing of the guest, and charges what the native would, which an operation without a test never does.

import type * as E from 'estree';
import { Type } from '../ir/types.ts';
import { SHORT_BITS } from '../runtime/bigints.ts';
import type { CreationCache } from '../runtime/host-operations.ts';
import { MAX_DENSE } from '../runtime/intrinsics/core.ts';
import { CHARGED_TEXT } from '../runtime/intrinsics/string.ts';
import { nextOperation, stepsOf } from '../runtime/iteration.ts';
import type { Collection } from '../runtime/protectors.ts';
import { proxyState } from '../runtime/proxy.ts';
import { viewKinds } from '../runtime/typed-arrays.ts';
import { EMPTY, ITERATION_END, wellKnown, type GuestFunction } from '../runtime/values.ts';
import * as b from './builders.ts';
import { hostNameOf } from './for-in-names.ts';
import { isPlainArrayUpTo } from './plain-arrays.ts';
import { isNoProxy } from './plain-objects.ts';
import type { UnitBuilder } from './unit-builder.ts';

export interface IntrinsicOperation {
  /** Null: always applicable. */
  readonly test: E.Expression | null;
  readonly body: E.Statement[];
}

/** Statements that store the result of the call; `isNumber`: it can be nothing else. */
export type StoreResult = (value: E.Expression, isNumber: boolean) => E.Statement[];

/** The operation of a call with these registers, or null. `self` is -1 for a construction whose newTarget is the constructor itself. */
type Maker = (u: UnitBuilder, self: number, args: readonly number[], store: StoreResult) => IntrinsicOperation | null;

type Primitive = 'string' | 'number' | 'bigint';
const isType = (u: UnitBuilder, r: number, type: Primitive): E.Expression[] => (u.type(r) === Type[type] ? [] : [b.bin('===', b.unary('typeof', u.r(r)), b.lit(type))]);
const all = (tests: E.Expression[]): E.Expression | null => (tests.length === 0 ? null : tests.reduce((x, y) => b.logic('&&', x, y)));
const every = (first: E.Expression, ...tests: E.Expression[]): E.Expression => tests.reduce((x, y) => b.logic('&&', x, y), first);
const numbers = (u: UnitBuilder, args: readonly number[]): E.Expression[] => args.flatMap((r) => isType(u, r, 'number'));
const operands = (u: UnitBuilder, args: readonly number[]): E.Expression[] => args.map((r) => u.r(r));

/** A function of its arguments alone, given where all of them are of one type. */
function functionMaker(count: number, type: Primitive | null, isNumber: boolean, make: (u: UnitBuilder, ...args: E.Expression[]) => E.Expression): Maker {
  return (u, _self, args, store) => {
    if (args.length !== count) return null;
    return { test: type === null ? null : all(args.flatMap((r) => isType(u, r, type))), body: store(make(u, ...operands(u, args)), isNumber) };
  };
}

// --- Math.

const mathNames = [
  'abs', 'acos', 'acosh', 'asin', 'asinh', 'atan', 'atan2', 'atanh', 'cbrt', 'ceil', 'clz32', 'cos', 'cosh', 'exp', 'expm1', 'floor', 'fround',
  'imul', 'log', 'log10', 'log1p', 'log2', 'max', 'min', 'pow', 'round', 'sign', 'sin', 'sinh', 'sqrt', 'tan', 'tanh', 'trunc',
] as const;
const twoArguments = new Set(['atan2', 'imul', 'pow']);
const variadic = new Set(['max', 'min']);
const MAX_VARIADIC = 8;

function mathMaker(name: (typeof mathNames)[number]): Maker {
  return (u, _self, args, store) => {
    if (!(variadic.has(name) ? args.length >= 1 && args.length <= MAX_VARIADIC : args.length === (twoArguments.has(name) ? 2 : 1))) return null;
    const host = u.constant(u.realm.prelude.math[name], 'math_' + name);
    return { test: all(numbers(u, args)), body: store(b.call(host, ...operands(u, args)), true) };
  };
}

// --- Numbers and conversions.

/** Longest string that Number converts without a charge. */
const MAX_NUMBER_TEXT = 1024;

const numberMaker: Maker = (u, self, args, store) => {
  if (args.length !== 1 || self < 0) return null;
  const isShort = b.logic('&&', b.bin('===', b.unary('typeof', u.r(args[0])), b.lit('string')), b.bin('<=', b.member(u.r(args[0]), 'length'), b.lit(MAX_NUMBER_TEXT)));
  const known = isType(u, args[0], 'number');
  return { test: known.length === 0 ? null : b.logic('||', known[0], isShort), body: store(b.unary('+', u.r(args[0])), true) };
};

const stringOfMaker: Maker = (u, self, args, store) => {
  if (args.length !== 1 || self < 0) return null;
  const isText = b.bin('===', b.unary('typeof', u.r(args[0])), b.lit('string'));
  const isNumber = b.bin('===', b.unary('typeof', u.r(args[0])), b.lit('number'));
  return { test: b.logic('||', isText, isNumber), body: store(b.bin('+', b.lit(''), u.r(args[0])), false) };
};

/** parseInt without a radix, or with 10. */
const parseIntMaker: Maker = (u, _self, args, store) => {
  if (args.length < 1 || args.length > 2) return null;
  const parsed = b.bin('!==', b.assign(b.id('t'), b.call(u.rt('parseDecimal'), ...(args.length === 1 ? [u.r(args[0])] : [u.r(args[0]), b.lit(10)]))), b.voidZero());
  return { test: args.length === 1 ? parsed : b.logic('&&', b.bin('===', u.r(args[1]), b.lit(10)), parsed), body: store(b.id('t'), true) };
};

/** BigInt.asIntN and asUintN with a number of bits and a bigint that need no charge. V8 knows what they do where the number of bits is written in the code. */
const wrappingMaker = (name: 'asIntN' | 'asUintN'): Maker => (u, _self, args, store) => {
  if (args.length !== 2) return null;
  const [bits, x] = args;
  const inRange = b.logic('&&', b.bin('>=', u.r(bits), b.lit(0)), b.bin('<=', u.r(bits), b.lit(SHORT_BITS)));
  const wrap = (count: E.Expression): E.Expression => b.call(u.rt(name), count, u.r(x));
  return {
    test: all([...isType(u, bits, 'number'), ...isType(u, x, 'bigint'), inRange, b.call(u.rt('isShortBigint'), u.r(x))]),
    body: store(b.cond(b.bin('===', u.r(bits), b.lit(64)), wrap(b.lit(64)), wrap(u.r(bits))), false),
  };
};

const predicates = ['isInteger', 'isSafeInteger', 'isFinite', 'isNaN'] as const;

// --- Strings.

/** A method of a primitive string with arguments of one type, which the host has under its own name. */
function stringMaker(name: string, count: number, type: Primitive, isNumber: boolean): Maker {
  return (u, self, args, store) => {
    if (args.length !== count) return null;
    return { test: all([...isType(u, self, 'string'), ...args.flatMap((r) => isType(u, r, type))]), body: store(b.call(b.member(u.r(self), name), ...operands(u, args)), isNumber) };
  };
}

/** A part of a primitive string from a number on, up to another one if there is one. */
function partMaker(name: 'slice' | 'substring' | 'substr'): Maker {
  return (u, self, args, store) => {
    if (args.length < 1 || args.length > 2) return null;
    return { test: all([...isType(u, self, 'string'), ...numbers(u, args)]), body: store(b.call(b.member(u.r(self), name), ...operands(u, args)), false) };
  };
}

/** A method like those of stringMaker that looks at the whole text, with strings as arguments, which is charged by its length (chargeText of intrinsics/string.ts). */
function searchMaker(name: string, count: number, isNumber: boolean): Maker {
  return (u, self, args, store) => {
    if (args.length !== count) return null;
    const length = b.member(u.r(self), 'length');
    return {
      test: all([...isType(u, self, 'string'), ...args.flatMap((r) => isType(u, r, 'string'))]),
      body: [
        b.iff(b.bin('>=', length, b.lit(CHARGED_TEXT)), [b.stmt(b.call(u.rt('charge'), b.bin('>>', length, b.lit(4))))]),
        ...store(b.call(b.member(u.r(self), name), ...operands(u, args)), isNumber),
      ],
    };
  };
}

// --- Arrays.

/** Elements that are handled, or of which an array is made, without a charge (chargeElements). */
const UNCHARGED_ELEMENTS = 7;

/** A method of plain arrays that is the host's own up to some length (array-fast.ts has the charge beyond). */
function arrayMaker(name: string, count: number, most: number): Maker {
  return (u, self, args, store) => {
    if (args.length !== count || !u.realm.host.emptied) return null;
    return { test: isPlainArrayUpTo(u, u.r(self), most), body: store(b.call(b.member(u.r(self), name), ...operands(u, args)), false) };
  };
}

/** Array.prototype.at with a number. */
const elementAtMaker: Maker = (u, self, args, store) => {
  if (args.length !== 1 || !u.realm.host.emptied) return null;
  const tests = [...numbers(u, args), isPlainArrayUpTo(u, u.r(self), MAX_DENSE)];
  return { test: all(tests), body: store(b.call(b.member(u.r(self), 'at'), u.r(args[0])), false) };
};

/** A search of a whole plain array (array-fast.ts has the same charge). */
function arraySearchMaker(name: 'includes' | 'indexOf', isNumber: boolean): Maker {
  return (u, self, args, store) => {
    if (args.length !== 1 || !u.realm.host.emptied) return null;
    return {
      test: isPlainArrayUpTo(u, u.r(self), MAX_DENSE),
      body: [
        b.iff(b.bin('>', b.id('s'), b.lit(UNCHARGED_ELEMENTS)), [b.stmt(b.call(u.rt('charge'), b.bin('>>', b.id('s'), b.lit(3))))]),
        ...store(b.call(b.member(u.r(self), name), u.r(args[0])), isNumber),
      ],
    };
  };
}

/** A copy of a plain array from a number on, up to another one if there is one (array-fast.ts has the same charge). */
const arraySliceMaker: Maker = (u, self, args, store) => {
  if (args.length > 2 || self < 0 || !u.realm.host.emptied) return null;
  const { protectors } = u.realm;
  const hasSpecies = every(b.member(u.constant(protectors, 'P'), 'species'), b.bin('===', b.member(u.r(self), '$constructor'), u.constant(protectors.arrayConstructor, 'F')));
  const length = b.member(b.id('t'), 'length');
  return {
    test: every(isPlainArrayUpTo(u, u.r(self), MAX_DENSE), ...numbers(u, args), hasSpecies),
    body: [
      b.stmt(b.assign(b.id('t'), b.call(b.member(u.r(self), 'slice'), ...operands(u, args)))),
      b.iff(b.bin('>', length, b.lit(UNCHARGED_ELEMENTS)), [b.stmt(b.call(u.rt('charge'), b.bin('>>', length, b.lit(3))))]),
      ...store(b.id('t'), false),
    ],
  };
};

/** Values that are pushed one by one. */
const MOST_PUSHED = 4;

/** Array.prototype.push of few values, as its own fast path does it (array-fast.ts); the host rejects the first store where the array is frozen. */
const pushMaker: Maker = (u, self, args, store) => {
  if (args.length < 1 || args.length > MOST_PUSHED || !u.realm.host.emptied) return null;
  const at = (i: number): E.Expression => (i === 0 ? b.id('s') : b.bin('+', b.id('s'), b.lit(i)));
  return {
    test: isPlainArrayUpTo(u, u.r(self), MAX_DENSE - args.length),
    body: [...args.map((r, i) => b.stmt(b.assign(b.index(u.r(self), at(i)), u.r(r)))), ...store(at(args.length), true)],
  };
};

/**
 * Append of the library, to a list of its own. Code that all call sites share does not store by itself, since its stores would convert lists of numbers.
 */
const appendMaker: Maker = (u, _self, args, store) => {
  if (args.length !== 2 || u.isShared || !u.realm.host.emptied) return null;
  const list = (): E.Expression => u.r(args[0]);
  return {
    test: b.member(u.constant(u.realm.prelude.elements), 'plain'),
    body: [b.stmt(b.assign(b.index(list(), b.member(list(), 'length')), u.r(args[1]))), ...store(b.voidZero(), false)],
  };
};

// --- What the library asks. Code that all call sites share has seen everything: it is no faster here.

const toObjectMaker: Maker = (u, _self, args, store) => (u.isShared || args.length < 1 ? null : { test: u.isObject(args[0]), body: store(u.r(args[0]), false) });

/** The answer is true where the test holds; else the native gives it. */
const testMaker = (test: (u: UnitBuilder, r: number) => E.Expression): Maker => (u, _self, args, store) =>
  u.isShared || !u.realm.host.emptied || args.length !== 1 ? null : { test: test(u, args[0]), body: store(b.lit(true), false) };

const isCallableMaker = testMaker((u, r) => every(isNoProxy(u, r), u.isObject(r), b.bin('===', b.member(u.r(r), 'fn'), u.r(r))));
const isPlainArrayMaker = testMaker((u, r) => isPlainArrayUpTo(u, u.r(r), MAX_LENGTH));
/** hasDefaultSpecies of iteration.ts. */
const hasDefaultSpeciesMaker = testMaker((u, r) => {
  const protectors = u.constant(u.realm.protectors, 'P');
  return every(isPlainArrayUpTo(u, u.r(r), MAX_LENGTH), b.member(protectors, 'species'), b.bin('===', b.member(u.r(r), '$constructor'), b.member(protectors, 'arrayConstructor')));
});
const MAX_LENGTH = 2 ** 32 - 1;

/** Array(...), with or without `new`. */
const arrayConstructorMaker: Maker = (u, _self, args, store) => {
  if (!u.realm.host.emptied || args.length > UNCHARGED_ELEMENTS) return null;
  if (args.length !== 1) return { test: null, body: store(b.array(...operands(u, args)), false) };
  const n = args[0];
  const isLength = b.logic('&&', b.bin('===', b.bin('>>>', u.r(n), b.lit(0)), u.r(n)), b.bin('<=', u.r(n), b.lit(MAX_DENSE)));
  return {
    test: every(b.bin('===', b.unary('typeof', u.r(n)), b.lit('number')), isLength),
    body: [
      b.iff(b.bin('>', u.r(n), b.lit(UNCHARGED_ELEMENTS)), [b.stmt(b.call(u.rt('charge'), b.bin('>>', u.r(n), b.lit(3))))]),
      ...store(b.newExpr(u.rt('Array'), u.r(n)), false),
    ],
  };
};

// --- Objects.

const objectConstructorMaker: Maker = (u, _self, args, store) =>
  args.length === 0 && u.realm.host.emptied ? { test: null, body: store(b.objectLiteral([]), false) } : null;

/** Prototypes at one place that get a host constructor: more are the arguments of a function that makes classes. */
const MAX_CREATORS = 4;

/** Object.create(proto): V8 knows what an object of a known constructor looks like, and makes it where it is needed. */
const createMaker: Maker = (u, _self, args, store) => {
  if (args.length !== 1) return null;
  const cache: CreationCache = { proto: null, ctor: null, left: MAX_CREATORS };
  const C = u.constant(cache, 'C');
  const proto = u.r(args[0]);
  const isKnown = b.logic('&&', b.bin('===', b.member(C, 'proto'), proto), b.bin('!==', proto, b.lit(null)));
  return {
    test: b.bin('===', b.unary('typeof', proto), b.lit('object')),
    body: store(b.cond(isKnown, b.newExpr(b.member(C, 'ctor')), b.call(u.rt('createFrom'), C, proto)), false),
  };
};

/** hasOwnProperty of an object without internal state or lazy properties, with a key that needs no conversion. */
const hasOwnMaker: Maker = (u, self, args, store) => {
  if (args.length !== 1) return null;
  const name = b.bin('!==', b.assign(b.id('t'), hostNameOf(u, args[0], 'keyName')), b.lit(''));
  const isUndefined = (slot: string): E.Expression => b.bin('===', b.member(u.r(self), slot), b.voidZero());
  return {
    test: every(u.isObject(self), isNoProxy(u, self), isUndefined('internal'), isUndefined('fn'), name),
    body: store(b.call(u.rt('hasOwn'), u.r(self), b.id('t')), false),
  };
};

/** Object.getPrototypeOf of an object that is no function, nor inherits from one: functions have another one in the host. */
const prototypeMaker: Maker = (u, _self, args, store) => {
  if (args.length !== 1) return null;
  const isNoFunction = b.bin('===', b.member(u.r(args[0]), 'fn'), b.voidZero());
  return { test: every(u.isObject(args[0]), isNoProxy(u, args[0]), isNoFunction), body: store(b.call(u.rt('prototypeOf'), u.r(args[0])), false) };
};

/** Object.prototype.toString of what no Symbol.toStringTag is found in: the text of its kind. Objects are asked for the tag where that stands. */
const toStringMaker: Maker = (u, self, args, store) => {
  if (args.length !== 0 || self < 0) return null;
  const noProxies = b.unary('!', b.member(u.constant(proxyState), 'any'));
  const untagged = b.unary('!', b.bin('in', u.constant(wellKnown.toStringTag, 'toStringTag'), u.r(self)));
  const text = b.cond(every(u.isObject(self), noProxies, untagged), b.call(u.rt('builtinText'), u.r(self)), b.call(u.rt('untaggedText'), u.r(self)));
  return { test: b.bin('!==', b.assign(b.id('t'), text), b.voidZero()), body: store(b.id('t'), false) };
};

// --- Views.

/**
 * A method of DataView with a number as its index, which the host has under its own name in the emptied realm. Where the receiver is no DataView or
 * the index out of its bounds the host's rejection is a trap.
 */
function dataViewMaker(name: string, element: 'number' | 'bigint'): Maker {
  const isSetter = name.startsWith('set');
  return (u, self, args, store) => {
    const least = isSetter ? 2 : 1;
    if (args.length < least || args.length > least + 1 || !u.realm.host.emptied) return null;
    const tests = [b.call(u.rt('isView'), u.r(self)), ...numbers(u, args.slice(0, 1))];
    if (isSetter) tests.push(...isType(u, args[1], element));
    const call = b.call(b.member(u.r(self), name), ...operands(u, args));
    return { test: all(tests), body: store(call, !isSetter && element === 'number') };
  };
}

// --- Iterators.

/** `next` of a builtin iterator: its step, and the object with what that gives. */
const nextMaker = (walks: Collection): Maker => (u, self, _args, store) => {
  if (self < 0 || !u.realm.host.emptied) return null;
  const step = b.call(u.constant(stepsOf(u.realm)[walks], walks + 'Step'), u.r(self));
  const result = (value: E.Expression, done: boolean): E.Expression => b.objectLiteral([['$value', value], ['$done', b.lit(done)]]);
  return {
    test: b.bin('!==', b.assign(b.id('t'), step), u.constant(EMPTY)),
    body: store(b.cond(b.bin('===', b.id('t'), u.constant(ITERATION_END)), result(b.voidZero(), true), result(b.id('t'), false)), false),
  };
};

/** By the names that installers give natives in Realm.operations. */
const makers = new Map<string, Maker>([
  ...mathNames.map((name) => [`Math.${name}`, mathMaker(name)] as const),
  ...predicates.map((name) => [`Number.${name}`, functionMaker(1, null, false, (u, v) => b.call(u.rt(name), v))] as const),
  ['isNaN', functionMaker(1, 'number', false, (_u, x) => b.bin('!==', x, x))],
  ['isFinite', functionMaker(1, 'number', false, (_u, x) => b.bin('===', b.bin('-', x, x), b.lit(0)))],
  ['parseInt', parseIntMaker],
  ['BigInt.asIntN', wrappingMaker('asIntN')],
  ['BigInt.asUintN', wrappingMaker('asUintN')],
  ['Number', numberMaker],
  ['String', stringOfMaker],
  ['Boolean', (u, self, args, store) => (args.length !== 1 || self < 0 ? null : { test: null, body: store(b.unary('!', b.unary('!', u.r(args[0]))), false) })],
  ['String.at', stringMaker('at', 1, 'number', false)],
  ['String.slice', partMaker('slice')],
  ['String.substring', partMaker('substring')],
  ['String.substr', partMaker('substr')],
  ['String.trim', searchMaker('trim', 0, false)],
  ['String.trimEnd', searchMaker('trimEnd', 0, false)],
  ['String.trimStart', searchMaker('trimStart', 0, false)],
  ['String.charCodeAt', stringMaker('charCodeAt', 1, 'number', true)],
  ['String.charAt', stringMaker('charAt', 1, 'number', false)],
  ['String.codePointAt', stringMaker('codePointAt', 1, 'number', false)],
  ['String.includes', searchMaker('includes', 1, false)],
  ['String.indexOf', searchMaker('indexOf', 1, true)],
  ['String.startsWith', stringMaker('startsWith', 1, 'string', false)],
  ['String.endsWith', stringMaker('endsWith', 1, 'string', false)],
  ['String.fromCharCode', functionMaker(1, 'number', false, (u, x) => b.call(u.rt('fromCharCode'), x))],
  ['Array', arrayConstructorMaker],
  ['Array.isArray', (u, _self, args, store) => (args.length !== 1 || !u.realm.host.emptied ? null : { test: isNoProxy(u, args[0]), body: store(b.call(u.rt('isArray'), u.r(args[0])), false) })],
  ['Array.at', elementAtMaker],
  ['Array.includes', arraySearchMaker('includes', false)],
  ['Array.indexOf', arraySearchMaker('indexOf', true)],
  ['Array.push', pushMaker],
  ['Array.pop', arrayMaker('pop', 0, MAX_DENSE)],
  ['Array.shift', arrayMaker('shift', 0, 63)],
  ['Array.unshift', arrayMaker('unshift', 1, 55)],
  ['Array.slice', arraySliceMaker],
  ['Append', appendMaker],
  ['ToObject', toObjectMaker],
  ['IsCallable', isCallableMaker],
  ['IsPlainArray', isPlainArrayMaker],
  ['HasDefaultSpecies', hasDefaultSpeciesMaker],
  ['Object', objectConstructorMaker],
  ['Object.create', createMaker],
  ['Object.getPrototypeOf', prototypeMaker],
  ['Object.is', functionMaker(2, null, false, (u, x, y) => b.call(u.rt('isSame'), x, y))],
  ['Object.hasOwn', (u, _self, args, store) => (args.length === 2 ? hasOwnMaker(u, args[0], args.slice(1), store) : null)],
  ['Object.hasOwnProperty', hasOwnMaker],
  ['Object.toString', toStringMaker],
  ...(['array', 'string', 'map', 'set'] as const).map((walks) => [nextOperation(walks), nextMaker(walks)] as const),
]);
for (const { element, isBigInt, name } of viewKinds) {
  if (name === 'Uint8ClampedArray' || name === 'Float16Array') continue;
  for (const method of [`get${element}`, `set${element}`]) makers.set(`DataView.${method}`, dataViewMaker(method, isBigInt ? 'bigint' : 'number'));
}

/** The operation that a call of `target`, or a construction by it (`self` -1), becomes, or null. */
export function intrinsicCall(u: UnitBuilder, target: GuestFunction, self: number, args: readonly number[], store: StoreResult): IntrinsicOperation | null {
  const maker = makers.get(u.realm.operations.get(target) ?? '');
  return maker === undefined ? null : maker(u, self, args, store);
}
