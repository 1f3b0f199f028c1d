// Which accesses to lexical bindings can happen in the temporal dead zone.
//
// Takes references as they are resolved; says which of them must check. A declaration of let, const or class stands
// directly in its block, so within its function whatever comes later in the text runs later, another case of the same
// switch excepted. A use in an inner function is safe if the closure cannot be called before the declaration has run:
//  - it is made later in the text than the declaration ends; or
//  - it can be reached through one binding only (a function declaration, `const f = () => ...`, a method of such an
//    object literal or class), and that binding's own uses all come later. This settles the module pattern: functions
//    hoisted above the constants that they use, called at the end.
import type { Binding, FunctionInfo } from './scope.ts';

interface Deferred {
  readonly binding: Binding;
  readonly start: number;
  readonly via: FunctionInfo;
}

export class Order {
  readonly #deferred = new Map<FunctionInfo, Deferred[]>();
  readonly #onChecked: (start: number, binding: Binding) => void;

  /** `onChecked` is told of each reference that has to check. */
  constructor(onChecked: (start: number, binding: Binding) => void) {
    this.#onChecked = onChecked;
  }

  /** Decides about a reference that has just been resolved to a binding that has a dead zone, at once or in `settle`. */
  resolved(start: number, via: FunctionInfo | null, binding: Binding): void {
    if (binding.kind === 'classname') {
      if (inRanges(start, binding.scope.headRanges)) this.#onChecked(start, binding);
      return;
    }
    if (via === null) {
      if (!isAfter(start, binding)) this.#onChecked(start, binding);
      return;
    }
    if (isAfter(via.createdAt, binding)) return;
    const holder = via.holder;
    // Reaching the closure means reading the very binding, which is initialised then.
    if (holder === binding) return;
    // What a module exports can be called by another one before this one has run.
    if (holder === null || !holder.isHolder || holder.scope.func !== binding.scope.func) {
      this.#onChecked(start, binding);
      return;
    }
    const owner = binding.scope.func;
    const list = this.#deferred.get(owner);
    if (list === undefined) this.#deferred.set(owner, [{ binding, start, via }]);
    else list.push({ binding, start, via });
  }

  /** To be called when all references in `func` have been resolved: decides what `resolved` had to put off. */
  settle(func: FunctionInfo): void {
    const deferred = this.#deferred.get(func);
    if (deferred === undefined) return;
    this.#deferred.delete(func);
    const reach = new Reach(func);
    for (const { binding, start, via } of deferred) {
      if (!isAfter(reach.of(via.holder as Binding), binding)) this.#onChecked(start, binding);
    }
  }
}

function isAfter(offset: number, binding: Binding): boolean {
  if (offset >= binding.initEnd) return offset < binding.orderEnd;
  return offset >= binding.patternInit && offset < binding.patternEnd;
}

function inRanges(offset: number, ranges: readonly number[]): boolean {
  for (let i = 0; i < ranges.length; i += 2) {
    if (offset >= ranges[i] && offset < ranges[i + 1]) return true;
  }
  return false;
}

/**
 * For each holder of closures the first offset at which running code can get at them.
 * A use in the function itself counts by its own offset, a use in a closure that is held in turn by when that holder can
 * be reached, a use in any other closure by when that closure is made. The least fixed point is found by walking
 * the uses backwards from the holders that are reached first.
 */
class Reach {
  readonly #offset = new Map<Binding, number>();

  constructor(func: FunctionInfo) {
    const direct: { binding: Binding; offset: number }[] = [];
    const usedBy = new Map<Binding, Binding[]>();
    for (const binding of func.holders) {
      // Eval code may use it whenever it comes.
      let offset = func.hasEval ? 0 : binding.firstUse;
      for (const via of binding.usedBy) {
        if (via.holder === null || !via.holder.isHolder || via.holder.scope.func !== func) {
          offset = Math.min(offset, via.createdAt);
        } else if (via.holder !== binding) {
          const users = usedBy.get(via.holder);
          if (users === undefined) usedBy.set(via.holder, [binding]);
          else users.push(binding);
        }
      }
      direct.push({ binding, offset });
    }
    direct.sort((x, y) => x.offset - y.offset);
    for (const { binding, offset } of direct) {
      // Whoever is reached is found first from the earliest start, so the first offset noted is the least.
      const pending = [binding];
      for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        if (this.#offset.has(next)) continue;
        this.#offset.set(next, offset);
        const reached = usedBy.get(next);
        if (reached !== undefined) pending.push(...reached);
      }
    }
  }

  of(binding: Binding): number {
    return this.#offset.get(binding) ?? 0;
  }
}
