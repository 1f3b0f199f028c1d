// The module tables, `export default` of an expression, and import().
//
// Takes the shape of a module that the scope analysis has gone through; gives the tables of its template. Bindings that are
// exported, or used by functions, live in cells of the module's environment and are read and written by name, like globals:
// an import is the exporter's own cell, which is what makes it live.
import type { ClassExpression, ImportExpression } from 'acorn';
import { isClassDeclaration, lexicalNames } from '../scope/module-shape.ts';
import type { DefaultExpression, ModuleShape } from '../scope/module-shape.ts';
import { compileClass } from './compile-class.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { initialise } from './compile-variable.ts';
import { Op } from './opcodes.ts';
import type { ModuleTables } from './template.ts';

export function defaultExport(c: FunctionCompiler, { id, expression }: DefaultExpression): void {
  c.e.at(id.start);
  initialise(c, id, (dst) => {
    if (isClassDeclaration(expression)) compileClass(c, expression as unknown as ClassExpression, dst, 'default', -1);
    else c.into(expression, dst, 'default');
  });
}

/** 13.3.10.2 EvaluateImportCall */
export function importCall(c: FunctionCompiler, node: ImportExpression, dst: number): void {
  const { source, options } = node;
  const mark = c.mark();
  const specifier = c.operand(source, options == null ? 0 : options.end);
  const register = options == null ? c.undef() : c.operand(options);
  c.e.at(node.start);
  c.e.emit(Op.ImportCall, dst, specifier, register);
  c.release(mark);
}

/** Compiles the functions that the linker makes closures of, and fills the tables. */
export function moduleTables(c: FunctionCompiler, shape: ModuleShape): ModuleTables {
  const { lines } = c.unit;
  const { bindings } = c.info.scope;
  const place = (offset: number) => ({ line: lines.lineAt(offset), column: lines.columnAt(offset) });
  const isCell = (name: string): boolean => bindings.get(name)?.isCell === true;
  const { lets, consts } = lexicalNames(shape);
  return {
    requests: shape.requests.map(({ specifier, attributes, offset }) => ({ specifier, attributes, ...place(offset) })),
    imports: shape.imports.map(({ request, name, local, offset }) => ({ request, name, local: local.name, ...place(offset) })),
    localExports: shape.localExports,
    indirectExports: shape.indirectExports.map(({ name, request, imported, offset }) => ({ name, request, imported, ...place(offset) })),
    starExports: shape.starExports,
    lets: lets.filter(isCell),
    consts: consts.filter(isCell),
    vars: [...bindings.values()].filter(({ kind, isCell }) => kind === 'var' && isCell).map(({ name }) => name),
    functions: shape.functions
      .filter((node) => isCell(node.id.name))
      .map((node) => ({ name: node.id.name, template: c.functionChild(node) })),
  };
}
