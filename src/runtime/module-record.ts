// Module records (ECMA-262 16.2.1): linking, and what evaluation needs.
//
// Takes templates of kind `module` with the records of what they request, or the values of a synthetic module; links them. No
// guest code runs here: evaluation is self-hosted (selfhosted/module.js), on the state object of each record, which is plain guest
// state like everything that a safepoint can see.
//
// A binding is a cell, as that of a global. An import is the exporter's own cell, put into the importer's environment
// under its local name: it is live, and as fast as a global.

import type { ImportEntry, IndirectExport, ModuleTables, Template } from '../bytecode/template.ts';
import { SourceError } from '../source/diagnostics.ts';
import { LinkedTemplate } from './linked.ts';
import { mangle } from './keys.ts';
import { namespaceCreate } from './namespace.ts';
import { GlobalCell } from './global-cell.ts';
import type { Realm } from './realm.ts';
import { InternalData, type GuestObject, type Primitive, type Value } from './values.ts';

/** What ResolveExport finds: a binding, or a whole namespace (`name` is null). */
interface ResolvedBinding {
  readonly module: ModuleRecord;
  readonly name: string | null;
}

type Resolution = ResolvedBinding | 'ambiguous' | 'circular' | null;

/** Gives the properties of `import.meta` (HostGetImportMetaProperties). */
export type ImportMetaProvider = (key: string) => Readonly<Record<string, Primitive>>;

/** The record of a state object. */
export class ModuleData extends InternalData {
  readonly record: ModuleRecord;
  constructor(owner: GuestObject, record: ModuleRecord) {
    super(owner);
    this.record = record;
  }
}

/** The key of the module, or the name of the script, that code belongs to: what import() is relative to. */
export function referrerOf(linked: LinkedTemplate): string {
  if (linked.module !== null) return linked.module.key;
  let root = linked;
  while (root.parent !== null) root = root.parent;
  return root.template.source.name;
}

const noTables: ModuleTables = { requests: [], imports: [], localExports: [], indirectExports: [], starExports: [], lets: [], consts: [], vars: [], functions: [] };

export class ModuleRecord {
  readonly realm: Realm;
  /** What names it: the loader's key. */
  readonly key: string;
  readonly template: Template | null;
  readonly tables: ModuleTables;
  /** The module of each request of the tables ([[LoadedModules]]). */
  readonly requested: ModuleRecord[] = [];
  /** Its environment: cells by local name. */
  readonly cells = new Map<string, GlobalCell>();
  /** The state of its evaluation, which self-hosted code reads and writes. */
  readonly state: GuestObject;
  private readonly exports = new Map<string, string>();
  private readonly indirect = new Map<string, IndirectExport>();
  private readonly metaOf: ImportMetaProvider | null;
  private namespaceObject: GuestObject | null = null;
  private namespaceCell: GlobalCell | null = null;
  private metaObject: GuestObject | null = null;
  private isLinked = false;

  constructor(realm: Realm, key: string, template: Template | null, metaOf: ImportMetaProvider | null = null) {
    this.realm = realm;
    this.key = key;
    this.template = template;
    this.metaOf = metaOf;
    this.tables = template?.module ?? noTables;
    for (const { name, local } of this.tables.localExports) this.exports.set(name, local);
    for (const entry of this.tables.indirectExports) this.indirect.set(entry.name, entry);
    const { lets, consts, vars, functions, imports } = this.tables;
    for (const name of lets) this.declare(name, 'let');
    for (const name of consts) this.declare(name, 'const');
    for (const name of vars) this.declare(name, 'let').put(undefined);
    for (const { name } of functions) this.declare(name, 'let');
    for (const { name, local } of imports) if (name === null) this.declare(local, 'const');
    this.state = realm.prelude.makeObjectWith(null);
    new ModuleData(this.state, this);
  }

  private declare(name: string, kind: 'let' | 'const'): GlobalCell {
    const cell = new GlobalCell(name);
    cell.kind = kind;
    cell.writable = kind === 'let';
    this.cells.set(name, cell);
    return cell;
  }

  /** A record of kind Synthetic Module (16.2.1.8): exports with their values. */
  static synthetic(realm: Realm, key: string, values: Readonly<Record<string, Value>>): ModuleRecord {
    const record = new ModuleRecord(realm, key, null);
    for (const name of Object.keys(values)) {
      record.declare(name, 'const').put(values[name]);
      record.exports.set(name, name);
    }
    record.isLinked = true;
    record.setState({ status: 'evaluated', failed: false });
    return record;
  }

  /** The record of a CommonJS module as ES modules see it: what it exports is known when it has run (selfhosted/common-js.js). */
  static commonJs(realm: Realm, key: string, names: readonly string[]): ModuleRecord {
    const record = new ModuleRecord(realm, key, null);
    const all = [...new Set(['default', 'module.exports', ...names])];
    for (const name of all) {
      record.declare(name, 'const');
      record.exports.set(name, name);
    }
    record.isLinked = true;
    const { makeArray, makeArrayFrom } = realm.prelude;
    record.setState({ status: 'linked', failed: false, isAsync: false, requested: makeArray(0), body: undefined, filename: key, names: makeArrayFrom(all) });
    return record;
  }

  /** 16.2.1.7.2.1 GetExportedNames */
  private exportedNames(seen: Set<ModuleRecord>, names: Set<string>): void {
    if (seen.has(this)) return;
    seen.add(this);
    for (const name of this.exports.keys()) names.add(name);
    for (const name of this.indirect.keys()) names.add(name);
    for (const request of this.tables.starExports) {
      const starNames = new Set<string>();
      this.requested[request].exportedNames(seen, starNames);
      for (const name of starNames) if (name !== 'default') names.add(name);
    }
  }

  /** 16.2.1.7.2.2 ResolveExport. 'circular' is a null that says why. */
  resolveExport(name: string, resolveSet: { readonly module: ModuleRecord; readonly name: string }[] = []): Resolution {
    if (resolveSet.some((r) => r.module === this && r.name === name)) return 'circular';
    resolveSet.push({ module: this, name });
    const local = this.exports.get(name);
    if (local !== undefined) return { module: this, name: local };
    const indirect = this.indirect.get(name);
    if (indirect !== undefined) {
      const imported = this.requested[indirect.request];
      return indirect.imported === null ? { module: imported, name: null } : imported.resolveExport(indirect.imported, resolveSet);
    }
    // A default export cannot be provided by an `export * from`.
    if (name === 'default') return null;
    let found: ResolvedBinding | null = null;
    for (const request of this.tables.starExports) {
      const resolution = this.requested[request].resolveExport(name, resolveSet);
      if (resolution === 'ambiguous') return 'ambiguous';
      if (resolution === null || resolution === 'circular') continue;
      if (found === null) found = resolution;
      else if (resolution.module !== found.module || resolution.name !== found.name) return 'ambiguous';
    }
    return found;
  }

  /** The cell of what has been resolved. */
  private static cellOf({ module, name }: ResolvedBinding): GlobalCell {
    if (name !== null) return module.cells.get(name) as GlobalCell;
    if (module.namespaceCell === null) {
      module.namespaceCell = new GlobalCell('%namespace');
      module.namespaceCell.kind = 'const';
      module.namespaceCell.put(module.namespace());
    }
    return module.namespaceCell;
  }

  /** 16.2.1.10 GetModuleNamespace */
  namespace(): GuestObject {
    if (this.namespaceObject !== null) return this.namespaceObject;
    const names = new Set<string>();
    this.exportedNames(new Set(), names);
    const cells = new Map<string, GlobalCell>();
    // Modules that export each other's namespaces: an export that is one gets its cell filled below.
    const pending: [GlobalCell, ModuleRecord][] = [];
    for (const name of names) {
      const resolution = this.resolveExport(name);
      if (resolution === null || typeof resolution === 'string') continue;
      if (resolution.name === null && resolution.module.namespaceCell === null) {
        const cell = new GlobalCell('%namespace');
        cell.kind = 'const';
        resolution.module.namespaceCell = cell;
        pending.push([cell, resolution.module]);
      }
      cells.set(name, ModuleRecord.cellOf(resolution));
    }
    this.namespaceObject = namespaceCreate(this.realm, cells);
    for (const [cell, module] of pending) cell.put(module.namespace());
    return this.namespaceObject;
  }

  /** The error of a failed resolution, at the place of the import or export. */
  private unresolved(entry: ImportEntry | IndirectExport, name: string, resolution: 'ambiguous' | 'circular' | null): SourceError {
    const { specifier } = this.tables.requests[entry.request];
    const message =
      resolution === 'ambiguous'
        ? `The requested module '${specifier}' contains conflicting star exports for name '${name}'`
        : resolution === 'circular'
          ? `Detected cycle while resolving name '${name}' in '${specifier}'`
          : `The requested module '${specifier}' does not provide an export named '${name}'`;
    return this.errorAt(message, entry);
  }

  errorAt(message: string, place: { readonly line: number; readonly column: number }): SourceError {
    const { name, text } = (this.template as Template).source;
    return SourceError.at(message, name, text, place.line, place.column);
  }

  /** 16.2.1.6.1.2 Link, for it and all that it requests. What has been linked stays so if a later one fails. */
  link(): void {
    // In the order in which they would be evaluated, without recursion: graphs can be deep.
    const order: ModuleRecord[] = [];
    const seen = new Set<ModuleRecord>([this]);
    const stack: { readonly module: ModuleRecord; next: number }[] = [{ module: this, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { module } = top;
      if (!module.isLinked && top.next < module.requested.length) {
        const required = module.requested[top.next++];
        if (seen.has(required)) continue;
        seen.add(required);
        stack.push({ module: required, next: 0 });
      } else {
        if (!module.isLinked) order.push(module);
        stack.pop();
      }
    }
    for (const module of order) module.resolveAll();
    for (const module of order) module.initializeEnvironment();
  }

  /** The part of InitializeEnvironment that can fail: steps 1 and 7. It changes nothing but the cells of imports. */
  private resolveAll(): void {
    for (const entry of this.tables.indirectExports) {
      const resolution = this.resolveExport(entry.name);
      if (resolution === null || typeof resolution === 'string') throw this.unresolved(entry, entry.imported ?? entry.name, resolution);
    }
    for (const entry of this.tables.imports) {
      if (entry.name === null) continue;
      const resolution = this.requested[entry.request].resolveExport(entry.name);
      if (resolution === null || typeof resolution === 'string') throw this.unresolved(entry, entry.name, resolution);
    }
  }

  /** 16.2.1.7.3.1 InitializeEnvironment, once everything can be resolved. */
  private initializeEnvironment(): void {
    const { imports, functions, requests } = this.tables;
    for (const { request, name, local } of imports) {
      const module = this.requested[request];
      if (name === null) (this.cells.get(local) as GlobalCell).put(module.namespace());
      else this.cells.set(local, ModuleRecord.cellOf(module.resolveExport(name) as ResolvedBinding));
    }
    const linked = new LinkedTemplate(this.realm, this.template as Template, null, this);
    linked.prepare();
    for (const { name, template } of functions) (this.cells.get(name) as GlobalCell).put(linked.child(template).closure(undefined));
    this.isLinked = true;
    this.setState({
      status: 'linked',
      failed: false,
      isAsync: (this.template as Template).isAsync,
      requested: this.realm.prelude.makeArrayFrom(requests.map((_, i) => this.requested[i].state)),
      body: linked.closure(undefined),
    });
  }

  private setState(fields: Readonly<Record<string, Value>>): void {
    for (const name of Object.keys(fields)) Object.defineProperty(this.state, mangle(name), { value: fields[name], writable: true, enumerable: true, configurable: true });
  }

  /** The value of `import.meta` (13.3.12.1): an object without prototype, with what the host puts there. */
  meta(): GuestObject {
    if (this.metaObject === null) {
      const meta = this.realm.prelude.makeObjectWith(null);
      const values = this.metaOf?.(this.key) ?? {};
      for (const name of Object.keys(values)) Object.defineProperty(meta, mangle(name), { value: values[name], writable: true, enumerable: true, configurable: true });
      this.metaObject = meta;
    }
    return this.metaObject;
  }
}
