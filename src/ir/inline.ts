// Inlining: the code of one compilation, in which the code of small callees stands in the place of their calls.
//
// Takes a linked template with its profile; gives a body: one run of instructions over the registers of all activations, in which each word
// knows which activation it belongs to and where it stands in that one's own code. All that follows (graph, liveness, types,
// lowering) sees one function. An exit is at a pc of the body, and deopt/leave.ts makes a frame of each activation that is open there.
//
// Guarantees: a call is replaced only behind a guard of its target at the call's own pc, before anything of it has happened; the
// callee's entry stays a safepoint and charges what it charges; depth and stack traces are those of the calls.

import { Op, opcodes } from '../bytecode/opcodes.ts';
import { isCoroutine, type Handler, type Template } from '../bytecode/template.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import { NO_PROTOTYPE, type GuestFunction } from '../runtime/values.ts';
import { IrOp, lengthAt } from './ir-opcodes.ts';
import { isLive, livenessOf } from './liveness.ts';

/** An activation in a body: the function that is compiled, or a callee in the place of a call. */
export interface InlineSite {
  readonly linked: LinkedTemplate;
  /** Its register 0 in the body. */
  readonly base: number;
  /** Guest frames between it and the function that is compiled. */
  readonly level: number;
  readonly parent: InlineSite | null;
  /** The calling instruction, in the parent's own code. */
  readonly callPc: number;
  /** The closure that runs; null for the function that is compiled, which gets it when it is called. */
  readonly callee: GuestFunction | null;
  /** The call constructs. */
  readonly isConstruct: boolean;
  /** Registers that hold its arguments as they were passed, for making the arguments object; null if it makes none, and of the function that is compiled. */
  readonly args: readonly number[] | null;
}

export interface Body {
  /** The activation of the function that is compiled comes first. */
  readonly sites: readonly InlineSite[];
  readonly code: Int32Array;
  readonly registerCount: number;
  readonly handlers: readonly Handler[];
  /** See LinkedTemplate.others. */
  readonly others: Uint8Array;
  /** The most guest frames that are open beside that of the function that is compiled. */
  readonly levels: number;
  siteAt(pc: number): InlineSite;
  /** Where the word at `pc` stands in the code of its activation. */
  originOf(pc: number): number;
  /** Where the word at `pc` of the code of the function that is compiled stands in the body. */
  positionOf(pc: number): number;
}

export interface InlineLimits {
  /** Words of bytecode up to which a callee is inlined where a call has one target, and where it has several. */
  readonly single: number;
  readonly several: number;
  /** Words of a body that has inlined anything. */
  readonly total: number;
  /** The same as `single` and `total` for callees that only compute: what is known of their operands and results is worth more than the size. */
  readonly computing: number;
  readonly computingTotal: number;
  /** Guest frames that inlining opens at most; callees that only compute may open one more. */
  readonly levels: number;
}

/** The body without inlining. */
export function plainBody(linked: LinkedTemplate): Body {
  const root = rootOf(linked);
  return {
    sites: [root], code: linked.code, registerCount: linked.registerCount, handlers: linked.template.handlers, others: linked.others, levels: 0,
    siteAt: () => root, originOf: (pc) => pc, positionOf: (pc) => pc,
  };
}

const rootOf = (linked: LinkedTemplate): InlineSite => ({ linked, base: 0, level: 0, parent: null, callPc: -1, callee: null, isConstruct: false, args: null });

/** The body with the callees that the limits allow. */
export function inlineCalls(linked: LinkedTemplate, limits: InlineLimits): Body {
  if (linked.code.length > limits.total && !callsComputing(linked, limits)) return plainBody(linked);
  const inliner = new Inliner(limits, linked);
  inliner.copy(rootOf(linked));
  return inliner.finish();
}

const labelKinds = new Set(['label', 'labels']);
/** Reads or makes what only an activation of its own has. */
const ownActivation = new Set<number>([Op.CreateMappedArguments, Op.CreateRest, Op.LoadNewTarget, Op.ReturnDerived]);

const eligible = new WeakMap<Template, boolean>();

function isEligible(linked: LinkedTemplate): boolean {
  const { template } = linked;
  let known = eligible.get(template);
  if (known === undefined) {
    known = !linked.needsNewTarget && !isCoroutine(template) && template.kind !== 'script' && template.kind !== 'module' && template.kind !== 'eval';
    for (let pc = 0; known && pc < template.code.length; pc += lengthAt(template.code, pc)) {
      const op = template.code[pc];
      if (ownActivation.has(op) || opcodes[op].suspends === true) known = false;
    }
    eligible.set(template, known);
  }
  return known;
}

/** What a function that only computes consists of. */
const computingOps = new Set<number>([
  Op.Entry, Op.Block, Op.Return, Op.Jump, Op.JumpIfTrue, Op.JumpIfFalse, Op.LoadUndefined, Op.LoadNull, Op.LoadTrue, Op.LoadFalse, Op.LoadInt, Op.LoadConst, Op.Move,
  Op.Add, Op.Sub, Op.Mul, Op.Div, Op.Mod, Op.Exp, Op.BitAnd, Op.BitOr, Op.BitXor, Op.Shl, Op.Shr, Op.UShr, Op.Lt, Op.Le, Op.Gt, Op.Ge, Op.Eq, Op.Ne, Op.StrictEq, Op.StrictNe,
  Op.AddInt, Op.SubInt, Op.MulInt, Op.BitAndInt, Op.BitOrInt, Op.ShlInt, Op.ShrInt, Op.UShrInt, Op.LtInt, Op.LeInt, Op.GtInt, Op.GeInt, Op.StrictEqInt, Op.StrictNeInt,
  Op.Neg, Op.BitNot, Op.ToNumber, Op.ToNumeric, Op.Inc, Op.Dec, Op.Not, Op.LoadScope, Op.GetSlot, Op.GetGlobal,
]);
const onlyComputes = new WeakMap<Template, boolean>();

function isComputing({ template }: LinkedTemplate): boolean {
  let known = onlyComputes.get(template);
  if (known === undefined) {
    known = true;
    for (let pc = 0; known && pc < template.code.length; pc += lengthAt(template.code, pc)) known = computingOps.has(template.code[pc]);
    onlyComputes.set(template, known);
  }
  return known;
}

function callsComputing(linked: LinkedTemplate, limits: InlineLimits): boolean {
  if (linked.code.length > LARGE) return false;
  return linked.sites.some((site) => site !== undefined && site.targets.length === 1 && !site.megamorphic && site.targets[0].linked !== null
    && (site.targets[0].linked as LinkedTemplate).code.length <= limits.computing && isComputing(site.targets[0].linked as LinkedTemplate));
}
/** Words of a function that takes too long to copy. */
const LARGE = 3000;

class Inliner {
  private readonly limits: InlineLimits;
  private readonly words: number[] = [];
  private readonly origins: number[] = [];
  private readonly siteOf: number[] = [];
  private readonly sites: InlineSite[] = [];
  private readonly handlers: Handler[] = [];
  private registerCount = 0;
  private levels = 0;
  private rootPositions: ReadonlyMap<number, number> = new Map();
  /** Words of bytecode that the body takes in, but for callees that only compute. */
  private size: number;
  /** Words of those. */
  private computed = 0;

  constructor(limits: InlineLimits, linked: LinkedTemplate) {
    this.limits = limits;
    this.size = linked.code.length;
  }

  finish(): Body {
    const { sites, origins, siteOf, rootPositions } = this;
    const code = Int32Array.from(this.words);
    const others = new Uint8Array(code.length);
    for (let pc = 0; pc < code.length; pc++) others[pc] = sites[siteOf[pc]].linked.others[origins[pc]];
    return {
      sites, code, registerCount: this.registerCount, handlers: this.handlers, others, levels: this.levels,
      siteAt: (pc) => sites[siteOf[pc]],
      originOf: (pc) => origins[pc],
      positionOf: (pc) => rootPositions.get(pc) as number,
    };
  }

  private emit(site: number, origin: number, ...words: number[]): void {
    for (let i = 0; i < words.length; i++) {
      this.words.push(words[i]);
      this.origins.push(origin);
      this.siteOf.push(site);
    }
  }

  /** Copies the code of an activation; `result`: what a return does, if it is not the host's own. */
  copy(site: InlineSite, result: ((register: number, origin: number) => void) | null = null): void {
    const { linked, base } = site;
    const { code, template } = linked;
    const number = this.sites.push(site) - 1;
    this.levels = Math.max(this.levels, site.level);
    this.registerCount = Math.max(this.registerCount, base + linked.registerCount + (site.args?.length ?? 0));
    const positions = new Map<number, number>();
    const labels: { readonly at: number; readonly target: number }[] = [];
    for (let pc = 0; pc < code.length; ) {
      const length = lengthAt(code, pc);
      const op = code[pc];
      positions.set(pc, this.words.length);
      if (op === Op.Return && result !== null) {
        result(base + code[pc + 1], pc);
      } else if ((op !== Op.Call && op !== Op.New) || !this.inlined(site, number, pc, length)) {
        this.copyInstruction(site, number, pc, length, labels);
      }
      pc += length;
    }
    positions.set(code.length, this.words.length);
    for (const { at, target } of labels) this.words[at] = positions.get(target) as number;
    // The handlers of what was inlined are further in than these.
    for (const { start, end, target, register, ...rest } of template.handlers) {
      this.handlers.push({ ...rest, start: positions.get(start) as number, end: positions.get(end) as number, target: positions.get(target) as number, register: base + register });
    }
    if (site.parent === null) this.rootPositions = positions;
  }

  private copyInstruction({ linked, base }: InlineSite, number: number, pc: number, length: number, labels: { at: number; target: number }[]): void {
    const { code } = linked;
    const at = this.words.length;
    // Most words of a body come by here.
    for (let i = 0; i < length; i++) {
      this.words.push(code[pc + i]);
      this.origins.push(pc + i);
      this.siteOf.push(number);
    }
    opcodes[code[pc]].operands.forEach((kind, i) => {
      const word = at + 1 + i;
      if (kind === 'dst' || kind === 'src' || kind === 'update') this.words[word] += base;
      else if (kind === 'srcs') for (let k = 0; k < code[pc + 1 + i]; k++) this.words[word + 1 + k] += base;
      else if (kind === 'label') labels.push({ at: word, target: code[pc + 1 + i] });
      else if (labelKinds.has(kind)) for (let k = 0; k < code[pc + 1 + i]; k++) labels.push({ at: word + 1 + k, target: code[pc + 2 + i + k] });
    });
  }

  /** Puts the callees in the place of the call at `pc`, if that is worth it. */
  private inlined(site: InlineSite, number: number, pc: number, length: number): boolean {
    const { linked, base } = site;
    const { code } = linked;
    const isConstruct = code[pc] === Op.New;
    const feedback = linked.sites[code[pc + (isConstruct ? 3 : 4)]];
    if (feedback === undefined || feedback.megamorphic) return false;
    const targets = feedback.targets.filter((target) => this.takes(site, target, isConstruct, feedback.targets.length === 1));
    if (targets.length === 0) return false;
    const isComplete = targets.length === feedback.targets.length;
    const callee = base + code[pc + 2];
    const count = isConstruct ? code[pc + 4] : code[pc + 5];
    const list = pc + (isConstruct ? 5 : 6);
    const args = Array.from({ length: count }, (_, i) => base + code[list + i]);
    const dst = base + code[pc + 1];
    const next = pc + length;
    /** Words that are to hold where control joins behind the call. */
    const joins: number[] = [];
    targets.forEach((target, i) => {
      const own = target.linked as LinkedTemplate;
      const inner: InlineSite = {
        linked: own, base: this.registerCount, level: site.level + 1, parent: site, callPc: pc, callee: target, isConstruct,
        args: own.usesArguments ? args.map((_, k) => this.registerCount + own.registerCount + k) : null,
      };
      const innerNumber = this.sites.length;
      const isLast = isComplete && i === targets.length - 1;
      const operands = isConstruct ? args : [base + code[pc + 3], ...args];
      if (isLast) this.emit(number, pc, IrOp.InlineGuard, innerNumber, callee, operands.length, ...operands);
      else this.emit(number, pc, IrOp.InlineElse, innerNumber, callee, 0);
      const otherwise = this.words.length - 1;
      if (!isLast) this.emit(number, pc, Op.Block, 0, 1);
      this.passArguments(number, pc, inner, isConstruct ? null : base + code[pc + 3], args, innerNumber);
      this.emit(number, pc, IrOp.InlineEnter, innerNumber);
      this.copy(inner, (register, origin) => {
        if (isConstruct) this.emit(innerNumber, origin, IrOp.InlineResult, dst, register, inner.base);
        else this.emit(innerNumber, origin, Op.Move, dst, register);
        this.emit(innerNumber, origin, IrOp.InlineExit, innerNumber);
        this.emit(innerNumber, origin, Op.Jump, 0);
        joins.push(this.words.length - 1);
      });
      if (!isLast) {
        this.words[otherwise] = this.words.length;
        this.emit(number, pc, Op.Block, 0, 1);
      }
    });
    if (!isComplete) this.copyInstruction(site, number, pc, length, []);
    for (const at of joins) this.words[at] = this.words.length;
    this.emit(number, next, Op.Block, 0, 1);
    return true;
  }

  /** The limits allow the target; its words are counted then. */
  private takes(site: InlineSite, target: GuestFunction, isConstruct: boolean, isOnly: boolean): boolean {
    const linked = target.linked as LinkedTemplate | null;
    // Code goes by the intrinsics of one realm.
    if (linked === null || linked.realm !== site.linked.realm || !linked.isPrepared || !isEligible(linked)) return false;
    if (isConstruct ? linked.construct === null || linked.initialProto === NO_PROTOTYPE : linked.isClass) return false;
    const { length } = linked.code;
    const { limits } = this;
    // One that has not run in the interpreter has no profile.
    if (linked.code[2] === 0) return false;
    if (isOnly && length <= limits.computing && this.computed + length <= limits.computingTotal && site.level <= limits.levels && isComputing(linked)) {
      this.computed += length;
      return true;
    }
    if (site.level >= limits.levels || length > (isOnly ? limits.single : limits.several) || this.size + length > limits.total) return false;
    this.size += length;
    for (let s: InlineSite | null = site; s !== null; s = s.parent) if (s.linked.template === linked.template) return false;
    return true;
  }

  /** Sets the registers that the callee may read before it has written them. */
  private passArguments(number: number, pc: number, inner: InlineSite, self: number | null, args: readonly number[], innerNumber: number): void {
    const { linked, base } = inner;
    const live = livenessOf(linked.template).before(0);
    const { parameterCount } = linked.template;
    if (inner.isConstruct) this.emit(number, pc, IrOp.InlineThis, base, innerNumber);
    for (let r = 0; r < linked.registerCount; r++) {
      if (!isLive(live, r) || (r === 0 && inner.isConstruct)) continue;
      const from = r === 0 ? (self as number) : r <= parameterCount ? args[r - 1] : undefined;
      if (from === undefined) this.emit(number, pc, Op.LoadUndefined, base + r);
      else this.emit(number, pc, Op.Move, base + r, from);
    }
    inner.args?.forEach((register, i) => this.emit(number, pc, Op.Move, register, args[i]));
  }
}
