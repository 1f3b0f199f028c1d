// The modules of a VM: found, loaded and linked through the embedder's loader.
//
// Takes a loader; gives linked module records, one for each key and type. No guest code runs here, so nothing has to be stopped; a loader
// may take its time (promises), and then only those calls that wait for it can be used.

import { compileModule } from '../bytecode/compile.ts';
import type { ModuleRequest, Template } from '../bytecode/template.ts';
import { copyTree, type HostTree } from '../runtime/host-tree.ts';
import { makeError } from '../runtime/errors.ts';
import { syntaxError } from '../runtime/intrinsics/common-js.ts';
import { ModuleRecord } from '../runtime/module-record.ts';
import { promiseData, rejectPromise, type PromiseData } from '../runtime/promise.ts';
import type { Realm } from '../runtime/realm.ts';
import type { GuestObject, Primitive, Value } from '../runtime/values.ts';
import { SourceError } from '../source/diagnostics.ts';

/** Import attributes by key: `with { type: 'json' }`. */
export type ImportAttributes = Readonly<Record<string, string>>;

/** What a module is made from. */
export type ModuleSource =
  /** JavaScript; `name` is shown in reports, by default the key. */
  | { readonly type: 'source'; readonly text: string; readonly name?: string }
  | { readonly type: 'json'; readonly text: string; readonly name?: string }
  /** A compiled module (kind `module`), or what `decode` gave. */
  | { readonly type: 'template'; readonly template: Template }
  /** A CommonJS module, for VMs that have a CommonJsLoader: what it exports, and which of its properties can be imported by their names. */
  | { readonly type: 'common-js'; readonly names: readonly string[] }
  /** Made by the embedder: exports with their values. */
  | { readonly type: 'synthetic'; readonly exports: Readonly<Record<string, Value>> };

/**
 * Where modules come from. An Error thrown by `resolve` or `load` (or a rejection) says that there is no such module: its message
 * is shown with the place of the import.
 */
export interface ModuleLoader {
  /** The key of the module that `specifier` means where `referrer`, the key of a module or the name of a script, says it. */
  resolve(specifier: string, referrer: string, attributes: ImportAttributes): string | Promise<string>;
  /** What stands under a key. It is asked once for each key and type. */
  load(key: string, attributes: ImportAttributes): ModuleSource | Promise<ModuleSource>;
  /** The properties of `import.meta`; by default `url`, which is the key. */
  meta?(key: string): Readonly<Record<string, Primitive>>;
}

/** Steps of loading: what is yielded is waited for, if it is a promise. */
type Steps<T> = Generator<unknown, T, unknown>;

const SUPPORTED_ATTRIBUTES = ['type'];

export class ModuleGraph {
  private readonly realm: Realm;
  private readonly loader: ModuleLoader | null;
  private readonly records = new Map<string, ModuleRecord>();
  private readonly metaOf = (key: string): Readonly<Record<string, Primitive>> => this.loader?.meta?.(key) ?? { url: key };

  constructor(realm: Realm, loader: ModuleLoader | null) {
    this.realm = realm;
    this.loader = loader;
  }

  /** Texts of what has been loaded, by the names that reports use. */
  sourceOf(name: string): string | undefined {
    for (const { template } of this.records.values()) if (template?.source.name === name) return template.source.text;
    return undefined;
  }

  /** The record of a template that the embedder has, under a key that others can import it by, with all that it requests, linked. */
  *fromTemplate(template: Template, key: string): Steps<ModuleRecord> {
    if (template.kind !== 'module') throw new Error('the template is of a script: run it with run()');
    const id = recordId(key, {});
    if (this.records.has(id)) throw new Error(`there is a module '${key}' already`);
    const record = new ModuleRecord(this.realm, key, template, this.metaOf);
    this.records.set(id, record);
    return yield* this.complete(record);
  }

  /** The linked record of what the loader has under a specifier. */
  *fromSpecifier(specifier: string, referrer: string, attributes: ImportAttributes = {}): Steps<ModuleRecord> {
    return yield* this.complete(yield* this.find(specifier, referrer, attributes));
  }

  /**
   * HostLoadImportedModule for import(): loads and links, now or later, and then adds the job that goes on with it, or rejects the
   * promise.
   */
  readonly importFor = (referrer: string, specifier: string, attributes: ImportAttributes, promise: GuestObject): void => {
    const done = (record: ModuleRecord): void => this.realm.jobs.add({ type: 'import', promise, module: record.state });
    const failed = (error: unknown): void => rejectPromise(this.realm, promiseData(promise) as PromiseData, this.guestError(error));
    const steps = this.fromSpecifier(specifier, referrer, attributes);
    let result: IteratorResult<unknown, ModuleRecord>;
    try {
      result = steps.next();
    } catch (error) {
      return failed(error);
    }
    if (result.done === true) return done(result.value);
    const loading: Promise<void> = finishLater(steps, result)
      .then(done, failed)
      .finally(() => this.loading.delete(loading));
    this.loading.add(loading);
  };

  /** Imports whose modules the loader has not given yet. */
  readonly loading = new Set<Promise<void>>();

  /** What the guest gets to see of a module that could not be loaded or linked. */
  private guestError(error: unknown): Value {
    if (error instanceof SourceError) return syntaxError(this.realm, error);
    if (!(error instanceof LoadFailure)) throw error;
    const guest = makeError(this.realm, 'Error', error.message);
    const { code } = (error.cause ?? {}) as { code?: unknown };
    if (typeof code === 'string') Object.defineProperty(guest, '$code', { value: code, writable: true, enumerable: true, configurable: true });
    return guest as Value;
  }

  /** Loads what a record requests (16.2.1.6.1.1 LoadRequestedModules), and links it. */
  private *complete(record: ModuleRecord): Steps<ModuleRecord> {
    const seen = new Set([record]);
    const pending = [record];
    for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
      for (let i = module.requested.length; i < module.tables.requests.length; i++) {
        const request = module.tables.requests[i];
        const required: ModuleRecord = yield* this.request(module, request);
        module.requested.push(required);
      }
      for (let i = module.requested.length - 1; i >= 0; i--) {
        if (seen.has(module.requested[i])) continue;
        seen.add(module.requested[i]);
        pending.push(module.requested[i]);
      }
    }
    record.link();
    return record;
  }

  private *request(module: ModuleRecord, request: ModuleRequest): Steps<ModuleRecord> {
    const unknown = request.attributes.find(([key]) => !SUPPORTED_ATTRIBUTES.includes(key));
    if (unknown !== undefined) throw module.errorAt(`Import attribute "${unknown[0]}" with value "${unknown[1]}" is not supported`, request);
    try {
      return yield* this.find(request.specifier, module.key, Object.fromEntries(request.attributes));
    } catch (error) {
      // What is wrong with the text of the other module is shown there; that there is none, here.
      if (error instanceof LoadFailure) throw module.errorAt(error.message, request);
      throw error;
    }
  }

  private *find(specifier: string, referrer: string, attributes: ImportAttributes): Steps<ModuleRecord> {
    const { loader } = this;
    if (loader === null) throw new LoadFailure(`there is no module loader for '${specifier}'`);
    const { type } = attributes;
    if (type !== undefined && type !== 'json') throw new LoadFailure(`Import attribute type "${type}" is not supported`);
    const key = (yield* attempt(() => loader.resolve(specifier, referrer, attributes))) as string;
    const id = recordId(key, attributes);
    const known = this.records.get(id);
    if (known !== undefined) return known;
    const source = (yield* attempt(() => loader.load(key, attributes))) as ModuleSource;
    // Another import may have loaded it in the meantime.
    const record = this.records.get(id) ?? this.make(key, source, type);
    this.records.set(id, record);
    return record;
  }

  private make(key: string, source: ModuleSource, type: string | undefined): ModuleRecord {
    if (type === 'json' && source.type !== 'json') throw new LoadFailure(`'${key}' is not JSON, which the import asks for`);
    switch (source.type) {
      case 'source':
        return new ModuleRecord(this.realm, key, templateOf(source, key), this.metaOf);
      case 'template':
        if (source.template.kind !== 'module') throw new LoadFailure(`'${key}' is a script, not a module`);
        return new ModuleRecord(this.realm, key, source.template, this.metaOf);
      case 'json':
        if (type !== 'json') throw new LoadFailure(`'${key}' is JSON: its import needs an attribute, with { type: 'json' }`);
        return ModuleRecord.synthetic(this.realm, key, { default: this.json(source.text, source.name ?? key) });
      case 'common-js':
        if (this.realm.commonJs === null) throw new LoadFailure(`'${key}' is a CommonJS module, and there is no loader for these`);
        return ModuleRecord.commonJs(this.realm, key, source.names);
      case 'synthetic':
        return ModuleRecord.synthetic(this.realm, key, source.exports);
    }
  }

  /** 16.2.1.8.2 ParseJSONModule */
  private json(text: string, name: string): Value {
    let tree: HostTree;
    try {
      tree = JSON.parse(text) as HostTree;
    } catch (error) {
      const { message } = error as Error;
      const position = Number(/ at position (\d+)/.exec(message)?.[1] ?? text.length);
      throw new SourceError(message, name, text, Math.min(position, text.length));
    }
    return copyTree(this.realm, tree);
  }
}

/** A module that there is not, or not of that type: the message is shown at the import. */
export class LoadFailure extends Error {}

/** Templates of sources: a loader that gives the same object again, in whatever VM, saves compiling it again. */
const templates = new WeakMap<ModuleSource, Template>();

function templateOf(source: ModuleSource & { readonly type: 'source' }, key: string): Template {
  let template = templates.get(source);
  if (template === undefined) templates.set(source, (template = compileModule(source.text, source.name ?? key)));
  return template;
}

function recordId(key: string, attributes: ImportAttributes): string {
  return `${attributes.type ?? ''} ${key}`;
}

/** What the loader gives, waited for; what it throws is a LoadFailure. */
function* attempt<T>(action: () => T | Promise<T>): Steps<T> {
  try {
    const given = action();
    return (given instanceof Promise ? yield given : given) as T;
  } catch (error) {
    if (error instanceof SourceError || error instanceof LoadFailure) throw error;
    throw new LoadFailure(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Runs steps that wait for nothing. */
export function finishNow<T>(steps: Steps<T>): T {
  const { done, value } = steps.next();
  if (done !== true) {
    // The promise is nobody's any more.
    (value as Promise<unknown>).catch(() => undefined);
    throw new Error('the module loader is asynchronous: use importModule()');
  }
  return value;
}

/** Runs steps, waiting where they do. */
export async function finishLater<T>(steps: Steps<T>, first?: IteratorResult<unknown, T>): Promise<T> {
  let result = first ?? steps.next();
  while (result.done !== true) {
    let given: { readonly value: unknown } | { readonly error: unknown };
    try {
      given = { value: await result.value };
    } catch (error) {
      given = { error };
    }
    result = 'error' in given ? steps.throw(given.error) : steps.next(given.value);
  }
  return result.value;
}
