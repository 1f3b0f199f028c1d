// The console (https://console.spec.whatwg.org): output through the embedder's services, formatted as Node does.
//
// Arguments that format specifiers convert by calling the guest go through selfhosted/console.js; everything else is native and
// calls no guest code.

import { toStringPrimitive } from '../conversions.ts';
import { makeError, throwTypeError } from '../errors.ts';
import { defineHidden } from '../objects.ts';
import { formatLog, guestConversions } from '../inspect-format.ts';
import { inspect, type InspectOptions } from '../inspect.ts';
import { readPlain } from '../plain-access.ts';
import type { Realm } from '../realm.ts';
import { isObject, wellKnown, type GuestObject, type HostCode, type Value } from '../values.ts';
import { hostList } from './core.ts';
import { tableText } from './console-table.ts';
import { stackText } from './error.ts';

type Stream = 'out' | 'err';

/** Deepest indentation by groups: what is written must stay of reasonable size. */
const MAX_INDENTATION = 1000;

class Console {
  readonly realm: Realm;
  indentation = '';
  readonly counts = new Map<string, number>();
  readonly times = new Map<string, number>();

  constructor(realm: Realm) {
    this.realm = realm;
  }

  /** Writes a text as a line of its own (or several). Charges for it first. */
  write(stream: Stream, text: string): void {
    const { realm, indentation } = this;
    realm.charge(16 + (text.length >> 4));
    if (indentation !== '') text = indentation + text.replaceAll('\n', `\n${indentation}`);
    realm.services.write(stream, `${text}\n`);
  }

  /** console.log and its like; `after` runs once the line is written. */
  log(stream: Stream, args: readonly Value[], after = NOTHING): Value {
    const { realm } = this;
    if (typeof args[0] === 'string' && args.length > 1 && guestConversions(realm, args).length > 0) {
      const format = realm.selfHosted('Console_format');
      return format.code(format, undefined, stream, realm.prelude.makeArrayFrom(args), after);
    }
    return this.logConverted(stream, args, NO_TEXTS, after, undefined);
  }

  /**
   * The rest of `log` when nothing has to be converted any more. `tags` is what getters of Symbol.toStringTag gave; if it is
   * undefined and such getters are met, they are called by the library, which comes back here.
   */
  logConverted(stream: Stream, args: readonly Value[], texts: ReadonlyMap<number, string>, after: string, tags: ReadonlyMap<GuestObject, Value> | undefined): Value {
    const { realm } = this;
    const untagged = new Set<GuestObject>();
    const text = formatLog(realm, args, texts, { tags, untagged });
    if (untagged.size > 0 && tags === undefined) {
      const { makeArrayFrom } = realm.prelude;
      const tagged = realm.selfHosted('Console_tagged');
      return tagged.code(tagged, undefined, stream, makeArrayFrom(args), makeArrayFrom([...texts].flat()), after, makeArrayFrom([...untagged]));
    }
    this.write(stream, text);
    this.finish(after);
    return undefined;
  }

  /** What is left to do after a line was written, by name: it is passed through guest code. */
  finish(after: string): void {
    if (after === INDENT) this.indentation = ' '.repeat(Math.min(MAX_INDENTATION, this.indentation.length + 2));
    else if (after.startsWith(FORGET)) this.times.delete(after.slice(FORGET.length));
  }

  warn(text: string): void {
    this.write('err', `Warning: ${text}`);
  }
}

const NOTHING = '';
const NO_TEXTS: ReadonlyMap<number, string> = new Map();
const INDENT = 'indent';
/** Followed by the label of a timer. */
const FORGET = 'forget ';

export function installConsole(realm: Realm): void {
  const object = realm.prelude.makeObject();
  const state = new Console(realm);
  realm.provideGlobal('console', object);
  const define = (name: string, code: HostCode): void => {
    const f = realm.native(name, 0, code);
    Object.defineProperty(object, `$${name}`, { value: f, writable: true, enumerable: true, configurable: true });
  };
  const logger = (stream: Stream): HostCode => (_callee, _self, ...args) => state.log(stream, args);
  define('log', logger('out'));
  define('warn', logger('err'));
  define('dir', (_callee, _self, value, options) => {
    state.write('out', inspect(realm, value, readOptions(realm, options)));
    return undefined;
  });
  installTimers(realm, object, state);
  define('trace', (_callee, _self, ...args) => {
    const error = makeError(realm, 'Error', formatLog(realm, args));
    defineHidden(error, '$name', 'Trace');
    state.write('err', stackText(realm, error) ?? 'Trace');
    return undefined;
  });
  define('assert', (_callee, _self, condition, ...args) => {
    if (condition) return undefined;
    if (args.length === 0) return state.log('err', ['Assertion failed']);
    if (isObject(args[0])) {
      const general = realm.selfHosted('Console_assert');
      return general.code(general, undefined, realm.prelude.makeArrayFrom(args));
    }
    return state.log('err', [`Assertion failed: ${toStringPrimitive(realm, args[0])}`, ...args.slice(1)]);
  });
  define('clear', () => undefined);
  installCounters(realm, object, state);
  const group: HostCode = (_callee, _self, ...args) => {
    if (args.length > 0) return state.log('out', args, INDENT);
    state.finish(INDENT);
    return undefined;
  };
  define('group', group);
  define('groupEnd', () => {
    state.indentation = state.indentation.slice(2);
    return undefined;
  });
  define('table', (_callee, _self, data, properties) => {
    if (properties !== undefined && !Array.isArray(properties)) {
      const received = isObject(properties) || properties === null ? inspect(realm, properties, { depth: -1 }) : `type ${typeof properties} (${inspect(realm, properties)})`;
      throwTypeError(realm, `The "properties" argument must be an instance of Array. Received ${received}`);
    }
    if (!isObject(data)) return state.log('out', [data]);
    state.write('out', tableText(realm, data, properties === undefined ? undefined : hostList(properties).map(String)));
    return undefined;
  });
  define('debug', logger('out'));
  define('info', logger('out'));
  define('dirxml', logger('out'));
  define('error', logger('err'));
  define('groupCollapsed', group);
  Object.defineProperty(object, wellKnown.toStringTag, { value: 'console', writable: false, enumerable: false, configurable: true });
  installIntrinsics(realm, state);
}

function readOptions(realm: Realm, options: Value): InspectOptions {
  const found: InspectOptions = {};
  if (!isObject(options)) return found;
  const number = (key: 'depth' | 'breakLength' | 'maxArrayLength' | 'maxStringLength'): void => {
    const value = readPlain(realm, options, `$${key}`);
    if (typeof value === 'number') found[key] = value;
    else if (value === null && key !== 'breakLength') found[key] = null;
  };
  number('depth');
  number('breakLength');
  number('maxArrayLength');
  number('maxStringLength');
  const compact = readPlain(realm, options, '$compact');
  if (typeof compact === 'number') found.compact = compact;
  else if (compact === false) found.compact = 0;
  found.showHidden = readPlain(realm, options, '$showHidden') === true;
  found.sorted = readPlain(realm, options, '$sorted') === true;
  return found;
}

/** Defines a method whose first argument is a label. */
function labelled(realm: Realm, object: GuestObject, name: string, body: (label: string, rest: readonly Value[]) => Value): void {
  const f = realm.native(name, 0, (callee, _self, label, ...rest) => {
    if (isObject(label)) {
      const general = realm.selfHosted('Console_labelled');
      return general.code(general, undefined, callee as unknown as Value, realm.prelude.makeArrayFrom([label, ...rest]));
    }
    return body(label === undefined ? 'default' : toStringPrimitive(realm, label), rest);
  });
  Object.defineProperty(object, `$${name}`, { value: f, writable: true, enumerable: true, configurable: true });
}

function pad(n: number | string): string {
  return String(n).padStart(2, '0');
}

/** A duration as console.timeEnd shows it. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Number(ms.toFixed(3))}ms`;
  const hours = Math.floor(ms / 3_600_000);
  const minutes = Math.floor((ms % 3_600_000) / 60_000);
  const seconds = (ms % 60_000) / 1000;
  if (hours === 0 && minutes === 0) return `${seconds.toFixed(3)}s`;
  const [whole, fraction] = seconds.toFixed(3).split('.');
  const head = hours !== 0 ? `${hours}:${pad(minutes)}` : String(minutes);
  return `${head}:${pad(whole)}.${fraction} (${hours !== 0 ? 'h:m' : ''}m:ss.mmm)`;
}

function installTimers(realm: Realm, object: GuestObject, state: Console): void {
  const { times } = state;
  const logTime = (method: string, label: string, data: readonly Value[]): Value => {
    const start = times.get(label);
    if (start === undefined) {
      state.warn(`No such label '${label}' for console.${method}()`);
      return undefined;
    }
    const after = method === 'timeEnd' ? FORGET + label : NOTHING;
    return state.log('out', ['%s: %s', label, formatDuration(realm.services.monotonic() - start), ...data], after);
  };
  labelled(realm, object, 'time', (label) => {
    if (times.has(label)) state.warn(`Label '${label}' already exists for console.time()`);
    else times.set(label, realm.services.monotonic());
    return undefined;
  });
  labelled(realm, object, 'timeEnd', (label) => logTime('timeEnd', label, []));
  labelled(realm, object, 'timeLog', (label, data) => logTime('timeLog', label, data));
}

function installCounters(realm: Realm, object: GuestObject, state: Console): void {
  const { counts } = state;
  labelled(realm, object, 'count', (label) => {
    const count = (counts.get(label) ?? 0) + 1;
    state.write('out', `${label}: ${count}`);
    counts.set(label, count);
    return undefined;
  });
  labelled(realm, object, 'countReset', (label) => {
    if (!counts.delete(label)) state.warn(`Count for '${label}' does not exist`);
    return undefined;
  });
}

/** What selfhosted/console.js uses. */
function installIntrinsics(realm: Realm, state: Console): void {
  // The conversions that a format needs, as the list [letter, index, letter, index, ...].
  realm.intrinsic('ConsoleConversions', 1, (_callee, _self, args) =>
    realm.prelude.makeArrayFrom(guestConversions(realm, hostList(args)).flatMap(({ letter, argument }): Value[] => [letter, argument])),
  );
  // Writes the line. `texts` is the list [index, text, index, text, ...] of arguments that are shown as these texts, `tags` is the list
  // [object, tag, object, tag, ...] of what getters of Symbol.toStringTag gave, or undefined if they have not been called.
  realm.intrinsic('ConsoleWrite', 5, (_callee, _self, stream, args, texts, after, tags) => {
    const map = new Map<number, string>();
    const textList = hostList(texts);
    for (let i = 0; i < textList.length; i += 2) map.set(textList[i] as number, String(textList[i + 1]));
    let found: Map<GuestObject, Value> | undefined;
    if (tags !== undefined) {
      found = new Map();
      const tagList = hostList(tags);
      for (let i = 0; i < tagList.length; i += 2) found.set(tagList[i] as GuestObject, tagList[i + 1]);
    }
    return state.logConverted(stream as Stream, hostList(args), map, after as string, found);
  });
}
