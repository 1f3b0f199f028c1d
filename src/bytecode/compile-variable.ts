// Reading and writing variables, wherever they live.
//
// Takes identifiers, which the scope analysis has resolved by their offset; emits moves, slot accesses, global accesses
// and, where the analysis could not show the binding initialised, the check for the temporal dead zone.
import type { Expression, Identifier } from 'acorn';
import { isImmutable } from '../scope/scope.ts';
import type { Binding, Scope } from '../scope/scope.ts';
import { SourceError } from '../source/diagnostics.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { Op } from './opcodes.ts';

/** The binding that an identifier stands for; null: one that is found by its name, a global, a cell of the module, or an intrinsic. */
export function bindingOf(c: FunctionCompiler, id: { readonly start: number }): Binding | null {
  const binding = resolved(c, id);
  return binding === null || binding.isCell ? null : binding;
}

/** The same with cells of the module. */
function resolved(c: FunctionCompiler, id: { readonly start: number }): Binding | null {
  const { analysis } = c.unit;
  const index = analysis.resolution[id.start];
  if (index === 0) return null;
  return analysis.bindings[index < 0 ? -index : index];
}

function isChecked(c: FunctionCompiler, id: { readonly start: number }): boolean {
  return c.unit.analysis.resolution[id.start] < 0;
}

/** The literal that an expression stands for, if it is the name of a constant that is initialised; else the expression. */
export function literalOf(c: FunctionCompiler, node: Expression): Expression {
  if (node.type !== 'Identifier') return node;
  const { analysis } = c.unit;
  const index = analysis.resolution[node.start];
  return index > 0 ? (analysis.bindings[index].literal ?? node) : node;
}

/** The register of a variable that can be used as it is, or -1. */
export function registerOf(c: FunctionCompiler, id: Identifier): number {
  const binding = bindingOf(c, id);
  if (binding === null || binding.captured) return -1;
  if (isChecked(c, id)) {
    c.e.at(id.start);
    c.e.emit(Op.CheckEmpty, binding.register, c.e.name(id.name));
  }
  return binding.register;
}

/** The register that an assignment to the variable can be computed into, or -1. */
export function targetRegister(c: FunctionCompiler, id: Identifier): number {
  const binding = bindingOf(c, id);
  return binding === null || binding.captured || isChecked(c, id) || isImmutable(binding) ? -1 : binding.register;
}

/** The register that holds the scope object of a binding, or from which one gets to it, and how many levels up it is. */
function scopeOf(c: FunctionCompiler, binding: Binding): { register: number; levels: number } {
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
  c.e.emit(Op.GetSlot, dst, register, levels, binding.slot);
}

/** Sets a captured binding, unchecked. */
export function storeCaptured(c: FunctionCompiler, binding: Binding, source: number): void {
  const { register, levels } = scopeOf(c, binding);
  c.e.emit(Op.SetSlot, register, levels, binding.slot, source);
}

/** r[dst] = the variable. */
export function readVariable(c: FunctionCompiler, id: Identifier, dst: number): void {
  const { e } = c;
  const binding = bindingOf(c, id);
  if (binding === null) {
    readGlobal(c, id, dst);
    return;
  }
  if (!binding.captured) {
    const register = registerOf(c, id);
    if (register !== dst) e.emit(Op.Move, dst, register);
    return;
  }
  // A slot that starts empty is checked by all who read it: the verifier does not know the order of the text.
  if (!binding.checked) {
    loadCaptured(c, binding, dst);
    return;
  }
  const { register, levels } = scopeOf(c, binding);
  e.at(id.start);
  e.emit(Op.GetSlotChecked, dst, register, levels, binding.slot, e.name(id.name));
}

/** undefined, NaN and Infinity cannot be assigned nor shadowed in the global scope, so they are constants. */
function readGlobal(c: FunctionCompiler, id: Identifier, dst: number): void {
  const { e } = c;
  if (resolved(c, id) !== null) {
    e.at(id.start);
    e.emit(Op.GetGlobal, dst, e.name(id.name));
  } else if (id.name === 'undefined') e.emit(Op.LoadUndefined, dst);
  else if (id.name === 'NaN' || id.name === 'Infinity') e.emit(Op.LoadConst, dst, e.primitive(id.name === 'NaN' ? NaN : Infinity));
  else {
    e.at(id.start);
    e.emit(c.unit.selfHosted ? Op.LoadIntrinsic : Op.GetGlobal, dst, e.name(id.name));
  }
}

/** r[dst] = the variable, for typeof: undefined if there is no such global. */
export function readForTypeof(c: FunctionCompiler, id: Identifier, dst: number): void {
  if (bindingOf(c, id) !== null || c.unit.selfHosted || (id.name === 'undefined' && resolved(c, id) === null)) {
    readVariable(c, id, dst);
    return;
  }
  c.e.at(id.start);
  c.e.emit(Op.GetGlobalOrUndefined, dst, c.e.name(id.name));
}

/** The variable = r[source], as an assignment, reported at `offset`. */
export function assignVariable(c: FunctionCompiler, id: Identifier, source: number, offset: number): void {
  const { e } = c;
  const binding = bindingOf(c, id);
  e.at(offset);
  if (binding === null) {
    if (c.unit.selfHosted) {
      throw new SourceError(`'${id.name}' is not a variable`, c.unit.source.name, c.unit.text, id.start);
    }
    // The cell of an import is that of the module which may assign to it.
    if (resolved(c, id)?.kind === 'import') e.emit(Op.ThrowConstAssign, e.name(id.name));
    else e.emit(Op.SetGlobal, e.name(id.name), source);
    return;
  }
  if (isImmutable(binding)) {
    if (isChecked(c, id)) {
      const mark = c.mark();
      readVariable(c, id, c.temp());
      c.release(mark);
    }
    if (binding.kind !== 'self' || c.info.strict) e.emit(Op.ThrowConstAssign, e.name(id.name));
    return;
  }
  if (binding.captured) {
    if (isChecked(c, id)) {
      const { register, levels } = scopeOf(c, binding);
      e.emit(Op.SetSlotChecked, register, levels, binding.slot, source, e.name(id.name));
    } else {
      storeCaptured(c, binding, source);
    }
    return;
  }
  if (isChecked(c, id)) e.emit(Op.CheckEmpty, binding.register, e.name(id.name));
  if (source !== binding.register) e.emit(Op.Move, binding.register, source);
}

/** Initialises the variable that a declaration introduces at `id`; `compute` gives the value in the register it is told. */
export function initialise(c: FunctionCompiler, id: Identifier, compute: (dst: number) => void): void {
  const binding = bindingOf(c, id);
  if (binding !== null && !binding.captured) {
    const { register } = binding;
    // Only a binding that is checked can be seen before it is initialised.
    if (binding.initEnd >= 0 && !binding.checked) c.asTemp(register, () => compute(register));
    else compute(register);
    return;
  }
  const mark = c.mark();
  const value = c.temp();
  compute(value);
  storeInitial(c, id, binding, value);
  c.release(mark);
}

/** The same with the value in a register already. */
export function initialiseFrom(c: FunctionCompiler, id: Identifier, source: number): void {
  const binding = bindingOf(c, id);
  if (binding === null || binding.captured) storeInitial(c, id, binding, source);
  else if (binding.register !== source) c.e.emit(Op.Move, binding.register, source);
}

function storeInitial(c: FunctionCompiler, id: Identifier, binding: Binding | null, source: number): void {
  const { e } = c;
  if (binding !== null) storeCaptured(c, binding, source);
  else e.emit(Op.InitGlobal, e.name(id.name), source);
}
