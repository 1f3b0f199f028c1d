// Array builtins where their fast paths end: accessors with indices on prototypes, species, changed iteration, huge and sparse
// arrays, suspension in the middle. What the guest prints is what Node prints, with and without an emptied realm.

import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { nodeRealm } from '../../src/host/node-realm.ts';
import { Vm, type VmOptions } from '../../src/process/vm.ts';
import { fallbackRealm } from '../../src/runtime/host-realm.ts';

function natively(text: string): string {
  const lines: string[] = [];
  runInNewContext(text, { show: (...values: unknown[]) => lines.push(values.map(String).join(' ')) });
  return lines.join('\n');
}

const SHOW = `'use strict'; function show(...values) { console.log(values.map(String).join(' ')); }\n`;

function asGuest(text: string, options: VmOptions): string {
  const lines: string[] = [];
  const vm = new Vm({ jit: false, ...options, write: (_stream, line) => lines.push(line.replace(/\n$/, '')) });
  const outcome = vm.evaluate(`${SHOW}${text}`, 'test.js');
  expect(outcome.type).toBe('done');
  return lines.join('\n');
}

const programs: Record<string, string> = {
  'accessors with an index on Array.prototype': `
    const log = [];
    Object.defineProperty(Array.prototype, 1, { get() { return 'proto'; }, set(v) { show('set ' + v); }, configurable: true });
    const a = ['x', , 'z'];
    show(a.join(), a.indexOf('proto'), a.includes('proto'), a.slice().join(), a.map((x) => x + '!').join(), a.concat(['q']).join());
    const b = ['x'];
    b.push('y');
    show(b.length, Object.keys(b).join());
    show([..."ab"].join(), Array.from({ length: 3 }, (_, i) => i).join(), [3, 2, 1].sort().join(), [1, 2, 3].filter(() => true).join());
    show([5, 6, 7].splice(1, 1).join(), [1, 2, 3].reverse().join(), Array.of(1, 2, 3).join(), ((...rest) => rest.length)(1, 2, 3));
    show([3, , 1].sort((x, y) => (x < y ? -1 : 1)).join(), [1, [2, [3]]].flat(2).join(), [1, 2].with(0, 9).join());
  `,
  'a read-only index on Object.prototype': `
    Object.defineProperty(Object.prototype, 2, { value: 'fixed', writable: false, configurable: true });
    const a = [1, 2];
    try { a.push(3); show('pushed'); } catch (e) { show(e.name); }
    show(a.length, [1, 2, 3].map((x) => x * 2).join(), [7, 8, 9].slice().join(), JSON.stringify({ 2: 'own' }));
  `,
  'species': `
    class Sub extends Array {}
    const s = Sub.from([1, 2, 3]);
    show(s.map((x) => x) instanceof Sub, s.slice() instanceof Sub, s.concat() instanceof Sub, s.splice(0, 1) instanceof Sub, s.filter(Boolean) instanceof Sub, s.flat() instanceof Sub);
    const a = [1, 2, 3];
    a.constructor = { [Symbol.species]: function (n) { this.made = n; } };
    show(a.map((x) => x).made, a.slice(1).made, a.concat([1]).made, a.splice(0, 2).made, a.filter(() => 1).made);
    a.constructor = { [Symbol.species]: null };
    show(Array.isArray(a.map((x) => x)));
    a.constructor = 5;
    try { show(a.map((x) => x).length); } catch (e) { show(e.name); }
    a.constructor = { [Symbol.species]: () => [] };
    try { a.slice(); } catch (e) { show(e.name); }
    Object.defineProperty(Array, Symbol.species, { value: Sub });
    show([1].map((x) => x) instanceof Sub, [1].slice() instanceof Sub, [1].concat(2) instanceof Sub, [1].toReversed() instanceof Sub);
  `,
  'changed iteration': `
    const next = Object.getPrototypeOf([][Symbol.iterator]()).next;
    const proto = Object.getPrototypeOf([][Symbol.iterator]());
    proto.next = function () { const r = next.call(this); if (!r.done) r.value *= 10; return r; };
    show([...[1, 2]].join(), Array.from([1, 2]).join(), Math.max(...[1, 2]));
    for (const x of [3]) show(x);
    proto.next = next;
    show([...[1, 2]].join());
    Object.defineProperty(proto, 'next', { get() { show('get next'); return next; }, configurable: true });
    show([...[1, 2]].join());
    const [p, q] = [4, 5];
    show(p, q);
    Object.defineProperty(proto, 'next', { value: next, writable: true, configurable: true });
    const own = [1, 2];
    own[Symbol.iterator] = function () { return [7, 8][Symbol.iterator](); };
    show([...own].join(), Array.from(own).join());
    Array.prototype[Symbol.iterator] = function () { return { next: () => ({ done: true }) }; };
    show([...[1, 2]].length, Array.from([1, 2]).length);
  `,
  'arrays that change under a callback': `
    const a = [1, 2, 3, 4];
    show(a.map((x, i) => { if (i === 0) a.length = 2; return x; }).length);
    const b = [1, 2, 3];
    show(b.map((x, i) => { if (i === 0) Object.defineProperty(b, 2, { get: () => 'got' }); return x; }).join());
    const c = [1, 2, 3];
    c.forEach((x, i) => { if (i < 3) c.push(x); });
    show(c.join());
    const d = [3, 1, 2];
    show(d.sort((x, y) => { d.length = 0; return x - y; }).join(), d.length);
    const e = [3, 1, 2];
    try { e.sort(() => { throw new Error('stop'); }); } catch (error) { show(error.message, e.join()); }
    const f = [1, 2, 3];
    show(f.filter((x, i) => { if (i === 0) delete f[1]; return true; }).join(), f.reduce((s, x) => s + x), f.reduceRight((s, x) => s + x, ''));
    show(Array.from(f, (x, i) => { if (i === 0) f.push(9); return x; }).join());
  `,
  'array-likes': `
    const like = { length: 3, 0: 'a', 2: 'c' };
    const P = Array.prototype;
    show(P.join.call(like), P.slice.call(like, 1).length, P.indexOf.call(like, 'c'), P.map.call(like, (x) => x + x).join(), P.concat.call(like, 1).length);
    show(P.push.call(like, 'd', 'e'), P.pop.call(like), P.shift.call(like), P.unshift.call(like, 'z'), P.join.call(like), P.reverse.call(like) === like, P.join.call(like));
    show(P.splice.call(like, 1, 1, 'new', 'er').length, P.join.call(like), P.sort.call(like) === like, P.join.call(like), P.fill.call({ length: 2 }, 7)[1]);
    show(P.includes.call('abc', 'b'), P.map.call('abc', (c) => c + c).join(), P.at.call('abc', -1), P.every.call('', () => false));
    show(P.lastIndexOf.call({ length: 4, 1: 1, 3: 1 }, 1), P.copyWithin.call({ length: 3, 0: 'x' }, 1, 0)[1], P.toSorted.call({ length: 2, 0: 2, 1: 1 }).join());
    for (const f of ['push', 'join', 'slice', 'map', 'sort']) try { P[f].call(null); } catch (e) { show(f, e.name, e.message); }
    try { P.push.call({ length: 2 ** 53 - 1 }, 1); } catch (e) { show(e.name); }
  `,
  'nesting and cycles': `
    const a = [1, [2, 3]];
    a.push(a);
    show(a.join('-'), String(a), [a, a].toString(), [null, undefined, [], [[]]].join());
    a[0] = { toString() { return a.join(); } };
    show(a.join('+'));
    try { [{ toString() { throw new Error('no'); } }].join(); } catch (e) { show(e.message); }
    show([[]].join(), [1, [2]].join());
  `,
  'function methods': `
    function f(a, b) { return [this === undefined || this === globalThis, a, b].join(); }
    show(f.call(), f.apply(null, [1, 2]), f.apply(undefined, { length: 2, 0: 'x', 1: 'y' }), f.bind(null, 1)(2));
    (function () { show(f.apply(this, arguments)); })(8, 9);
    const g = f.bind({}, 1).bind({}, 2);
    show(g(3), g.name, g.length, Object.getOwnPropertyNames(g).join(), 'prototype' in g);
    function C(a, b) { this.sum = a + b; this.target = new.target === C; }
    const B = C.bind(null, 1);
    show(new B(2).sum, new B(2).target, new B(2) instanceof B, new B(2) instanceof C, Reflect.construct(B, [5], Object).sum);
    Object.defineProperty(f, 'length', { get: () => 7 });
    Object.defineProperty(f, 'name', { get: () => 'named' });
    show(f.bind(null, 1).length, f.bind(null).name);
    try { f.apply(null, 1); } catch (e) { show(e.name, e.message); }
    try { Function.prototype.bind.call(1); } catch (e) { show(e.name, e.message); }
    try { f.apply(null, { length: 1e9 }); } catch (e) { show(e.name); }
  `,
};

describe.each(Object.keys(programs))('%s', (name) => {
  const text = `'use strict';\n${programs[name]}`;
  const expected = natively(text);

  test.each([
    ['emptied realm', { realm: nodeRealm }],
    ['no realm', { realm: fallbackRealm }],
    ['suspended often', { realm: nodeRealm, stressSuspend: 37 }],
    ['compiled', { realm: nodeRealm, jit: true }],
  ] as [string, VmOptions][])('%s', (_mode, options) => {
    expect(asGuest(text, options)).toBe(expected);
  });
});

describe('limits', () => {
  const outcomes = (text: string, options: VmOptions = {}): string => {
    let out = '';
    const vm = new Vm({ realm: nodeRealm, jit: false, fuel: 5e6, ...options, write: (_stream, line) => (out += line) });
    const outcome = vm.evaluate(text, 'test.js');
    return outcome.type === 'done' ? out : 'stopped';
  };

  test('huge arrays end in an exception or out of fuel', () => {
    const attempt = (expression: string): string => outcomes(`try { ${expression}; console.log('done'); } catch (e) { console.log(e.name); }`);
    expect(attempt('new Array(-1)')).toBe('RangeError\n');
    expect(attempt('new Array(4294967295)')).toBe('done\n');
    expect(attempt('new Array(4294967295).fill(0)')).toBe('stopped');
    expect(attempt('new Array(4294967295).join()')).toBe('RangeError\n');
    expect(attempt('new Array(4294967295).join("")')).toBe('stopped');
    expect(attempt('new Array(1e9).map(x => x)')).toBe('stopped');
    expect(attempt('Array.from({ length: 1e9 })')).toBe('stopped');
    expect(attempt('new Array(1e9).sort()')).toBe('stopped');
    expect(attempt('const s = "x".repeat(1e7); new Array(60).fill(s).join()')).toBe('RangeError\n');
    expect(attempt('const a = [1]; a.length = 4294967295; a.push(1)')).toBe('RangeError\n');
  });

  test('fuel does not depend on suspensions', () => {
    const text = `const a = []; for (let i = 0; i < 300; i++) a.push((i * 7919) % 311);
      a.sort((x, y) => x - y); a.map((x) => x + 1).filter((x) => x & 1).join(); a.slice(1).concat(a).reverse().indexOf(5);
      [..."some text", ...a, ...new Set(a)].toString(); Array.from(a.entries(), ([k, v]) => k + v).flat();`;
    const fuel = (options: VmOptions): number => {
      const vm = new Vm({ realm: nodeRealm, jit: false, ...options });
      vm.evaluate(text, 'test.js');
      return vm.fuelUsed;
    };
    const plain = fuel({});
    expect(plain).toBeGreaterThan(1000);
    for (const stressSuspend of [7, 100, 1001]) expect(fuel({ stressSuspend }), String(stressSuspend)).toBe(plain);
    expect(fuel({ realm: fallbackRealm })).toBe(plain);
    expect(fuel({ jit: true })).toBe(plain);
  });
});
