// The module tables in the file format: they follow the code of a template of kind `module`. See encoding.ts.
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { ModuleTables } from './template.ts';

/** `string` writes a string as its number in the string table. */
export function writeModule(out: ByteWriter, module: ModuleTables, string: (s: string) => void): void {
  const list = <T>(items: readonly T[], write: (item: T) => void): void => {
    out.uint(items.length);
    for (const item of items) write(item);
  };
  const place = ({ line, column }: { readonly line: number; readonly column: number }): void => {
    out.uint(line);
    out.uint(column);
  };
  // Null, the namespace, is no name: a byte tells them apart.
  const nameOrNull = (name: string | null): void => {
    out.byte(name === null ? 0 : 1);
    if (name !== null) string(name);
  };
  list(module.requests, (request) => {
    string(request.specifier);
    list(request.attributes, ([key, value]) => {
      string(key);
      string(value);
    });
    place(request);
  });
  list(module.imports, (entry) => {
    out.uint(entry.request);
    nameOrNull(entry.name);
    string(entry.local);
    place(entry);
  });
  list(module.localExports, ({ name, local }) => {
    string(name);
    string(local);
  });
  list(module.indirectExports, (entry) => {
    string(entry.name);
    out.uint(entry.request);
    nameOrNull(entry.imported);
    place(entry);
  });
  list(module.starExports, (request) => out.uint(request));
  for (const names of [module.lets, module.consts, module.vars]) list(names, string);
  list(module.functions, ({ name, template }) => {
    string(name);
    out.uint(template);
  });
}

export function readModule(reader: ByteReader, string: () => string): ModuleTables {
  const place = () => ({ line: reader.uint(), column: reader.uint() });
  const nameOrNull = (): string | null => (reader.index(2, 'name flag') === 0 ? null : string());
  return {
    requests: reader.list(4, 'module requests', () => ({
      specifier: string(),
      attributes: reader.list(2, 'import attributes', () => [string(), string()] as const),
      ...place(),
    })),
    imports: reader.list(5, 'imports', () => ({ request: reader.uint(), name: nameOrNull(), local: string(), ...place() })),
    localExports: reader.list(2, 'exports', () => ({ name: string(), local: string() })),
    indirectExports: reader.list(5, 'indirect exports', () => ({ name: string(), request: reader.uint(), imported: nameOrNull(), ...place() })),
    starExports: reader.list(1, 'star exports', () => reader.uint()),
    lets: reader.list(1, 'names', string),
    consts: reader.list(1, 'names', string),
    vars: reader.list(1, 'names', string),
    functions: reader.list(2, 'functions of the module', () => ({ name: string(), template: reader.uint() })),
  };
}
