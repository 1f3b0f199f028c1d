// Math (ECMA-262 21.3), by the host's functions, which were captured before any guest ran.
//
// An argument that is an object is converted by self-hosted code, which then calls the function again with numbers.

import { toNumber } from '../conversions.ts';
import { roundToHalf } from '../float16.ts';
import type { Realm } from '../realm.ts';
import { recallNumber, recallNumberList, recallNumbers } from '../recall.ts';
import { isObject, wellKnown, type GuestObject, type HostCode } from '../values.ts';

/** Functions of one number that no program calls in its hottest loop while interpreted. */
const UNARY = ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cbrt', 'clz32', 'cos', 'cosh', 'exp', 'expm1', 'fround', 'log', 'log1p',
  'log10', 'log2', 'sign', 'sin', 'sinh', 'tan', 'tanh'] as const;

const HOT = ['abs', 'ceil', 'floor', 'round', 'sqrt', 'trunc'] as const;
const BINARY = ['atan2', 'imul', 'pow'] as const;

export function installMath(realm: Realm): void {
  const math = realm.prelude.makeObject();
  const constants: Record<string, number> = {
    E: Math.E,
    LN10: Math.LN10,
    LN2: Math.LN2,
    LOG10E: Math.LOG10E,
    LOG2E: Math.LOG2E,
    PI: Math.PI,
    SQRT1_2: Math.SQRT1_2,
    SQRT2: Math.SQRT2,
  };
  for (const name of Object.keys(constants)) {
    Object.defineProperty(math, `$${name}`, { value: constants[name], writable: false, enumerable: false, configurable: false });
  }
  Object.defineProperty(math, wellKnown.toStringTag, { value: 'Math', writable: false, enumerable: false, configurable: true });

  const unary = (name: string, f: (x: number) => number): void => {
    realm.method(math, name, 1, (callee, self, x) => {
      if (typeof x === 'number') return f(x);
      if (isObject(x)) return recallNumber(realm, callee, self, x);
      return f(toNumber(realm, x));
    });
  };
  for (const name of UNARY) unary(name, Math[name]);
  unary('f16round', roundToHalf);
  installHot(realm, math);
  installBinary(realm, math);
  installVariadic(realm, math);
  // Math.random ( )
  realm.method(math, 'random', 0, () => realm.services.random());
  realm.nameOperations(math, 'Math', [...UNARY, ...HOT, ...BINARY, 'max', 'min']);
  realm.intrinsics.set('Math', math);
  realm.provideGlobal('Math', math);
}

/** The commonest functions each get code of their own, so that V8 can inline the host's function into it. */
function installHot(realm: Realm, math: GuestObject): void {
  const { abs, ceil, floor, round, sqrt, trunc } = Math;
  realm.methods(math, {
    abs: [1, (callee, self, x) =>
      typeof x === 'number' ? abs(x) : isObject(x) ? recallNumber(realm, callee, self, x) : abs(toNumber(realm, x))],
    ceil: [1, (callee, self, x) =>
      typeof x === 'number' ? ceil(x) : isObject(x) ? recallNumber(realm, callee, self, x) : ceil(toNumber(realm, x))],
    floor: [1, (callee, self, x) =>
      typeof x === 'number' ? floor(x) : isObject(x) ? recallNumber(realm, callee, self, x) : floor(toNumber(realm, x))],
    round: [1, (callee, self, x) =>
      typeof x === 'number' ? round(x) : isObject(x) ? recallNumber(realm, callee, self, x) : round(toNumber(realm, x))],
    sqrt: [1, (callee, self, x) =>
      typeof x === 'number' ? sqrt(x) : isObject(x) ? recallNumber(realm, callee, self, x) : sqrt(toNumber(realm, x))],
    trunc: [1, (callee, self, x) =>
      typeof x === 'number' ? trunc(x) : isObject(x) ? recallNumber(realm, callee, self, x) : trunc(toNumber(realm, x))],
  });
}

function installBinary(realm: Realm, math: GuestObject): void {
  const binary = (name: string, f: (x: number, y: number) => number): void => {
    realm.method(math, name, 2, (callee, self, x, y) => {
      if (typeof x === 'number' && typeof y === 'number') return f(x, y);
      if (isObject(x) || isObject(y)) return recallNumbers(realm, callee, self, x, y);
      const left = toNumber(realm, x);
      return f(left, toNumber(realm, y));
    });
  };
  for (const name of BINARY) binary(name, Math[name]);
}

/** Math.max, Math.min and Math.hypot: all arguments are converted, in order, before any is looked at. */
function installVariadic(realm: Realm, math: GuestObject): void {
  const { max, min, hypot } = Math;
  const variadic = (f: (...values: number[]) => number): HostCode => {
    return (callee, self, ...list) => {
      if (list.length === 2) {
        const [x, y] = list;
        if (typeof x === 'number' && typeof y === 'number') return f(x, y);
      }
      if (list.some(isObject)) return recallNumberList(realm, callee, self, list);
      return f(...list.map((value) => toNumber(realm, value)));
    };
  };
  realm.method(math, 'hypot', 2, variadic(hypot));
  realm.method(math, 'max', 2, variadic(max));
  realm.method(math, 'min', 2, variadic(min));
}
