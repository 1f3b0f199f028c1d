// A linked template: what one realm adds to a template: a copy of the code with counters, host keys, cells, feedback.
//
// Takes a template that the compiler made or the verifier accepted. Children are linked when the first closure of them
// is made, code and tables are made when it is first called (`prepare`), cells when an instruction first runs, so that linking a big
// program costs little.

import { instructionLength, Op } from '../bytecode/opcodes.ts';
import { isConstructible, type Constant, type Template } from '../bytecode/template.ts';
import { LAZY_LENGTH, LAZY_NAME, LAZY_PROTOTYPE } from './function.ts';
import { mangle } from './keys.ts';
import type { ModuleRecord } from './module-record.ts';
import type { Prelude } from './prelude.ts';
import type { Collection } from './protectors.ts';
import type { GlobalCell } from './global-cell.ts';
import type { FunctionClass, Realm } from './realm.ts';
import { slotNames } from './slots.ts';
import {
  EMPTY,
  NO_PROTOTYPE,
  type GuestFunction,
  type GuestObject,
  type HostCode,
  type HostConstruct,
  type HostKey,
  type LinkedFunction,
  type Scope,
  type Value,
} from './values.ts';

/** Call targets remembered at a site before it counts as megamorphic. */
export const MAX_TARGETS = 4;

/** Feedback of a call site: its targets in the order in which they were first seen. */
export interface SiteFeedback {
  readonly targets: GuestFunction[];
  /** More than MAX_TARGETS were seen. */
  megamorphic: boolean;
}

/** Bit of LinkedTemplate.others at an IterStep: its `next` was a builtin one, which need not be called. */
export const STEPPED_DIRECTLY = 2;
/** Further bits, there and of IterStepPair: the iterator was that of a Map, and so on. */
export const STEPPED: Readonly<Record<Collection, number>> = { map: 4, set: 8, string: 16, array: 32 };

/** Bit of LinkedTemplate.others at a GetSuper: it has met an accessor, which needs the receiver. */
export const SUPER_ACCESSOR = 2;

/** Bit of LinkedTemplate.others at a GetPrivate or SetPrivate: it has met a method or an accessor. */
export const PRIVATE_FUNCTION = 2;

/** Bit of LinkedTemplate.others where an arguments object is made: compiled code could not do without it (codegen/virtual-arguments.ts). */
export const ARGUMENTS_NEEDED = 2;

/** The same of an array of arguments (codegen/virtual-lists.ts). */
export const LIST_NEEDED = 2;

/** Bits of LinkedTemplate.others at an instruction without a profile word: it has met a Proxy as its operand, and otherwise. */
export const MET_PROXY = 64;
export const MET_PROXY_INHERITED = 128;

/**
 * So often a SetProp defines a property that is not there, rather than assigns it. By an assignment through a variable key V8 gives an
 * object no more than 12 properties beyond those that its allocation has room for, and makes it a dictionary instead; a definition may add
 * 128, and once a hidden class has a successor by that key, assignments follow it.
 */
export const DEFINING_STORES = 4;

/**
 * So many registers that hold undefined. They are made one after the other, since V8 makes an array of a given length for holes, for which each load of a register
 * would have to look; a copy by `slice` is of the kind of the original.
 */
export function blankRegisters(count: number): Value[] {
  const registers: Value[] = [];
  for (let i = 0; i < count; i++) registers.push(undefined);
  return registers;
}

/** The registers of an activation of the template. V8 makes a literal where it stands; a copy is a call. */
export function freshRegisters(linked: LinkedTemplate): Value[] {
  switch (linked.registerCount) {
    case 1:
      return [undefined];
    case 2:
      return [undefined, undefined];
    case 3:
      return [undefined, undefined, undefined];
    case 4:
      return [undefined, undefined, undefined, undefined];
    case 5:
      return [undefined, undefined, undefined, undefined, undefined];
    case 6:
      return [undefined, undefined, undefined, undefined, undefined, undefined];
    case 7:
      return [undefined, undefined, undefined, undefined, undefined, undefined, undefined];
    case 8:
      return [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
    case 9:
      return [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
    case 10:
      return [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
    case 11:
      return [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
    case 12:
      return [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined];
    default:
      return linked.blankRegisters.slice();
  }
}

/** Longer texts are not compared often. */
const NAME_LENGTH = 256;

/** The constant is a string that can be a name, and none of an element: those come first in lists of names. */
function isName(constant: Constant): constant is string {
  if (typeof constant !== 'string' || constant.length > NAME_LENGTH) return false;
  const first = constant.charCodeAt(0);
  return !(first >= 48 && first <= 57 && String(Number(constant)) === constant);
}

/**
 * The same constants, as V8 is fastest with them. Of an array of doubles it makes a new number for each load, and the interpreter would load from arrays of
 * several kinds. And strings that are cut out of a text or put together are compared by their characters, those that names are by their addresses, as the
 * literals of a program natively are: what has been the name of a property comes out of the list of its names as such.
 */
function asLiterals(constants: readonly Constant[]): readonly Constant[] {
  if (constants.length === 0) return constants;
  let names: string[] = [];
  if (constants.some(isName)) {
    const holder = Object.create(null) as Record<string, true>;
    for (const constant of constants) if (isName(constant)) holder[constant] = true;
    // In the order of the constants.
    names = Object.keys(holder);
  }
  let next = 0;
  const list: Constant[] = [''];
  list.pop();
  for (const constant of constants) list.push(names[next] === constant ? names[next++] : constant);
  return list;
}

const NO_CODE = new Int32Array(0);
const NO_FLAGS = new Uint8Array(0);
/** The tables of what is not prepared: writing to them is a fault. */
const NONE = Object.freeze([]) as unknown as never[];

export class LinkedTemplate implements LinkedFunction {
  readonly template: Template;
  readonly realm: Realm;
  readonly parent: LinkedTemplate | null;
  /** The module that it belongs to; null for scripts. */
  readonly module: ModuleRecord | null;
  /** A class constructor: its closures cannot be called, only construction enters it. */
  readonly isClass: boolean;
  /** A call has to look first: it is a class constructor, or not prepared. */
  needsCare = true;
  /** It has code and tables: what follows up to `blankRegisters` is empty until then. */
  isPrepared = false;
  /** Copy of the template's code whose count and profile words are written. */
  code: Int32Array = NO_CODE;
  /** Host keys of the template's names. */
  keys: HostKey[] = NONE;
  constants: readonly Constant[] = NONE;
  registerCount = 0;
  parameterCount = 0;
  /** The frame of an activation keeps its arguments. */
  usesArguments = false;
  /** new.target is passed to it: it reads it, or calls super(). Assumed until it is prepared. */
  needsNewTarget = true;
  cells: (GlobalCell | undefined)[] = NONE;
  /** Of the self-hosted library: per name the intrinsic that LoadIntrinsic has resolved, else undefined. */
  intrinsics: Value[] = NONE;
  sites: (SiteFeedback | undefined)[] = NONE;
  /** The last target of each site, so that the interpreter's fast path compares one value. */
  lastTargets: (GuestFunction | undefined)[] = NONE;
  /**
   * Per instruction that loads a value or calls: 1 if it has given anything but a number (kept by the interpreter's fast paths, and
   * by deoptimisation for the others), STEPPED_DIRECTLY, ARGUMENTS_NEEDED and LIST_NEEDED. Per GetSuper: SUPER_ACCESSOR. Per GetPrivate and SetPrivate:
   * PRIVATE_FUNCTION. Where there is no profile word: MET_PROXY. Per SetProp: how often it has run, up to
   * DEFINING_STORES. It is indexed by pc.
   */
  others: Uint8Array = NO_FLAGS;
  /** What new closures get as code: the interpreter's stub, or the compiled unit. */
  entry: HostCode;
  /** Per-constant caches: literal makers, template objects. */
  caches: unknown[] = NONE;
  /** A loop header asks the tier when its count has these low bits set: each time once there is code for one of the loops. */
  osrMask: number;
  /** The call with this number, counted in the profile, asks the tier; negative: none does. */
  callThreshold: number;
  makeGetter: LinkedFunction['makeGetter'] = null;
  makeSetter: LinkedFunction['makeSetter'] = null;
  /** What enters the interpreter: `entry` until there is compiled code for the whole function. */
  readonly stub: HostCode;
  /** Per call site the link of its target of its own, if it has one (see `customised`). */
  private readonly customisedTargets: (LinkedTemplate | undefined)[] = [];
  /** True for a link that serves one call site only. */
  readonly isCustomised: boolean = false;
  /** What the adaptive tier knows of the places where activations of this template are resumed, by pc. */
  readonly resumedAt: unknown[] = [];
  /** Registers of an activation that has not begun: frames get a copy (see `blankRegisters`). */
  blankRegisters: Value[] = NONE;
  /** Closures that have been made of it, up to 2, which is more than one: compiled code makes them without counting. */
  private closures = 0;
  /** Told when a second closure is made or, by compiled code, may be made. */
  onSecondClosure: (() => void) | null = null;
  /** State of the adaptive tier (tiering/), null before it looks at this template. */
  tier: unknown = null;
  children: (LinkedTemplate | undefined)[] = NONE;
  scopeMakers: (((up: Scope | undefined) => Scope) | undefined)[] = NONE;
  /** What new closures get in their slots. */
  readonly construct: HostConstruct | null;
  readonly initialProto: Value;
  readonly lazy: number;
  /** Constructor of new closures: those of generators and async functions have other prototypes. */
  readonly guestFunction: Prelude['GuestFunction'];

  constructor(realm: Realm, template: Template, parent: LinkedTemplate | null = null, module: ModuleRecord | null = parent === null ? null : parent.module) {
    this.template = template;
    this.realm = realm;
    this.parent = parent;
    this.module = module;
    this.isClass = template.kind === 'class' || template.kind === 'derived';
    this.stub = realm.hooks.enterInterpreter;
    this.entry = this.stub;
    this.osrMask = realm.osrMask;
    this.callThreshold = realm.callThresholdOf(template);
    const constructible = isConstructible(template);
    const hasPrototype = constructible || template.isGenerator;
    this.construct = constructible ? realm.hooks.constructClosure : null;
    this.initialProto = hasPrototype ? EMPTY : NO_PROTOTYPE;
    this.lazy = hasPrototype ? LAZY_LENGTH | LAZY_NAME | LAZY_PROTOTYPE : LAZY_LENGTH | LAZY_NAME;
    this.guestFunction = (functionClassOf(realm, template) ?? realm.prelude).GuestFunction;
    realm.onLink?.(this);
  }

  /** Makes code and tables, for which the template is compiled if it has not been. To be called before the first activation. */
  prepare(): void {
    if (this.isPrepared) return;
    const { template } = this;
    const { code, names, scopes, siteNames, constants, registerCount } = template;
    this.code = code.slice();
    this.others = new Uint8Array(code.length);
    this.keys = names.map(mangle);
    this.constants = asLiterals(constants);
    this.registerCount = registerCount;
    this.parameterCount = template.parameterCount;
    this.usesArguments = template.usesArguments;
    this.needsNewTarget = template.usesNewTarget || template.kind === 'derived';
    this.blankRegisters = blankRegisters(registerCount);
    this.cells = new Array<GlobalCell | undefined>(names.length).fill(undefined);
    if (template.selfHosted) this.intrinsics = new Array<Value>(names.length).fill(undefined);
    this.sites = new Array<SiteFeedback | undefined>(siteNames.length).fill(undefined);
    this.lastTargets = new Array<GuestFunction | undefined>(siteNames.length).fill(undefined);
    this.caches = new Array<unknown>(constants.length).fill(undefined);
    this.children = new Array<LinkedTemplate | undefined>(template.children.length).fill(undefined);
    this.scopeMakers = new Array<undefined>(scopes.length).fill(undefined);
    this.needsCare = this.isClass;
    this.isPrepared = true;
  }

  get thisProperties(): number {
    // Register 0 holds `this`. It is a hint of how much room to give, so nothing is compiled for it.
    if (!this.isPrepared) return 0;
    const { code } = this.template;
    const names = new Set<number>();
    for (let pc = 0; pc < code.length; pc += instructionLength(code, pc)) {
      if ((code[pc] === Op.SetProp || code[pc] === Op.DefineField) && code[pc + 1] === 0) names.add(code[pc + 2]);
    }
    return names.size;
  }

  child(index: number): LinkedTemplate {
    return (this.children[index] ??= new LinkedTemplate(this.realm, this.template.children[index], this));
  }

  scopeMaker(index: number): (up: Scope | undefined) => Scope {
    return (this.scopeMakers[index] ??= this.realm.prelude.makeScopeMaker(this.template.scopes[index].lexical, slotNames));
  }

  /** The cell of a name: a binding of the module's environment, else a global. */
  cell(nameIndex: number): GlobalCell {
    return (this.cells[nameIndex] ??= this.module?.cells.get(this.template.names[nameIndex]) ?? this.realm.cellOf(this.template.names[nameIndex]));
  }

  /**
   * The target's template linked once more for one call site, so that profile, compiled code and V8's feedback are those of this site (Chambers
   * and Ungar, Customization, PLDI 1989). Closures and what the guest sees of them stay those of `target`.
   */
  customised(site: number, target: LinkedTemplate, warmth: { readonly callThreshold: number; readonly invocations: number; readonly iterations: number }): LinkedTemplate {
    const known = this.customisedTargets[site];
    if (known !== undefined && known.template === target.template) return known;
    const own = new LinkedTemplate(target.realm, target.template, target.parent, target.module);
    const mutable = own as { -readonly [K in keyof LinkedTemplate]: LinkedTemplate[K] };
    mutable.isCustomised = true;
    mutable.stub = this.realm.hooks.interpreterEntry(own);
    own.entry = own.stub;
    own.prepare();
    // It is hot already: it is compiled as soon as it has a profile, or at once if it needs none.
    own.callThreshold = warmth.callThreshold;
    own.code[2] = warmth.invocations;
    for (let pc = 0; pc < own.code.length; pc += instructionLength(own.code, pc)) if (own.code[pc] === Op.Loop) own.code[pc + 2] = warmth.iterations;
    return (this.customisedTargets[site] = own);
  }

  /** A new closure of this template over `scope`. */
  closure(scope: Scope | undefined): GuestFunction & GuestObject {
    if (this.closures < 2) this.countClosure();
    return new this.guestFunction(this.isClass ? this.realm.hooks.callClass : this.entry, this, scope, this.construct, this.initialProto, this.lazy, null) as GuestFunction & GuestObject;
  }

  private countClosure(): void {
    if (++this.closures === 2) this.expectClosures();
  }

  /** Only one closure has been made of it so far, and no code is known that makes another: the scope in which that was made is the scope of all activations until then. */
  get hasOneClosure(): boolean {
    return this.closures === 1;
  }

  /** There may be more than one closure from now on. */
  expectClosures(): void {
    this.closures = 2;
    this.onSecondClosure?.();
    this.onSecondClosure = null;
  }

  /** Remembers a call target that differs from the last one of its site. */
  recordTarget(site: number, target: GuestFunction): void {
    this.lastTargets[site] = target;
    const feedback = (this.sites[site] ??= { targets: [], megamorphic: false });
    if (feedback.megamorphic || feedback.targets.includes(target)) return;
    if (feedback.targets.length === MAX_TARGETS) feedback.megamorphic = true;
    else feedback.targets.push(target);
  }
}

function functionClassOf(realm: Realm, { isAsync, isGenerator }: Template): FunctionClass | undefined {
  if (isGenerator) return isAsync ? realm.functionClasses.asyncGenerator : realm.functionClasses.generator;
  return isAsync ? realm.functionClasses.async : undefined;
}

export function linkedOf(f: GuestFunction): LinkedTemplate {
  return f.linked as LinkedTemplate;
}
