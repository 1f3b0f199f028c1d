// Function (ECMA-262 20.2): the constructor, and Function.prototype with bound functions.

import { elementsOfPlain, plainArgumentsLength } from '../arguments.ts';
import { linkConstructor } from '../construct.ts';
import { describe } from '../describe.ts';
import { throwRangeError, throwTypeError } from '../errors.ts';
import { BoundFunction, functionLength, functionName, LAZY_LENGTH, LAZY_NAME, makeNative } from '../function.ts';
import { isPlainArray, typedLength } from '../iteration.ts';
import { getOwnProperty, getPrototypeOf, setPrototypeOf } from '../objects.ts';
import { readPlain } from '../plain-access.ts';
import { isProxy } from '../proxy.ts';
import { MAX_ARGUMENTS, type Realm } from '../realm.ts';
import { EMPTY, isFunction, isObject, wellKnown, type GuestFunction, type GuestObject, type HostCode, type HostConstruct, type NativeInfo, type Value } from '../values.ts';
import { hostList } from './core.ts';
import { makeFunctionConstructor } from './dynamic-function.ts';

/** [[BoundTargetFunction]], or undefined if `f` is no bound function. */
export function boundTarget(f: GuestFunction): GuestFunction | undefined {
  return f.data instanceof BoundFunction ? f.data.target : undefined;
}

/** BoundFunctionCreate and what 20.2.3.2 makes of it. */
function makeBound(realm: Realm, target: GuestFunction & GuestObject, self: Value, args: Value[], length: number, name: string, proto: GuestObject | null): GuestObject {
  const isShort = !(target.data instanceof BoundFunction) && args.length < shortCodes.length;
  const f = makeNative(
    realm,
    { name: `bound ${name}`, length, conversions: [], body: null, realm },
    isShort ? shortCodes[args.length] : callBound,
    target.construct === null ? null : constructBound,
  ) as GuestFunction & GuestObject;
  f.data = new BoundFunction(target, self, args);
  if (proto !== (realm.functionPrototype as GuestObject)) setPrototypeOf(realm, f, proto);
  return f;
}

// Bound functions share their code: closures for each would take longer to make than all the rest.

/** All arguments for what a bound function stands for. A chain of bound functions is followed in a loop, since the host stack would bound its length. */
function boundList(f: GuestFunction, rest: Value[]): Value[] {
  let list = rest;
  for (let g = f; g.data instanceof BoundFunction; g = g.data.target) if (g.data.args.length > 0) list = [...g.data.args, ...list];
  checkBound(f, list.length);
  return list;
}

function checkBound(f: GuestFunction, count: number): void {
  if (count > MAX_ARGUMENTS) throwRangeError((f.native as NativeInfo).realm, 'Maximum call stack size exceeded');
}

const callBound: HostCode = (f, _self, ...rest) => {
  let g: GuestFunction = f;
  let receiver: Value = undefined;
  for (; g.data instanceof BoundFunction; g = g.data.target) receiver = g.data.self;
  return g.code(g, receiver, ...boundList(f, rest));
};

const constructBound: HostConstruct = (f, newTarget, ...rest) => {
  let g: GuestFunction = f;
  for (; g.data instanceof BoundFunction; g = g.data.target) if (newTarget === g) newTarget = g.data.target;
  return (g.construct as HostConstruct)(g, newTarget, ...boundList(f, rest));
};

/** The code of the commonest bound functions, by the number of arguments that they have, in which V8 makes no lists of arguments. */
const shortCodes: readonly HostCode[] = [
  (f, _self, ...rest) => {
    const { target, self } = f.data as BoundFunction;
    return target.code(target, self, ...rest);
  },
  (f, _self, ...rest) => {
    const { target, self, args } = f.data as BoundFunction;
    checkBound(f, rest.length + 1);
    return target.code(target, self, args[0], ...rest);
  },
  (f, _self, ...rest) => {
    const { target, self, args } = f.data as BoundFunction;
    checkBound(f, rest.length + 2);
    return target.code(target, self, args[0], args[1], ...rest);
  },
];

export function installFunction(realm: Realm): void {
  const proto = realm.functionPrototype;
  installConstructor(realm, proto);
  installCalls(realm, proto);
  installBind(realm, proto);
  realm.method(proto, 'toString', 0, (_f, self) => {
    if (!isFunction(self)) return throwTypeError(realm, 'Function.prototype.toString requires that \'this\' be a Function');
    return functionText(self);
  });
  const hasInstance = realm.selfHosted('FunctionPrototype_hasInstance');
  Object.defineProperty(proto, wellKnown.hasInstance, { value: hasInstance, writable: false, enumerable: false, configurable: false });
  const thrower = makeThrower(realm);
  realm.accessor(proto, 'caller', thrower, thrower);
  realm.accessor(proto, 'arguments', thrower, thrower);
}

/** What may stand for the name in NativeFunction (20.2.3.5): an identifier or a computed name, behind get or set. */
const PROPERTY_NAME = /^(?:[gs]et )?(?:[\p{ID_Start}$_][\p{ID_Continue}$]*|\[.*\])$/su;

/** The text that Function.prototype.toString gives. */
export function functionText(f: GuestFunction): string {
  if (f.linked !== null) {
    const { source, start, end, selfHosted } = f.linked.template;
    if (!selfHosted && source.text !== '') return source.text.slice(start, end);
  }
  const name = boundTarget(f) !== undefined ? '' : functionName(f);
  return `function ${PROPERTY_NAME.test(name) ? name : ''}() { [native code] }`;
}

/** True for functions that may have `caller` and `arguments` as an extension (17.1 forbids it for all others). */
function isSloppyFunction(f: Value): boolean {
  if (!isFunction(f) || f.linked === null) return false;
  const { kind, strict, isAsync, isGenerator } = f.linked.template;
  return kind === 'function' && !strict && !isAsync && !isGenerator;
}

/**
 * %ThrowTypeError% (10.2.4.1), also the accessor `callee` of strict functions' arguments. As the accessor `caller` or `arguments` of
 * a sloppy function it gives undefined, as engines without that extension do: old code asks for them.
 */
function makeThrower(realm: Realm): GuestFunction & GuestObject {
  const thrower = realm.native('', 0, (_callee, self) =>
    isSloppyFunction(self) ? undefined : throwTypeError(realm, "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them"),
  );
  thrower.lazy = 0;
  Object.defineProperty(thrower, '$length', { value: 0, writable: false, enumerable: false, configurable: false });
  Object.defineProperty(thrower, '$name', { value: '', writable: false, enumerable: false, configurable: false });
  Object.preventExtensions(thrower);
  realm.intrinsics.set('ThrowTypeErrorFunction', thrower);
  return thrower;
}

function installConstructor(realm: Realm, proto: GuestObject): void {
  const constructor = makeFunctionConstructor(realm, 'Function', 'function', 'FunctionPrototype');
  linkConstructor(constructor, proto);
  realm.intrinsics.set('Function', constructor);
  realm.provideGlobal('Function', constructor);
}

/** The length of an array, a typed array or an arguments object whose elements can be the arguments of a call without asking the guest for them; negative of any other value. */
export function plainLength(realm: Realm, list: Value): number {
  const viewed = realm.protectors.viewLength.plain && isObject(list) ? typedLength(list) : -1;
  const length = viewed >= 0 ? viewed : isPlainArray(realm, list) ? list.length : plainArgumentsLength(realm, list, MAX_ARGUMENTS);
  return length > MAX_ARGUMENTS ? throwRangeError(realm, 'Maximum call stack size exceeded') : length;
}

/** Calls with the elements of such a list, for which it charges. */
export function applyPlain(realm: Realm, f: GuestFunction, self: Value, list: Value, length: number): Value {
  const elements = (): Value[] => (Array.isArray(list) || ArrayBuffer.isView(list) ? hostList(list, length) : elementsOfPlain(list, length));
  return length < 4 ? f.code(f, self, ...elements()) : realm.hooks.charged(length >> 2, () => f.code(f, self, ...elements()));
}

function installCalls(realm: Realm, proto: GuestObject): void {
  const notCallable = (method: string, self: Value): never =>
    throwTypeError(realm, `Function.prototype.${method} was called on ${describe(realm, self)}, which is ${typeName(self)} and not a function`);
  realm.method(proto, 'call', 1, (_f, self, thisArg, ...args) => {
    if (!isFunction(self)) return notCallable('call', self);
    return self.code(self, thisArg, ...args);
  });
  realm.method(proto, 'apply', 2, (_f, self, thisArg, list) => {
    if (!isFunction(self)) return notCallable('apply', self);
    if (list === undefined || list === null) return self.code(self, thisArg);
    const length = plainLength(realm, list);
    if (length >= 0) return applyPlain(realm, self, thisArg, list, length);
    const g = realm.selfHosted('FunctionPrototype_apply');
    return g.code(g, self, thisArg, list);
  });
  realm.nameOperations(proto, 'Function', ['apply', 'call']);
}

function typeName(v: Value): string {
  if (v === undefined) return 'undefined';
  if (v === null) return 'object';
  return isObject(v) ? 'an object' : `a ${typeof v}`;
}

/** Of functions whose `length` and `name` are those that they were made with. */
const LAZY_BOTH = LAZY_LENGTH | LAZY_NAME;

function installBind(realm: Realm, proto: GuestObject): void {
  realm.method(proto, 'bind', 1, (_f, self, thisArg, ...args) => {
    if (!isFunction(self)) return throwTypeError(realm, 'Bind must be called on a function');
    if ((self.lazy & LAZY_BOTH) === LAZY_BOTH && !isProxy(self)) {
      return makeBound(realm, self, thisArg, args, Math.max(0, functionLength(self) - args.length), functionName(self), getPrototypeOf(self));
    }
    // A Proxy is asked for its prototype, length and name.
    const length = isProxy(self) ? undefined : getOwnProperty(realm, self, '$length');
    const name = readPlain(realm, self, '$name');
    if ((length !== undefined && !('value' in length)) || name === EMPTY) {
      const g = realm.selfHosted('FunctionPrototype_bind');
      return g.code(g, self, thisArg, realm.prelude.makeArrayFrom(args));
    }
    const n = typeof length?.value === 'number' ? Math.max(0, integer(length.value) - args.length) : 0;
    return makeBound(realm, self, thisArg, args, n, typeof name === 'string' ? name : '', getPrototypeOf(self));
  });
  realm.intrinsic('MakeBound', 6, (_f, _self, target, thisArg, args, length, name, proto) =>
    makeBound(realm, target as unknown as GuestFunction & GuestObject, thisArg, Array.from(args as unknown as Value[]), length as number, name as string, proto as GuestObject | null),
  );
  // The arguments that the target of a bound function gets.
  realm.intrinsic('BoundArguments', 2, (_f, _self, f, args) => {
    const { data } = f as unknown as GuestFunction;
    return realm.prelude.makeArrayFrom([...(data instanceof BoundFunction ? data.args : []), ...hostList(args)]);
  });
  realm.intrinsic('BoundTarget', 1, (_f, _self, f) => boundTarget(f as unknown as GuestFunction) as unknown as Value);
}

/** ToIntegerOrInfinity of a number. */
function integer(n: number): number {
  return n !== n ? 0 : Math.trunc(n) + 0;
}
