/** Expressions: slots of the templates are filled here. Every result is closed: primary, or in parentheses. */
import {
  ASSIGNMENTS, BIGS, BIT_OPERATORS, EXPRESSIONS, MATH_BINARY, MATH_UNARY, NUMBERS, ODD_KEYS, PROPS, REGEXES, RELATIONS, STRINGS,
} from './templates.ts';
import { afford, functionBody, inside, LEVEL, nested } from './state.ts';
import type { Gen, Kind, Place, Routine, Variable } from './state.ts';

const KINDS: ReadonlySet<string> = new Set(['num', 'str', 'bool', 'big', 'obj', 'arr', 'inst', 'map', 'set', 'any']);

/** Keys that are safe to write on whatever turns up: no array index that makes an array huge, not `length`. */
const KEYS: readonly string[] = [...PROPS, ...PROPS, '0', '1', '2', '$a', 'code', 'self', '-1', '1.5', 'true'];

const NOISE_KINDS: readonly (readonly [number, Kind])[] = [
  [4, 'any'], [3, 'str'], [2, 'bool'], [2, 'num'], [1, 'obj'], [1, 'arr'], [1, 'big'],
];

/** An expression of a kind, with at most `n` levels of operators. */
export function expression(g: Gen, at: Place, kind: Kind, n: number): string {
  if (n > 0 && !g.chance(0.12)) {
    for (let attempt = 0; attempt < 3; attempt++) {
      const text = expand(g, at, g.weighted(EXPRESSIONS[kind]), n);
      if (text !== null) return text;
    }
  }
  return atom(g, at, kind);
}

/** An expression expected to be of a kind: now and then it is of another. */
export function operand(g: Gen, at: Place, kind: Kind, n: number): string {
  if ((kind === 'num' || kind === 'str' || kind === 'bool' || kind === 'arr' || kind === 'obj') && g.chance(g.noise)) {
    if (g.chance(0.15)) return oddity(g);
    return expression(g, at, g.weighted(NOISE_KINDS), n);
  }
  return expression(g, at, kind, n);
}

/** A value that conversions treat specially. `conv0`..`conv5` are made at the top of every program. */
export function oddity(g: Gen): string {
  return g.pick(['null', 'undefined', 'conv0', 'conv1', 'conv2', 'conv3', 'conv4', 'conv5', '[]', '({})', '[7]', "''", '(-0)', 'NaN']);
}

/** Certainly a Number, unless it throws. */
export function sure(g: Gen, at: Place, n: number): string {
  const pick = g.between(0, 9);
  if (n <= 0 || pick < 3) return g.chance(0.6) ? g.pick(NUMBERS) : `(+${atom(g, at, 'num')})`;
  if (pick < 5) return `(${operand(g, at, 'num', n - 1)} | 0)`;
  if (pick < 7) return `(${sure(g, at, n - 1)} ${g.pick(['-', '*', '%', '/', '&', '^'])} ${operand(g, at, 'num', n - 1)})`;
  if (pick < 8) return `(${operand(g, at, 'num', n - 1)} ${g.pick(['-', '*', '%', '>>>', '>>'])} ${sure(g, at, n - 1)})`;
  if (pick < 9) return `Math.${g.pick(MATH_UNARY)}(${operand(g, at, 'num', n - 1)})`;
  return `(${operand(g, at, 'bool', n - 1)} ? ${sure(g, at, n - 1)} : ${sure(g, at, n - 1)})`;
}

/** Something that may be put into an array, an object or a field: nothing that leads back to a container. */
export function element(g: Gen, at: Place, n: number): string {
  return g.weighted<() => string>([
    [5, () => atom(g, at, 'num', true)],
    [5, () => sure(g, at, n - 1)],
    [3, () => g.pick(STRINGS)],
    [3, () => primitive(g, at, n - 1)],
    [1, () => g.pick(['null', 'undefined', 'true', 'false', '(-0)', 'NaN', 'conv0', 'conv3'])],
    [1, () => (n > 0 ? `[${element(g, at, n - 1)}, ${sure(g, at, 0)}]` : '0')],
    [1, () => (n > 0 ? `({ ${g.pick(PROPS)}: ${element(g, at, n - 1)} })` : '1')],
  ])();
}

export function primitive(g: Gen, at: Place, n: number): string {
  return g.chance(0.5) ? sure(g, at, n) : `prim(${expression(g, at, g.pick(['num', 'str', 'any', 'any', 'bool']), n)})`;
}

/** A literal or a variable. With `literal`, no variable. */
export function atom(g: Gen, at: Place, kind: Kind, literal = false): string {
  if (!literal && g.chance(0.75)) {
    const name = variableOf(g, at, kind, false);
    if (name !== null) return name;
  }
  switch (kind) {
    case 'num': return g.pick(NUMBERS);
    case 'str': return g.pick(STRINGS);
    case 'bool': {
      if (literal || g.chance(0.25)) return g.pick(['true', 'false']);
      const side = atom(g, at, g.pick(['num', 'num', 'any']));
      return `(${side} ${g.pick(RELATIONS)} ${g.pick([...NUMBERS, ...STRINGS])})`;
    }
    case 'big': return g.pick(BIGS);
    case 'obj': return `({ ${g.pick(PROPS)}: ${g.pick(NUMBERS)}, ${g.pick(PROPS)}: ${g.pick(STRINGS)} })`;
    case 'arr': return `[${g.pick(NUMBERS)}, ${g.pick(NUMBERS)}, ${g.pick([...NUMBERS, ...STRINGS])}]`;
    case 'inst': return construction(g, at, 0) ?? `({ a: ${g.pick(NUMBERS)}, m0(v) { return v; } })`;
    case 'map': return `new Map([[${g.pick(NUMBERS)}, ${g.pick(STRINGS)}]])`;
    case 'set': return `new Set([${g.pick(NUMBERS)}, ${g.pick(STRINGS)}])`;
    case 'any': {
      if (at.self && g.chance(0.3)) return selfRead(g, at);
      if (at.args && g.chance(0.05)) return `arguments[${g.between(0, 2)}]`;
      const choice = g.between(0, 9);
      if (choice < 2) return oddity(g);
      return atom(g, at, g.pick(['num', 'num', 'str', 'bool', 'obj', 'arr']));
    }
  }
}

function selfRead(g: Gen, at: Place): string {
  const name = at.privates.length > 0 && g.chance(0.5) ? g.pick(at.privates) : g.pick(PROPS);
  return `this.${name}`;
}

/** A variable of the kind in sight, or null. Any variable will do for `any`. */
export function variableOf(g: Gen, at: Place, kind: Kind, mutable: boolean): string | null {
  const fitting: Variable[] = at.scope.visible().filter(
    (v) => (kind === 'any' || v.kind === kind || (kind === 'obj' && v.kind === 'inst')) && (v.mutable || !mutable),
  );
  return fitting.length === 0 ? null : g.pick(fitting).name;
}

function iterable(g: Gen, at: Place, n: number): string {
  return g.weighted<() => string>([
    [5, () => operand(g, at, 'arr', n)],
    [3, () => expression(g, at, 'str', n)],
    [2, () => expression(g, at, 'set', n)],
    [2, () => `${expression(g, at, 'map', n)}.${g.pick(['keys', 'values', 'entries'])}()`],
    [2, () => `${expression(g, at, 'arr', n)}.${g.pick(['values', 'keys'])}()`],
    [3, () => `steps(${g.between(0, 5)}, ${g.weighted([[6, '0'], [1, '1'], [1, '2'], [1, '3']])})`],
  ])();
}

/** A callback with the parameters named, whose body is an expression made by `make`; in several spellings. */
function callback(g: Gen, at: Place, params: readonly [string, Kind][], make: (body: Place) => string): string {
  const names = params.map(([name]) => name);
  const used = g.chance(0.4) ? names.slice(0, 1) : names;
  const style = g.between(0, 9);
  const arrow = style < 7;
  const body = nested(at, arrow ? { times: at.times * 5 } : { times: at.times * 5, self: false, args: false, superMethod: null });
  params.slice(0, used.length).forEach(([name, kind]) => body.scope.variables.push({ name, kind, mutable: true }));
  const text = make(body);
  if (style < 5) return `((${used.join(', ')}) => ${text})`;
  if (style < 6) return `((${used.join(', ')}) => { return ${text}; })`;
  if (style < 7) return `((${used.join(', ')}, ...more) => ${text})`;
  return `(function (${used.join(', ')}) { return ${text}; })`;
}

function itemCallback(g: Gen, at: Place, make: (body: Place) => string): string {
  return callback(g, at, [[g.fresh('x'), g.chance(0.6) ? 'num' : 'any'], [g.fresh('k'), 'num']], make);
}

/** Routines that may be called at `at` without breaking the order of calls or the account of work. */
export function callable(g: Gen, at: Place): Routine | null {
  const fitting = at.scope.allRoutines().filter(
    (r) => r.order < at.order && (r.level === LEVEL.leaf ? true : at.level === LEVEL.free) &&
      at.frame.spent + r.cost * at.times <= at.frame.limit,
  );
  return fitting.length === 0 ? null : g.pick(fitting);
}

export function call(g: Gen, at: Place, n: number): string | null {
  const routine = callable(g, at);
  if (routine === null || !afford(at, routine.cost)) return null;
  return callOf(g, at, routine, n);
}

/** A call with mostly fitting arguments, sometimes one too few or too many, sometimes spread. */
export function callOf(g: Gen, at: Place, routine: Routine, n: number): string {
  const args = routine.params.map((kind, i) =>
    routine.recursive && i === 0 ? String(g.between(0, 6)) : argument(g, at, kind, n - 1),
  );
  if (!routine.recursive && args.length > 0 && g.chance(0.06)) args.pop();
  if (g.chance(0.05)) args.push(argument(g, at, 'any', n - 1));
  const list = args.join(', ');
  const style = g.between(0, 39);
  if (style === 0) return `${routine.name}.call(undefined, ${list})`;
  if (style === 1) return `${routine.name}.apply(null, [${list}])`;
  if (style === 2 && args.length > 0) return `${routine.name}(...[${list}])`;
  if (style === 3) return `${routine.name}?.(${list})`;
  if (style === 4) return `${routine.name}.bind(null)(${list})`;
  return `${routine.name}(${list})`;
}

function argument(g: Gen, at: Place, kind: Kind, n: number): string {
  return operand(g, at, g.chance(g.noise / 2) ? 'any' : kind, n);
}

/** Work of the costliest `m<k>`: each body may call two lower ones. */
export function methodCost(k: number): number {
  return 60 * 2 ** k;
}

function methodCall(g: Gen, at: Place, n: number): string | null {
  if (at.level < LEVEL.method || at.methods === 0) return null;
  const k = g.between(0, at.methods - 1);
  if (!afford(at, methodCost(k))) return null;
  const args = `${operand(g, at, 'num', n - 1)}, ${argument(g, at, 'any', n - 1)}`;
  if (at.self && g.chance(0.5)) return `this.m${k}${g.chance(0.5) ? '?.' : ''}(${args})`;
  const receiver = variableOf(g, at, 'inst', false);
  if (receiver === null) return null;
  const statics = at.scope.allClasses().filter((c) => c.branded);
  if (statics.length > 0 && g.chance(0.15)) return `${g.pick(statics).name}.has(${expression(g, at, 'any', 0)})`;
  return `${receiver}.m${k}${g.chance(0.7) ? '?.' : ''}(${args})`;
}

export function construction(g: Gen, at: Place, n: number): string | null {
  if (at.level < LEVEL.method) return null;
  const fitting = at.scope.allClasses();
  if (fitting.length === 0) return null;
  const shape = g.pick(fitting);
  if (!afford(at, shape.cost)) return null;
  return `new ${shape.name}(${shape.params.map(() => primitive(g, at, n - 1)).join(', ')})`;
}

const SLOT = /@([a-z]+)(_[a-z]+|\d)?/g;

/** Fills the slots of a template; null if one of them cannot be filled here. */
export function expand(g: Gen, at: Place, template: string, n: number): string | null {
  let failed = false;
  const text = template.replace(SLOT, (slot: string, name: string, suffix: string | undefined, offset: number) => {
    if (failed) return '';
    const filled = fill(g, at, name + (suffix ?? ''), n - 1);
    if (filled === null) failed = true;
    // `5.x` is no member access.
    const receiver = /^(\.[a-z@]|\?\.|\[)/.test(template.slice(offset + slot.length));
    return receiver && /^\d/.test(filled ?? '') ? `(${filled})` : filled ?? '';
  });
  return failed ? null : text;
}

function fill(g: Gen, at: Place, slot: string, n: number): string | null {
  if (KINDS.has(slot)) return operand(g, at, slot as Kind, n);
  switch (slot) {
    case 'iter': return iterable(g, at, n);
    case 'sure': return sure(g, at, n);
    case 'int': return String(g.between(0, 5)).replace(/^[45]$/, '(-1)');
    case 'lit': return g.pick(NUMBERS);
    case 'lits': return g.pick(STRINGS);
    case 'idx': return g.chance(0.6) ? String(g.between(0, 4)) : `(${sure(g, at, Math.min(n, 1))} & 7)`;
    case 'mkey': return g.chance(0.5) ? `(${sure(g, at, Math.min(n, 1))} & 7)` : g.pick([...STRINGS, ...NUMBERS, 'null', 'undefined', 'true']);
    case 'exp': return g.pick(['2', '2', '3', '0.5', '0', '(-1)', '1', 'NaN']);
    case 'prop': return g.pick(PROPS);
    case 'key': return g.chance(0.8) ? `'${g.pick(KEYS)}'` : g.pick(["('a' + '')", '0', '1', '(-1)', '1.5', "('0' + '')", 'true', 'null']);
    case 'odd': return `'${g.pick(ODD_KEYS)}'`;
    case 'elem': return element(g, at, n);
    case 'prim': return primitive(g, at, n);
    case 'fresh': return atom(g, at, 'obj', true);
    case 'bit': return g.pick(BIT_OPERATORS);
    case 'relation': return g.pick(RELATIONS);
    case 'assign': return g.pick(ASSIGNMENTS);
    case 'math1': return g.pick(MATH_UNARY);
    case 'math2': return g.pick(MATH_BINARY);
    case 're': return g.pick(REGEXES);
    case 'vnum': return variableOf(g, at, 'num', true);
    case 'vstr': return variableOf(g, at, 'str', true);
    case 'vbool': return variableOf(g, at, 'bool', true);
    case 'vbig': return variableOf(g, at, 'big', true);
    case 'varr': return variableOf(g, at, 'arr', true);
    case 'vobj': return variableOf(g, at, 'obj', true);
    case 'vany': return variableOf(g, at, g.chance(0.5) ? 'num' : 'any', true);
    case 'name_obj': return variableOf(g, at, 'obj', false);
    case 'name_arr': return variableOf(g, at, 'arr', false);
    case 'fnum': return itemCallback(g, at, (body) => sure(g, body, n));
    case 'felem': return itemCallback(g, at, (body) => element(g, body, n));
    case 'fbool': return itemCallback(g, at, (body) => expression(g, body, 'bool', n));
    case 'farr': return itemCallback(g, at, (body) => `[${element(g, body, n)}, ${primitive(g, body, n)}]`);
    case 'fstr': return callback(g, at, [[g.fresh('s'), 'str'], [g.fresh('p'), 'any']], (body) => expression(g, body, 'str', n));
    case 'reduce':
      return callback(g, at, [[g.fresh('t'), 'num'], [g.fresh('x'), 'num']], (body) => sure(g, body, n));
    case 'call': return call(g, at, n);
    case 'mcall': return methodCall(g, at, n);
    case 'new': return construction(g, at, n);
    case 'class': {
      const shapes = at.scope.allClasses();
      return shapes.length > 0 && g.chance(0.8) ? g.pick(shapes).name : g.pick(['Array', 'Map', 'Error', 'Object', 'Function']);
    }
    default: throw new Error(`unknown slot @${slot}`);
  }
}

/** A value for a variable of this kind: something that cannot grow from one run of the statement to the next. */
export function stored(g: Gen, at: Place, kind: Kind, n: number): string {
  if (kind === 'num' && g.chance(0.7)) return sure(g, at, n);
  if (kind === 'bool' || kind === 'inst' || kind === 'map' || kind === 'set') return expression(g, at, kind, n);
  return `cap(${expression(g, at, kind, n)})`;
}

/** A place for the body of a leaf routine: it calls nothing that the program defines, conversions apart. */
export function leafBody(g: Gen, at: Place, change: Partial<Place> = {}): Place {
  return inside(functionBody(g, at), { level: LEVEL.leaf, methods: 0, ...change });
}
