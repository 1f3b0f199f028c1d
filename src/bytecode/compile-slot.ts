// Bindings that live in slots of scope objects.
import type { Binding, Scope } from '../scope/scope.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { Op } from './opcodes.ts';

/** The register that holds the scope object of a binding, or from which one gets to it, and how many levels up it is. */
export function scopeOf(c: FunctionCompiler, binding: Binding): { register: number; levels: number } {
  if (binding.scope.func === c.info) return { register: binding.scope.register, levels: 0 };
  return { register: c.outerScope, levels: levelsUp(c, binding.scope) };
}

/** Number of scope objects between the scope in which the running closure was made and `target`. */
function levelsUp(c: FunctionCompiler, target: Scope): number {
  let levels = 0;
  for (let s = c.info.outerScope as Scope; s !== target; s = s.parent as Scope) if (s.slots.length > 0) levels++;
  return levels;
}

/** r[dst] = a captured binding, unchecked. */
export function loadCaptured(c: FunctionCompiler, binding: Binding, dst: number): void {
  const { register, levels } = scopeOf(c, binding);
  noteRead(c, binding, c.e.emit(Op.GetSlot, dst, register, levels, binding.slot));
}

/** The instruction at `pc` reads a captured binding. */
export function noteRead(c: FunctionCompiler, binding: Binding, pc: number): void {
  if (binding.scope.func !== c.info && binding.isFixed) c.e.fixedRead(pc);
}

/** Sets a captured binding, unchecked. */
export function storeCaptured(c: FunctionCompiler, binding: Binding, source: number): void {
  const { register, levels } = scopeOf(c, binding);
  c.e.emit(Op.SetSlot, register, levels, binding.slot, source);
}

/** A variable that an eval has declared = r[source]; `target` is the binding of the object that holds it. */
export function storeEvalVariable(c: FunctionCompiler, target: Binding, name: string, source: number): void {
  const { e } = c;
  const mark = c.mark();
  const object = c.temp();
  loadCaptured(c, target, object);
  e.emit(Op.SetName, object, e.name(name), source);
  c.release(mark);
}
