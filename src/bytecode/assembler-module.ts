// The module tables in assembler text: a line for each entry. See assembler.ts.
//
//   request "./a.js" 1:20 "type" "json"                       r. 0, its place, its attributes
//   import 0 "name" "local" 1:9                               `namespace` in the place of a name that is null
//   export "name" "local"
//   reexport "name" 0 "imported" 2:9
//   star 0
//   lets "a" "b"; consts "c"; vars "d"
//   linked "f" t0
import type { Cursor } from './assembler-lines.ts';
import type { ModuleTables } from './template.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : never };

export class ModuleBody {
  readonly tables: Mutable<ModuleTables> = { requests: [], imports: [], localExports: [], indirectExports: [], starExports: [], lets: [], consts: [], vars: [], functions: [] };

  /** Reads the rest of a line that begins with `word`; false if that is none of these. */
  item(word: string, line: Cursor): boolean {
    const { tables } = this;
    const place = () => {
      const at = line.int();
      line.expect(':');
      return { line: at, column: line.int() };
    };
    const nameOrNull = () => (line.accept('namespace') ? null : line.string());
    switch (word) {
      case 'request': {
        const specifier = line.string();
        const where = place();
        const attributes: [string, string][] = [];
        while (!line.done) attributes.push([line.string(), line.string()]);
        tables.requests.push({ specifier, attributes, ...where });
        return true;
      }
      case 'import':
        tables.imports.push({ request: line.int(), name: nameOrNull(), local: line.string(), ...place() });
        return true;
      case 'export':
        tables.localExports.push({ name: line.string(), local: line.string() });
        return true;
      case 'reexport':
        tables.indirectExports.push({ name: line.string(), request: line.int(), imported: nameOrNull(), ...place() });
        return true;
      case 'star':
        tables.starExports.push(line.int());
        return true;
      case 'lets':
      case 'consts':
      case 'vars':
        while (!line.done) tables[word].push(line.string());
        return true;
      case 'linked': {
        const name = line.string();
        const template = /^t(\d+)$/.exec(line.next());
        if (template === null) line.fail('expected a template');
        else tables.functions.push({ name, template: Number(template[1]) });
        return true;
      }
      default:
        return false;
    }
  }
}

export function formatModule(module: ModuleTables): string[] {
  const text = JSON.stringify;
  const nameOrNull = (name: string | null): string => (name === null ? 'namespace' : text(name));
  const names = (word: string, list: readonly string[]): string[] => (list.length === 0 ? [] : [`${word} ${list.map((name) => text(name)).join(' ')}`]);
  return [
    ...module.requests.map(({ specifier, attributes, line, column }) =>
      `request ${text(specifier)} ${line}:${column} ${attributes.map(([key, value]) => `${text(key)} ${text(value)}`).join(' ')}`.trimEnd()),
    ...module.imports.map(({ request, name, local, line, column }) => `import ${request} ${nameOrNull(name)} ${text(local)} ${line}:${column}`),
    ...module.localExports.map(({ name, local }) => `export ${text(name)} ${text(local)}`),
    ...module.indirectExports.map(({ name, request, imported, line, column }) => `reexport ${text(name)} ${request} ${nameOrNull(imported)} ${line}:${column}`),
    ...module.starExports.map((request) => `star ${request}`),
    ...names('lets', module.lets),
    ...names('consts', module.consts),
    ...names('vars', module.vars),
    ...module.functions.map(({ name, template }) => `linked ${text(name)} t${template}`),
  ];
}
