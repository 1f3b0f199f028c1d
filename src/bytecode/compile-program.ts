// Whole texts -> templates: scripts, the texts of eval, and modules, with what they declare before their first statement.

import type { FunctionDeclaration, Program, Statement } from 'acorn';
import type { ModuleShape } from '../scope/module-shape.ts';
import { returnValue, compileActivation } from './compile-coroutine.ts';
import { finish, FunctionCompiler, prologue, type Unit } from './compile-function.ts';
import { defaultExport, moduleTables } from './compile-module.ts';
import { scopeOf, storeCaptured, storeEvalVariable } from './compile-slot.ts';
import { bindingOf } from './compile-variable.ts';
import { Op } from './opcodes.ts';
import type { Template } from './template.ts';

/** The template of a whole script. With `completionValue` it returns the value of its last statement. */
export function compileProgram(unit: Unit, completionValue: boolean): Template {
  const { script } = unit.analysis;
  const c = new FunctionCompiler(unit, script, 0);
  prologue(c);
  declareGlobals(c);
  const body = (script.node as Program).body as Statement[];
  if (completionValue) {
    c.completion = c.local();
    c.e.emit(Op.LoadUndefined, c.completion);
  }
  c.statements(body);
  c.e.emit(Op.Return, c.completion >= 0 ? c.completion : c.undef());
  return finish(c, '', 0, 0, []);
}

/** The template of the text of an eval: it returns the completion value. */
export function compileEvalProgram(unit: Unit): Template {
  const { script } = unit.analysis;
  const c = new FunctionCompiler(unit, script, 0);
  const { e } = c;
  prologue(c);
  const body = (script.node as Program).body as Statement[];
  declareGlobals(c);
  declareEvalNames(c);
  // In strict code the functions are bindings of its own.
  if (script.strict) c.declareFunctions(body);
  c.completion = c.local();
  e.emit(Op.LoadUndefined, c.completion);
  c.statements(body);
  e.emit(Op.Return, c.completion);
  return finish(c, 'eval', 0, 0, []);
}

/** EvalDeclarationInstantiation in a function: the analysis has found the conflicts. */
function declareEvalNames(c: FunctionCompiler): void {
  const { e } = c;
  const names = c.unit.analysis.evalNames;
  if (names === null) return;
  const { target } = names;
  if (names.names.length > 0) {
    const { register, levels } = scopeOf(c, target);
    e.emit(Op.DeclareEvalVars, register, levels, target.slot, e.constant({ type: 'globals', lets: [], consts: [], vars: names.names, functions: [], annexB: [] }));
  }
  for (const node of names.functions) {
    const mark = c.mark();
    const { name } = node.id;
    const binding = bindingOf(c, node.id);
    const closure = c.temp();
    c.closure(node, closure, name);
    if (binding !== null) storeCaptured(c, binding, closure);
    else storeEvalVariable(c, target, name, closure);
    c.release(mark);
  }
}

function declareGlobals(c: FunctionCompiler): void {
  const { globals } = c.unit.analysis;
  const functions = new Map<string, FunctionDeclaration>();
  for (const node of globals.functions) {
    functions.delete(node.id.name);
    functions.set(node.id.name, node);
  }
  const names = [...functions.keys()];
  const { lets, consts, vars, annexB } = globals;
  if (lets.length + consts.length + vars.length + names.length + annexB.length === 0) return;
  c.e.emit(Op.DeclareGlobals, c.e.constant({ type: 'globals', lets, consts, vars, functions: names, annexB }));
  for (const [name, node] of functions) {
    const mark = c.mark();
    const closure = c.temp();
    c.closure(node, closure, name);
    c.e.emit(Op.DefineGlobalFunction, c.e.name(name), closure);
    c.release(mark);
  }
}

/** The template of a module. */
export function compileModuleProgram(unit: Unit, shape: ModuleShape): Template {
  const { script } = unit.analysis;
  const c = new FunctionCompiler(unit, script, 0);
  prologue(c);
  const module = moduleTables(c, shape);
  compileActivation(c, () => undefined, () => {
    // Function declarations that only the top level uses are in registers; the others are made by the linker.
    c.declareFunctions(shape.functions.filter((node) => bindingOf(c, node.id) !== null));
    for (const statement of shape.body) {
      if (statement === shape.defaultExpression) defaultExport(c, statement);
      else c.statement(statement as Statement);
    }
    returnValue(c, -1);
  });
  return { ...finish(c, '', 0, 0, []), module };
}
