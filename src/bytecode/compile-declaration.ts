// Declarations of variables, classes and, where they stand in blocks, functions.
import type { ClassDeclaration, FunctionDeclaration, VariableDeclaration } from 'acorn';
import { compileClass } from './compile-class.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { declareFrom } from './compile-pattern.ts';
import { loadCaptured, storeCaptured, storeEvalVariable } from './compile-slot.ts';
import { bindingOf, initialise } from './compile-variable.ts';
import { Op } from './opcodes.ts';

export function compileVariables(c: FunctionCompiler, node: VariableDeclaration): void {
  const isVar = node.kind === 'var';
  for (const { id, init } of node.declarations) {
    c.e.at(id.start);
    if (init != null) {
      declareFrom(c, id, init, isVar);
    } else if (!isVar && id.type === 'Identifier') {
      const binding = bindingOf(c, id);
      // A slot of a new scope is undefined already, unless it starts in its dead zone.
      if (binding !== null && binding.captured && !binding.checked) continue;
      initialise(c, id, (dst) => c.e.emit(Op.LoadUndefined, dst));
    }
  }
}

export function compileClassDeclaration(c: FunctionCompiler, node: ClassDeclaration): void {
  initialise(c, node.id, (dst) => compileClass(c, node, dst, node.id.name, -1));
}

/** Annex B.3.3: where a function declaration of a block stands, its value goes to the var of its name as well. */
export function compileBlockFunction(c: FunctionCompiler, node: FunctionDeclaration): void {
  const target = c.unit.analysis.annexB.get(node);
  if (target === undefined) return;
  const source = bindingOf(c, node.id);
  if (source === null) return;
  const { e } = c;
  const mark = c.mark();
  let value = source.register;
  if (source.captured) {
    value = c.temp();
    loadCaptured(c, source, value);
  }
  e.at(node.start);
  if (target === null) e.emit(Op.SetGlobal, e.name(node.id.name), value);
  else if (target.kind === 'hidden') storeEvalVariable(c, target, node.id.name, value);
  else if (target.captured) storeCaptured(c, target, value);
  else e.emit(Op.Move, target.register, value);
  c.release(mark);
}
