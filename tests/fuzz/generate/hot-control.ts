/** Hot code with control flow: exceptions, finally, closures, iterators, arguments, recursion, callbacks. */
import { consume, drive, guarded, mixed, mixedList, number, over, pure, replacement, smallFunction, within } from './hot-kit.ts';
import type { Params, Scenario } from './hot-kit.ts';
import { LEVEL } from './state.ts';
import { statements, thrown } from './statements.ts';
import { NUMBERS, PROPS, STRINGS } from './templates.ts';

/** Functions that throw now and then, caught near or far, with finally blocks that count or leave. */
const exceptions: Scenario = (g, at) => {
  const [f, h, n] = [g.fresh('f'), g.fresh('h'), g.fresh('n')];
  const raise = g.pick([`throw ${thrown(g, within(at, [['a', 'num']]))};`, 'null.x;', 'undefined();', 'a();', '({}).x.y;', 'missing;', `return 5n + a;`, 'let z = z1; let z1;', 'Symbol() + a;', 'new Array(-1);', "'x'.repeat(-1);", 'const c = 1; c = 2;', 'a.x.y = 1;', '[...a];', 'new a();', "'k' in a;", 'a instanceof a;', "(1.5).toFixed(101);"]);
  const leave = g.pick(['', '', `if (a % 11 === 5) return 'finally';`, `${n}++;`, `${n} += a & 1; if (a % 50 === 3) throw 'again';`]);
  const handler = g.pick([`${n}++; return caught(e);`, `if (a % 3) return caught(e); throw e;`, `mix(caught(e));`, `throw new TypeError('other');`]);
  const kind = g.between(0, 2);
  const tail = kind === 0 ? `catch (e) { ${handler} }` : kind === 1 ? `finally { ${leave} }` : `catch (e) { ${handler} } finally { ${leave} }`;
  const every = g.pick([2, 3, 7, 13, 97, 501]);
  const loop = drive(g, (i) => `try { const r = ${h}(${i}); ${consume(g, n, 'r')} } catch (e) { fail(e); } ${g.chance(0.3) ? `finally { ${n} = ${n} + 1 | 0; }` : ''}`, 120);
  return `let ${n} = 0;
function ${f}(a) { if (a % ${every} === 1) { ${raise} } return ${pure(g, [['a', 'num']], 'num')}; }
function ${h}(a) { try { ${g.chance(0.3) ? `if (a % 5 === 2) return ${g.pick(NUMBERS)};` : ''} ${g.chance(0.5) ? `${n} ^= a;` : ''} return ${f}(a); } ${tail} return 'end'; }
${loop}
log('exceptions ' + show(${n}) + sum);`;
};

/** Loops in loops, left and continued by label, through try and finally. */
const labels: Scenario = (g, at) => {
  const [n, f] = [g.fresh('n'), g.fresh('f')];
  const jump = (): string => g.weighted([
    [3, 'continue outer;'], [1, 'break outer;'], [2, 'break;'], [2, 'continue;'], [1, `${n}++;`],
  ]);
  const body = (): string => {
    const test = g.pick([`(p + q) % ${g.between(2, 9)} === 1`, `q > ${g.between(1, 9)}`, `p * q & ${g.pick([4, 8, 16])}`, `${n} % ${g.between(3, 11)} === 2`]);
    const plain = `if (${test}) { ${n} = ${n} + ${number(g, within(at, []), [['p', 'num'], ['q', 'num']], 1)} | 0; ${jump()} }`;
    return g.weighted([
      [3, plain], [2, `try { ${plain} } finally { ${n}++; }`], [1, `try { if (${test}) throw q; ${plain} } catch (e) { ${n} ^= e; ${jump()} }`],
      [1, `inner: { if (${test}) break inner; ${n} = ${n} * 3 | 0; }`], [1, `switch (q % 4) { case 0: ${jump()} case 1: ${n}++; break; default: if (${test}) ${jump()} }`],
      [1, `try { ${n}++; } finally { if (${test}) ${jump()} }`],
    ]);
  };
  const inner = g.pick([
    'for (let q = 0; q < WIDTH; q++) {', 'for (const q of [0, 1, 2, 3, 5, 8]) {', 'for (const q of steps(6, 0)) {', 'for (let q = WIDTH; q-- > 0; ) {', 'for (var q = 0; q < WIDTH; q += 2) {',
  ]).replace('WIDTH', String(g.pick([3, 8, 20])));
  const rows = Math.min(g.iterations(900), g.between(40, 400));
  return `let ${n} = 0;
const ${f} = (rows) => { outer: for (let p = 0; p < rows; p++) { ${inner} ${body()} ${body()} } ${g.chance(0.5) ? `if (p === rows - 3) ${n} = ${g.pick(['0.5', "'text'", 'NaN', '-0'])};` : ''} } return ${n}; };
for (let i = 0; i < 3; i++) { ${f}(${rows}); mix(${n}); }
log('labels ' + show(${n}) + sum);`;
};

/** Closures made in loops, one binding per iteration; captured variables that change their type. */
const closures: Scenario = (g, at) => {
  const [fs, n] = [g.fresh('fs'), g.fresh('n')];
  const make = g.pick([
    `for (let i = 0; i < 6; i++) ${fs}.push((v) => i++ + v);`, `for (var i = 0; i < 6; i++) ${fs}.push((v) => i + v);`, `for (const x of [1, 'b', null, 4]) ${fs}.push((v) => (x ?? v) + v);`,
    `for (let i = 0, f = () => i; i < 5; i++) { ${fs}.push((v) => f() + i + v); i += i & 1; }`, `for (const k in { a: 1, b: 2 }) { let c = 0; ${fs}.push(() => k + (c++ & 7), () => c); }`,
    `for (let i = 0; i < 4; i++) { let c = i; ${fs}.push((v) => { c = (c + v) | 0; return c; }, () => c); }`, `let shared = 0; for (let i = 0; i < 5; i++) ${fs}.push(i & 1 ? () => shared++ : (v) => (shared += v) | 0);`,
    `const mk = (n) => (v) => ${pure(g, [['n', 'num'], ['v', 'num']], 'num')}; for (let i = 0; i < 5; i++) ${fs}.push(mk(i * 1.5));`,
    `try { switch (3) { case 1: let hidden; case 3: ${fs}.push((v) => { try { return hidden; } catch (e) { return caught(e); } }); hidden = 5; } } catch (e) { mix(caught(e)); }`,
    `let i = 0; while (i < 5) { const c = i++; ${fs}.push(function inner(v) { return v > 2 ? inner(v - 3) + c : c; }); }`,
  ]);
  const change = g.pick([`${fs}[0] = ${replacement(g, [['v', 'num']], 'any')};`, `${n} = ${mixed(g)};`, `${fs}.reverse();`, '']);
  const loop = drive(g, (i, turn) => guarded(g, `if (${i} === ${turn}) { ${change} } const r = ${fs}[${i} % ${fs}.length](${i} & 7); ${consume(g, 'acc', 'r')} ${g.chance(0.4) ? `const g1 = () => ${i} + ${n}; mix(g1());` : ''}`), 60);
  return `const ${fs} = [];\nlet ${n} = 0, acc = 0;\n${make}\n${loop}\nlog('closures ' + show(acc) + show(${over(g, at, [[n, 'num']], 'any', 1)}) + sum);`;
};

/** arguments, rest and spread, defaults, with counts that vary. */
const argumentLists: Scenario = (g) => {
  const f = g.fresh('f');
  const body = g.pick([
    `function ${f}(a, b) { arguments[0] = 9; return a + arguments.length; }`, `function ${f}(a, b) { a = 5; return arguments[0] + (b | 0); }`, `function ${f}(a, b) { 'use strict'; a = 5; return arguments[0] + (b | 0); }`,
    `function ${f}() { let t = 0; for (let i = 0; i < arguments.length; i++) t += arguments[i]; return t; }`, `function ${f}(...rest) { return rest.length + rest[0]; }`, `function ${f}(a, b = a + 1, ...rest) { return a + b + rest.length; }`,
    `function ${f}(a, b = () => a) { var a = 3; return typeof b === 'function' ? b() : a; }`, `const ${f} = (a, { x = 2, y } = {}, [z] = [4]) => a + x + y + z;`, `function ${f}(a) { const g = () => arguments.length + arguments[0]; return g(); }`,
    `function ${f}(a, b) { delete arguments[0]; arguments[0] = 4; return a + arguments[1]; }`, `function ${f}(a) { return [...arguments].length + Array.from(arguments).length; }`,
    `function ${f}(a, b) { a = 7; return String.prototype.concat.apply('x', arguments).length + (b | 0); }`, `function ${f}() { return ''.concat(1, ...arguments).length; }`, `function ${f}(a) { return (function () { return arguments.length + (arguments[1] | 0); }).apply(this, arguments); }`,
    `function ${f}(a = arguments.length, b = ${f}.length) { return a + b; }`, `function ${f}(a, b) { arguments.length = 1; return Array.prototype.slice.call(arguments).length; }`,
  ]);
  const args = g.fresh('args');
  const loop = drive(g, (i, turn) => {
    const list = g.pick([`${i} & 7, 2`, `${i} & 7`, '', `1, ${i} & 3, 3, 4`, `...${args}`, `${i} & 3, ...${args}`, `undefined, ${i} & 3`]);
    const late = g.pick([...['...[1, 2, 3, 4, 5]', '', `...${args}, ...${args}`, `'s', null`, `...steps(3, 0)`, '1n'], mixed(g)]);
    const way = g.pick([`${f}(${list})`, `${f}(${list})`, `${f}.apply(null, ${args})`, `${f}.call(${args}, ${i} & 3)`, `${f}.bind(null, ${i} & 3)(2)`, `Reflect.apply(${f}, null, ${args})`, `new ${f}(1)`]);
    return guarded(g, `mix(${i} < ${turn} ? ${way} : ${f}(${late}));`);
  }, 60);
  return `${body}\nconst ${args} = ${mixedList(g, g.between(0, 4))};\n${loop}\nlog('args ' + ${f}.length + ' ' + sum);`;
};

/** for-of over several kinds of iterables in one hot function, left early at times. */
const iterators: Scenario = (g) => {
  const [f, its] = [g.fresh('f'), g.fresh('its')];
  const leave = g.pick(['if (n > 5) break;', 'if (x === 2) return n;', "if (x === 3) throw 'left';", '', 'if (n & 1) continue;', 'try { if (n === 2) break; } finally { n++; }']);
  const target = g.pick(['const x', 'const x', 'let x', 'const [x = 1]', 'const { length: x = 2 }', 'var x']);
  const custom = `{ [Symbol.iterator]() { let k = 0; return { next() { return { value: k, done: k++ > ${g.between(1, 4)} }; }${g.chance(0.7) ? `, return() { n0++; return ${g.pick(['{}', '{}', '5'])}; }` : ''} }; } }`;
  const bad = g.pick(['{}', 'null', '5', '{ [Symbol.iterator]: 1 }', '{ [Symbol.iterator]() { return 1; } }', '{ [Symbol.iterator]() { return {}; } }', '{ [Symbol.iterator]() { return { next() { return 1; } }; } }', '{ [Symbol.iterator]() { return { next() { throw "next"; } }; } }']);
  const loop = drive(g, (i, turn) => `try { mix(${f}(${i} < ${turn} ? ${its}[0] : ${its}[${i} % ${its}.length])); } catch (e) { fail(e); }`, 200);
  return `let n0 = 0;
function ${f}(over) { let n = 0; for (${target} of over) { ${leave} n += 1; mix(x); } return n; }
const ${its} = [${g.random.shuffle(['[1, 2, 3]', "'ab\\ud83d\\ude00'", 'new Set([1, 2])', 'new Map([[1, 2]])', custom, '[1, , 3]', '[[5], [6]]', bad, '[]']).slice(0, g.between(2, 6)).join(', ')}];
${loop}
log('iterators ' + n0 + ' ' + sum);`;
};

/** Array builtins with callbacks, whose callback changes its types, throws, or changes the array. */
const callbacks: Scenario = (g, at) => {
  const [arr, cb] = [g.fresh('arr'), g.fresh('cb')];
  const name = g.pick(['map', 'filter', 'forEach', 'some', 'every', 'find', 'findIndex', 'flatMap', 'reduce', 'reduceRight', 'findLast', 'sort']);
  const params: Params = name.startsWith('reduce') ? [['t', 'num'], ['v', 'num']] : [['v', 'num'], ['k', 'num']];
  const upset = g.pick(['', '', `if (v === 3) ${arr}.length = 2;`, `if (k === 1 && ${arr}.length < 20) ${arr}.push(7);`, `if (v === 2) delete ${arr}[3];`, `if (v === 'x') throw v;`, `if (v === 2) ${arr}[3] = 'x';`].filter((t) => !(/k ===/.test(t) && name.startsWith('reduce'))));
  const text = name === 'sort' ? '(p, q) => (p | 0) - (q | 0)' : `(${params.map(([p]) => p).join(', ')}) => { ${upset} return ${pure(g, params, name.startsWith('reduce') ? 'num' : g.pick(['num', 'bool', 'any']))}; }`;
  const loop = drive(g, (i, turn) => {
    const change = g.pick([`${arr}[2] = ${mixed(g)};`, `${cb} = ${name === 'sort' ? '(p, q) => (q | 0) - (p | 0)' : replacement(g, params, 'any')};`, `delete ${arr}[1];`, `${arr} = ${mixedList(g, 5)};`, `${cb} = null;`, `${arr} = { length: 3, 0: 1, ${name}: Array.prototype.${name} };`, `${cb} = Math.abs;`, `${arr}.${name} = () => 5;`]);
    const call = name.startsWith('reduce') ? `${arr}.${name}(${cb}${g.chance(0.7) ? `, ${i} & 7` : ''})` : `${arr}.${name}(${cb})`;
    const fix = name === 'sort' && g.chance(0.99) ? change.replace('Math.abs', 'undefined') : change;
    return `if (${i} === ${turn}) { ${fix} } try { const r = ${call}; mix(r); if (Array.isArray(r)) mix(r[1]); } catch (e) { fail(e); }`;
  }, 300);
  return `let ${arr} = ${g.pick(['[1, 2, 3, 4]', '[1, 2.5, 3]', "['a', 'b', 'x']", '[1, , 3, 4]', '[]', '[{}, null, 2]'])}, ${cb} = ${text};\n${loop}\nlog('callbacks ' + show(${arr}) + ${over(g, at, [], 'num', 1)} + sum);`.replace(/\.sort\((\w+)\)/g, `.map(prim).sort($1)`);
};

/** Recursion and chains of calls, with a type change at the bottom. */
const recursion: Scenario = (g) => {
  const [f, h] = [g.fresh('f'), g.fresh('h')];
  const text = g.pick([
    `function ${f}(dep) { return dep < 2 ? unit : ${f}(dep - 1) + ${f}(dep - 2); }`, `const ${f} = (dep) => dep <= 0 ? unit : ${h}(dep - 1); const ${h} = (dep) => dep <= 0 ? 'h' : ${f}(dep - 1);`,
    `function ${f}(dep, t = 0) { return dep <= 0 ? t : ${f}(dep - 1, t + unit); }`, `const ${f} = (dep) => { if (dep <= 0) throw unit; try { return ${f}(dep - 1); } finally { sum = (sum + dep) | 0; } };`,
    `function ${f}(dep) { if (dep <= 0) return { v: unit }; const r = ${f}(dep - 1); r.v += 1; return r; }`, `const ${f} = (dep) => dep <= 0 ? [unit] : [...${f}(dep - 1), dep];`,
    `const a1 = (v) => ${pure(g, [['v', 'num']], 'num')}, a2 = (v) => a1(v + 1), a3 = (v) => a2(v) | 0; const ${f} = (dep) => a3(unit) + dep;`,
  ]);
  const loop = drive(g, (i, turn) => `if (${i} === ${turn}) unit = ${mixed(g)}; try { const r = ${f}(${i} % ${g.pick([4, 7, 10])}); mix(typeof r === 'object' && r !== null ? r.v ?? r.length : r); } catch (e) { fail(e); }`, 700);
  return `let unit = ${g.pick(['1', '1', '0.5', "'u'", '-0'])};\n${text}\n${loop}\nlog('recursion ' + sum);`;
};

/** Several small functions called from one site. */
const polymorphic: Scenario = (g) => {
  const params: Params = [['v', 'num'], ['o', 'any']];
  const names = Array.from({ length: g.between(2, 6) }, () => g.fresh('f'));
  const table = g.fresh('table');
  const loop = drive(g, (i, turn) => guarded(g, `const r = ${table}[${i} < ${turn} ? ${i} & 1 : ${i} % ${table}.length]${g.pick(['', '', '?.'])}(${i} & 63, ${g.pick([i, 'null', "'t'"])}); ${consume(g, 'acc', 'r')}`), 50);
  return `${names.map((name) => smallFunction(g, name, params, g.pick(['num', 'any', 'str', 'bool']))).join('\n')}
const ${table} = [${[...names, ...g.random.shuffle(['Math.max', 'String', 'undefined', '((v) => v)', 'Boolean', 'Array', 'Object', '7']).slice(0, g.between(0, 3))].join(', ')}];\nlet acc = 0;\n${loop}\nlog('polymorphic ' + show(acc) + sum);`;
};

/** Destructuring in every position, in a hot loop. */
const destructuring: Scenario = (g) => {
  const f = g.fresh('f');
  const source = g.fresh('src');
  const p = g.pick(PROPS);
  const body = g.pick([
    `const [a, b = 2, ...c] = s; return a + b + c.length;`, `let a = 1, b = 2; [a, b] = [b, a]; [a, b] = s; return a - b;`, `const { ${p}: a = 3, ...rest } = s; return a + Object.keys(rest).length;`,
    `let a, o = {}; ({ ${p}: o.q, length: a = 'none' } = s); return a + o.q;`, `const [[a] = [9], { x: b } = { x: 8 }] = s; return a + b;`, `const { [k]: a = k } = s; return a;`, `for (const [i, v] of [s].entries()) return i + typeof v;`,
    `const t = []; [t[2], t[0] = 5] = s; return t.length + t[0];`, `try { const [a] = s; return a; } catch ({ name }) { return name; }`, `return (({ length }, [a]) => length + a)(s, s);`, `let a; return [a = 1] = s, a;`,
  ]);
  const loop = drive(g, (i, turn) => guarded(g, `mix(${f}(${i} < ${turn} ? ${g.pick([`[${i}, 2, 3]`, `{ ${p}: ${i}, length: 1, z: 2 }`, `${source}[0]`])} : ${source}[${i} % ${source}.length], 'x'));`), 100);
  return `function ${f}(s, k) { ${body} }\nconst ${source} = [${g.random.shuffle(['[1, 2, 3]', "'ab'", 'null', '{ x: 1, a: 2 }', '[]', '[[1], { x: 2 }]', 'steps(3, 0)', 'new Set([1])', '5', '{ get x() { trace("get"); return 1; } }', '[undefined, null]']).slice(0, 5).join(', ')}];\n${loop}\nlog('patterns ' + sum);`;
};

/** Objects whose conversion has effects, in arithmetic that was on Numbers. */
const conversions: Scenario = (g) => {
  const [o, n] = [g.fresh('o'), g.fresh('n')];
  const object = g.pick([
    `{ valueOf() { return ${n}++; } }`, `{ toString() { ${n}++; return '4'; } }`, `{ [Symbol.toPrimitive](hint) { ${n} += hint.length; return ${n}; } }`, `{ valueOf() { ${n}++; return {}; }, toString() { return ${g.pick(STRINGS)}; } }`,
    `{ valueOf() { if (${n}++ % 3 === 0) throw 'conv'; return 2; } }`, `{ valueOf: null, toString: undefined }`, `new (class { valueOf() { ${n}++; return this.v ?? 3; } })()`, `[${n}]`, `Object(5)`, `Object('6')`, `{ [Symbol.toPrimitive]: 1 }`,
    `{ get valueOf() { ${n}++; return () => 7; } }`,
  ]);
  const use = (): string => g.pick(['acc + x', 'x + acc', 'acc - x', 'x * 2', 'x < acc', 'acc >= x', 'x == 3', '`${x}`', '-x', 'x | 0', 'acc ** x % 7', '[1, 2, 3][x]', 'Math.floor(x)', 'x++', 'acc & x', "'s' + x", 'x >>> 1', 'isNaN(x)', 'String(x)', '({ 1: "one" })[x]', 'x === x', 'x % 5', "'abc'.charAt(x)", '[5, 6].indexOf(x)']);
  const loop = drive(g, (i, turn) => `let x = ${i} < ${turn} || ${i} % 3 === 0 ? ${i} & 15 : ${o}; ${guarded(g, `acc = (acc + (Number(${use()}) | 0)) | 0; mix(${use()});`)}`, 60);
  return `let ${n} = 0, acc = 0;\nconst ${o} = ${object};\n${loop}\nlog('conversions ' + show(${n}) + ' ' + acc + ' ' + sum);`;
};

/** Whatever statements come up, in a hot loop over a few local variables. */
const anything: Scenario = (g, at) => {
  const vars: Params = [[g.fresh('v'), 'num'], [g.fresh('v'), 'num'], [g.fresh('v'), 'str'], [g.fresh('v'), 'arr'], [g.fresh('v'), 'obj']];
  const values = ['0', '1.5', "'s'", '[1, 2, 3]', '{ a: 1, b: 2, x: 3 }'];
  const loop = drive(g, (i) => {
    const place = { ...within(at, vars, true), level: LEVEL.free, methods: 3, frame: { spent: 0, limit: 150 } };
    place.scope.variables.push({ name: i, kind: 'num', mutable: false });
    return guarded(g, statements(g, place, g.between(2, 5)));
  }, 150);
  return `let ${vars.map(([name], i) => `${name} = ${values[i] as string}`).join(', ')};\n${loop}\nlog('anything ' + [${vars.map(([name]) => `show(${name})`).join(', ')}] + sum);`;
};

/** Generators that yield, delegate, catch and clean up; run by loops, and by next, throw and return. */
const generators: Scenario = (g) => {
  const [outer, inner, run] = [g.fresh('g'), g.fresh('g'), g.fresh('f')];
  const step = (): string =>
    g.pick([
      'a = yield a + i;', 'yield* [i, a];', 'b = (yield i) ?? b; a = (a + i) % 1000;', 'if (i === 2) return a;', 'try { yield i; } finally { b = (b + 1) % 100; }',
      `for (const x of ${inner}(i)) { yield x; if (x > 2) break; }`, `a = yield* ${inner}(i);`, 'if (i % 2) continue;', '{ const [p, q = yield i] = [i]; b = q; }',
      "try { yield i; } catch (e) { a = e; }", "if (i === 3) throw 'thrown';", 'yield (() => i + a)();', '{ let c = 0; for (let j = 0; j < 5; j++) c += i * j; yield c; }',
    ]);
  const use = (): string =>
    g.pick([
      `for (const x of it) { n++; mix(x); if (n > ${g.between(2, 9)}) break; }`, '[...it].forEach((x) => mix(x));', 'const [p, , q] = it; mix(p); mix(q);',
      "let r; while (!(r = it.next(n++)).done) mix(r.value); mix(r.value);", "mix(it.next(1).value); mix(it.return(7).value); mix(it.next().done ? 1 : 2);",
      "mix(it.next(2).value); mix(it.throw('given').value); mix(it.next(3).value);", "it.next(); try { it.throw(i); } catch (e) { mix(e === i ? 1 : 2); } mix(it.next().done ? 3 : 4);",
    ]);
  const loop = drive(g, (i, turn) => `try { mix(${run}(${outer}(${i} % 7, ${i} < ${turn} ? ${g.between(1, 5)} : ${g.pick(['3.5', "'4'", '6', 'undefined'])}), ${i})); } catch (e) { fail(e); }`, 400);
  return `function* ${inner}(n) { let x = 0; while (x < n) yield x++; return x; }
function* ${outer}(a, b) {
  try { for (let i = 0; i < b; i++) { ${step()} ${g.chance(0.6) ? step() : ''} } }
  ${g.chance(0.5) ? "catch (e) { mix(e === 'given' ? 5 : 6); yield 'caught'; }" : ''} finally { ${g.pick(['a = 0;', 'yield b;', 'if (a === 1) return 8;', 'mix(1);'])} }
  return a;
}
function ${run}(it, i) { let n = 0; ${use()} ${g.chance(0.4) ? `{ ${use()} }` : ''} return n; }
${loop}
log('generators ' + sum);`;
};

export const CONTROL_SCENARIOS: readonly (readonly [number, Scenario])[] = [
  [5, exceptions], [4, labels], [4, closures], [3, argumentLists], [3, iterators], [4, generators], [4, callbacks], [2, recursion], [3, polymorphic], [2, destructuring], [3, conversions], [5, anything],
];
