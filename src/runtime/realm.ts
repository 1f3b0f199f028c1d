// A realm: the guest's intrinsics and global environment, and the cells that interpreter, natives and generated code share.
//
// Takes a host realm and the services of the embedder; gives what natives need: prototypes, error classes, the fuel
// charge, global cells, hooks. Builtins are installed by intrinsics/index.ts. A VM has one realm, and more if it is asked for them.

import type { Template } from '../bytecode/template.ts';
import type { HostCollections } from './collections.ts';
import type { AsyncGeneratorRequest, Coroutine } from './coroutine.ts';
import type { ErrorName, Trace } from './errors.ts';
import { installHiddenAccessors, makeNative, slotAccessor } from './function.ts';
import { GlobalCell, GlobalSlot } from './global-cell.ts';
import type { HostRealm } from './host-realm.ts';
import type { HostViews } from './host-views.ts';
import type { CommonJsLoader } from './intrinsics/common-js.ts';
import { Intrinsics } from './intrinsics-map.ts';
import { mangle } from './keys.ts';
import { LastMatch } from './last-match.ts';
import type { LinkedTemplate } from './linked.ts';
import type { Prelude } from './prelude.ts';
import { JobQueue, type PromiseData } from './promise.ts';
import { Protectors } from './protectors.ts';
import { isProxy } from './proxy.ts';
import type { TimeZone } from './time-zone.ts';
import { Timers } from './timers.ts';
import {
  EMPTY,
  PROXY_MET,
  type Conversion,
  type GuestFunction,
  type GuestObject,
  type HostCode,
  type HostConstruct,
  type HostKey,
  type Value,
} from './values.ts';

/** Indexes into Realm.cell. Counters live in an Int32Array because generated code updates them (DESIGN 4, rule 1). */
export const FUEL = 0;
/** Guest frames on the stack, interpreted and compiled. */
export const DEPTH = 1;
/** Depth at which a function entry takes the slow path: the guest limit, or sooner where the host stack runs short (I4). */
export const DEPTH_LIMIT = 2;

/**
 * Fuel that compiled code has burnt in a loop without calls and has not charged yet: what is left is cell[FUEL] - cell[PENDING]. It is zero
 * whenever control is elsewhere; accessor thunks (function.ts) charge it before the guest runs.
 */
export const PENDING = 3;

/** What the call that compiled code makes has been charged for its list of arguments: it is given back if the call goes again, since it is charged anew then. */
export const LISTED = 4;

/** Largest amount of fuel held in the cell at once; the rest is a reserve that the process refills it from. */
export const FUEL_CHUNK = 1 << 30;

/** Arguments of one call; the host passes them on its stack, twice where a native passes them on. */
export const MAX_ARGUMENTS = 32768;

/** What the realm needs of the parts that come later in the way of the data. */
export interface RealmHooks {
  /** Captures the guest stack for a new error. */
  captureTrace(): Trace | null;
  /** The realm of the code `depth` guest frames below the top one; `own` if there is none. */
  callerRealm(depth: number, own: Realm): Realm;
  /** The cell cannot afford a charge of `amount` (not yet subtracted): refills it and subtracts, or unwinds to re-execute. */
  outOfFuel(amount: number): void;
  /** Unwinds, to run the calling instruction again on a flat host stack, unless nearly all of that stack is left. Nothing observable may have happened before. */
  needRoom(): void;
  /** Charges before a call of anything, which may be a native that goes again: the charge is given back then. */
  charged(amount: number, call: () => Value): Value;
  /** Code of closures that are not compiled. */
  enterInterpreter: HostCode;
  /** The code of class constructors, for calls: a TypeError. */
  callClass: HostCode;
  /** The same for a link that is not that of the closures it is called with. */
  interpreterEntry(linked: LinkedTemplate): HostCode;
  /** [[Construct]] of bytecode closures. */
  constructClosure: HostConstruct;
  /** The same of a base constructor with the object that it has to fill. */
  constructOn(f: GuestFunction, linked: LinkedTemplate, self: Value, newTarget: GuestFunction, args: Value[]): Value;
  /** Resumes a suspended coroutine (Resumption) and gives what it gives its resumer. The calling instruction may run again before anything happened; `begins` is called when it does not. */
  resumeCoroutine(c: Coroutine, resumption: number, value: Value, request?: AsyncGeneratorRequest, begins?: () => void): Value;
}

/** What the embedder provides. All of it is deterministic unless the embedder decides otherwise. */
export interface RealmServices {
  /** Writes one piece of console output, line ends included. */
  write(stream: 'out' | 'err', text: string): void;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds of a monotonic clock, for console.time and performance.now. */
  monotonic(): number;
  /** Next pseudo-random number in [0, 1). */
  random(): number;
  /** False: evals and function constructors throw an EvalError. */
  readonly evalAllowed?: boolean;
  /** Lets so many milliseconds pass, for Atomics.wait; absent: the agent cannot suspend, and waiting is a TypeError. */
  block?(milliseconds: number): void;
  /** The zone of local time; null: it is UTC. */
  readonly timeZone: TimeZone | null;
}

/** A kind of functions with a prototype of their own. */
export interface FunctionClass {
  readonly prototype: GuestObject;
  readonly GuestFunction: Prelude['GuestFunction'];
}
export type FunctionClasses = Readonly<Record<'generator' | 'async' | 'asyncGenerator', FunctionClass>>;

type PrimitiveType = 'string' | 'number' | 'boolean' | 'symbol' | 'bigint';
const primitiveIntrinsics: Readonly<Record<PrimitiveType, string>> = {
  string: 'StringPrototype',
  number: 'NumberPrototype',
  boolean: 'BooleanPrototype',
  symbol: 'SymbolPrototype',
  bigint: 'BigIntPrototype',
};

export class Realm {
  readonly host: HostRealm;
  readonly prelude: Prelude;
  readonly services: RealmServices;
  readonly hooks: RealmHooks;
  readonly cell: Int32Array;
  /** What newly linked templates take as their osrMask: the tier sets it; without one no loop header ever asks. */
  osrMask = 0x7fffffff;
  /** The same for their callThreshold, which no count reaches without a tier. */
  callThresholdOf: (template: Template) => number = () => -1;
  /** Passes new.target to a callee whose template needs it; the callee takes it and resets it at its entry. */
  newTarget: GuestFunction | undefined = undefined;

  readonly objectPrototype: GuestObject;
  readonly arrayPrototype: GuestObject;
  readonly functionPrototype: GuestFunction & GuestObject;
  readonly global: GuestObject;
  /** Prototypes and constructors of intrinsics by their specification name, as `%Map.prototype%` is 'MapPrototype'; made when they are first asked for. */
  readonly intrinsics = new Intrinsics();
  /** Natives that compiled code has as host operations, with their names for it (codegen/intrinsics.ts). */
  readonly operations = new Map<GuestFunction, string>();
  readonly cells = new Map<string, GlobalCell>();
  /** What fast paths assume of the intrinsic prototypes. */
  readonly protectors = new Protectors();
  /** Links of what was evaluated from texts (eval.ts). */
  readonly evaluated = new WeakMap<Template, LinkedTemplate>();
  /** What the legacy static properties of RegExp show. */
  readonly lastMatch = new LastMatch();
  /** Promise jobs and microtasks that wait. */
  readonly jobs: JobQueue;
  readonly timers: Timers;
  /** Promises that were rejected and have no handler, in the order of their rejection. */
  readonly unhandledRejections: Set<PromiseData>;
  private functionClassTable: FunctionClasses | null = null;
  private readonly primitivePrototypes: Record<PrimitiveType, GuestObject | null> = { string: null, number: null, boolean: null, symbol: null, bigint: null };
  /** %Promise%, and the original value of its prototype's `then`; EMPTY as long as there are no promises. */
  promiseConstructor: Value = EMPTY;
  promiseThen: Value = EMPTY;
  /** Registered symbols (Symbol.for) by key and back. */
  readonly symbolRegistry: Map<string, symbol>;
  /** See collectionsOf (collections.ts), which makes them. */
  collections: HostCollections | null = null;
  /** True once Object.prototype has an accessor or a read-only property: literals then define instead of assigning. */
  objectPrototypeExotic = false;
  /** Value of Error.stackTraceLimit as long as that is the property it was at the start; NO_STACK_LIMIT afterwards (errors.ts). */
  stackTraceLimit: Value = 10;
  /** HostLoadImportedModule, for import(): finds the module and, now or later, adds a job that goes on with it (selfhosted/module.js). */
  importModule: ((referrer: string, specifier: string, attributes: Readonly<Record<string, string>>, promise: GuestObject) => void) | null = null;
  /** Counts modules that wait for something asynchronous ([[AsyncEvaluationOrder]]). */
  asyncModules = 0;
  /** Where CommonJS modules come from, if the embedder says so. */
  commonJs: CommonJsLoader | null = null;
  /** Told of each template that is linked: how statistics and dumps find the counters (observe/). */
  onLink: ((linked: LinkedTemplate) => void) | null = null;

  /** `sibling`: another realm of the same VM, which shares its counters, jobs and registered symbols with this one. */
  constructor(host: HostRealm, services: RealmServices, hooks: RealmHooks, sibling: Realm | null = null) {
    this.host = host;
    this.prelude = host.prelude;
    this.services = services;
    this.hooks = hooks;
    // With a buffer of its own it is not moved by the host's collector, so its address is a constant in optimised code.
    this.cell = sibling?.cell ?? new Int32Array(new ArrayBuffer(20));
    this.jobs = sibling?.jobs ?? new JobQueue();
    this.timers = sibling?.timers ?? new Timers();
    this.unhandledRejections = sibling?.unhandledRejections ?? new Set<PromiseData>();
    this.symbolRegistry = sibling?.symbolRegistry ?? new Map<string, symbol>();
    if (sibling === null) {
      this.cell[FUEL] = FUEL_CHUNK;
      this.cell[DEPTH_LIMIT] = 1000;
    }
    this.objectPrototype = host.objectPrototype;
    this.arrayPrototype = host.prelude.arrayPrototype;
    const functionPrototype = makeNative(this, { name: '', length: 0, conversions: [], body: null, realm: this }, () => undefined) as GuestFunction & GuestObject;
    this.functionPrototype = functionPrototype;
    // %Function.prototype% is a function whose own prototype is %Object.prototype%, so its properties cannot be lazy.
    functionPrototype.lazy = 0;
    Object.setPrototypeOf(functionPrototype, this.objectPrototype);
    installHiddenAccessors(this, host.prelude.functionHidden, functionPrototype);
    Object.defineProperty(functionPrototype, '$length', { value: 0, configurable: true });
    Object.defineProperty(functionPrototype, '$name', { value: '', configurable: true });
    this.global = host.prelude.makeObject();
    this.intrinsics.set('ObjectPrototype', this.objectPrototype);
    this.intrinsics.set('ArrayPrototype', this.arrayPrototype);
    this.intrinsics.set('FunctionPrototype', functionPrototype);
  }

  /**
   * Charges fuel for work whose amount depends on sizes, before the work (I6). If it cannot be afforded this unwinds, and the
   * calling instruction runs again after a top-up: nothing observable may have happened before.
   */
  charge(amount: number): void {
    const cell = this.cell;
    if (amount < cell[FUEL] - cell[PENDING]) cell[FUEL] -= amount;
    else this.hooks.outOfFuel(amount);
  }

  /** A native function. `code` gets the callee, `this` and the arguments as they were passed. */
  native(name: string, length: number, code: HostCode, construct: HostConstruct | null = null): GuestFunction & GuestObject {
    return makeNative(this, { name, length, conversions: [], body: null, realm: this }, code, construct) as GuestFunction & GuestObject;
  }

  /** An intrinsic for self-hosted code, called by its name there (LoadIntrinsic). One with a general form is about its first argument. */
  intrinsic(name: string, length: number, code: HostCode, general?: string): void {
    this.intrinsics.set(name, this.native(name, length, general === undefined ? code : this.orGeneral(code, general, 'first')) as Value);
  }

  /** The prototype of a primitive; undefined and null are the caller's fault. */
  prototypeOfPrimitive(value: Value): GuestObject {
    const known = this.primitivePrototypes;
    switch (typeof value) {
      case 'string':
        return known.string ?? this.makePrimitivePrototype('string');
      case 'number':
        return known.number ?? this.makePrimitivePrototype('number');
      case 'boolean':
        return known.boolean ?? this.makePrimitivePrototype('boolean');
      case 'symbol':
        return known.symbol ?? this.makePrimitivePrototype('symbol');
      default:
        return known.bigint ?? this.makePrimitivePrototype('bigint');
    }
  }

  private makePrimitivePrototype(type: PrimitiveType): GuestObject {
    return (this.primitivePrototypes[type] = this.intrinsics.get(primitiveIntrinsics[type]) as GuestObject);
  }

  /**
   * Makes what primitives inherit from. Generated code reads properties of primitives bare, and in an emptied realm the host finds them on these
   * prototypes without asking anybody.
   */
  completePrimitives(): void {
    for (const type of Object.keys(primitiveIntrinsics) as PrimitiveType[]) this.prelude.settlePrototype(this.makePrimitivePrototype(type));
    this.prelude.settlePrototype(this.functionPrototype);
  }

  /** What makes buffers and their views, whose prototypes have their properties by then. Installers use that of the host realm. */
  get views(): HostViews {
    if (!this.viewsComplete) {
      this.viewsComplete = true;
      for (const name of ['ArrayBuffer', 'TypedArray', 'DataView']) this.intrinsics.get(name);
    }
    return this.host.views;
  }
  private viewsComplete = false;

  /** The prototype of the instances of an error class. */
  errorPrototype(name: ErrorName | 'AggregateError'): GuestObject {
    return this.intrinsics.get(`${name}Prototype`) as GuestObject;
  }

  /** Prototypes and host constructors of the closures of generators and async functions. */
  get functionClasses(): FunctionClasses {
    if (this.functionClassTable === null) {
      const { prelude, functionPrototype } = this;
      const functionClass = (): FunctionClass => {
        const { hidden, GuestFunction } = prelude.makeFunctionClass();
        const prototype = prelude.makeObjectWith(functionPrototype);
        installHiddenAccessors(this, hidden, prototype);
        return { prototype, GuestFunction };
      };
      this.functionClassTable = { generator: functionClass(), async: functionClass(), asyncGenerator: functionClass() };
      // Their closures show the guest these prototypes, which have to have their properties by then.
      this.intrinsics.get('GeneratorPrototype');
    }
    return this.functionClassTable;
  }

  cellOf(name: string): GlobalCell {
    let cell = this.cells.get(name);
    if (cell === undefined) {
      cell = new GlobalCell(name);
      this.cells.set(name, cell);
    }
    return cell;
  }

  /** Defines a property of the global object that lives in its cell. */
  defineGlobal(name: string, value: Value, attributes = { enumerable: false, configurable: true }): void {
    const cell = this.cellOf(name);
    cell.fill(value);
    this.defineCell(cell, attributes.enumerable, attributes.configurable);
  }

  /** Defines a property of the global object for an intrinsic that is made when it is first asked for. */
  declareGlobal(name: string, enumerable: boolean): void {
    const cell = this.cellOf(name);
    cell.isPending = true;
    cell.writable = true;
    cell.kind = 'property';
    this.defineCell(cell, enumerable, true);
  }

  /** Gives a declared global its value, unless the guest has replaced it before. Called when the family that it belongs to is installed. */
  provideGlobal(name: string, value: Value): void {
    const cell = this.cellOf(name);
    if (cell.isPending) cell.fill(value);
  }

  private defineCell(cell: GlobalCell, enumerable: boolean, isConfigurable: boolean): void {
    const slot = new GlobalSlot(cell, this.intrinsics, !isConfigurable);
    Object.defineProperty(this.global, mangle(cell.name), slotAccessor(slot, enumerable));
  }

  /** Defines builtin methods on an object: guest names (or symbols) to [length, code], with what orGeneral takes. */
  methods(target: GuestObject, table: Record<string, readonly [length: number, code: HostCode, general?: string, meetsFirst?: boolean]>): void {
    for (const name of Object.keys(table)) {
      const [length, code, general, meetsFirst] = table[name];
      this.method(target, name, length, general === undefined ? code : this.orGeneral(code, general, meetsFirst === true ? 'first' : null));
    }
  }

  /**
   * The code of a native that goes on, from its start, as the function `general` of the self-hosted library if it meets a Proxy: it must
   * not have had effects by then. `meets`: it is sure to meet one if its first argument or its `this` is one, and rejects nothing before; a host's throw
   * would find that out more slowly, the more so the deeper the stack is.
   */
  orGeneral(code: HostCode, general: string, meets: 'first' | 'self' | null = null): HostCode {
    const goOn = (self: Value, args: readonly Value[]): Value => {
      const g = this.selfHosted(general);
      return g.code(g, self, ...args);
    };
    // How many arguments there are tells a native something, but a list of them costs more than most of these natives.
    return function (f: GuestFunction, self: Value, a?: Value, b?: Value, c?: Value, ...more: Value[]): Value {
      const count = arguments.length;
      if (meets === null || !isProxy(meets === 'first' ? a : self)) {
        try {
          return count === 3 ? code(f, self, a) : count === 4 ? code(f, self, a, b) : count === 5 ? code(f, self, a, b, c) : count === 2 ? code(f, self) : code(f, self, a, b, c, ...more);
        } catch (error) {
          if (error !== PROXY_MET) throw error;
        }
      }
      return goOn(self, [a, b, c].slice(0, count - 2).concat(more));
    };
  }

  /** Defines one builtin method; a symbol key is named `[description]`. */
  method(target: GuestObject, key: string | symbol, length: number, code: HostCode): GuestFunction & GuestObject {
    const f = this.native(typeof key === 'symbol' ? `[${key.description ?? ''}]` : key, length, code);
    Object.defineProperty(target, this.keyOf(key), { value: f, writable: true, enumerable: false, configurable: true });
    return f;
  }

  /** Says that compiled code may have host operations for methods of an intrinsic, by their names behind `prefix`. Called when they are in place. */
  nameOperations(holder: GuestObject, prefix: string, names: readonly string[]): void {
    for (const name of names) this.nameOperation(`${prefix}.${name}`, holder[mangle(name)]);
  }

  nameOperation(name: string, f: Value): void {
    this.operations.set(f as unknown as GuestFunction, name);
  }

  /** The native of that name, wherever the guest may have put it; undefined where it is not installed yet. */
  operation(name: string): GuestFunction | undefined {
    for (const [f, known] of this.operations) if (known === name) return f;
    return undefined;
  }

  private keyOf(key: string | symbol): HostKey {
    return typeof key === 'symbol' ? key : mangle(key);
  }

  /**
   * Defines a builtin method whose arguments are converted first: `conversions` is that of `this`, then one per argument.
   * `body` gets primitives where a conversion is named. Where an object has to be converted the native ends in a tail call
   * of self-hosted code (selfhosted/conversions.js) that converts in order and then runs `body`: no host frame waits (I5).
   */
  converting(target: GuestObject, key: string | symbol, length: number, conversions: readonly Conversion[], body: HostCode): GuestFunction & GuestObject {
    const name = typeof key === 'symbol' ? `[${key.description ?? ''}]` : key;
    const f = makeNative(this, { name, length, conversions, body, realm: this }, convertingCode(this, conversions, body)) as GuestFunction & GuestObject;
    Object.defineProperty(target, this.keyOf(key), { value: f, writable: true, enumerable: false, configurable: true });
    return f;
  }

  /** Defines a builtin getter. */
  getter(target: GuestObject, key: string | symbol, code: HostCode): void {
    const name = typeof key === 'symbol' ? `get [${key.description ?? ''}]` : `get ${key}`;
    this.accessor(target, key, this.native(name, 0, code), undefined);
  }

  accessor: (target: GuestObject, key: string | symbol, get: GuestFunction | undefined, set: GuestFunction | undefined) => void = (target, key, get, set) => {
    this.defineAccessor(target, this.keyOf(key), get, set);
  };

  /** Set by intrinsics/index.ts (objects.ts imports this module's types only). */
  defineAccessor: (target: GuestObject, key: HostKey, get: GuestFunction | undefined, set: GuestFunction | undefined) => void = () => undefined;

  /** An intrinsic function of the self-hosted library by its name there; set by library.ts. */
  selfHosted: (name: string) => GuestFunction & GuestObject = (name) => {
    throw new Error(`the self-hosted library is not installed, but ${name} was asked for`);
  };
}

/** Code of a converting native: the body at once if what it converts is primitive, else self-hosted conversion. */
function convertingCode(realm: Realm, conversions: readonly Conversion[], body: HostCode): HostCode {
  const convertsThis = conversions[0] !== 'any';
  const count = conversions.length - 1;
  const converts: boolean[] = conversions.slice(1).map((c) => c !== 'any');
  const isObjectValue = (v: Value): boolean => typeof v === 'object' && v !== null;
  const slow = (f: GuestFunction, self: Value, args: Value[]): Value => {
    const convert = realm.selfHosted('convertAndCall');
    return convert.code(convert, undefined, f as unknown as Value, self, realm.prelude.makeArrayFrom(args));
  };
  if (count <= 2) {
    const [c0, c1] = [converts[0] ?? false, converts[1] ?? false];
    return (f, self, a, b, ...rest) => {
      if ((convertsThis && isObjectValue(self)) || (c0 && isObjectValue(a)) || (c1 && isObjectValue(b))) return slow(f, self, [a, b, ...rest]);
      return body(f, self, a, b, ...rest);
    };
  }
  return (f, self, ...args) => {
    if (convertsThis && isObjectValue(self)) return slow(f, self, args);
    for (let i = 0; i < count; i++) if (converts[i] && isObjectValue(args[i])) return slow(f, self, args);
    return body(f, self, ...args);
  };
}
