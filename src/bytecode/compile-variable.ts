// Reading and writing variables, wherever they live.
//
// Takes identifiers, which the scope analysis has resolved by their offset; emits moves, slot accesses, global accesses
// and, where the analysis could not show the binding initialised, the check for the temporal dead zone.
import type { Expression, Identifier } from 'acorn';
import { isImmutable } from '../scope/scope.ts';
import type { Binding, GlobalNames } from '../scope/scope.ts';
import { SourceError } from '../source/diagnostics.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { loadCaptured, noteRead, scopeOf, storeCaptured } from './compile-slot.ts';
import { dynamicsOf, ifFound, lookUp } from './compile-with.ts';
import { Label } from './emitter.ts';
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
  if (dynamicsOf(c, node) !== undefined) return node;
  return index > 0 ? (analysis.bindings[index].literal ?? node) : node;
}

/** The register of a variable that can be used as it is, or -1. */
export function registerOf(c: FunctionCompiler, id: Identifier): number {
  const binding = bindingOf(c, id);
  if (binding === null || binding.captured || dynamicsOf(c, id) !== undefined) return -1;
  checkInitialised(c, id, binding);
  return binding.register;
}

function checkInitialised(c: FunctionCompiler, id: Identifier, binding: Binding): void {
  if (!isChecked(c, id)) return;
  c.e.at(id.start);
  c.e.emit(Op.CheckEmpty, binding.register, c.e.name(id.name));
}

/** The register that an assignment to the variable can be computed into, or -1. */
export function targetRegister(c: FunctionCompiler, id: Identifier): number {
  const binding = bindingOf(c, id);
  return binding === null || binding.captured || dynamicsOf(c, id) !== undefined || isChecked(c, id) || isImmutable(binding) ? -1 : binding.register;
}

/** True if the name is that of a global and nothing else can come in between. */
export function isGlobal(c: FunctionCompiler, id: { readonly start: number }): boolean {
  return bindingOf(c, id) === null && dynamicsOf(c, id) === undefined;
}

/**
 * A reference to a variable: the register with the object environment that has it (compile-with.ts), or undefined if it is the
 * static one; -1: it can be nothing else.
 */
export type VariablePlace = number;

/** Evaluates the reference, which comes before the value that is assigned to it. */
export function variablePlace(c: FunctionCompiler, id: Identifier): VariablePlace {
  const dynamics = dynamicsOf(c, id);
  return dynamics === undefined ? -1 : lookUp(c, id, dynamics);
}

/**
 * Strict code assigns `value` to a global that this program does not declare, and evaluating the value may make one: the reference is resolved
 * before, as its own instruction. Gives the register with whether it could be, or -1.
 */
export function resolvedBefore(c: FunctionCompiler, id: Identifier, value: Expression): number {
  if (!c.info.strict || !isGlobal(c, id) || resolved(c, id) !== null || !hasEffects(value) || declares(c.unit.analysis.globals, id.name)) return -1;
  const register = c.temp();
  c.e.at(id.start);
  c.e.emit(Op.HasGlobal, register, c.e.name(id.name));
  return register;
}

/** PutValue of the reference that `resolvedBefore` was asked for. */
export function assignResolved(c: FunctionCompiler, id: Identifier, wasResolved: number, source: number, offset: number): void {
  if (wasResolved >= 0) {
    const found = new Label();
    c.e.branch(Op.JumpIfTrue, wasResolved, found);
    c.e.at(offset);
    c.e.emit(Op.ThrowError, 2, c.e.primitive(`${id.name} is not defined`));
    c.e.bind(found);
  }
  assignStatic(c, id, source, offset);
}

function hasEffects({ type }: Expression): boolean {
  return type !== 'Literal' && type !== 'Identifier' && type !== 'FunctionExpression' && type !== 'ArrowFunctionExpression' && type !== 'ThisExpression';
}

function declares({ lets, consts, vars, functions, annexB }: GlobalNames, name: string): boolean {
  return lets.includes(name) || consts.includes(name) || vars.includes(name) || annexB.includes(name) || functions.some(({ id }) => id.name === name);
}

/** r[dst] = the variable. */
export function readVariable(c: FunctionCompiler, id: Identifier, dst: number): void {
  readVariableAt(c, id, variablePlace(c, id), dst);
}

export function readVariableAt(c: FunctionCompiler, id: Identifier, place: VariablePlace, dst: number): void {
  if (place < 0) {
    readStatic(c, id, dst);
    return;
  }
  c.e.at(id.start);
  ifFound(c, place, () => c.e.emit(Op.GetName, dst, place, c.e.name(id.name)), () => readStatic(c, id, dst));
}

/** The variable = r[source], as an assignment, reported at `offset`. */
export function assignVariable(c: FunctionCompiler, id: Identifier, source: number, offset: number): void {
  assignVariableAt(c, id, variablePlace(c, id), source, offset);
}

export function assignVariableAt(c: FunctionCompiler, id: Identifier, place: VariablePlace, source: number, offset: number): void {
  if (place < 0) {
    assignStatic(c, id, source, offset);
    return;
  }
  c.e.at(offset);
  ifFound(c, place, () => c.e.emit(Op.SetName, place, c.e.name(id.name), source), () => assignStatic(c, id, source, offset));
}

/** delete of a variable, which only object environments and the global object allow. */
export function deleteVariable(c: FunctionCompiler, id: Identifier, dst: number): void {
  const { e } = c;
  const isStatic = (): void => {
    if (bindingOf(c, id) === null) e.emit(Op.DeleteGlobal, dst, e.name(id.name));
    else e.emit(Op.LoadFalse, dst);
  };
  const mark = c.mark();
  const place = variablePlace(c, id);
  if (place < 0) isStatic();
  else ifFound(c, place, () => e.emit(Op.DeleteProp, dst, place, e.name(id.name)), isStatic);
  c.release(mark);
}

function readStatic(c: FunctionCompiler, id: Identifier, dst: number): void {
  const { e } = c;
  const binding = bindingOf(c, id);
  if (binding === null) {
    readGlobal(c, id, dst);
    return;
  }
  if (!binding.captured) {
    checkInitialised(c, id, binding);
    if (binding.register !== dst) e.emit(Op.Move, dst, binding.register);
    return;
  }
  // A slot that starts empty is checked by all who read it: the verifier does not know the order of the text.
  if (!binding.checked) {
    loadCaptured(c, binding, dst);
    return;
  }
  const { register, levels } = scopeOf(c, binding);
  e.at(id.start);
  noteRead(c, binding, e.emit(Op.GetSlotChecked, dst, register, levels, binding.slot, e.name(id.name)));
}

/** The one name that library code reads and assigns as a global: see interpreter/priming.ts. */
export const PRIMED_GLOBAL = 'PrimedGlobal';

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
    e.emit(c.unit.selfHosted && id.name !== PRIMED_GLOBAL ? Op.LoadIntrinsic : Op.GetGlobal, dst, e.name(id.name));
  }
}

/** r[dst] = the variable, for typeof: undefined if there is no such global. */
export function readForTypeof(c: FunctionCompiler, id: Identifier, dst: number): void {
  const isStatic = (): void => {
    if (bindingOf(c, id) !== null || c.unit.selfHosted || (id.name === 'undefined' && resolved(c, id) === null)) {
      readStatic(c, id, dst);
      return;
    }
    c.e.at(id.start);
    c.e.emit(Op.GetGlobalOrUndefined, dst, c.e.name(id.name));
  };
  const mark = c.mark();
  const place = variablePlace(c, id);
  if (place < 0) isStatic();
  else ifFound(c, place, () => c.e.emit(Op.GetName, dst, place, c.e.name(id.name)), isStatic);
  c.release(mark);
}

function assignStatic(c: FunctionCompiler, id: Identifier, source: number, offset: number): void {
  const { e } = c;
  const binding = bindingOf(c, id);
  e.at(offset);
  if (binding === null) {
    if (c.unit.selfHosted && id.name !== PRIMED_GLOBAL) {
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
      readStatic(c, id, c.temp());
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
