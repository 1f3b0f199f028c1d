// Guest programs that recurse as deep as they can, in every way in which the guest can be called: what host-stack.test.ts runs.
//
// A scenario is a body that counts its levels in `n` and ends in `run(f)`, which calls f and prints how that ended and `n`.

export type Scenarios = Readonly<Record<string, string>>;

/** Recursion without end: the guest's RangeError. */
export const endless: Readonly<Record<string, Scenarios>> = {
  calls: {
    function: 'function f() { n++; return 1 + f(); } run(f);',
    'tail call': 'const f = () => (n++, f()); run(f);',
    mutual: 'const f = () => (n++, 1 + g()), g = () => (n++, 1 + f()); run(f);',
    method: 'const o = { m() { n++; return this.m() + 1; } }; run(() => o.m());',
    'super method': 'class A { m() { n++; return this.m(); } } class B extends A { m() { return super.m() + 1; } } run(() => new B().m());',
    'default parameter': 'const f = (a = (n++, f())) => a; run(f);',
    tagged: 'const f = () => (n++, f`x`); run(f);',
    spread: 'const f = (...a) => (n++, f(...[1, 2, 3]) + 1); run(f);',
    call: 'function f() { n++; return f.call(this) + 1; } run(f);',
    apply: 'function f() { n++; return f.apply(this, arguments) + 1; } run(() => f(1, 2));',
    bound: 'const f = () => (n++, b() + 1), b = f.bind(null, 1); run(f);',
    'Reflect.apply': 'const f = () => (n++, Reflect.apply(f, null, [])); run(f);',
    continuation: 'const f = (k) => { n++; return f(() => k()); }; run(f);',
    finally: 'const f = () => { n++; try { f(); } finally { n++; } }; run(f);',
    rethrow: 'const f = () => { n++; try { return f(); } catch (e) { throw e; } }; run(f);',
    'again and again': 'let k = 0; const f = () => { n++; try { return f(); } catch (e) { if (k++ < 50) f(); throw e; } }; run(f);',
    'closures of closures': 'let f = () => { n++; }; for (let i = 0; i < 20000; i++) { const g = f; f = () => (n++, g()); } run(f);',
  },
  constructors: {
    class: 'class C { constructor() { n++; this.c = new C(); } } run(() => new C());',
    function: 'function F() { n++; this.f = new F(); } run(() => new F());',
    derived: 'class A { constructor() { n++; new B(); } } class B extends A {} run(() => new B());',
    'before super': 'class A {} class B extends A { constructor() { n++; new B(); super(); } } run(() => new B());',
    field: 'class A { x = (n++, new A()); } run(() => new A());',
    'static block': 'const f = () => class { static { n++; f(); } }; run(f);',
    'Reflect.construct': 'function F() { n++; Reflect.construct(F, []); } run(() => new F());',
    species: 'class A extends Array { static get [Symbol.species]() { n++; return new A().concat([]).constructor; } } run(() => new A().concat([1]));',
  },
  accessors: {
    getter: 'const o = { get g() { n++; return this.g + 1; } }; run(() => o.g);',
    setter: 'const o = { set s(v) { n++; this.s = v; } }; run(() => { o.s = 1; });',
    'super getter': 'class A { get m() { n++; return this.m; } } class B extends A { get m() { return super.m + 1; } } run(() => new B().m);',
    destructuring: 'const o = { get a() { n++; const { a } = o; return a; } }; run(() => o.a);',
    'spread of objects': 'const o = { get a() { n++; return { ...o }.a; } }; run(() => o.a);',
    'Object.assign': 'const o = { get a() { n++; return Object.assign({}, o).a; } }; run(() => o.a);',
    'Object.entries': 'const o = { get a() { n++; return Object.entries(o)[0]; } }; run(() => o.a);',
    'Object.defineProperty': "const d = { get value() { n++; Object.defineProperty({}, 'a', d); return 1; } }; run(() => d.value);",
    'Reflect.get': "const o = { get a() { n++; return Reflect.get(o, 'a'); } }; run(() => o.a);",
    'Reflect.set': "const o = { set a(v) { n++; Reflect.set(o, 'a', v); } }; run(() => { o.a = 1; });",
    concat: 'const a = [1]; Object.defineProperty(a, 0, { get() { n++; return a.concat([])[0]; } }); run(() => a[0]);',
    slice: 'const a = [1]; Object.defineProperty(a, 0, { get() { n++; return a.slice()[0]; } }); run(() => a[0]);',
    'message of an error': "const e = new Error(); Object.defineProperty(e, 'message', { get() { n++; return String(e); } }); run(() => String(e));",
    'each its own': 'let o = { get a() { n++; return 1; } }; for (let i = 0; i < 20000; i++) { const p = o; o = { get a() { n++; return p.a; } }; } run(() => o.a);',
  },
  conversions: {
    toString: "const o = { toString() { n++; return '' + o; } }; run(() => String(o));",
    template: 'const o = { toString() { n++; return `${o}`; } }; run(() => `${o}`);',
    valueOf: 'const o = { valueOf() { n++; return +o; } }; run(() => +o);',
    'less than': 'const o = { valueOf() { n++; return o < o; } }; run(() => o < 1);',
    equals: 'const o = { valueOf() { n++; return o == 1; } }; run(() => o == 1);',
    toPrimitive: 'const o = { [Symbol.toPrimitive]() { n++; return o + 1; } }; run(() => o + 1);',
    'property key': 'const o = { toString() { n++; return p[o]; } }, p = {}; run(() => p[o]);',
    in: 'const o = { toString() { n++; return o in p; } }, p = {}; run(() => o in p);',
    instanceof: 'const o = { [Symbol.hasInstance]() { n++; return {} instanceof o; } }; run(() => ({}) instanceof o);',
    'length of an array': 'const o = { valueOf() { n++; [].length = o; return 0; } }; run(() => { [].length = o; });',
    repeat: "const o = { valueOf() { n++; return 'x'.repeat(o); } }; run(() => 'x'.repeat(o));",
    includes: 'const o = { valueOf() { n++; return [1].includes(1, o); } }; run(() => [1].includes(1, o));',
    'Math.max': 'const o = { valueOf() { n++; return Math.max(o, 1); } }; run(() => Math.max(o));',
    Number: 'const o = { valueOf() { n++; return Number(o); } }; run(() => Number(o));',
    parseInt: 'const o = { toString() { n++; return parseInt(o); } }; run(() => parseInt(o));',
    'String.raw': 'const o = { toString() { n++; return String.raw({ raw: [1, 2] }, o); } }; run(() => String.raw({ raw: [1, 2] }, o));',
    Date: 'const o = { valueOf() { n++; return new Date(o); } }; run(() => new Date(o));',
  },
  callbacks: {
    sort: 'const f = () => { n++; [2, 1].sort(f); }; run(f);',
    toSorted: 'const f = () => { n++; [2, 1].toSorted(f); }; run(f);',
    map: 'const f = () => { n++; return [1, 2].map(f); }; run(f);',
    filter: 'const f = () => { n++; return [1, 2].filter(f); }; run(f);',
    forEach: 'const f = () => { n++; return [1, 2].forEach(f); }; run(f);',
    findLast: 'const f = () => { n++; return [1, 2].findLast(f); }; run(f);',
    flatMap: 'const f = () => { n++; return [1, 2].flatMap(f); }; run(f);',
    reduce: 'const f = () => { n++; return [1, 2].reduce(f, 0); }; run(f);',
    'Array.from': 'const f = () => { n++; return Array.from([1], f); }; run(f);',
    'Map forEach': 'const m = new Map([[1, 1]]); const f = () => { n++; m.forEach(f); }; run(f);',
    'Set forEach': 'const m = new Set([1]); const f = () => { n++; m.forEach(f); }; run(f);',
    'iterator map': 'const f = () => { n++; return [1].values().map(f).toArray(); }; run(f);',
    replace: "const f = () => { n++; return 'x'.replace('x', f); }; run(f);",
    'replace by RegExp': "const f = () => { n++; return 'xx'.replace(/x/g, f); }; run(f);",
    replaceAll: "const f = () => { n++; return 'x'.replaceAll('x', f); }; run(f);",
    'Symbol.split': "const o = { [Symbol.split]() { n++; return 'x'.split(o); } }; run(() => 'x'.split(o));",
    'Symbol.match': "const o = { [Symbol.match]() { n++; return 'x'.match(o); } }; run(() => 'x'.match(o));",
    exec: "const r = /x/; r.exec = () => { n++; return r.test('x'); }; run(() => r.test('x'));",
    lastIndex: "const r = /x/g; r.lastIndex = { valueOf() { n++; r.exec('x'); return 0; } }; run(() => r.exec('x'));",
    toISOString: 'const d = new Date(0); d.toISOString = () => { n++; return d.toJSON(); }; run(() => d.toJSON());',
  },
  iteration: {
    next: 'const it = { [Symbol.iterator]() { return this; }, next() { n++; for (const x of it) ; return { done: true }; } }; run(() => { for (const x of it) ; });',
    return: 'const it = { [Symbol.iterator]() { return this; }, next() { return { done: false }; }, return() { n++; for (const x of it) break; return {}; } }; run(() => { for (const x of it) break; });',
    spread: 'const it = { [Symbol.iterator]() { n++; return [...it][Symbol.iterator](); } }; run(() => [...it]);',
    destructuring: 'const it = { [Symbol.iterator]() { n++; const [a] = it; return [][Symbol.iterator](); } }; run(() => { const [a] = it; });',
    'Array.from': 'const it = { [Symbol.iterator]() { n++; return Array.from(it)[Symbol.iterator](); } }; run(() => [...it]);',
    Map: 'const it = { [Symbol.iterator]() { n++; return new Map(it)[Symbol.iterator](); } }; run(() => new Map(it));',
    Set: 'const it = { [Symbol.iterator]() { n++; return new Set(it)[Symbol.iterator](); } }; run(() => new Set(it));',
    fromEntries: 'const it = { [Symbol.iterator]() { n++; return Object.fromEntries(it)[Symbol.iterator](); } }; run(() => Object.fromEntries(it));',
    'map of map of map': 'let it = [1].values(); for (let i = 0; i < 10000; i++) it = it.map((x) => (n++, x)); run(() => it.next());',
  },
  JSON: {
    toJSON: 'const o = { toJSON() { n++; return JSON.stringify(o); } }; run(() => JSON.stringify(o));',
    'getters that grow': 'const o = () => ({ get a() { n++; return o(); } }); run(() => JSON.stringify(o()));',
    replacer: 'const f = (k, v) => { n++; return JSON.stringify({ a: 1 }, f); }; run(() => f());',
    reviver: "const f = (k, v) => { n++; return JSON.parse('[1]', f); }; run(() => f());",
    'reviver that grows': "const f = function (k, v) { n++; if (Array.isArray(this)) this[1] = [1, 2]; return v; }; run(() => JSON.parse('[1,2]', f));",
    'reviver of deep text': "const s = '['.repeat(20000) + ']'.repeat(20000); run(() => JSON.parse(s, (k, v) => (n++, v)));",
  },
};

/** Deep data: no limit, or the guest's RangeError, but in all modes alike. */
export const deepData: Readonly<Record<string, Scenarios>> = {
  'text and trees': {
    'JSON.stringify of arrays': 'let a = []; for (let i = 0; i < 50000; i++) a = [a]; run(() => { n = JSON.stringify(a).length; });',
    'JSON.stringify of objects': 'let a = {}; for (let i = 0; i < 50000; i++) a = { a }; run(() => { n = JSON.stringify(a).length; });',
    'JSON.parse of arrays': "const s = '['.repeat(50000) + ']'.repeat(50000); run(() => { n = JSON.parse(s).length; });",
    'JSON.parse of objects': `const s = '{"a":'.repeat(50000) + '1' + '}'.repeat(50000); run(() => { n = typeof JSON.parse(s); });`,
    'JSON.parse of an open end': "const s = '['.repeat(50000); run(() => { try { JSON.parse(s); } catch (e) { n = e instanceof SyntaxError; } });",
    flat: 'let a = [1]; for (let i = 0; i < 20000; i++) a = [a]; run(() => { n = a.flat(Infinity).length; });',
    'flat, less deep': 'let a = [1]; for (let i = 0; i < 5000; i++) a = [a]; run(() => { n = a.flat(Infinity).length; });',
    join: 'let a = [1]; for (let i = 0; i < 1000; i++) a = [a]; run(() => { n = a.join().length; });',
    console: "let a = []; for (let i = 0; i < 50000; i++) a = [a]; run(() => { console.log(a); console.dir(a, { depth: 50 }); console.log('%o %O', a, a); });",
    'causes of errors': "let e = new Error('x'); for (let i = 0; i < 500; i++) e = new Error('y', { cause: e }); run(() => { console.log(e); });",
    'long ropes': "let s = ''; for (let i = 0; i < 30000; i++) s = 'a' + s + 'b'; run(() => { n = s.indexOf('ab') + s.length; });",
  },
  'chains of prototypes': {
    get: "let o = { x: 1 }; for (let i = 0; i < 50000; i++) o = Object.create(o); run(() => { n = o.x; n += o.y === undefined ? 1 : 0; n += 'x' in o ? 1 : 0; });",
    set: 'let o = { set x(v) { n += v; } }; for (let i = 0; i < 20000; i++) o = Object.create(o); run(() => { o.x = 5; });',
    classes: 'let C = class { constructor() { n++; } }; for (let i = 0; i < 500; i++) C = class extends C {}; run(() => new C());',
    super: 'let o = { m() { n++; return 1; } }; for (let i = 0; i < 500; i++) o = { __proto__: o, m() { n++; return super.m() + 1; } }; run(() => o.m());',
    bound: 'let f = () => { n++; }; for (let i = 0; i < 2000; i++) f = f.bind(); run(f);',
  },
  'regular expressions': {
    'nested groups': "run(() => { n = new RegExp('(?:'.repeat(640) + ')*'.repeat(640)).test(''); });",
    'nested lookaheads': "run(() => { n = new RegExp('(?='.repeat(970) + ')'.repeat(970)).test(''); });",
    'groups nested too deeply': "run(() => { try { new RegExp('(?:'.repeat(5000) + ')*'.repeat(5000)); } catch (e) { n = e.message.endsWith('too large'); } });",
    'too many groups': "run(() => { try { new RegExp('('.repeat(100000) + ')'.repeat(100000)); } catch (e) { n = e instanceof SyntaxError; } });",
    'nested classes': "run(() => { try { new RegExp('['.repeat(50000) + 'a' + ']'.repeat(50000), 'v'); } catch (e) { n = e instanceof SyntaxError; } });",
    backtracking: "const s = 'a'.repeat(100000); run(() => { n = /^(?:.|x)*b/.test(s); n += /^(?:(a)|b)*?c/.test(s); });",
  },
};

const names = (count: number, prefix: string): string => Array.from({ length: count }, (_, i) => `a${i}${prefix}`).join(' ');

/** What takes more of the host's stack than its budget assumes. */
export const wide: Scenarios = {
  'getters of indices': 'const o = { get [0]() { n++; return this[0] + 1; } }; run(() => o[0]);',
  'many parameters': `const f = (${names(199, ',')} z) => { n++; return 1 + f(${names(199, ',')} z); }; run(f);`,
  'many locals': `function f(z) { n++; let ${names(299, ' = z,')} b = z; const r = f(z + 1); return r + ${names(299, ' +')} b; } run(() => f(0));`,
  'many elements spread': 'const a = new Array(500).fill(0); const f = (...r) => { n++; return 1 + f(...a); }; run(f);',
  'long lists of arguments': 'const a = new Array(60000).fill(0); function f() { n++; return n > 20 ? 1 : 1 + f.apply(null, a); } run(f);',
  'a builtin of many arguments': 'const a = new Array(65000).fill(0); run(() => { n = Math.max(...a) + [].push(...a) + [].concat(...a).length; });',
  'bound functions of bound functions': 'let f = () => { n++; }; for (let i = 0; i < 20000; i++) f = f.bind(); run(f);',
  'long backtracking': "const s = 'a'.repeat(20000000); run(() => { n = /^(?:(a)|b)*c/.test(s); });",
  'compiling long functions': `run(() => { function g(a) { ${'if (a > 5) a--; else a++; '.repeat(900)} return a; } for (let i = 0; i < 300; i++) n += g(0); });`,
  'compiling deep functions': `run(() => { function g(a) { ${'try { a++; '.repeat(300)} ${'} finally { a--; }'.repeat(300)} return a; } for (let i = 0; i < 300; i++) n += g(0); });`,
};

/** One program of some scenarios, each in a block of its own. */
export function programOf(scenarios: Scenarios): string {
  const blocks = Object.entries(scenarios).map(([name, body]) => `{ let n = 0; const run = runner(${JSON.stringify(name)}, () => n);\n${body}\n}`);
  return `const runner = (name, count) => (f) => {
  let end = 'returned';
  try { f(); } catch (e) { end = e instanceof RangeError ? String(e) : 'threw ' + e; }
  console.log(name + ':', end, count());
};
${blocks.join('\n')}`;
}
