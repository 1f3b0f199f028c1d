/** Hot code over objects: shapes, prototypes, classes, accessors, arrays, replaced functions and builtins. */
import { consume, drive, guarded, mixed, mixedList, number, pure, replacement, smallFunction, within } from './hot-kit.ts';
import type { Params, Scenario } from './hot-kit.ts';
import { element, primitive } from './expressions.ts';
import { NUMBERS, ODD_KEYS, PROPS, STRINGS } from './templates.ts';

/** Property reads and writes that meet one shape, then others, then no object at all. */
const shapes: Scenario = (g, at) => {
  const [f, objs] = [g.fresh('f'), g.fresh('objs')];
  const [p, q] = [g.pick(PROPS), g.pick([...PROPS, 'length', '0', '$a', 'code'])];
  const read = /^\d/.test(q) ? `o[${q}]` : `o.${q}`;
  const body = g.pick([
    `return o.${p} + ${read};`, `o.${p} = o.${p} + 1; return ${read};`, `return ${read} * v - o.${p};`, `o.${p}++; return o.${p};`,
    `const { ${p}, ${p}: again = v } = o; return again;`, `return { ...o, z: v }.${p};`, `o.${p} = v; delete o.${p}; return ${read};`,
    `if ('${p}' in o) return o.${p}; return v;`, `return o?.${p} ?? ${read};`, `o.${p} ??= v; o.${p} += v; return o.${p} % 1000;`,
  ]);
  const base = `{ ${p}: 1, c: 2 }`;
  const others = g.random.shuffle([
    `{ c: 2, ${p}: 1.5 }`, `{ a: 1, b: 2, c: 3, d: 4, x: 5, y: 6 }`, `Object.create({ ${p}: 3 })`, `{ get ${p}() { return 4; } }`,
    `{ get ${p}() { trace('get'); return 4; }, set ${p}(v) { trace('set'); } }`, `Object.freeze({ ${p}: 5 })`, `[1, 2, 3]`, `'text'`, `null`,
    `undefined`, `7`, `Object.create(null)`, `new (class { ${p} = 6; })()`, `{ __proto__: null, ${p}: -0 }`, `function () {}`, `new Map()`,
    `Object.defineProperty({}, '${p}', { value: 8 })`, `{ ${p}: 'text' }`, `{ ${p}: ${element(g, within(at, []), 1)} }`, `true`, `5n`,
  ]).slice(0, g.between(1, 6));
  const loop = drive(g, (i, turn) => {
    const fresh = g.chance(0.4) ? `(${base})` : `${objs}[0]`;
    return guarded(g, `const r = ${f}(${i} < ${turn} ? ${fresh} : ${objs}[${i} % ${objs}.length], ${i} & 7); mix(r);`);
  }, 30);
  return `function ${f}(o, v) { ${body} }\nconst ${objs} = [${[base, ...others].join(', ')}];\n${loop}\n` +
    `log('shapes ' + sum + show(${objs}[0]));`;
};

/** A method or property on a prototype is replaced, removed or hidden while calls to it are hot. */
const prototypes: Scenario = (g, at) => {
  const [A, B, o] = [g.fresh('A'), g.fresh('B'), g.fresh('o')];
  const self: Params = [['v', 'num']];
  const change = g.pick([
    `${A}.prototype.m = ${replacement(g, self, 'num')};`, `delete ${A}.prototype.m;`, `${o}[0].m = ${replacement(g, self, 'num')};`,
    `${B}.prototype.m = ${replacement(g, self, 'num')};`, `Object.setPrototypeOf(${o}[0], ${B}.prototype);`,
    `Object.setPrototypeOf(${B}.prototype, { m(v) { return v + 100; } });`, `${A}.prototype.m = 5;`, `${A}.prototype.w = 50;`,
    `Object.defineProperty(${A}.prototype, 'm', { get() { return (v) => v - 1; }, configurable: true });`,
    `Object.prototype.w = 9;`, `${o}.push(new ${A}(), { m: (v) => v, w: 1 });`, `Object.freeze(${o}[0]);`, `${o}[1] = { __proto__: ${o}[0] };`,
    `Object.defineProperty(${o}[0], 'w', { get() { return 77; }, configurable: true });`, `${o}[0].w = ${mixed(g)};`, `${A}.prototype.constructor = null;`,
  ]);
  const back = g.pick([``, ``, `if (i2 === 2) ${A}.prototype.m = function (v) { return -v; };`]).replace('i2 === 2', 'sum % 5 === 0');
  const loop = drive(g, (i, turn) => guarded(g,
    `if (${i} === ${turn}) { ${change} } ${back} mix(${o}[${i} % ${o}.length].m(${i} & 15)); mix(${o}[0].w);`), 40);
  return `class ${A} { w = ${g.pick(NUMBERS)}; m(v) { return ${pure(g, self, 'num')}; } }
class ${B} extends ${A} { ${g.chance(0.5) ? `m(v) { return super.m(v) + ${g.pick(NUMBERS)}; }` : ''} }
const ${o} = [new ${A}(), new ${B}()${g.chance(0.4) ? `, new ${B}()` : ''}];
try { ${loop} } finally { delete Object.prototype.w; }
log('protos ' + sum + show(${primitive(g, within(at, []), 1)}));`;
};

/** A builtin is replaced while it is hot, and put back at the end. */
const builtins: Scenario = (g) => {
  const [held, n] = [g.fresh('held'), g.fresh('n')];
  const [place, name, call] = g.pick([
    ['Math', 'max', 'Math.max(i, 5)'], ['Math', 'floor', 'Math.floor(i / 3)'], ['Math', 'abs', 'Math.abs(5 - i)'], ['Math', 'imul', 'Math.imul(i, 7)'],
    ['Array.prototype', 'push', '[i].push(i, 2)'], ['Array.prototype', 'indexOf', '[1, i, 3].indexOf(i)'], ['Array.prototype', 'map', '[1, i].map((v) => v + i)[1]'],
    ['Array.prototype', 'slice', '[1, i, 3].slice(1)[0]'], ['String.prototype', 'indexOf', "'abcabc'.indexOf('c', i & 3)"],
    ['String.prototype', 'toUpperCase', "'x'.toUpperCase()"], ['Map.prototype', 'get', 'new Map([[1, i]]).get(1)'], ['Set.prototype', 'has', 'new Set([i]).has(i)'],
    ['Object.prototype', 'hasOwnProperty', '({ a: i }).hasOwnProperty("a")'], ['Number', 'isInteger', 'Number.isInteger(i / 2)'],
    ['Array.prototype', 'join', '[i, 1].join("+")'], ['Array.prototype', 'join', "'' + [i, 1]"], ['Object', 'keys', 'Object.keys({ a: i }).length'],
    ['Array.prototype', 'concat', '[i].concat([1, 2]).length'], ['Number.prototype', 'toString', '(i & 7).toString()'], ['globalThis', 'parseInt', "parseInt(i + '5')"],
    ['globalThis', 'Number', 'Number("0" + (i & 7))'], ['Array.prototype', 'pop', '[1, i].pop()'], ['Reflect', 'has', "Reflect.has({ a: 1 }, 'a')"],
    ['Function.prototype', 'call', '((v) => v + 1).call(null, i & 3)'], ['Function.prototype', 'apply', '((v) => v + 1).apply(null, [i & 3])'],
  ] as const);
  const expression = call.replace(/\bi\b/g, 'i0');
  const swap = g.pick([
    `${place}.${name} = function (...args) { ${n}++; return Reflect.apply(${held}, this, args); };`,
    `${place}.${name} = function (a) { ${n}++; return a; };`, `${place}.${name} = () => ${g.pick([...NUMBERS, ...STRINGS])};`, `${place}.${name} = undefined;`,
    `delete ${place}.${name};`, `Object.defineProperty(${place}, '${name}', { get() { ${n}++; return ${held}; }, configurable: true });`,
  ]);
  const loop = drive(g, (i, turn) => guarded(g, `const i0 = ${i}; if (${i} === ${turn}) { ${swap} } mix(${expression});`), 30);
  // Put back as it was: writable, not enumerable. Nothing is printed before that.
  return `const ${held} = ${place}.${name};\nlet ${n} = 0;
try { ${loop} } catch (e) { mix(caught(e)); } finally {
  Object.defineProperty(${place}, '${name}', { value: ${held}, writable: true, configurable: true, enumerable: false });
}
log('builtins ' + ${n} + ' ' + sum);`;
};

/** The way arrays are iterated is replaced under spread, destructuring and for-of. */
const iteration: Scenario = (g) => {
  const held = g.fresh('held');
  const use = g.pick(['[...list].length', '(([p, q]) => p + q)(list)', 'Math.max(...list)', '((...rest) => rest.length)(...list)', 'new Set(list).size', 'Array.from(list)[1]']);
  const swap = g.pick([
    `Array.prototype[Symbol.iterator] = function () { return steps(2, 0); };`,
    `list[Symbol.iterator] = function () { return steps(3, ${g.between(0, 3)}); };`,
    `Array.prototype[Symbol.iterator] = function () { n++; return held.call(this); };`.replace(/held/g, held),
    `delete Array.prototype[Symbol.iterator];`,
    `const proto = Object.getPrototypeOf([][Symbol.iterator]()), next = proto.next; proto.next = function () { n++; return next.call(this); }; undo = () => { proto.next = next; };`,
  ]);
  const loop = drive(g, (i, turn) => guarded(g, `if (${i} === ${turn}) { ${swap} } mix(${use}); for (const x of list) { n += x; if (n > 1e6) n = 0; }`), 60);
  return `const ${held} = Array.prototype[Symbol.iterator], list = [1, 2, 3];\nlet n = 0, undo = () => {};
try { ${loop} } catch (e) { mix(caught(e)); } finally {
  undo();
  Object.defineProperty(Array.prototype, Symbol.iterator, { value: ${held}, writable: true, configurable: true, enumerable: false });
}
log('iteration ' + n + ' ' + sum);`;
};

/** Arrays that start packed and of small integers, then get holes, doubles, objects, odd keys, accessors. */
const arrays: Scenario = (g, at) => {
  const arr = g.fresh('arr');
  const change = (i: string): string => g.pick([
    `delete ${arr}[3];`, `${arr}.length = 4;`, `${arr}[${arr}.length + 3] = ${i};`, `${arr}[2] = ${mixed(g)};`, `${arr}[1] = 0.5;`, `${arr}[-1] = 5;`,
    `${arr}['x'] = 5;`, `${arr}[1.5] = 5;`, `${arr}.push(${mixed(g)});`, `${arr}.pop();`, `${arr}.shift();`, `${arr}.unshift(${i}, -0);`, `${arr}.sort(() => 0);`,
    `${arr}.reverse();`, `${arr}.splice(1, 2, 'in', null);`, `Object.freeze(${arr});`, `Object.preventExtensions(${arr});`, `Array.prototype[3] = 'proto';`,
    `Object.defineProperty(${arr}, 1, { get() { return ${i} & 3; }, set(v) { mix(v); }, configurable: true });`, `Object.setPrototypeOf(${arr}, { 2: 'p', length: 9 });`,
    `Object.defineProperty(${arr}, 'length', { writable: false });`, `${arr} = ${arr}.slice();`, `${arr}.fill(${mixed(g)});`, `${arr} = [];`, `${arr} = { 0: 1, length: 3 };`,
    `${arr} = 'abcdefgh';`, `${arr}[40] = 1;`, `Object.seal(${arr});`, `${arr}['4'] = 'named';`, `${arr}.length = 0;`, `${arr} = null;`,
  ]);
  const index = (i: string): string => g.pick([`${i} & 7`, `${i} % 10`, `${i} & 7`, `${i} % 6 - 1`, `(${i} & 3) + 0.5`, `'' + (${i} & 3)`, `-(${i} & 1)`, `${arr}.length - 1`]);
  const work = (i: string): string => g.pick([
    `mix(${arr}[${index(i)}]);`, `${arr}[${index(i)}] = ${i};`, `${arr}[${i} & 7] += ${number(g, at, [[i, 'num']], 1)};`, `${arr}[${i} & 7]++;`,
    `if (${arr}.length < 60) ${arr}.push(${i});`, `if (${arr}.length < 60) ${arr}[${arr}.length] = ${i};`, `mix(${arr}.length);`, `mix((${index(i)}) in ${arr});`, `mix(${arr}.pop());`,
    `mix(${arr}.indexOf(${i} & 7));`, `for (let j = 0; j < ${arr}.length && j < 8; j++) mix(${arr}[j]);`, `for (const x of ${arr}) { mix(x); if (sum & 1) break; }`,
    `const [p, q] = ${arr}; mix(q);`, `mix([...${arr}].length);`, `mix(${arr}.includes(undefined));`, `${arr}[${i} & 7] = ${arr}[${i} + 1 & 7];`, `mix(delete ${arr}[${i} & 15]);`,
  ]);
  const loop = drive(g, (i, turn) => guarded(g,
    `if (${i} === ${turn}) { ${change(i)} } ${g.chance(0.4) ? `if (${i} % ${g.pick([501, 777])} === 500) { ${change(i)} }` : ''} ${work(i)} { ${work(i)} }`), 60);
  const start = g.pick(['[0, 1, 2, 3, 4, 5, 6, 7]', '[0.5, 1.5, 2.5, 3.5]', "['a', 'b', 'c']", '[]', '[1, , 3]', '[{}, {}, {}]', 'new Array(8)', 'Array(8).fill(0)']);
  return `let ${arr} = ${start};\ntry { ${loop} } finally { delete Array.prototype[3]; }\nlog('arrays ' + show(${arr}) + sum);`;
};

/** A global function is given another body while calls of it are hot. */
const reassigned: Scenario = (g) => {
  const f = g.fresh('h');
  const params: Params = [['a', 'num'], ['b', 'num']];
  const where = g.between(0, 2);
  const text = where === 0 ? `globalThis.${f} = ${replacement(g, params, 'num')};` : smallFunction(g, f, params, 'num', where === 1 ? 2 : 5);
  const swap = g.pick([
    `${where === 0 ? 'globalThis.' : ''}${f} = ${replacement(g, params, g.pick(['num', 'str', 'any']))};`, `${f} = null;`, `${f} = ${f}.bind(null, 3);`, `${f} = Math.max;`,
    `${f} = class { constructor(a) { this.a = a; } };`, `const old = ${f}; ${f} = (a, b) => old(b, a);`, `${f} = (...args) => args.length;`,
  ]);
  const loop = drive(g, (i, turn) => guarded(g, `if (${i} === ${turn}) { ${swap} } const r = ${f}(${i} & 31, ${g.pick(['2', i, '-0'])}); ${consume(g, 'acc', 'r')}`), 50);
  return `${text}\nlet acc = 0;\n${loop}\nlog('reassigned ' + acc + ' ' + sum);`;
};

/** Private names: hot with the right receivers, then with wrong ones; `#x in o`; private methods and accessors. */
const privates: Scenario = (g) => {
  const C = g.fresh('C');
  const loop = drive(g, (i, turn) => guarded(g,
    `const o = ${i} < ${turn} ? good : others[${i} % others.length]; mix(${C}.has(o)); mix(${g.pick([`${C}.get(o)`, `${C}.set(o, ${i} & 7)`, `good.twice.call(o, ${i} & 3)`, `${C}.bump(o)`])}); ` +
    `mix(${g.pick(['good.twice(2)', 'new D().sum()', `${C}.made`])});`), 60);
  return `class ${C} {
  #x = ${g.pick(NUMBERS)}; #y; static #total = 0; static made = 0;
  constructor(y) { this.#y = y; ${C}.made = ++${C}.#total; }
  #double(v) { return v * 2 + ${pure(g, [['v', 'num']], 'num', 1)}; }
  get #both() { return this.#x + this.#y; }
  set #both(v) { this.#y = v; }
  twice(v) { return this.#double(v) + this.#x; }
  static has(o) { return Object(o) === o && #x in o; }
  static get(o) { return o.#both; }
  static set(o, v) { return o.#both = v; }
  static bump(o) { return o.#y++ + --o.#x; }
}
class D extends ${C} { #x = 'own'; sum() { return this.#x + this.twice(1); } }
const good = new ${C}(${g.pick(NUMBERS)});
const others = [good, new D(1), ${g.random.shuffle(['{}', '{ __proto__: good }', 'null', '5', 'Object.freeze(new ' + C + '(3))', '[]', C, 'undefined']).slice(0, 4).join(', ')}];
${loop}
log('privates ' + sum);`.replace(/\bD\b/g, g.fresh('D'));
};

/** A data property becomes an accessor, and back; setters on the prototype; read-only writes. */
const accessors: Scenario = (g) => {
  const [o, p] = [g.fresh('o'), g.pick(PROPS)];
  const define = (): string => g.pick([
    `Object.defineProperty(${o}, '${p}', { get() { return count++; }, set(v) { count += v & 3; }, configurable: true, enumerable: true });`,
    `Object.defineProperty(${o}, '${p}', { value: ${mixed(g)}, writable: ${g.chance(0.5)}, configurable: true });`, `Object.freeze(${o});`, `delete ${o}.${p};`,
    `if (Object.getPrototypeOf(${o}) !== Object.prototype) Object.defineProperty(Object.getPrototypeOf(${o}), '${p}', { set(v) { count += 10; }, get() { return 'proto'; }, configurable: true });`, `${o} = { ${p}: 1, extra: 2 };`,
    `Object.setPrototypeOf(${o}, { get ${p}() { throw 'get'; }, set ${p}(v) { throw new RangeError('set'); } }); delete ${o}.${p};`, `Object.seal(${o});`,
  ]);
  const work = (i: string): string => g.pick([`${o}.${p} = ${i} & 7;`, `mix(${o}.${p});`, `${o}.${p} += 1;`, `${o}.${p}++;`, `${o}.${p} ||= 3;`, `${o}.${p} &&= 4;`, `({ ${p}: mixed } = ${o}); mix(mixed);`, `[${o}.${p}] = [${i} & 3];`]);
  const loop = drive(g, (i, turn) => guarded(g, `if (${i} === ${turn}) { ${define()} } if (${i} === ${turn} + 50) { ${define()} } ${work(i)} ${work(i)}`), 30);
  return `let count = 0, mixed, ${o} = ${g.pick([`{ ${p}: 1 }`, `Object.create({ ${p}: 2 })`, `new (class { ${p} = 3; })()`, `new (class { get ${p}() { return count; } set ${p}(v) { count = v; } })()`])};\n${loop}\nlog('accessors ' + count + ' ' + show(${o}) + sum);`;
};

/** Constructors: a subclass turns up, an object is returned instead, the prototype is exchanged. */
const constructors: Scenario = (g) => {
  const [F, G] = [g.fresh('F'), g.fresh('G')];
  const swap = g.pick([
    `${F}.prototype = { m() { return 'new'; } };`, `odd = ${mixed(g)};`, `${F}.prototype.m = function () { return this.b; };`, `made = ${G};`, `made = Object;`, `made = (v) => v;`, `made = Array;`,
    `made = class extends ${F} { c = this.a; };`, `Object.defineProperty(${F}.prototype, 'a', { set(v) { odd = v; }, get() { return 'trap'; }, configurable: true });`, `made = ${F}.bind(null, 1);`,
    `Object.prototype.b = 5;`, `made = function () { return new.target; };`, `${F}.prototype = 5;`,
  ]);
  const loop = drive(g, (i, turn) => guarded(g,
    `if (${i} === ${turn}) { ${swap} } const o = new made(${g.pick([`${i} & 7`, `${i} * 0.5`, `'k' + (${i} & 1)`])}, ${i} & 3); mix(o.a); mix(o instanceof ${F}); mix(o.m?.()); mix(Object.keys(o).length);`), 120);
  const body = g.pick([`this.a = a; this.b = b;`, `this.a = a; if (b === 2) this.c = a; else this.b = b;`, `this.b = b; this.a = a; if (odd !== undefined) return odd;`, `this[b === 1 ? 'a' : 'b'] = a;`]);
  return `let odd, made;\nfunction ${F}(a, b) { ${body} }\n${F}.prototype.m = function () { return this.a; };
class ${G} extends ${F} { constructor(a) { super(a, ${g.between(0, 3)}); this.own = new.target === ${G}; } m() { return super.m() + 1; } }
made = ${g.chance(0.7) ? F : G};
try { ${loop} } finally { delete Object.prototype.b; }
log('constructors ' + sum);`;
};

/** Keys of every kind, on objects that grow and shrink. */
const keys: Scenario = (g) => {
  const [o, ks] = [g.fresh('o'), g.fresh('ks')];
  const list = [...g.random.shuffle(ODD_KEYS).slice(0, 5).map((k) => `'${k}'`), ...g.random.shuffle(['0', '-1', '1.5', '-0', 'NaN', 'null', 'undefined', 'true', '1e21', '1e-7', 'Symbol.iterator', "['x']", '{}', 'conv1', '3n', '4294967295']).slice(0, 4)];
  const loop = drive(g, (i, turn) => {
    const k = `${ks}[${i} < ${turn} ? ${i} & 1 : ${i} % ${ks}.length]`;
    const work = (): string => g.pick([`${o}[k] = ${i} & 15;`, `mix(${o}[k]);`, `mix(k in ${o});`, `mix(Object.hasOwn(${o}, k));`, `mix(delete ${o}[k]);`, `${o}[k] = (${o}[k] | 0) + 1;`, `mix(${o}.hasOwnProperty(k));`]);
    return guarded(g, `const k = ${k}; ${work()} ${work()}`);
  }, 30);
  return `const ${o} = ${g.pick(['{}', '[]', '{ a: 1 }', 'Object.create(null)', 'new (class { a = 1; })()', 'function () {}', 'new Map()', '[1, 2, 3]'])};\nconst ${ks} = [${g.random.shuffle([...list, "'a'"]).filter((k) => !/'(length|name|caller|arguments)'|'429496729[45]'/.test(k)).join(', ')}];\n${loop}\n` +
    `log('keys ' + Object.keys(${o}) + ' ' + sum);`;
};

/** Maps and sets whose keys change type, changed while they are walked. */
const collections: Scenario = (g) => {
  const [m, s] = [g.fresh('m'), g.fresh('s')];
  const vals = g.fresh('vals');
  const loop = drive(g, (i, turn) => {
    const k = g.pick([`(${i} & 15)`, `(${i} < ${turn} ? ${i} & 7 : ${vals}[${i} % ${vals}.length])`, `('k' + (${i} & 3))`, `(${i} % 5 * 0.5)`]);
    const work = (): string => g.pick([`${m}.set(k, (${m}.get(k) ?? 0) + 1);`, `mix(${m}.get(k));`, `mix(${m}.has(k));`, `mix(${m}.delete(k));`, `${s}.add(k);`, `mix(${s}.has(k)); ${s}.delete(k);`, `mix(${m}.size);`,
      `if (${i} % 200 === 7) for (const [key, v] of ${m}) { mix(key); mix(v); if (v === 3) ${m}.delete(key); if (${m}.size < 20) ${m}.set('w' + (${i} & 7), 1); }`, `if (${i} % 150 === 3) ${s}.forEach((v) => { mix(v); ${s}.delete(v); });`, `if (${i} === ${turn}) ${m}.clear();`]);
    return guarded(g, `const k = ${k}; ${work()} ${work()}`);
  }, 60);
  return `const ${m} = new Map(), ${s} = new Set(), ${vals} = ${mixedList(g, 6)};\n${loop}\nlog('maps ' + ${m}.size + ' ' + ${s}.size + ' ' + show([...${m}.keys()]) + sum);`;
};

export const OBJECT_SCENARIOS: readonly (readonly [number, Scenario])[] = [
  [5, shapes], [4, prototypes], [3, builtins], [2, iteration], [6, arrays], [3, reassigned], [2, privates], [3, accessors], [3, constructors], [3, keys], [2, collections],
];
