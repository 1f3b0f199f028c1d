/**
 * What every generated program starts with, in JavaScript. The program prints only strings, and only through
 * `log` and `trace`, so that an engine's own formatting of values and of error messages never shows.
 *
 * The shrinker knows these names: it never looks inside their bodies and never unwraps a call to them, because
 * `show`, `caught`, `cap`, `prim` and `tick` are what keeps a program deterministic, small and terminating.
 */
export const PRELUDE = String.raw`
let sum = 0, lines = 0, traced = 0, budget = 20000, depth = 0, failures = 0;

// Prints a line (the first 400 of them) and folds it into the checksum.
function log(text) {
  for (let i = 0; i < text.length && i < 80; i++) sum = (sum * 31 + text.charCodeAt(i)) | 0;
  if (lines++ < 400) console.log(text);
}

// The same for what may happen very often: prints only the first 60.
function trace(text) {
  sum = (sum * 31 + text.length) | 0;
  if (traced++ < 60) console.log(text);
}

// A text for any value; objects one level deep, errors by name, functions and the global object by kind.
function show(v, inner) {
  switch (typeof v) {
    case 'string': return v.length > 50 ? '"' + v.slice(0, 50) + '"..' + v.length : '"' + v + '"';
    case 'number': return v === 0 && 1 / v < 0 ? '-0' : '' + v;
    case 'bigint': return v + 'n';
    case 'symbol': return 'symbol';
    case 'function': return 'function';
    case 'undefined': case 'boolean': return '' + v;
  }
  if (v === null) return 'null';
  if (v === globalThis) return 'global';
  if (v instanceof Error) return v.name;
  const list = Array.isArray(v);
  if (inner) return list ? '[' + v.length + ']' : '{}';
  let text = '';
  if (list) {
    for (let i = 0; i < v.length && i < 12; i++) text += (i ? ', ' : '') + (i in v ? show(v[i], true) : '-');
    return '[' + text + (v.length > 12 ? ', ..' + v.length : '') + ']';
  }
  if (v instanceof Map || v instanceof Set) return (v instanceof Map ? 'Map ' : 'Set ') + v.size + show([...v]);
  const keys = Object.keys(v);
  for (let i = 0; i < keys.length && i < 12; i++) {
    text += (i ? ', ' : '') + keys[i] + ': ';
    try { text += show(v[keys[i]], true); } catch (e) { text += '!' + caught(e); }
  }
  return '{' + text + (keys.length > 12 ? ', ..' + keys.length : '') + '}';
}

// What was thrown: an error by its name (never its message), anything else as it is.
function caught(e) {
  return e instanceof Error ? e.name : e;
}

// For a catch in a hot loop. Making a TypeError may take V8 a millisecond, so after many the loop ends.
function fail(e) {
  mix(caught(e));
  if (++failures > 200) throw e;
}

// Folds any value into the checksum, cheaply enough for hot loops, keeping -0, NaN and fractions apart.
function mix(v) {
  let n = 9;
  switch (typeof v) {
    case 'number': n = v !== v ? 13 : v === 0 ? (1 / v < 0 ? 17 : 0) : (v | 0) ^ ((v % 1) * 4194304); break;
    case 'string': n = v.length * 7 + (v.length > 0 ? v.charCodeAt(0) + v.charCodeAt(v.length - 1) : 0); break;
    case 'boolean': n = v ? 1 : 2; break;
    case 'undefined': n = 5; break;
    case 'function': n = 11; break;
    case 'bigint': n = Number(BigInt.asIntN(32, v)); break;
    case 'symbol': n = 12; break;
    default: if (v === null) n = 6; else if (Array.isArray(v)) n = 100 + v.length;
  }
  sum = (sum * 31 + n) | 0;
}

// Keeps what is stored in a variable from growing without end.
function cap(v) {
  switch (typeof v) {
    case 'string': return v.length > 40 ? v.slice(0, 40) : v;
    case 'bigint': return BigInt.asIntN(64, v);
    case 'object': {
      if (!Array.isArray(v) || v.length <= 40) return v;
      const first = [];
      for (let i = 0; i < 40; i++) first[i] = v[i];
      return first;
    }
    default: return v;
  }
}

// What may be stored in a container: no object, so that nothing becomes cyclic or deep.
function prim(v) {
  return typeof v === 'function' || (typeof v === 'object' && v !== null) ? 7 : cap(v);
}

// True while the program has steps left; loops whose end is not plain to see ask it.
function tick() {
  return --budget > 0;
}

// Calls something unknown, not deeper than three at a time.
function invoke(f, ...rest) {
  if (depth > 2 || !tick()) return 'deep';
  depth++;
  try { return f(...rest); } finally { depth--; }
}

// An iterable of 0 .. n-1 that says when it is closed; mode 1 throws in next, 2 in return, 3 returns no object there.
function steps(n, mode) {
  let k = 0;
  return {
    [Symbol.iterator]() { return this; },
    next() {
      if (mode === 1 && k === 2) throw 'next';
      return k < n ? { value: k++, done: false } : { value: 'end', done: true };
    },
    return(v) {
      trace('return ' + k);
      if (mode === 2) throw new RangeError('return');
      return mode === 3 ? 1 : {};
    },
  };
}

function tag(strings, ...values) {
  return strings.raw.join('|') + ':' + strings.length + values.map((v) => show(v, true));
}
`;

/** The functions and variables of the prelude. */
export const PRELUDE_NAMES: ReadonlySet<string> = new Set([
  'sum', 'lines', 'traced', 'budget', 'depth', 'failures',
  'log', 'trace', 'show', 'caught', 'fail', 'mix', 'cap', 'prim', 'tick', 'invoke', 'steps', 'tag',
]);

/**
 * Simpler stand-ins for functions of the prelude. A shrunk program that still fails with them is easier to read;
 * they give up what only large programs need. Of several for one name, the first that still fails is taken.
 */
export const PRELUDE_STANDINS: readonly (readonly [name: string, source: string])[] = [
  ['log', 'function log(text) { console.log(text); }'],
  ['fail', 'function fail(e) { mix(caught(e)); }'],
  ['trace', 'function trace(text) { console.log(text); }'],
  // Shows at once which value is wrong.
  ['mix', 'function mix(v) { console.log(Object(v) === v ? typeof v : String(v)); }'],
  ['mix', 'function mix(v) { sum = (sum * 31 + (typeof v === "number" ? v | 0 : 9)) | 0; }'],
  ['show', 'function show(v) { return Object.is(v, -0) ? "-0" : Object(v) === v ? typeof v : String(v); }'],
  ['show', 'function show(v) { return Object(v) === v ? typeof v : String(v); }'],
  ['prim', 'function prim(v) { return Object(v) === v ? 7 : v; }'],
];
