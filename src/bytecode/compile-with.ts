// with statements, and names that a with statement or a direct eval may bind when the program runs.
//
// Such a name is looked for in the objects of the with statements around it, and in the objects that hold the variables which
// evals have declared, from the innermost to the place where the analysis has found its binding; only then is it that
// binding (or the global). The code is that of a chain of tests, so the binding itself is read and written as ever.
import type { Identifier, WithStatement } from 'acorn';
import type { Binding } from '../scope/scope.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { loadCaptured, storeCaptured } from './compile-slot.ts';
import { Label } from './emitter.ts';
import { Op } from './opcodes.ts';

/** The objects that have to be asked for the name before its binding, innermost first; undefined if there are none. */
export function dynamicsOf(c: FunctionCompiler, id: { readonly start: number }): readonly Binding[] | undefined {
  return c.unit.analysis.dynamics.get(id.start);
}

function objectOf(c: FunctionCompiler, binding: Binding): number {
  if (!binding.captured) return binding.register;
  const register = c.temp();
  loadCaptured(c, binding, register);
  return register;
}

/**
 * A temporary with the object that has the name, or undefined if none of `dynamics` has. `receiver`: a register, or -1, that gets
 * the `this` value of a call of the name: the object of a with statement, else undefined.
 */
export function lookUp(c: FunctionCompiler, id: Identifier, dynamics: readonly Binding[], receiver = -1): number {
  const { e } = c;
  const found = new Label();
  const environment = c.temp();
  if (receiver >= 0) e.emit(Op.LoadUndefined, receiver);
  dynamics.forEach((binding, i) => {
    const mark = c.mark();
    const isWith = binding.name === '%with';
    const object = objectOf(c, binding);
    e.at(id.start);
    e.emit(Op.LookupName, environment, object, e.name(id.name), isWith ? 1 : 0);
    c.release(mark);
    const isLast = i === dynamics.length - 1;
    if (isWith && receiver >= 0) {
      const next = new Label();
      e.branch(Op.JumpIfUndefined, environment, isLast ? found : next);
      e.emit(Op.Move, receiver, environment);
      if (!isLast) e.jump(found);
      e.bind(next);
    } else if (!isLast) {
      e.branch(Op.JumpIfNotUndefined, environment, found);
    }
  });
  e.bind(found);
  return environment;
}

/** Does one thing if the register has an object that was found, another if the name is its static binding. */
export function ifFound(c: FunctionCompiler, environment: number, found: () => void, isStatic: () => void): void {
  const { e } = c;
  const other = new Label();
  const end = new Label();
  e.branch(Op.JumpIfUndefined, environment, other);
  found();
  e.jump(end);
  e.bind(other);
  isStatic();
  e.bind(end);
}

export function compileWith(c: FunctionCompiler, node: WithStatement): void {
  const { e } = c;
  const mark = c.mark();
  const outer = c.scope;
  const scope = c.unit.analysis.scopes.get(node);
  if (scope?.dynamic == null) throw new Error('a with statement without its scope');
  if (c.completion >= 0) e.emit(Op.LoadUndefined, c.completion);
  const value = c.temp();
  c.into(node.object, value);
  c.allocate(scope);
  c.createScope(scope);
  c.scope = scope;
  e.at(node.object.start);
  const { dynamic } = scope;
  if (dynamic.captured) {
    e.emit(Op.ToObject, value, value);
    storeCaptured(c, dynamic, value);
  } else {
    e.emit(Op.ToObject, dynamic.register, value);
  }
  c.statement(node.body);
  c.scope = outer;
  c.release(mark);
}
