// What selfhosted/common-js.js asks of the embedder: finding files, their functions, module objects.

import { compileCommonJs } from '../../bytecode/compile.ts';
import type { Template } from '../../bytecode/template.ts';
import { SourceError } from '../../source/diagnostics.ts';
import { makeError, type ErrorName } from '../errors.ts';
import { LinkedTemplate } from '../linked.ts';
import { mangle } from '../keys.ts';
import type { Realm } from '../realm.ts';
import type { GuestObject, Value } from '../values.ts';
import { parseJson } from './json-parse.ts';

/** What stands in a file. */
export interface CommonJsSource {
  readonly type: 'source' | 'json';
  readonly text: string;
  /** Shown in reports. */
  readonly name: string;
  /** The text compiled, if the loader had to do that. */
  readonly template?: Template;
}

/**
 * Where CommonJS modules come from; nothing of it is asynchronous. An Error thrown says that there is no such module: the guest gets it as an
 * Error of its own with the same message, and with its `code`, if it has one.
 */
export interface CommonJsLoader {
  /** The file name that `specifier` means in the file `referrer`. */
  resolve(specifier: string, referrer: string): string;
  load(filename: string): CommonJsSource;
  /** `__dirname` of a file. */
  directory(filename: string): string;
}

/** A guest error for what the embedder threw. */
function refuse(realm: Realm, error: unknown): never {
  if (error instanceof SourceError) throw syntaxError(realm, error);
  if (!(error instanceof Error)) throw error;
  const { code } = error as { code?: unknown };
  throw withCode(realm, 'Error', error.message, typeof code === 'string' ? code : 'MODULE_NOT_FOUND');
}

function withCode(realm: Realm, name: ErrorName, message: string, code: string): Value {
  const guest = makeError(realm, name, message);
  Object.defineProperty(guest, '$code', { value: code, writable: true, enumerable: true, configurable: true });
  return guest as Value;
}

/** What is wrong with a text, for the guest: its place is part of the message. */
export function syntaxError(realm: Realm, { message, file, line, column }: SourceError): Value {
  return makeError(realm, 'SyntaxError', `${message} (${file}:${line}:${column + 1})`) as Value;
}

/** Templates of sources: a loader that gives the same object again, in whatever VM, saves compiling it again. */
const templates = new WeakMap<CommonJsSource, Template>();

function templateOf(source: CommonJsSource): Template {
  let template = source.template ?? templates.get(source);
  if (template === undefined) templates.set(source, (template = compileCommonJs(source.text, source.name)));
  return template;
}

export function installCommonJs(realm: Realm): void {
  const loaderOf = (): CommonJsLoader => realm.commonJs as CommonJsLoader;
  let cache: GuestObject | null = null;
  // Files that have been read and whose module has not begun: an instruction may be run again.
  const read = (filename: string): CommonJsSource => {
    // It may have to be parsed.
    realm.hooks.needRoom();
    try {
      return loaderOf().load(filename);
    } catch (error) {
      return refuse(realm, error);
    }
  };
  const define = (target: GuestObject, name: string, value: Value): void => {
    Object.defineProperty(target, mangle(name), { value, writable: true, enumerable: true, configurable: true });
  };

  // The modules by file name, and the main one.
  realm.intrinsic('CommonJsCache', 0, () => {
    if (cache === null) {
      cache = realm.prelude.makeObjectWith(null);
      define(cache, 'modules', realm.prelude.makeObjectWith(null));
      define(cache, 'main', undefined);
    }
    return cache;
  });
  realm.intrinsic('CommonJsResolve', 2, (_f, _self, specifier, referrer) => {
    try {
      return loaderOf().resolve(specifier as string, referrer as string);
    } catch (error) {
      return refuse(realm, error);
    }
  });
  // The closure of a file's function; undefined if it is JSON.
  realm.intrinsic('CommonJsLoad', 1, (_f, _self, filename) => {
    const source = read(filename as string);
    if (source.type === 'json') return undefined;
    realm.charge(16 + (source.text.length >> 1));
    try {
      return new LinkedTemplate(realm, templateOf(source)).closure(undefined);
    } catch (error) {
      return refuse(realm, error);
    }
  });
  realm.intrinsic('CommonJsLoadJson', 1, (_f, _self, filename) => {
    const { text, name } = read(filename as string);
    try {
      return parseJson(realm, text);
    } catch (error) {
      // The same, with the name of the file.
      const message = (error as GuestObject | null)?.$message;
      if (typeof message === 'string') throw makeError(realm, 'SyntaxError', `${name}: ${message}`) as Value;
      throw error;
    }
  });
  realm.intrinsic('CommonJsNewModule', 3, (_f, _self, filename, isMain, parent) => {
    const module = realm.prelude.makeObject();
    const fields: Record<string, Value> = {
      id: isMain === true ? '.' : filename,
      path: loaderOf().directory(filename as string),
      exports: realm.prelude.makeObject(),
      filename,
      loaded: false,
      children: realm.prelude.makeArray(0),
      parent,
    };
    for (const name of Object.keys(fields)) define(module, name, fields[name]);
    return module;
  });
}
