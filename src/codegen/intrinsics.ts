// Known natives as host operations (DESIGN 4, rule 13): what a call of Math.floor, charCodeAt or push becomes behind its
// identity guard. An operation charges nothing and calls nothing; where its test fails the native itself is called.

import type * as E from 'estree';
import { Type } from '../ir/types.ts';
import { complexity } from '../runtime/objects.ts';
import { MAX_DENSE } from '../runtime/intrinsics/core.ts';
import { viewKinds } from '../runtime/typed-arrays.ts';
import type { GuestFunction } from '../runtime/values.ts';
import * as b from './builders.ts';
import type { UnitBuilder } from './unit-builder.ts';

export interface IntrinsicOperation {
  /** Null: always applicable. */
  readonly test: E.Expression | null;
  readonly body: E.Statement[];
}

/** Statements that store the result of the call; `isNumber`: it can be nothing else. */
export type StoreResult = (value: E.Expression, isNumber: boolean) => E.Statement[];

type Maker = (u: UnitBuilder, self: number, args: readonly number[], store: StoreResult) => IntrinsicOperation | null;

const isType = (u: UnitBuilder, r: number, type: string, mask: number): E.Expression[] =>
  u.type(r) === mask ? [] : [b.bin('===', b.unary('typeof', u.r(r)), b.lit(type))];
const all = (tests: E.Expression[]): E.Expression | null => (tests.length === 0 ? null : tests.reduce((x, y) => b.logic('&&', x, y)));
const numbers = (u: UnitBuilder, args: readonly number[]): E.Expression[] => args.flatMap((r) => isType(u, r, 'number', Type.number));

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
    return { test: all(numbers(u, args)), body: store(b.call(host, ...args.map((r) => u.r(r))), true) };
  };
}

/** A method of a primitive string with number arguments, which the host has under its own name. */
function stringMaker(name: string, count: number, isNumber: boolean): Maker {
  return (u, self, args, store) => {
    if (args.length !== count) return null;
    return { test: all([...isType(u, self, 'string', Type.string), ...numbers(u, args)]), body: store(b.call(b.member(u.r(self), name), ...args.map((r) => u.r(r))), isNumber) };
  };
}

/** Array.prototype.push of one value, as its own fast path does it (array-fast.ts); the host rejects the store where the array is frozen. */
const pushMaker: Maker = (u, self, args, store) => {
  if (args.length !== 1 || !u.realm.host.emptied) return null;
  const length = (): E.Expression => b.member(u.r(self), 'length');
  return {
    test: b.logic(
      '&&',
      b.logic(
        '&&',
        b.logic('&&', b.call(u.rt('isArray'), u.r(self)), b.member(u.constant(u.realm.prelude.elements), 'plain')),
        b.logic(
          '&&',
          b.unary('!', b.member(u.constant(complexity), 'any')),
          b.bin('===', b.call(u.constant(u.realm.prelude.getPrototypeOf), u.r(self)), u.constant(u.realm.arrayPrototype)),
        ),
      ),
      b.bin('<', b.assign(b.id('s'), length()), b.lit(MAX_DENSE)),
    ),
    body: [b.stmt(b.assign(b.index(u.r(self), b.id('s')), u.r(args[0]))), ...store(b.bin('+', b.id('s'), b.lit(1)), true)],
  };
};

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
    if (isSetter) tests.push(...isType(u, args[1], element, element === 'number' ? Type.number : Type.bigint));
    const call = b.call(b.member(u.r(self), name), ...args.map((r) => u.r(r)));
    return { test: all(tests), body: store(call, !isSetter && element === 'number') };
  };
}

/** By the names that installers give natives in Realm.operations. */
const makers = new Map<string, Maker>([
  ...mathNames.map((name) => [`Math.${name}`, mathMaker(name)] as const),
  ['String.charCodeAt', stringMaker('charCodeAt', 1, true)],
  ['String.charAt', stringMaker('charAt', 1, false)],
  ['Array.push', pushMaker],
]);
for (const { element, isBigInt, name } of viewKinds) {
  if (name === 'Uint8ClampedArray' || name === 'Float16Array') continue;
  for (const method of [`get${element}`, `set${element}`]) makers.set(`DataView.${method}`, dataViewMaker(method, isBigInt ? 'bigint' : 'number'));
}

/** The operation that a call of `target` becomes, or null. */
export function intrinsicCall(u: UnitBuilder, target: GuestFunction, self: number, args: readonly number[], store: StoreResult): IntrinsicOperation | null {
  const maker = makers.get(u.realm.operations.get(target) ?? '');
  return maker === undefined ? null : maker(u, self, args, store);
}
