/**
 * Hot code that waits: async functions, async generators, for-await, promises and what is chained to them. Every scenario
 * is one async function at work, so that several of them in a program take turns by the order of their jobs.
 *
 * What they leave alone: rejected promises as values of a sync iterator in for-await, which Node 20 does not close; rejections that nobody handles.
 */
import { mixed, number, within } from './hot-kit.ts';
import type { Params, Scenario } from './hot-kit.ts';
import { cost } from './state.ts';
import type { Gen, Place } from './state.ts';
import { NUMBERS } from './templates.ts';

/** An async function that does `body` and tells how it ended, after all that is not asynchronous. */
function main(name: string, body: string): string {
  return `(async () => { ${body} })().then((v) => log('${name} ' + show(v) + ' ' + sum), (e) => log('${name} failed ' + show(caught(e)) + ' ' + sum));`;
}

/** A loop in an async function that runs `body` some hundred times; see `drive`. `extra` is what one round costs beyond its own text. */
function rounds(g: Gen, body: (i: string, turn: string) => string, extra: number): string {
  const [i, turn] = [g.fresh('i'), g.fresh('turn')];
  const text = body(i, turn);
  const count = g.iterations(cost(text) + extra);
  const head = `const ${turn} = ${Math.floor(count * g.pick([0.3, 0.5, 0.7, 0.9]))};\n`;
  switch (g.between(0, 5)) {
    case 0: return `${head}let ${i} = 0;\nwhile (${i} < ${count}) { ${text}\n${i}++; }`;
    case 1: return `${head}let ${i} = 0;\ndo { ${text}\n} while (++${i} < ${count});`;
    case 2: {
      const f = g.fresh('f');
      return `${head}const ${f} = async (${i}) => { ${text} };\nfor (let j = 0; j < ${count}; j++) await ${f}(j);`;
    }
    case 3: {
      const outer = g.fresh('i');
      return `${head}for (let ${outer} = 0; ${outer} < ${Math.ceil(count / 20)}; ${outer}++) { for (let j = 0; j < 20; j++) { const ${i} = ${outer} * 20 + j; ${text} } }`;
    }
    default: return `${head}for (let ${i} = 0; ${i} < ${count}; ${i}++) { ${text} }`;
  }
}

const caughtIn = (text: string): string => `try { ${text} } catch (e) { fail(e); }`;

/** Something to wait for, over these names. */
function awaited(g: Gen, at: Place, params: Params): string {
  const value = (): string => number(g, within(at, []), params, 1);
  return g.weighted<() => string>([
    [4, value],
    [3, () => `Promise.resolve(${value()})`],
    [1, () => 'null'],
    [1, () => `new Promise((resolve) => resolve(${value()}))`],
    [1, () => `{ then(resolve) { resolve(${value()}); } }`],
    [1, () => `{ then(resolve, reject) { reject(${g.pick(NUMBERS)}); resolve(1); } }`],
    [1, () => `Promise.resolve(${value()}).then((x) => (x + 1) % 1000)`],
    [1, () => `Promise.reject(${g.pick(NUMBERS)}).catch((x) => x)`],
    [1, () => `Promise.resolve(Promise.resolve(${value()})).finally(() => 5)`],
  ])();
}

/** Async functions that call each other, wait, throw, catch and clean up; some are started and awaited later. */
const asyncFunctions: Scenario = (g, at) => {
  const [inner, outer] = [g.fresh('f'), g.fresh('f')];
  const params: Params = [['a', 'num'], ['b', 'num']];
  const waits = (): string => awaited(g, at, params);
  const step = (): string =>
    g.pick([
      `a = await ${waits()};`, `b = (await ${waits()}, a);`, `if (a > 5) return ${waits()};`, `for (let j = 0; j < 3; j++) b = (b + (await ${waits()})) % 1000;`,
      `try { a = await ${waits()}; } finally { b = (b + 1) % 100; }`, `try { if (await ${waits()}) throw a; } catch (e) { b = e; }`, `{ const p = ${inner}(b); a = await a; b = await p; }`,
      `[a = 1, b = 2] = await Promise.all([${inner}(a), ${waits()}]);`, `a = await (async () => { b = await ${waits()}; return b; })();`, `switch (await a) { case 1: b = 1; break; default: a = await ${waits()}; }`,
      `a = \`\${await ${waits()}}\`.length;`, `b = [await a, ...[await ${waits()}]].length;`, `if (typeof (await ${waits()}) === 'number') a = a % 50 | 0;`, 'outer: for (;;) { for (;;) { await null; break outer; } }',
      `{ const c = (x) => a + x; await null; a = c(1) % 100; }`, `b = (await { a: ${waits()} }).a === undefined ? 1 : 2;`,
    ]);
  const form = g.pick([(name: string, names: string, body: string) => `async function ${name}(${names}) { ${body} }`, (name: string, names: string, body: string) => `const ${name} = async (${names}) => { ${body} };`]);
  const tail = g.pick([
    '', `finally { mix(a); ${g.chance(0.3) ? `await ${waits()};` : ''} ${g.chance(0.15) ? 'return b;' : ''} }`, 'catch (e) { mix(caught(e)); return await e; }', `catch (e) { if (b % 3) throw e; } finally { b = await b; }`,
  ]);
  const steps = `${step()} ${step()} ${g.chance(0.5) ? step() : ''}`;
  const call = (i: string, turn: string): string => `${outer}(${i} % 7, ${i} < ${turn} ? ${i} % 5 : ${mixed(g)})`;
  const use = g.weighted<(i: string, turn: string) => string>([
    [4, (i, turn) => `mix(await ${call(i, turn)});`],
    [1, (i, turn) => `await Promise.allSettled([${call(i, turn)}, ${call(i, turn)}]).then((list) => list.forEach(({ status, value }) => { mix(status); mix(value); }));`],
    [1, (i, turn) => `mix(await Promise.${g.pick(['race', 'any'])}([${call(i, turn)}, ${inner}(${i})]));`],
    [1, (i, turn) => `let t = 0; const both = [${call(i, turn)}, ${inner}(${i})].map((p) => p.then((x) => { t = t * 2 + 1; mix(x); }, (e) => { t *= 3; mix(caught(e)); })); for (const p of both) await p; mix(t);`],
  ]);
  return `${form(inner, 'a', `let b = a; ${g.chance(0.3) ? "if (a === 3) throw 'three';" : ''} ${g.chance(0.6) ? `a = await ${awaited(g, at, [['a', 'num']])};` : ''} return ${number(g, within(at, []), params)};`)}
${form(outer, 'a, b', tail === '' ? `${steps} return a;` : `try { ${steps} } ${tail} return a;`)}
${main('async', rounds(g, (i, turn) => caughtIn(use(i, turn)), 1200))}`;
};

/** Async generators: requests in a queue, delegation, for-await that leaves early, clean-up that waits. */
const asyncGenerators: Scenario = (g, at) => {
  const [inner, outer, run] = [g.fresh('g'), g.fresh('g'), g.fresh('f')];
  const params: Params = [['a', 'num'], ['i', 'num']];
  const waits = (): string => awaited(g, at, params);
  const step = (): string =>
    g.pick([
      'a = yield a + i;', `yield ${waits()};`, `a = await ${waits()};`, 'yield* (async function* () { yield i; yield a; })();', `for await (const x of ${inner}(i)) { yield x; if (x > 2) break; }`, `a = yield* ${inner}(i % 4);`, 'if (i === 2) return a;',
      `if (i === 3) return ${waits()};`, 'try { yield i; } finally { b = await b; }', 'try { yield i; } catch (e) { a = e; }', "if (i === 3) throw 'thrown';", 'if (i % 2) continue;', '{ const [p, q = yield i] = [i]; b = q; }',
      // No delegation to an iterator that is not asynchronous: where it lacks `throw`, V8 does not do with it what ES2025 says.
      `for await (const x of [1, Promise.resolve(2), ${waits()}]) a = x;`,
    ]);
  const use = (): string =>
    g.pick([
      `for await (const x of it) { n++; mix(x); if (n > ${g.between(2, 9)}) break; }`, 'let r; while (!(r = await it.next(n++)).done) mix(r.value); mix(r.value);',
      'mix((await it.next(1)).value); mix((await it.return(7)).value); mix((await it.next()).done ? 1 : 2);', "await it.next(2); mix((await it.throw('given')).value); mix((await it.next(3)).value);",
      'const list = await Promise.all([it.next(1), it.next(2), it.return(3), it.next(4)]); for (const { value, done } of list) { mix(value); mix(done); }',
      'const [p, q, r] = [it.next(), it.next(1), it.next(2)]; mix((await r).value); mix((await p).value); mix((await q).done);', 'mix((await it.return(Promise.resolve(4))).value);',
      "await it.next(); await it.throw(i).then((v) => mix(v.value), (e) => mix(e === i ? 1 : 2)); mix((await it.next()).done ? 3 : 4);",
      'let order = 0; const all = [it.next(), it.return(1), it.next()].map((p, k) => p.then(() => { order = order * 4 + k; }, () => { order *= 5; })); await Promise.all(all); mix(order);',
    ]);
  const loop = rounds(g, (i, turn) => caughtIn(`mix(await ${run}(${outer}(${i} % 7, ${i} < ${turn} ? ${g.between(1, 5)} : ${g.pick(['3.5', "'4'", '6', 'undefined'])}), ${i}));`), 3000);
  return `async function* ${inner}(n) { let x = 0; while (x < n) { yield x++; ${g.chance(0.4) ? 'await x;' : ''} } return x; }
async function* ${outer}(a, b) {
  try { for (let i = 0; i < b; i++) { ${step()} ${g.chance(0.6) ? step() : ''} } }
  ${g.chance(0.5) ? "catch (e) { mix(e === 'given' ? 5 : 6); yield 'caught'; }" : ''} finally { ${g.pick(['a = 0;', 'yield b;', 'await a;', 'if (a === 1) return 8;', 'mix(1);'])} }
  return a;
}
async function ${run}(it, i) { let n = 0; { ${use()} } ${g.chance(0.4) ? `{ ${use()} }` : ''} return n; }
${main('async generators', loop)}`;
};

/** for-await over what is not asynchronous, left and continued in all ways; methods of objects and classes. */
const forAwait: Scenario = (g, at) => {
  const [f, C, gen] = [g.fresh('f'), g.fresh('C'), g.fresh('g')];
  const over = g.pick([
    '[a, b, 3]', `[Promise.resolve(a), b, ${awaited(g, at, [['a', 'num'], ['b', 'num']])}]`, 'steps(4, 0)', `${gen}(4)`, 'new Set([a, b])', "'text'", '[a, , b]',
    'steps(4, 2)', 'steps(4, 3)', 'steps(4, 1)', 'new Map([[a, 1], [b, 2]])',
    '{ i: 0, [Symbol.asyncIterator]() { return this; }, async next() { return { value: this.i++, done: this.i > 4 }; }, async return() { mix(this.i); return {}; } }',
    '{ i: 0, [Symbol.asyncIterator]() { return this; }, next() { return { value: this.i++, done: this.i > 4 }; }, return() { return 1; } }',
    '{ [Symbol.asyncIterator]: null, *[Symbol.iterator]() { yield a; yield b; } }', 'undefined', '{}',
  ]);
  const leave = (): string => g.pick(['', 'if (s > 4) break;', 'if (x === 2) continue;', "if (x === 3) throw 'three';", 'if (s === 3) return s;', 'if (s === 2) continue outer;', 'if (s > 5) break outer;']);
  const head = g.pick(['const x', 'let x', 'var x', 'const [x = 5]', 'const { length: x = 2 }']);
  const iterable = head.includes('[') ? `[[a], [b], [], [3, 4]]` : over;
  const body = `let s = 0;
    outer: for (let j = 0; j < 2; j++) { for await (${head} of ${iterable}) { s++; mix(x); ${leave()} ${g.chance(0.5) ? 'await x;' : ''} ${leave()} } s++; }
    return s;`;
  const wrapped = g.chance(0.4) ? `try { ${body} } finally { mix(a); ${g.chance(0.5) ? 'await b;' : ''} }` : body;
  const objects = `class ${C} { #n = 1; constructor(a) { this.a = a; } async m(a, b) { const before = this.#n; this.#n = (await this.a) % 10; ${wrapped.replaceAll('outer', 'out')} } static async of(a) { return new this(await a); } async *[Symbol.asyncIterator]() { yield this.#n; yield await this.a; } get later() { return (async () => this.#n + arguments.length)(); } }
class D${C} extends ${C} { async m(a, b) { const v = await super.m(a, b); return [v, await this.later, arguments.length].length; } }`;
  const loop = rounds(g, (i, turn) => {
    const args = `${i} % 5, ${i} < ${turn} ? ${i} % 3 : ${mixed(g)}`;
    return caughtIn(g.pick([
      `mix(await ${f}(${args}));`, `mix(await ${f}(${args}));`, `const o = await ${g.pick([C, `D${C}`])}.of(${i} % 4); mix(await o.m(${args})); for await (const v of o) mix(v);`,
    ]));
  }, 2000);
  return `function* ${gen}(n) { for (let k = 0; k < n; k++) yield k % 2 ? k : Promise.resolve(k); }
const ${f} = async (a, b) => { ${wrapped} };
${objects}
${main('for await', loop)}`;
};

/** Chains of promises, whose jobs take turns: the order of everything is in the checksum. */
const promiseChains: Scenario = (g, at) => {
  const [n, mk] = [g.fresh('n'), g.fresh('f')];
  const link = (): string => {
    const value = number(g, within(at, []), [['x', 'num']], 1);
    return g.pick([
      `.then((x) => ${value})`, `.then((x) => { note(1, x); return x; })`, ".then(() => { throw 'link'; })", '.catch((e) => { note(2, e); return 3; })', '.finally(() => { note(3); })', `.then((x) => Promise.resolve(${value}))`,
      '.then(async (x) => { await null; note(4); return x; })', '.then((x) => ({ then(f) { f(x); } }))', '.then()', '.then(5)', '.finally(async () => { await 1; note(5); })', ".finally(() => { throw 'over'; })", '.then((x) => null.x)',
      '.then((x) => new Promise((f, r) => { if (x > 3) r(x); else f(x); f(9); }))',
    ]);
  };
  const chain = (): string => `${g.pick(['Promise.resolve(i % 7)', `Promise.reject(i % 5)`, `new Promise((f) => f(i % 6))`, `(async () => i % 4)()`, 'Promise.resolve({ then(f) { f(i % 3); } })'])}${Array.from({ length: g.between(1, 4) }, link).join('')}`;
  const ends = '.then((x) => note(6, x), (e) => note(7, caught(e)))';
  const together = g.pick(['all', 'allSettled', 'race', 'any']);
  const loop = rounds(g, (i) => caughtIn(`await ${mk}(${i}); mix(${n});`), 2500);
  return `let ${n} = 0;
const ${mk} = (i) => {
  const note = (k, v) => { ${n} = (${n} * 31 + k) | 0; if (v !== undefined) mix(v); };
  const ends = [${chain()}${ends}, ${chain()}${ends}];
  ${g.chance(0.5) ? `ends.push(Promise.${together}([${chain()}, ${chain()}, i])${ends});` : ''}
  ${g.chance(0.3) ? `const { promise, resolve } = (() => { let resolve; const promise = new Promise((f) => { resolve = f; }); return { promise, resolve }; })(); ends.push(promise${ends}); ends[0].then(() => resolve(ends[1]));` : ''}
  return Promise.all(ends);
};
${main('chains', loop)}`;
};

export const ASYNC_SCENARIOS: readonly (readonly [number, Scenario])[] = [[5, asyncFunctions], [5, asyncGenerators], [4, forAwait], [3, promiseChains]];
