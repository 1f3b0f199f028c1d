// The runtime support of generated code (codegen/support.ts) over a machine.

import { Op, opcodes } from '../bytecode/opcodes.ts';
import type { RuntimeSupport } from '../codegen/support.ts';
import type { Unit } from '../codegen/unit.ts';
import { makeLeave, type DeoptListener } from '../deopt/leave.ts';
import { awaits, completeRequest, hasRequests, passedOn, settleAsync, startCoroutine, startGenerator, suspend, takeReturned } from '../interpreter/coroutines.ts';
import { Activation, Frame } from '../interpreter/frame.ts';
import type { Machine } from '../interpreter/machine.ts';
import { interpretResumed, stepDirectly } from '../interpreter/resumption.ts';
import { isGuestThrow } from '../interpreter/throwing.ts';
import { addPrimitives, bigintOperators, chargeString, compare, numeric, unary, type NumericOperator, type UnaryOperator } from '../interpreter/primitive-operators.ts';
import { createRest, slow } from '../interpreter/slow.ts';
import { throwSetFailure } from '../interpreter/slow-common.ts';
import { appendAll, appendString, chargeCopy, copyDataProperties, spreadMethod } from '../interpreter/slow-literals.ts';
import { deleteKey, getSuper } from '../interpreter/slow-properties.ts';
import { proxied } from '../interpreter/slow-proxy.ts';
import { forEachUse } from '../ir/operands.ts';
import { createArguments, createMappedArguments } from '../runtime/arguments.ts';
import { Consumer } from '../runtime/coroutine.ts';
import { toArrayLength, toHostKey, toNumber, toNumeric } from '../runtime/conversions.ts';
import { loadElement, storeElement } from '../runtime/elements.ts';
import { appendCollected } from '../runtime/collected.ts';
import { enumerate, ProxiedEnumeration, type Enumeration } from '../runtime/enumeration.ts';
import { throwTypeError } from '../runtime/errors.ts';
import { ctorOf, instanceCtor } from '../runtime/construct.ts';
import { getGlobalSlow, initGlobal, setGlobalSlow } from '../runtime/globals.ts';
import { hostOperationsOf } from '../runtime/host-operations.ts';
import { guestName, isArrayIndex } from '../runtime/keys.ts';
import { complexity, convertsElement, createDataProperty, getLength, getProperty, getPrototypeOf, hasProperty, isCopiedPlainly, isSimpleArray, overwrites, setProperty } from '../runtime/objects.ts';
import { arrayIterationParts, iterResult, literalIterationTest, ownArrayIterationUnmodified } from '../runtime/iteration.ts';
import { finish, get, has } from '../runtime/internal-methods.ts';
import { promiseResolvePlainly } from '../runtime/promise.ts';
import { unlessProxy } from '../runtime/plain-access.ts';
import { isProxy } from '../runtime/proxy.ts';
import { assignsBySpread } from '../runtime/intrinsics/object-assign.ts';
import { builtinText, untaggedText } from '../runtime/intrinsics/object-prototype.ts';
import { regExpMaker } from '../runtime/intrinsics/regexp-data.ts';
import { sliceList } from '../runtime/intrinsics/array-fast.ts';
import { DEPTH, DEPTH_LIMIT, type Realm } from '../runtime/realm.ts';
import { EMPTY, isFunction, isObject, PROXY_MET, type GuestObject, type HostKey, type Value } from '../runtime/values.ts';
import { toObject } from '../runtime/wrappers.ts';

const binarySigns = new Map<string, NumericOperator>([
  ['Sub', '-'], ['Mul', '*'], ['Div', '/'], ['Mod', '%'], ['Exp', '**'], ['BitAnd', '&'], ['BitOr', '|'], ['BitXor', '^'],
  ['Shl', '<<'], ['Shr', '>>'], ['UShr', '>>>'],
]);
const comparisonSigns = new Map<string, '<' | '<=' | '>' | '>='>([['Lt', '<'], ['Le', '<='], ['Gt', '>'], ['Ge', '>=']]);
const unarySigns = new Map<string, UnaryOperator>([['Neg', '-'], ['BitNot', '~'], ['Inc', '++'], ['Dec', '--']]);

/** A primitive as the traps of a Proxy get it as a key (ToPropertyKey). */
function guestKeyOf(k: Value): string | symbol {
  return typeof k === 'string' || typeof k === 'symbol' ? k : String(k);
}

function slowOrProxied(m: Machine, act: Activation, frame: Frame, pc: number): number {
  try {
    return slow(m, act, frame, pc);
  } catch (error) {
    if (error !== PROXY_MET) throw error;
  }
  return proxied(m, act, frame, pc);
}

export function makeSupport(m: Machine, realm: Realm, listener: DeoptListener, stressDeopt: number): RuntimeSupport {
  const { leave, leaveLoop, leaveResumed, passes, passesHandlers } = makeLeave(m, listener);
  const selfHosted = (name: string, ...args: Value[]): Value => {
    const f = realm.selfHosted(name);
    return f.code(f, undefined, ...args);
  };
  /** The generic form of a binary operator, by opcode. */
  const binary: ((a: Value, b: Value) => Value)[] = opcodes.map(({ name }) => {
    const base = name.endsWith('Int') ? name.slice(0, -3) : name;
    const sign = binarySigns.get(base);
    const comparison = comparisonSigns.get(base);
    const apply = (a: Value, b: Value): Value =>
      base === 'Add' ? addPrimitives(realm, a, b) : sign !== undefined ? numeric(realm, sign, a, b) : comparison !== undefined ? compare(realm, comparison, a, b) : equality(base, a, b);
    return (a, b) => (isObject(a) || isObject(b) ? withObject(base, a, b) : apply(a, b));
  });
  // eslint-disable-next-line eqeqeq -- IsLooselyEqual of primitives is the host's own
  const equality = (base: string, a: Value, b: Value): boolean => (base === 'Eq') === (a == b);
  const withObject = (base: string, a: Value, b: Value): Value => {
    if (base === 'Eq' || base === 'Ne') {
      const other = isObject(a) ? b : a;
      if ((isObject(a) && isObject(b)) || other === undefined || other === null) return (base === 'Eq') === (a === b);
    }
    return selfHosted(`operator_${base}`, a, b);
  };
  let countdown = stressDeopt;
  const keyText = (key: HostKey): string => (typeof key === 'string' ? (guestName(key) ?? key) : String(key));
  const nullish = (o: Value, verb: 'read' | 'set', key: HostKey): never =>
    throwTypeError(realm, `Cannot ${verb} properties of ${String(o)} (${verb === 'read' ? 'reading' : 'setting'} '${keyText(key)}')`);

  const support: RuntimeSupport = {
    ...hostOperationsOf(realm.host, {
      complexity, elements: realm.prelude.elements, arrayPrototype: realm.arrayPrototype, isSimple: isSimpleArray,
      makeObjectWith: realm.prelude.makeObjectWith, makeCtor: realm.prelude.makeCtor,
    }),
    leave,
    leaveLoop,
    passes,
    passesHandlers,
    leaveResumed,
    retyped: (unit, frame) => {
      listener.retyped(unit, frame);
      return interpretResumed(m, frame);
    },
    isThrow: (e) => isGuestThrow(e) && !m.isHostError(e),
    stress: () => {
      if (--countdown > 0) return false;
      countdown = stressDeopt;
      return true;
    },
    operator2: (op, a, b) => binary[op](a, b),
    bigintOperators: opcodes.map(({ name }) => {
      const sign = name === 'Add' ? '+' : binarySigns.get(name);
      if (sign === undefined) return undefined;
      const operator = bigintOperators[sign];
      return (a, b) => operator(realm, a, b);
    }),
    operator1: (op, a) => {
      const { name } = opcodes[op];
      if (isObject(a)) return selfHosted(`operator_${name}`, a);
      if (op === Op.ToNumber) return toNumber(realm, a);
      if (op === Op.ToNumeric) return toNumeric(realm, a);
      return unary(realm, unarySigns.get(name) as UnaryOperator, a);
    },
    chargeString: (length) => chargeString(realm, length),
    getPrimitive: (o, key) => (o === undefined || o === null ? nullish(o, 'read', key) : getProperty(realm, o, key)),
    getLength: (o) => (o === undefined || o === null ? nullish(o, 'read', '$length') : getLength(realm, o)),
    getElement: (o, k) => {
      if (isObject(k)) return o === undefined || o === null ? throwTypeError(realm, `Cannot read properties of ${String(o)}`) : selfHosted('operator_GetElem', o, k);
      const key = toHostKey(k);
      if (typeof o === 'object' && o !== null && key !== '$length') return o[key as string];
      return o === undefined || o === null ? nullish(o, 'read', key) : getProperty(realm, o, key);
    },
    setProperty: (o, key, v, strict) => {
      if (o === undefined || o === null) return nullish(o, 'set', key);
      if (convertsElement(o, key, v)) return selfHosted('operator_SetElement', o, key as Value, v);
      if (key === '$length' && Array.isArray(o)) {
        if (isObject(v)) return selfHosted('operator_SetLength', o, v);
        const length = toArrayLength(realm, v);
        if (!Reflect.set(o, 'length', length) && strict) throwTypeError(realm, "Cannot assign to read only property 'length' of object '[object Array]'");
      } else if (isObject(o)) {
        if (!setProperty(realm, o, key, v) && strict) throwSetFailure(m, realm, o, key);
      } else if (!Reflect.set(realm.prototypeOfPrimitive(o), key, v, o) && strict) {
        throwTypeError(realm, `Cannot create property '${keyText(key)}' on ${typeof o} '${String(o)}'`);
      }
      return undefined;
    },
    loadElement,
    storeElement,
    setElement: (o, k, v, strict) => {
      if (isObject(k)) {
        if (o === undefined || o === null) throwTypeError(realm, `Cannot set properties of ${String(o)}`);
        return selfHosted(strict ? 'operator_SetElem' : 'operator_SetElemSloppy', o, k, v);
      }
      return support.setProperty(o, toHostKey(k), v, strict);
    },
    execute: (unit: Unit, at, f, newTarget, args, operands) => {
      const { linked } = unit.body.siteAt(at);
      const pc = unit.body.originOf(at);
      const regs = linked.blankRegisters.slice();
      let i = 0;
      const op = linked.code[pc];
      forEachUse(linked.code, { pc, op, info: opcodes[op], length: 0, base: 0 }, (r) => {
        regs[r] = operands[i++];
      });
      const frame = new Frame(linked, regs, f, newTarget, args, null, false);
      frame.pc = pc;
      const { cell } = realm;
      const act = new Activation(frame, m.activation, m.topDepth(), cell[DEPTH] - 1, cell[DEPTH_LIMIT] - cell[DEPTH], false);
      // A frame that is pushed over the scratch frame sets the limit as if that were an activation of the machine.
      const { hostLimit } = m;
      let next: number;
      try {
        next = slowOrProxied(m, act, frame, pc);
      } finally {
        m.hostLimit = hostLimit;
      }
      if (next >= 0) {
        frame.pc = next;
        return frame;
      }
      // A guest frame was pushed over the scratch frame: it runs by itself, and its value is stored as the instruction resumes.
      const pushed = act.frame;
      pushed.parent = null;
      frame.pc = m.resume(frame, m.runActivation(pushed));
      return frame;
    },
    has: (k, o) => {
      if (isObject(k)) return selfHosted('operator_In', k, o);
      return isProxy(o) ? finish(has(realm, o, toHostKey(k))) : hasProperty(o, toHostKey(k));
    },
    isProxy,
    nextKey: (enumeration) => ((enumeration as unknown) instanceof ProxiedEnumeration ? selfHosted('proxied_ForInNext', enumeration) : (enumeration as unknown as Enumeration).next()),
    getOfHeir: (o, key) => finish(get(realm, o, key)),
    getElementOfHeir: (o, k) => (isObject(k) ? selfHosted('operator_GetElem', o, k) : finish(get(realm, o, toHostKey(k)))),
    hasHeir: (k, o) => (isObject(k) ? selfHosted('operator_In', k, o) : finish(has(realm, o, toHostKey(k)))),
    getOfProxy: (proxy, key) => selfHosted('Proxy_get', proxy, key, proxy),
    getElementOfProxy: (proxy, k) => (isObject(k) ? selfHosted('operator_GetElem', proxy, k) : selfHosted('Proxy_get', proxy, guestKeyOf(k), proxy)),
    setOfProxy: (proxy, key, v, strict) => selfHosted(strict ? 'proxied_SetStrict' : 'Proxy_set', proxy, key, v, proxy),
    setElementOfProxy: (proxy, k, v, strict) => (isObject(k) ? support.setElement(proxy, k, v, strict) : support.setOfProxy(proxy, guestKeyOf(k), v, strict)),
    deleteElement: (o, k, strict) => (isObject(k) ? selfHosted(strict ? 'operator_DeleteElem' : 'operator_DeleteElemSloppy', o, k) : deleteKey(m, realm, o, toHostKey(k), strict)),
    deleteOfProxy: (proxy, k, strict) => (isObject(k) ? support.deleteElement(proxy, k, strict) : selfHosted(strict ? 'proxied_DeleteStrict' : 'Proxy_delete', proxy, guestKeyOf(k))),
    callLibrary: selfHosted,
    spreadMethod: (from) => spreadMethod(realm, from),
    hasInstance: m.hasInstance,
    instanceOf: (v, target) => {
      if (isFunction(target) && target.ctor === null) instanceCtor(target);
      const result = isProxy(v) ? undefined : unlessProxy(() => m.instanceOf(realm, v, target));
      return result === undefined ? selfHosted('operator_InstanceOf', v, target) : result;
    },
    define: (o, key, v) => overwrites(o, key, v) || (!convertsElement(o, key, v) && createDataProperty(realm, o, key, v)),
    toHostKey,
    appendAll: (array, from) => appendAll(realm, array, from),
    appendOther: (array, from) => appendString(realm, array, from) || appendCollected(realm, array, from),
    concatLists: (array, from) => {
      realm.charge(from.length >> 2);
      return array.length === 0 ? realm.prelude.copyArray(from) : realm.prelude.concatArrays(array, from);
    },
    copyDataProperties: (target, source, excluded) => {
      const rest = copyDataProperties(realm, target, source, excluded);
      return rest === null ? undefined : selfHosted('operator_CopyDataProperties', target, toObject(realm, source), rest);
    },
    builtinText: (v) => builtinText(realm, v),
    untaggedText: (v) => untaggedText(realm, v),
    isCopiedPlainly,
    chargeCopy: (source) => chargeCopy(realm, source),
    assignsBySpread: (first, second) => assignsBySpread(realm, first, second),
    enumerate: (v, cache) => enumerate(realm, v === undefined || v === null ? null : toObject(realm, v), cache) as unknown as Value,
    createRest: (args, from) => createRest(realm, args, from),
    charge: (amount) => realm.charge(amount),
    inheritedElement: (k, isArray) => (realm.protectors.elements && isArrayIndex(k) ? loadElement(isArray ? realm.arrayPrototype : realm.objectPrototype, k) : EMPTY),
    argumentsIterateFast: () => ownArrayIterationUnmodified(realm),
    // As Machine.iteratesFast has it.
    freshArraysIterate: realm === m.mainRealm ? literalIterationTest(realm) : () => false,
    callWithMany: (f, self, args) => m.callWithList(f, self, args),
    createArguments: (args, f) => {
      realm.charge(args.length >> 2);
      return createArguments(realm, args, f);
    },
    createMappedArguments: (args, f, scope, slots) => {
      realm.charge(args.length);
      return createMappedArguments(realm, args, f, scope, slots);
    },
    argumentsWithRest: (count, rest) => {
      if (rest === null) return [];
      const args = new Array<Value>(count + rest.length).fill(undefined);
      for (let i = 0; i < rest.length; i++) args[count + i] = rest[i];
      return args;
    },
    sliceList: (list, args) => sliceList(realm, list, args),
    createRegExp: regExpMaker(realm),
    chargeList: (count) => {
      m.checkArgumentCount(count);
      realm.charge(count >> 2);
    },
    getPrototypeOf,
    getSuper: (base, key, receiver) => getSuper(realm, base, key, receiver),
    iteratesFast: realm.prelude.makeIterationTest(arrayIterationParts(m.mainRealm), (v) => m.iteratesFast(v)),
    stepDirectly: (next, iterator) => stepDirectly(m, next, iterator, Consumer.loop, undefined),
    delegateStep: (next, iterator, sent) => stepDirectly(m, next, iterator, Consumer.delegation, sent),
    takeReturned,
    blankRegisters: (linked) => linked.blankRegisters.slice(),
    dropRegisters: (regs) => {
      for (let i = 0; i < regs.length; i++) regs[i] = undefined;
    },
    makeFrame: (linked, regs, f, args, coroutine) => {
      const frame = new Frame(linked, regs, f, undefined, args, null, false);
      if (coroutine !== undefined) frame.coroutine = coroutine;
      return frame;
    },
    startGenerator: (frame) => startGenerator(m, frame),
    startAsync: () => startCoroutine(realm),
    iterResult: (value, done) => iterResult(realm, value, done),
    passedOn: (c, result) => passedOn(realm, c, result),
    suspend: (frame) => suspend(m, frame, frame.pc),
    awaits: (c, value) => awaits(realm, c, value),
    promiseResolve: (value) => promiseResolvePlainly(realm, value) ?? selfHosted('operator_PromiseResolve', value),
    settleAsync: (c, value, kind) => {
      const promise = c.promise as GuestObject;
      return settleAsync(realm, promise, value, kind) ? undefined : selfHosted('ResolvePromise', promise, value);
    },
    completeRequest: (c, value, kind) => {
      const rest = completeRequest(realm, c, value, kind);
      return rest === null ? undefined : selfHosted('ResolvePromise', rest.promise, rest.resolution);
    },
    drainRequests: (c) => (hasRequests(c) ? selfHosted('AsyncGenerator_drain', c as unknown as Value) : undefined),
    iterationEnds: (v) => m.iterationEnds(v),
    isArray: realm.prelude.isArray,
    isView: realm.prelude.isView,
    getGlobal: (cell, orUndefined, name) => getGlobalSlow(realm, cell, orUndefined, name),
    coerceThis: (v) => (v === undefined || v === null ? realm.global : toObject(realm, v)),
    initGlobal,
    setGlobal: (cell, v, strict) => setGlobalSlow(realm, cell, v, strict),
    ctorOf: (f) => {
      f.ctor = ctorOf(f);
    },
  };
  return support;
}
