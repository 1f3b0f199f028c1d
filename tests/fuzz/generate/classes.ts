/** Classes: fields, private names, accessors, statics, inheritance, and old-style constructor functions. */
import { element, expression, methodCost, primitive, sure } from './expressions.ts';
import { cost, functionBody, LEVEL, nested } from './state.ts';
import type { ClassShape, Gen, Kind, Place } from './state.ts';
import { statements } from './statements.ts';
import { ODD_KEYS, PROPS } from './templates.ts';

/** Declares a class, enters it into the scope, and gives its text. */
export function classDeclaration(g: Gen, at: Place): string {
  if (g.chance(0.15)) return constructorFunction(g, at);
  const name = g.fresh('C');
  const base = g.chance(0.55) ? pickBase(g, at) : null;
  const secret = g.chance(0.6) ? `#p${name}` : null;
  const privates = secret === null ? [] : [secret];
  const strict = { strict: true, self: true, privates };
  const members: string[] = [];

  // Fields are initialised in the constructor's own time, so they may call what a constructor may.
  const field = (place: Place): string => element(g, place, 1);
  const fieldPlace = functionBody(g, at, { ...strict, level: LEVEL.constructor, methods: 0, args: false });
  if (secret !== null) members.push(`${secret} = ${field(fieldPlace)};`);
  for (let i = g.between(0, 2); i > 0; i--) members.push(`${g.pick(PROPS)} = ${field(fieldPlace)};`);
  if (g.chance(0.2)) members.push(`${g.pick(PROPS)};`);
  if (g.chance(0.1)) members.push(`'${g.pick(['$a', 'code', 'self', '1.5', 'two words'])}' = ${field(fieldPlace)};`);
  if (g.chance(0.15)) members.push(`[${g.pick(["'a' + 1", "'x'", '2', 'String(3)'])}] = ${field(fieldPlace)};`);

  const statics: string[] = [];
  const staticPlace = nested(at, { ...strict, privates: [], level: LEVEL.leaf, methods: 0, args: false, returns: false, targets: [] });
  if (g.chance(0.3)) {
    members.push(`static s0 = ${element(g, staticPlace, 1)};`);
    statics.push('s0');
  }
  if (g.chance(0.2)) members.push(`static #count = 0; static bump() { return ++${name}.#count; }`);
  if (g.chance(0.2)) members.push(`static { this.s1 = ${element(g, staticPlace, 1)}; }`);

  const params = constructorMember(g, at, name, base, strict, members);

  const methods: number[] = [];
  for (let k = 0; k < 5; k++) {
    if (!g.chance(0.4)) continue;
    methods.push(k);
    members.push(methodMember(g, at, k, base, strict));
  }
  const accessors: string[] = [];
  for (const accessor of ['ga', 'gb']) {
    if (!g.chance(0.3)) continue;
    accessors.push(accessor);
    const backing = secret ?? '_h';
    members.push(`get ${accessor}() { ${g.chance(0.3) ? `trace('get ${accessor}'); ` : ''}return this.${backing}; }`);
    if (g.chance(0.7)) members.push(`set ${accessor}(v) { ${g.chance(0.3) ? `trace('set ${accessor}'); ` : ''}this.${backing} = prim(v); }`);
  }
  if (secret !== null) {
    members.push(`static has(o) { return ${secret} in Object(o); }`);
    if (g.chance(0.3)) members.push(`static peek(o) { return o.${secret}; }`);
    if (g.chance(0.3)) members.push(`#q(v) { return ${expression(g, methodPlace(g, at, 0, strict), 'num', 2)}; }\nq(v) { return this.#q(v) + 1; }`);
    if (g.chance(0.2)) members.push(`get #r() { return this.${secret}; }\nset #r(v) { this.${secret} = v; }\nr() { return this.#r = ${sure(g, staticPlace, 1)}; }`);
  }
  if (g.chance(0.15)) members.push(`valueOf() { trace('valueOf ${name}'); return ${sure(g, staticPlace, 0)}; }`);
  if (g.chance(0.15)) members.push(`toString() { return '${name}'; }`);
  if (g.chance(0.1)) members.push(`[Symbol.toPrimitive](hint) { trace(hint); return hint === 'number' ? 5 : '${name}'; }`);
  if (g.chance(0.1)) members.push(`static [Symbol.hasInstance](o) { return typeof o === 'number'; }`);
  if (g.chance(0.1)) members.push(`[Symbol.iterator]() { return steps(3, 0); }`);
  if (g.chance(0.1)) members.push(`'${g.pick(ODD_KEYS.filter((key) => key !== 'name' && key !== 'length'))}'() { return 1; }`);

  const heritage = base === null ? '' : ` extends ${base.text}`;
  const text = `${name}${heritage} { ${members.join('\n')} }`;
  at.scope.classes.push({
    name, params, cost: cost(text) / 3 + (base?.shape?.cost ?? 10), methods, statics, accessors, branded: secret !== null,
    base: base?.shape?.name ?? null,
  });
  if (g.chance(0.15)) return `const ${name} = class ${text};`;
  return `class ${text}`;
}

interface Base {
  readonly text: string;
  readonly shape: ClassShape | null;
}

function pickBase(g: Gen, at: Place): Base | null {
  const shapes = at.scope.allClasses();
  if (shapes.length > 0 && g.chance(0.75)) {
    const shape = g.pick(shapes);
    return { text: g.chance(0.1) ? `(log('heritage'), ${shape.name})` : shape.name, shape };
  }
  // No Error: its own `stack` property would make own-key counts differ between engines.
  return { text: g.pick(['Object', 'Array', 'Map', '(sum > 0 ? Object : Array)', 'null']), shape: null };
}

type Body = Pick<Place, 'strict' | 'self' | 'privates'>;

function constructorMember(
  g: Gen, at: Place, name: string, base: Base | null, strict: Body, members: string[],
): readonly Kind[] {
  if (base?.text === 'null') {
    members.push('constructor() { return Object.create(new.target.prototype); }');
    return [];
  }
  if (!g.chance(0.75)) return base?.shape?.params ?? [];
  const count = g.between(0, 2);
  const names = Array.from({ length: count }, () => g.fresh('p'));
  const body = functionBody(g, at, { ...strict, level: LEVEL.constructor, methods: 0, room: 1, frame: { spent: 0, limit: 60 } });
  for (const p of names) body.scope.variables.push({ name: p, kind: 'num', mutable: true });
  let lines = '';
  if (base !== null) {
    const early = g.chance(0.04) ? 'this.a = 1; ' : '';
    const args = base.shape === null ? '' : base.shape.params.map(() => primitive(g, { ...body, self: false }, 1)).join(', ');
    lines += `${early}super(${args});\n`;
  }
  for (const p of names) lines += `this.${g.pick(PROPS)} = ${g.chance(0.6) ? p : element(g, body, 1)};\n`;
  if (g.chance(0.2)) lines += `this.${g.chance(0.5) ? 'ga' : 'a'} = new.target === ${name};\n`;
  if (g.chance(0.3)) lines += statements(g, { ...body, returns: false }, 1);
  const list = names.map((p) => (g.chance(0.15) ? `${p} = ${g.between(0, 9)}` : p)).join(', ');
  members.push(`constructor(${list}) { ${lines}}`);
  return names.map(() => 'num' as const);
}

function methodPlace(g: Gen, at: Place, k: number, strict: Body): Place {
  const body = functionBody(g, at, { ...strict, level: LEVEL.method, methods: k, frame: { spent: 0, limit: methodCost(k) - 40 }, room: 1 });
  body.scope.variables.push({ name: 'v', kind: 'num', mutable: true });
  return body;
}

function methodMember(g: Gen, at: Place, k: number, base: Base | null, strict: Body): string {
  const body = methodPlace(g, at, k, strict);
  const rest = g.chance(0.4) ? '' : g.pick([', o', ', o = v', ', ...o']);
  if (rest !== '') body.scope.variables.push({ name: 'o', kind: 'any', mutable: true });
  let lines = statements(g, body, g.weighted([[5, 0], [3, 1], [1, 2]]));
  if (g.chance(0.4)) lines += `this.${g.pick(PROPS)} = ${sure(g, body, 1)};\n`;
  let value = expression(g, body, g.pick(['num', 'num', 'any', 'str']), 2);
  if (base?.shape?.methods.includes(k) === true && g.chance(0.6)) value = `prim(super.m${k}(v)) + prim(${value})`;
  else if (g.chance(0.1)) value = `prim(super.toString?.length) + prim(${value})`;
  return `m${k}(v${rest}) { ${lines}return ${value}; }`;
}

/** A constructor in the style of ES5, with methods on its prototype. */
function constructorFunction(g: Gen, at: Place): string {
  const name = g.fresh('C');
  const body = functionBody(g, at, { level: LEVEL.constructor, methods: 0, self: true, room: 1, frame: { spent: 0, limit: 60 } });
  body.scope.variables.push({ name: 'p', kind: 'num', mutable: true }, { name: 'q', kind: 'num', mutable: true });
  let text = `function ${name}(p, q) { if (!new.target) return new ${name}(p, q); this.${g.pick(PROPS)} = p; this.${g.pick(PROPS)} = ${element(g, body, 1)};\n`;
  if (g.chance(0.2)) text += `if (p === 7) return { a: 'instead' };\n`;
  text += '}\n';
  const methods: number[] = [];
  for (let k = 0; k < 4; k++) {
    if (!g.chance(0.5)) continue;
    methods.push(k);
    const place = methodPlace(g, at, k, { strict: at.strict, self: false, privates: [] });
    text += `${name}.prototype.m${k} = function (v) { return ${expression(g, place, 'num', 2)}; };\n`;
  }
  at.scope.classes.push({ name, params: ['num', 'num'], cost: cost(text) / 2, methods, statics: [], accessors: [], branded: false, base: null });
  return text;
}
