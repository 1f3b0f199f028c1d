// What each register holds, as far as the verifier knows: at the beginning of each block, and at the place that it is looking at.
//
// A block is looked at again whenever less is known at its beginning than before. A handler gets what registers hold anywhere in the range that it covers. All of
// this is charged to a budget.

import type { Chain, Chains } from './chains.ts';
import { Kind, VALUE } from './kinds.ts';
import { instructionLength, Op } from './opcodes.ts';
import { Details, forget, join } from './register-state.ts';
import type { Template } from './template.ts';
import { VerifyError } from './verify-error.ts';
import type { Layout } from './verify-structure.ts';

/** How much work one verification may take; a hostile file must not keep it busy. */
export class Budget {
  private left: number;

  constructor(units: number) {
    this.left = units;
  }

  /** False once the budget is spent. */
  spend(units: number): boolean {
    this.left -= units;
    return this.left >= 0;
  }
}

/** Words of state kept for one template: registers times blocks. 64 MiB. */
const MAX_STATE_WORDS = 1 << 24;

export interface ChildUse {
  readonly chain: Chain | null;
}

/** What the checker needs to know about other templates. */
export interface TypeContext {
  readonly chains: Chains;
  readonly budget: Budget;
  readonly layoutOf: (template: Template) => Layout;
}

export abstract class RegisterStates {
  protected readonly t: Template;
  protected readonly code: Int32Array;
  protected readonly context: TypeContext;
  protected readonly layout: Layout;
  protected readonly details = new Details(() => this.fail('too many different scopes in one function'));
  /** Per leader the state at its start, or undefined while it has not been reached. */
  protected readonly entry: (Int32Array | undefined)[] = [];
  private stateWords = 0;
  protected readonly dirty: Uint8Array;
  /** No leader below this index is dirty. */
  protected firstDirty = 0;
  /** The state at the current place, in the instruction at `pc` under `handler` (index, or -1). */
  protected readonly now: Int32Array;
  protected pc = 0;
  protected handler = -1;
  /** The last pass, in which nothing changes any more and complaints count. */
  protected checking = false;
  /** Per register the marker registers of iterations that it takes part in; writing it ends what is known of them. */
  private readonly markersOf = new Map<number, number[]>();

  constructor(template: Template, context: TypeContext) {
    this.t = template;
    this.code = template.code;
    this.context = context;
    this.layout = context.layoutOf(template);
    this.dirty = new Uint8Array(this.layout.leaders.length);
    this.now = new Int32Array(template.registerCount);
    this.findIterations();
  }

  protected fail(reason: string): never {
    throw new VerifyError(this.t, this.pc, reason);
  }

  protected spend(units: number): void {
    if (!this.context.budget.spend(units)) this.fail('verification would take too long');
  }

  private findIterations(): void {
    const { code } = this;
    for (let pc = 0; pc < code.length; pc += instructionLength(code, pc)) {
      if (code[pc] !== Op.IterStart) continue;
      for (const r of [code[pc + 1], code[pc + 3]]) {
        const markers = this.markersOf.get(r) ?? [];
        if (!markers.includes(code[pc + 2])) markers.push(code[pc + 2]);
        this.spend(markers.length);
        this.markersOf.set(r, markers);
      }
    }
  }

  /** Joins the current state into the one at the block that starts at `pc`. */
  protected flowTo(pc: number): void {
    if (this.checking) return;
    const { now } = this;
    const leader = this.layout.leaderIndex[pc];
    this.spend(1 + (now.length >> 2));
    const state = this.entry[leader];
    if (state === undefined) return void this.reach(leader);
    let changed = false;
    for (let r = 0; r < now.length; r++) {
      if (state[r] === now[r]) continue;
      const joined = join(state[r], now[r]);
      if (joined === state[r]) continue;
      state[r] = joined;
      changed = true;
    }
    if (changed) this.touch(leader);
  }

  /** The handler that covers the place from here on gets the current state, with the exception in its register. */
  protected enterRange(handler: number): void {
    this.handler = -1;
    if (handler >= 0 && !this.checking) {
      const { target, register } = this.t.handlers[handler];
      const before = this.now.slice();
      this.set(register, VALUE);
      this.flowTo(target);
      this.now.set(before);
    }
    this.handler = handler;
  }

  /** Gives the leader the current state as its first. */
  protected reach(leader: number): Int32Array {
    this.stateWords += this.now.length;
    if (this.stateWords > MAX_STATE_WORDS) this.fail('the function has too many registers and blocks to be verified');
    const state = this.now.slice();
    this.entry[leader] = state;
    this.touch(leader);
    return state;
  }

  private touch(leader: number): void {
    this.dirty[leader] = 1;
    if (leader < this.firstDirty) this.firstDirty = leader;
  }

  /** Writes a register. A handler that covers the place may find the new state or the old one. */
  protected set(register: number, state: number): void {
    this.replace(register, state);
    const markers = this.markersOf.get(register);
    if (markers === undefined) return;
    this.spend(markers.length);
    for (const marker of markers) {
      const now = this.now[marker];
      const { iterable, cursor } = this.details.of(now);
      if ((now & Kind.marker) !== 0 && (iterable === register || cursor === register)) this.replace(marker, forget(now));
    }
  }

  protected replace(register: number, state: number): void {
    this.now[register] = state;
    if (this.handler < 0 || this.checking) return;
    const handler = this.t.handlers[this.handler];
    if (register === handler.register) return;
    // A marker whose iteration the exception overwrites is worth nothing in the handler.
    const { iterable, cursor } = this.details.of(state);
    if (iterable === handler.register || cursor === handler.register) state = forget(state);
    const leader = this.layout.leaderIndex[handler.target];
    const there = this.entry[leader];
    if (there === undefined) return;
    const joined = join(there[register], state);
    if (joined !== there[register]) {
      there[register] = joined;
      this.touch(leader);
    }
  }
}
