// What generated code calls: the slow and generic paths of instructions, as functions.
//
// Each has the full semantics of its instruction, except that conversions and calls of the guest are tail calls (so no host
// frame of ours waits for the guest), and that the caller resumes by the instruction's resume mode. Failures of writes follow
// the strictness given. The tier makes one object per machine (tiering/support.ts).

import type { Frame } from '../interpreter/frame.ts';
import type { Coroutine } from '../runtime/coroutine.ts';
import type { EnumerationCache } from '../runtime/enumeration.ts';
import type { GlobalCell } from '../runtime/global-cell.ts';
import type { HostOperations } from '../runtime/host-operations.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import type { RegExpLiteral } from '../runtime/intrinsics/regexp-data.ts';
import type { GuestFunction, GuestObject, HostKey, Scope, Value } from '../runtime/values.ts';
import type { Unit } from './unit.ts';

type GuestArray = Value[] & GuestObject;

/** `err` of a unit that leaves without an exception. */
export const NO_ERROR = Object.freeze({ noError: true });

export interface RuntimeSupport extends HostOperations {
  /**
   * Leaves a function unit: see deopt/leave.ts. `depth`: the guest depth of its caller; `values`: what it hands over, in the order that Unit states.
   */
  leave(err: unknown, unit: Unit, pc: number, f: GuestFunction, depth: number, ...values: Value[]): Value;
  /** What was thrown is the guest's, and passes a unit without handlers. */
  passes(err: unknown): boolean;
  /** What was thrown at `pc` is the guest's, and no handler of the unit is for it. */
  passesHandlers(err: unknown, unit: Unit, pc: number): boolean;
  /** Leaves an OSR unit: writes the registers back into the frame. */
  leaveLoop(err: unknown, unit: Unit, pc: number, frame: Frame, ...values: Value[]): void;
  /** Leaves a resumption unit: goes on with the frame, and gives what its resumer gets. */
  leaveResumed(err: unknown, unit: Unit, pc: number, frame: Frame, depth: number, ...values: Value[]): Value;
  /** A resumption unit finds its frame with other types than it relies on: runs it by the interpreter. */
  retyped(unit: Unit, frame: Frame): Value;
  /** A guest throw, as against a trap or a token. */
  isThrow(err: unknown): boolean;
  /** Every n-th call is true (--stress-deopt). */
  stress(): boolean;
  /** Binary and unary operators in full, by opcode. */
  operator2(op: number, a: Value, b: Value): Value;
  operator1(op: number, a: Value): Value;
  /** The same of two bigints, by opcode; undefined where an operator makes no bigint. */
  readonly bigintOperators: readonly (((a: bigint, b: bigint) => bigint) | undefined)[];
  /** Charges for a string that an operator made, if it is long. */
  chargeString(length: number): void;
  /** What a bare read of a primitive that gave undefined is in truth. */
  getPrimitive(o: Value, key: HostKey): Value;
  getLength(o: Value): Value;
  getElement(o: Value, k: Value): Value;
  setProperty(o: Value, key: HostKey, v: Value, strict: boolean): Value;
  /** `o[k]` and `o[k] = v` of code that several call sites share: see runtime/elements.ts. */
  loadElement(o: GuestObject, k: number): Value;
  storeElement(o: GuestObject, k: number, v: Value): void;
  setElement(o: Value, k: Value, v: Value, strict: boolean): Value;
  /**
   * Executes the instruction at `pc` by the interpreter's own slow path on a scratch frame, whose registers hold `operands` (the values of
   * the registers that it reads, in the order of the table). Gives that frame: its registers hold the results, its pc is the next one.
   */
  execute(unit: Unit, pc: number, f: GuestFunction | null, newTarget: GuestFunction | undefined, args: Value[] | null, operands: Value[]): Frame;
  /** Registers for an activation that makes its frame where it is suspended first, and that frame. */
  blankRegisters(linked: LinkedTemplate): Value[];
  /** Empties the registers of a frame whose values a unit has taken over, so that they hold nothing alive that the guest has dropped since. */
  dropRegisters(regs: Value[]): void;
  makeFrame(linked: LinkedTemplate, regs: Value[], f: GuestFunction, args: Value[] | null, coroutine: Coroutine | undefined): Frame;
  /** The instructions of generators and async functions (interpreter/coroutines.ts). */
  startGenerator(frame: Frame): Value;
  startAsync(): Coroutine;
  iterResult(value: Value, done: boolean): Value;
  passedOn(c: Coroutine, result: Value): Value;
  suspend(frame: Frame): Value;
  awaits(c: Coroutine, value: Value): void;
  promiseResolve(value: GuestObject): Value;
  settleAsync(c: Coroutine, value: Value, kind: number): Value;
  completeRequest(c: Coroutine, value: Value, kind: number): Value;
  drainRequests(c: Coroutine): Value;
  /** The iteration protocol of an array is unmodified. */
  iteratesFast(v: Value): boolean;
  /** The next value of a builtin iterator; ITERATION_END at its end; EMPTY if `next` has to be called. */
  stepDirectly(next: Value, iterator: Value): Value;
  /** The same for a yield*, which sends a value: gives a DelegatedResult as well. */
  delegateStep(next: Value, iterator: Value, sent: Value): Value;
  /** See takeReturned. */
  takeReturned(iterator: Value): Value;
  /** Checks the array or typed array whose iteration by index is over. */
  iterationEnds(v: Value): void;
  readonly isArray: (v: unknown) => boolean;
  readonly isView: (v: unknown) => boolean;
  getGlobal(cell: GlobalCell, orUndefined: boolean, name: string): Value;
  /** OrdinaryCallBindThis of a sloppy function, of a `this` that is no object. */
  coerceThis(v: Value): GuestObject;
  initGlobal(cell: GlobalCell, v: Value): void;
  setGlobal(cell: GlobalCell, v: Value, strict: boolean): void;
  /** `k in o`, for an object o. */
  has(k: Value, o: GuestObject): Value;
  /** The same and others of a Proxy (lower-proxy.ts). `key`: the guest's key, a string or a symbol; `k`: any value as a key. */
  isProxy(v: Value): boolean;
  /** The next key of an enumeration, which may be that of a Proxy; undefined at its end. */
  nextKey(enumeration: Value): Value;
  /** Of any object, step by step along its prototype chain. `key`: a host key. */
  getOfHeir(o: GuestObject, key: HostKey): Value;
  getElementOfHeir(o: GuestObject, k: Value): Value;
  hasHeir(k: Value, o: GuestObject): Value;
  getOfProxy(proxy: GuestObject, key: string | symbol): Value;
  getElementOfProxy(proxy: GuestObject, k: Value): Value;
  setOfProxy(proxy: GuestObject, key: string | symbol, v: Value, strict: boolean): Value;
  setElementOfProxy(proxy: GuestObject, k: Value, v: Value, strict: boolean): Value;
  /** `delete o[k]` */
  deleteElement(o: Value, k: Value, strict: boolean): Value;
  /** Calls a function of the self-hosted library. */
  callLibrary(name: string, ...args: Value[]): Value;
  /** As in slow-literals.ts. */
  spreadMethod(from: Value): Value;
  deleteOfProxy(proxy: GuestObject, k: Value, strict: boolean): Value;
  /** `v instanceof target`, for an object target. */
  instanceOf(v: Value, target: GuestObject): Value;
  /** %Function.prototype%[@@hasInstance]. */
  readonly hasInstance: Value;
  /** CreateDataProperty. */
  define(o: GuestObject, key: HostKey, v: Value): boolean;
  toHostKey(k: Value): HostKey;
  /** Appends the elements of an array that iterates fast, or of a list of arguments, to the array literal `array`. */
  appendAll(array: GuestArray, from: Value[]): void;
  /** The same of the code points of a string and of what a builtin collection or iterator gives that iterate as ever; false if `from` is none. */
  appendOther(array: GuestArray, from: Value): boolean;
  /** A new array with the elements of an array literal and of an array that iterates fast. */
  concatLists(array: Value[], from: Value[]): Value[];
  copyDataProperties(target: GuestObject, source: Value, excluded: Value[]): Value;
  /** What Object.prototype.toString gives for a value in which no Symbol.toStringTag is found. */
  builtinText(v: Value): string;
  /** The same of any value where no Symbol.toStringTag is found and nobody has to be asked for it; else undefined. */
  untaggedText(v: Value): string | undefined;
  /** See objects.ts. */
  isCopiedPlainly(source: GuestObject): boolean;
  /** Charges for a spread of a spreadable object. */
  chargeCopy(source: GuestObject): void;
  /** See intrinsics/object-assign.ts. */
  assignsBySpread(first: GuestObject, second?: GuestObject): number;
  /** The for-in enumeration of a value at a place that has the cache for itself. */
  enumerate(v: Value, cache: EnumerationCache): Value;
  createRest(args: Value[], from: number): Value;
  charge(amount: number): void;
  /** `arguments[k]`, or that of an array, where there is no such element: what the prototype has, or EMPTY where that cannot be told without its guest. */
  inheritedElement(k: number, isArray: boolean): Value;
  /** Iterating an arguments object as it was made calls no guest code. */
  argumentsIterateFast(): boolean;
  /** `iteratesFast` holds of arrays of the realm that nothing has been done to. */
  freshArraysIterate(): boolean;
  /** f.code(f, self, ...args), for many arguments. */
  callWithMany(f: GuestFunction, self: Value, args: Value[]): Value;
  createArguments(args: Value[], f: GuestFunction | null): Value;
  createMappedArguments(args: Value[], f: GuestFunction, scope: Scope, slots: readonly number[]): Value;
  /** Charges for the arguments of a spread call, and checks their number. */
  /** RegExpCreate */
  createRegExp(literal: RegExpLiteral): Value;
  chargeList(count: number): void;
  /** `slice` of arrays, of a list of arguments; EMPTY if an argument must be converted by the guest. */
  sliceList(list: Value[], args: Value[]): Value;
  /** Arguments of an activation whose only use of them is to take the rest from index `count`; null once that has happened. */
  argumentsWithRest(count: number, rest: GuestArray | null): Value[];
  getPrototypeOf(o: GuestObject): Value;
  getSuper(base: GuestObject | null, key: Value, receiver: Value): Value;
  /** Makes f.ctor, which is null. */
  ctorOf(f: GuestFunction): void;
}
