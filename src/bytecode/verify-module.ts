// What the verifier asks of the tables of a module.
//
// Takes tables that may be any value of their type; gives what is wrong with them, or undefined. After it the linker can rely on it that
// indexes are in range, every local name is declared once, every exported name is exported once, and an export by its local
// name has a cell. Whether the functions ask for what the linker does not give them is checked in verify-types.ts.
import type { FunctionKind, ModuleTables, Template } from './template.ts';

const functionKinds: readonly FunctionKind[] = ['function', 'arrow', 'method'];

export function moduleFault(module: ModuleTables, children: readonly Template[]): string | undefined {
  const { requests, imports, localExports, indirectExports, starExports, lets, consts, vars, functions } = module;
  const isRequest = (index: number): boolean => Number.isInteger(index) && index >= 0 && index < requests.length;

  const locals = new Set<string>();
  for (const local of [...imports.map((entry) => entry.local), ...lets, ...consts, ...vars, ...functions.map(({ name }) => name)]) {
    if (locals.has(local)) return `the module declares ${local} twice`;
    locals.add(local);
  }
  const exported = new Set<string>();
  for (const { name } of [...localExports, ...indirectExports]) {
    if (exported.has(name)) return `the module exports ${name} twice`;
    exported.add(name);
  }
  const foreign = new Set(imports.map((entry) => entry.local));
  for (const { name, local } of localExports) if (!locals.has(local) || foreign.has(local)) return `the export ${name} is of ${local}, which has no cell of its own`;

  for (const { request } of [...imports, ...indirectExports]) if (!isRequest(request)) return `module request ${request} out of range (there are ${requests.length})`;
  for (const request of starExports) if (!isRequest(request)) return `module request ${request} out of range (there are ${requests.length})`;
  for (const { line, column } of [...requests, ...imports, ...indirectExports]) {
    if (!(line >= 1 && column >= 0)) return `a position is line ${line}, column ${column}`;
  }
  for (const { attributes } of requests) {
    for (let i = 1; i < attributes.length; i++) if (!(attributes[i - 1][0] < attributes[i][0])) return 'import attributes are not sorted by their keys';
  }
  for (const { name, template } of functions) {
    if (!(Number.isInteger(template) && template >= 0 && template < children.length)) return `template ${template} of the function ${name} out of range (there are ${children.length})`;
    if (!functionKinds.includes(children[template].kind)) return `the function ${name} is of kind ${children[template].kind}`;
  }
  return undefined;
}
