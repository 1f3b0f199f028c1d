// The second part of the verifier: what each register holds at each place, by abstract interpretation.
//
// Takes a template whose structure has been checked (verify-structure.ts) and the static chain of the scope that its
// closures are made in. Guarantees that an instruction finds in its registers what it takes for granted (kinds.ts): scopes
// of the right shape, private names, enumerations, the array or object it has made itself; and that none of these, nor the
// empty value or the marker of a fast iteration, gets into a place that the guest can see. Gives, for each child that is
// instantiated, the chain of its closures.
//
// The analysis runs over the blocks until nothing changes, then once more to check, since only the final sets of kinds
// count. Code that cannot be reached is not looked at: it does not run.

import type { Chain, Slots } from './chains.ts';
import { describeKinds, gives, Kind, OBJECT, reads, VALUE } from './kinds.ts';
import { instructionLength, Op, opcodes, type OpName } from './opcodes.ts';
import { isConflict, kindsOf, published, UNKNOWN_SCOPE, without, type Detail } from './register-state.ts';
import type { Template } from './template.ts';
import { RegisterStates, type ChildUse, type TypeContext } from './verify-states.ts';

export function checkTypes(template: Template, chain: Chain | null, context: TypeContext): ReadonlyMap<number, ChildUse> {
  return new TypeCheck(template, chain, context).run();
}

/** Kinds wanted per opcode and read register, and given per opcode. */
const readsByCode = opcodes.map((row) => reads[row.name as OpName] ?? []);
const givesByCode = Int32Array.from(opcodes, (row) => gives[row.name as OpName] ?? VALUE);

class TypeCheck extends RegisterStates {
  private readonly chain: Chain | null;
  private readonly shapes: readonly Slots[];
  private readonly children = new Map<number, ChildUse>();

  constructor(template: Template, chain: Chain | null, context: TypeContext) {
    super(template, context);
    this.chain = chain;
    this.shapes = template.scopes.map((shape) => context.chains.slots(shape));
  }

  run(): ReadonlyMap<number, ChildUse> {
    this.linkedFunctions();
    this.now.set(this.initial());
    this.reach(0);
    const { leaders } = this.layout;
    // Lowest first: code is laid out roughly in the order of control, so loops settle before what follows them.
    while (this.firstDirty < leaders.length) {
      const i = this.firstDirty;
      if (this.dirty[i] === 0) {
        this.firstDirty++;
        continue;
      }
      this.dirty[i] = 0;
      this.block(i);
    }
    this.checking = true;
    for (let i = 0; i < leaders.length; i++) if (this.entry[i] !== undefined) this.block(i);
    return this.children;
  }

  private initial(): Int32Array {
    const state = new Int32Array(this.t.registerCount).fill(Kind.undefined);
    for (let r = 1; r <= this.t.parameterCount; r++) state[r] = VALUE;
    switch (this.t.kind) {
      case 'script':
      case 'class':
      case 'initializer':
        state[0] = OBJECT & ~Kind.array;
        break;
      case 'derived':
        state[0] = Kind.empty;
        break;
      default:
        state[0] = VALUE & ~Kind.array;
    }
    return state;
  }

  /** The linker makes the closures of a module's functions, without a scope and without a home object. */
  private linkedFunctions(): void {
    for (const { name, template } of this.t.module?.functions ?? []) {
      if (this.context.layoutOf(this.t.children[template]).usesHome) this.fail(`the function ${name} of the module asks for a home object`);
      this.children.set(template, { chain: null });
    }
  }

  // --- Instructions.

  private block(leader: number): void {
    const { code } = this;
    this.now.set(this.entry[leader] as Int32Array);
    this.spend(1 + (this.now.length >> 2));
    this.pc = this.layout.leaders[leader];
    this.handler = -1;
    for (;;) {
      const handler = this.layout.handlerAt[this.pc];
      if (handler !== this.handler) this.enterRange(handler);
      const length = instructionLength(code, this.pc);
      this.spend(length);
      this.instruction();
      if (opcodes[code[this.pc]].terminates === true) return;
      this.pc += length;
      if (this.layout.leaderIndex[this.pc] >= 0) return this.flowTo(this.pc);
    }
  }

  /** Requires that a register holds kinds of `wanted` only, and gives its state. */
  private need(register: number, wanted: number): number {
    const state = this.now[register];
    if (this.checking && (kindsOf(state) & ~wanted) !== 0) {
      this.fail(`register ${register} may hold ${describeKinds(kindsOf(state) & ~wanted)}; the instruction takes ${describeKinds(wanted)}`);
    }
    // Once a guest value, an array is seen by others, who may freeze it or give it accessors.
    if ((state & Kind.array) !== 0 && (wanted & Kind.object) !== 0) this.set(register, published(state));
    return state;
  }

  /** Requires one kind that is not mixed with others, and gives its detail. */
  private needScope(register: number, wanted: number): Detail | null {
    const state = this.need(register, wanted);
    const kinds = kindsOf(state);
    if (kinds === Kind.scope && !isConflict(state)) return this.details.of(state);
    if (this.checking && kinds !== Kind.undefined) this.fail(`the scope in register ${register} is not the same on all ways to here`);
    return null;
  }

  /** Chain of a scope whose slots are all set; undefined if it is not known (then checking has failed, or will). */
  private needChain(register: number, wanted: number): Chain | null | undefined {
    const detail = this.needScope(register, wanted);
    if (detail === null) return kindsOf(this.now[register]) === Kind.undefined ? null : undefined;
    if (this.checking && detail.pending.length > 0) {
      const name = detail.chain?.slots.names[detail.pending[0]] ?? '';
      this.fail(`slot ${detail.pending[0]} (${name}) of the scope in register ${register} is not set yet`);
    }
    return detail.chain;
  }

  private instruction(): void {
    const { code, pc } = this;
    const a = pc + 1;
    switch (code[pc]) {
      case Op.Move:
        return this.move(code[a], code[a + 1]);
      case Op.LoadConst:
        return this.set(code[a], typeof this.t.constants[code[a + 1]] === 'bigint' ? Kind.primitive : Kind.key);
      case Op.LoadCallee:
        return this.set(code[a], this.t.kind === 'initializer' ? Kind.initializer : Kind.function);
      case Op.LoadNewTarget:
        // A class constructor runs only as part of a construction.
        return this.set(code[a], this.t.kind === 'class' || this.t.kind === 'derived' ? Kind.constructor : VALUE);
      case Op.LoadScope:
        return this.set(code[a], this.chain === null ? Kind.undefined : this.details.scope(this.chain, []));
      case Op.CoerceThis:
        this.need(0, VALUE);
        return this.set(0, OBJECT & ~Kind.array);
      case Op.CheckEmpty:
      case Op.CheckThis:
        return this.set(code[a], this.need(code[a], VALUE | Kind.empty) & ~Kind.empty);
      case Op.CheckNotInitialised:
        return this.set(code[a], this.need(code[a], VALUE | Kind.empty) & Kind.empty);
      case Op.CheckObject:
        return this.set(code[a], this.need(code[a], VALUE) & OBJECT);
      case Op.NewScope:
        return this.newScope();
      case Op.CopyScope:
        return this.copyScope();
      case Op.GetSlot:
        return this.set(code[a], this.slot(code[a + 1], code[a + 2], code[a + 3]));
      case Op.GetSlotChecked:
        return this.set(code[a], this.slot(code[a + 1], code[a + 2], code[a + 3]) & ~Kind.empty);
      case Op.SetSlot:
      case Op.SetSlotChecked:
        return this.setSlot();
      case Op.CreateMappedArguments:
        return this.mappedArguments();
      case Op.NewClosure:
        return this.newClosure();
      case Op.NewClass:
        return this.newClass();
      case Op.DirectEval:
        this.directEval();
        return this.set(code[a], VALUE);
      case Op.SetHome:
        this.operands();
        return this.set(code[a], this.now[code[a]] & ~Kind.homeless);
      case Op.GetClassParent:
        // It throws unless the superclass is a constructor or null.
        this.need(code[a + 1], VALUE);
        this.set(code[a + 1], Kind.constructor | Kind.null);
        return this.set(code[a], VALUE);
      case Op.Call:
        this.operands();
        // The closure of a static block is called with the class as `this`, as the class machinery would.
        if (this.checking && (this.now[code[a + 1]] & Kind.initializer) !== 0) this.need(code[a + 2], OBJECT);
        return this.set(code[a], VALUE);
      case Op.IterStart:
        return this.iterStart();
      case Op.IterStartList:
        this.set(code[a], Kind.primitive);
        this.set(code[a + 1], Kind.undefined);
        this.set(code[a + 2], Kind.undefined);
        this.set(code[a + 3], Kind.key);
        return this.labels();
      case Op.IterStep:
        return this.iterStep();
      case Op.IterStepPair: {
        this.need(code[a + 2], VALUE);
        this.need(code[a + 3], VALUE | Kind.marker);
        const before = this.now.slice();
        this.spend(before.length >> 2);
        this.flowTo(code[a + 4]);
        this.set(code[a], VALUE);
        this.set(code[a + 1], VALUE);
        this.flowTo(code[a + 5]);
        this.now.set(before);
        return;
      }
      case Op.DelegateStep: {
        this.operands();
        const before = this.now.slice();
        this.set(code[a], VALUE);
        for (let i = 4; i < 7; i++) this.flowTo(code[a + i]);
        this.now.set(before);
        return;
      }
      case Op.JumpIfFastIter: {
        const state = this.need(code[a], VALUE | Kind.marker);
        this.refined(code[a], without(state, VALUE), code[a + 1]);
        return this.set(code[a], without(state, Kind.marker));
      }
      case Op.ForInNext:
        // The end of the enumeration leaves the destination as it is.
        this.operands();
        this.flowTo(code[a + 2]);
        return this.set(code[a], Kind.key);
      default:
        this.operands();
        this.labels();
        this.results();
    }
  }

  /** Checks the registers read, by the table. */
  private operands(): void {
    const { code, pc } = this;
    const wanted = readsByCode[code[pc]];
    const { operands } = opcodes[code[pc]];
    let n = 0;
    for (let i = 0; i < operands.length; i++) {
      const kind = operands[i];
      if (kind === 'src' || kind === 'update') {
        this.need(code[pc + 1 + i], wanted[n++] ?? VALUE);
      } else if (kind === 'srcs') {
        const count = code[pc + 1 + i];
        for (let j = 1; j <= count; j++) this.need(code[pc + 1 + i + j], wanted[n] ?? VALUE);
        n++;
      }
    }
  }

  private labels(): void {
    const { code, pc } = this;
    const { operands } = opcodes[code[pc]];
    for (let i = 0; i < operands.length; i++) {
      const at = pc + 1 + i;
      if (operands[i] === 'label') this.flowTo(code[at]);
      else if (operands[i] === 'labels') for (let j = 1; j <= code[at]; j++) this.flowTo(code[at + j]);
    }
  }

  private results(): void {
    const { code, pc } = this;
    const { operands } = opcodes[code[pc]];
    for (let i = 0; i < operands.length; i++) {
      if (operands[i] === 'dst' || operands[i] === 'update') this.set(code[pc + 1 + i], givesByCode[code[pc]]);
    }
  }

  private move(target: number, source: number): void {
    const state = this.now[source];
    if (this.checking && (state & Kind.marker) !== 0) this.fail(`register ${source} may hold the fast iteration marker, which stays in its place`);
    if (this.checking && this.details.of(state).pending.length > 0) this.fail(`register ${source} holds a scope whose typed slots are not set yet`);
    // An array that is being built lives in one register only.
    if ((state & Kind.array) !== 0 && source !== target) this.set(source, published(state));
    this.set(target, state & Kind.marker ? VALUE : state);
  }

  /** Control goes to `label` with one register known better. */
  private refined(register: number, state: number, label: number): void {
    const before = this.now[register];
    this.now[register] = state;
    this.flowTo(label);
    this.now[register] = before;
  }

  // --- Scopes.

  private newScope(): void {
    const { code, pc } = this;
    const up = this.needChain(code[pc + 2], Kind.scope | Kind.undefined);
    if (up === undefined) return this.set(code[pc + 1], UNKNOWN_SCOPE);
    const slots = this.shapes[code[pc + 3]];
    this.set(code[pc + 1], this.details.scope(this.context.chains.extend(slots, up), slots.pending));
  }

  private copyScope(): void {
    const { code, pc } = this;
    const chain = this.needChain(code[pc + 2], Kind.scope);
    if (chain === null || chain === undefined) return this.set(code[pc + 1], UNKNOWN_SCOPE);
    if (this.checking && chain.slots !== this.shapes[code[pc + 3]]) this.fail('the copied scope has another shape');
    this.set(code[pc + 1], this.details.scope(chain, []));
  }

  /** The chain whose first scope is `hops` levels up from a register. */
  private walk(register: number, hops: number, slot: number, chain: Chain | null | undefined): Chain | undefined {
    if (chain === null || chain === undefined) {
      if (this.checking) this.fail(`register ${register} does not hold a scope`);
      return undefined;
    }
    this.spend(Math.min(hops, chain.depth));
    let at: Chain | null = chain;
    for (let i = 0; i < hops && at !== null; i++) at = at.up;
    if (at === null) {
      if (this.checking) this.fail(`${hops} levels up from a scope that has ${chain.depth - 1} above it`);
      return undefined;
    }
    if (slot >= at.slots.names.length) {
      if (this.checking) this.fail(`slot ${slot} out of range (the scope has ${at.slots.names.length})`);
      return undefined;
    }
    return at;
  }

  private slot(register: number, hops: number, slot: number): number {
    const at = this.walk(register, hops, slot, this.needChain(register, Kind.scope));
    return at === undefined ? VALUE : at.slots.holds[slot];
  }

  private setSlot(): void {
    const { code, pc } = this;
    const register = code[pc + 1];
    const hops = code[pc + 2];
    const slot = code[pc + 3];
    const value = code[pc + 4];
    const detail = this.needScope(register, Kind.scope);
    // A write into the fresh scope itself is how its pending slots get set; what lies above is reached through it.
    const chain = detail?.chain;
    if (detail !== null && hops > 0) this.needChain(register, Kind.scope);
    const at = this.walk(register, hops, slot, chain);
    const checked = code[pc] === Op.SetSlotChecked;
    if (at === undefined) return void this.need(value, VALUE);
    const kinds = at.slots.accepts[slot];
    this.need(value, checked ? kinds & ~Kind.empty : kinds);
    if (detail !== null && hops === 0 && detail.pending.includes(slot)) {
      this.spend(8 * detail.pending.length);
      this.set(register, this.details.scope(at, detail.pending.filter((s) => s !== slot)));
    }
  }

  private mappedArguments(): void {
    const { code, pc } = this;
    const chain = this.needChain(code[pc + 2], Kind.scope);
    if (this.checking) {
      for (const slot of this.t.mappedSlots) {
        if (slot === -1) continue;
        const at = this.walk(code[pc + 2], 0, slot, chain);
        // The guest writes the slot through the arguments object.
        if (at !== undefined && at.slots.accepts[slot] !== VALUE) this.fail(`slot ${slot} cannot be mapped: it is not a plain variable`);
      }
    }
    this.set(code[pc + 1], Kind.object);
  }

  /** The scopes that the context describes are those that are there. */
  private directEval(): void {
    const { code, pc } = this;
    this.need(code[pc + 2], VALUE);
    let chain = this.needChain(code[pc + 3], Kind.scope | Kind.undefined);
    const context = this.t.constants[code[pc + 4]];
    if (!this.checking || chain === undefined || typeof context !== 'object' || context.type !== 'context') return;
    for (const { bindings } of context.scopes) {
      this.spend(1 + bindings.length);
      const slots: Slots | undefined = chain?.slots;
      if (slots === undefined) return this.fail('the context of the eval has more scopes than there are');
      if (slots.names.length !== bindings.length) this.fail('a scope of the context of the eval has other bindings');
      bindings.forEach((binding, i) => {
        const mayBeEmpty = (slots.holds[i] & Kind.empty) !== 0;
        if (binding.name !== slots.names[i] || binding.checked !== mayBeEmpty) this.fail(`slot ${i} of a scope of the eval is not what its context says`);
      });
      chain = (chain as Chain).up;
    }
    if (chain !== null) this.fail('the context of the eval has fewer scopes than there are');
  }

  // --- Closures.

  private useChild(index: number, register: number): void {
    const chain = this.needChain(register, Kind.scope | Kind.undefined);
    if (!this.checking || chain === undefined) return;
    const other = this.children.get(index);
    if (other !== undefined && other.chain !== chain) this.fail(`template ${index} is instantiated in two different scopes`);
    this.children.set(index, { chain });
  }

  private newClosure(): void {
    const { code, pc } = this;
    this.useChild(code[pc + 2], code[pc + 3]);
    const child = this.t.children[code[pc + 2]];
    const kind = child.kind === 'initializer' ? Kind.initializer : Kind.function;
    this.set(code[pc + 1], kind | (this.context.layoutOf(child).usesHome ? Kind.homeless : 0));
  }

  private newClass(): void {
    const { code, pc } = this;
    this.useChild(code[pc + 3], code[pc + 4]);
    const derived = this.t.children[code[pc + 3]].kind === 'derived';
    this.need(code[pc + 5], derived ? Kind.constructor | Kind.null : Kind.empty);
    // Without a superclass the parent of the prototype is known, and its register is not looked at.
    this.need(code[pc + 6], derived ? VALUE : VALUE | Kind.empty);
    this.set(code[pc + 1], Kind.function);
    this.set(code[pc + 2], Kind.literal);
  }

  // --- Iteration.

  private iterStart(): void {
    const { code, pc } = this;
    const [a, b, c, iterable, label] = code.subarray(pc + 1, pc + 6);
    const value = published(this.need(iterable, VALUE));
    // On the fast path only the three registers are written; the handler sees these writes like any other.
    const before = this.now.slice();
    this.spend(before.length >> 2);
    this.set(a, value);
    this.set(c, Kind.key);
    this.set(b, this.details.marker(a, c));
    this.flowTo(label);
    this.now.set(before);
  }

  private iterStep(): void {
    const { code, pc } = this;
    const [target, iterator, next, cursor, end, found] = code.subarray(pc + 1, pc + 7);
    this.need(iterator, VALUE);
    this.need(cursor, VALUE);
    const state = this.need(next, VALUE | Kind.marker);
    const detail = this.details.of(state);
    if (this.checking && (state & Kind.marker) !== 0 && (detail.iterable !== iterator || detail.cursor !== cursor)) {
      this.fail(`registers ${iterator}, ${next} and ${cursor} may not belong to one iteration`);
    }
    const before = this.now.slice();
    this.spend(before.length >> 2);
    if ((state & Kind.marker) !== 0) {
      // The cursor moves on within the iteration, which is why this write does not end it.
      this.replace(cursor, Kind.key);
      this.replace(next, without(state, VALUE));
      this.flowTo(end);
      this.set(target, VALUE);
      this.flowTo(found);
      this.now.set(before);
    }
    if ((state & VALUE) !== 0) {
      // The iterator may be a generator, which is resumed without its `next` being called.
      this.set(next, without(state, Kind.marker));
      this.flowTo(end);
      this.set(target, VALUE);
      this.flowTo(found);
      this.now.set(before);
    }
    this.set(next, without(state, Kind.marker));
  }
}
