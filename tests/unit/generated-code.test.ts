// What the text of generated code must not contain: calls of the runtime where the host's operator does by itself, and refusals of loops that are none.

import { expect, test } from 'vitest';
import { defaultTuning, listenToTier, nodeRealm, tuningWith, Vm, type TierEvent } from 'anneal';

/** What the tier does while a program runs. How long compiling takes does not matter to it. */
function eventsOf(source: string, knobs: object = {}): { value: unknown; events: TierEvent[] } {
  const vm = new Vm({ realm: nodeRealm, jit: tuningWith(defaultTuning, { compileAllowance: 1e9, ...knobs }) });
  const events: TierEvent[] = [];
  listenToTier(vm, (event) => events.push(event));
  const outcome = vm.evaluate(source);
  return { value: outcome.type === 'done' ? outcome.value : outcome, events };
}

const sources = (events: readonly TierEvent[]): string[] => events.flatMap((event) => (event.type === 'compile' ? [event.unit.source] : []));

test('arithmetic on booleans, undefined and null is the host\'s own', () => {
  const { value, events } = eventsOf(`function count(x, y, flag) { return ((x < y) & (y > 3)) + (flag | 1) + (flag - 1) + -flag; }
    let n = 0; for (let i = 0; i < 3000; i++) n += count(i, 500, i % 2 === 0) + (count(i, 9, undefined) || 0) + count(1, 2, null); n;`);
  let n = 0;
  const count = (x: number, y: number, flag: number): number => (x < y && y > 3 ? 1 : 0) + (flag | 1) + (flag - 1) + -flag;
  for (let i = 0; i < 3000; i++) n += count(i, 500, i % 2 === 0 ? 1 : 0) + (count(i, 9, NaN) || 0) + count(1, 2, 0);
  expect(value).toBe(n);
  const compiled = sources(events);
  expect(compiled.length).toBeGreaterThan(1);
  for (const source of compiled) expect(source).not.toMatch(/operator[12]/);
});

test('what never goes round is no loop', () => {
  const { value, events } = eventsOf('let n = 0; for (let i = 0; i < 20000; i++) { do { if (i % 3 === 0) break; n += i; } while (false); while (i) { n++; break; } } n;');
  let n = 0;
  for (let i = 0; i < 20000; i++) n += (i % 3 === 0 ? 0 : i) + (i === 0 ? 0 : 1);
  expect(value).toBe(n);
  expect(events.map(({ type }) => type)).toEqual(['compile']);
});

test('what traps again and again is compiled to an explicit path', () => {
  const { value, events } = eventsOf(`const frozen = Object.freeze({ x: 1 });
    function write(o, v) { o.x = v; return o.x; }
    function read(o) { try { return o.x; } catch { return 2; } }
    function length(v) { return v.length; }
    let n = 0; for (let i = 0; i < 5000; i++) n += write(frozen, i) + read(i % 2 ? frozen : null) + length(i % 2 ? 'abc' : [1]); n;`);
  expect(value).toBe(5000 + 7500 + 10000);
  const deopts = events.filter(({ type }) => type === 'deopt').length;
  expect(deopts).toBeGreaterThan(0);
  expect(deopts).toBeLessThan(60);
  expect(events.filter(({ type }) => type === 'compile').length).toBeLessThan(10);
});

test('a derived constructor that returns an object stays in compiled code', () => {
  const { value, events } = eventsOf(`class Base { constructor(x) { this.x = x; } }
    class Derived extends Base { constructor(x) { if (x % 2) return { x: 1 }; super(x); return this; } }
    let n = 0; for (let i = 0; i < 5000; i++) n += new Derived(i).x; n;`);
  expect(value).toBe(2500 + 6247500);
  expect(events.filter(({ type }) => type === 'deopt').length).toBeLessThan(5);
});

/** A function with a branch for each of `count` cases, called for a case more each 20 rounds. */
const manyCases = (count: number): string => `function pick(n) { switch (n) {
  ${Array.from({ length: count }, (_, i) => `case 'k${i}': return n.length + String(n).charCodeAt(1) * ${i} + (n === 'k${i}' ? 1 : 0);`).join('\n')}
  } }
  let n = 0; for (let i = 0; i < ${count} * 20; i++) n = (n + pick('k' + (i % (1 + (i / 20 | 0))))) | 0; n;`;

test('a large function that keeps reaching branches that never ran is made again ever more seldom, and not given up', () => {
  const { events } = eventsOf(manyCases(300));
  const compiled = events.filter((event) => event.type === 'compile' && event.unit.linked.template.name === 'pick');
  expect(compiled.length).toBeGreaterThan(1);
  expect(compiled.length).toBeLessThanOrEqual(12);
  expect(events.flatMap((event) => (event.type === 'refuse' ? [event.reason] : []))).toEqual([]);
  // The last of them is in use.
  const retired = events.filter((event) => event.type === 'retire' && event.unit.linked.template.name === 'pick');
  expect(retired.length).toBe(compiled.length - 1);
});

test('sites that meet Proxies and ordinary objects stay in compiled code', () => {
  const { value, events } = eventsOf(`const target = { x: 1, y: 2 };
    const handler = { get: (t, k) => t[k], set: (t, k, v) => { t[k] = v; return true; }, has: (t, k) => k in t };
    const objects = [target, new Proxy(target, handler), new Proxy(target, {})];
    function use(o, k) { o.x = 1; o[k] = 2; return o.x + o[k] + (k in o ? 1 : 0) + (Array.isArray(o) ? 1 : 0); }
    function sum(list) { return list.map((x) => x + 1).reduce((x, y) => x + y, 0) + list.length; }
    const lists = [[1, 2], new Proxy([1, 2], {})];
    let n = 0; for (let i = 0; i < 6000; i++) n += use(objects[i % 3], 'y') + sum(lists[i % 2]); n;`);
  expect(value).toBe(6000 * 11);
  expect(events.filter(({ type }) => type === 'deopt').length).toBeLessThan(40);
  expect(events.filter((event) => event.type === 'deopt' && event.reason === 'proxy').length).toBeLessThan(20);
});

test('a loop over a generator knows what the generator gave before it was compiled', () => {
  const { value, events } = eventsOf(`function* pairs(n) { for (let i = 0; i < n; i++) yield { i }; }
    function total(n) { let sum = 0; for (const { i } of pairs(n)) sum += i; return sum; }
    let n = 0; for (let i = 0; i < 2000; i++) n += total(i % 10); n;`);
  expect(value).toBe(200 * 120);
  expect(events.filter((event) => event.type === 'deopt' && event.reason === 'result type')).toEqual([]);
});

test('compilations before one that has served for long do not count', () => {
  const compilations = (forgivenAfter: number): number =>
    eventsOf(manyCases(60), { pruneLimit: 1000, compileLimit: 2, forgivenAfter }).events.filter((event) => event.type === 'compile' && event.unit.linked.template.name === 'pick').length;
  expect(compilations(0x7fffffff)).toBe(2);
  expect(compilations(100)).toBeGreaterThan(3);
});

test('what an edge owes is charged where it leads to', () => {
  const { value, events } = eventsOf(`function sum(list, low, high) { let r = 0; for (let i = 0; i < list.length; i++) { const v = list[i]; if (v < low) continue; if (v > high) continue; r += v; } return r; }
    const list = Array.from({ length: 100 }, (_, i) => i); let n = 0; for (let i = 0; i < 300; i++) n += sum(list, i % 50, i % 90); n;`);
  let n = 0;
  for (let i = 0; i < 300; i++) for (let v = i % 50; v <= i % 90; v++) n += v;
  expect(value).toBe(n);
  const compiled = sources(events).filter((source) => /_sum\(/.test(source));
  expect(compiled.length).toBeGreaterThan(0);
  for (const source of compiled) {
    expect(source).toMatch(/h = \d+;\s+break B/);
    expect(source).not.toMatch(/cell\[0\] -= \d+;\s+break B/);
  }
});

/** The code of the function's last unit. */
function codeOf(name: string, program: string): string {
  const compiled = sources(eventsOf(program).events).filter((source) => source.includes(`function _${name}(`));
  expect(compiled.length).toBeGreaterThan(0);
  return compiled[compiled.length - 1];
}

test('numbers that meet in one operator are checked by its result', () => {
  const code = codeOf('sum', 'function sum(o) { return o.x + o.y; } let n = 0; for (let i = 0; i < 300; i++) n += sum({ x: i, y: 1 }); n;');
  expect(code.match(/typeof/g)).toHaveLength(1);
  // What is used again is checked where it comes from.
  expect(codeOf('twice', 'function twice(o) { const v = o.x; return v * 2 + v; } let n = 0; for (let i = 0; i < 300; i++) n += twice({ x: i }); n;')).toMatch(/t = r1\.\$x;\s+if \(typeof t !== "number"\) \{\s+break result;/);
});

test('a function that cannot be left has no handler', () => {
  expect(codeOf('no', 'function no() { return false; } let n = 0; for (let i = 0; i < 300; i++) if (!no()) n++; n;')).not.toMatch(/try|cell\[1\] =/);
  expect(codeOf('read', 'function read(o) { return o.x; } let n = 0; for (let i = 0; i < 300; i++) n += read({ x: i }); n;')).toMatch(/try/);
});

test('constants stand in the place of their registers, at exits too', () => {
  const { value, events } = eventsOf(`function put(o, f) { o.a = null; o.b = 'text'; return f(1.5, true) + o.b; }
    let n = 0; for (let i = 0; i < 300; i++) n += put({}, (x, y) => x).length; n + put({}, function (x, y) { return x + String(y); });`);
  expect(value).toBe(`${300 * '1.5text'.length}1.5truetext`);
  const [code] = sources(events).filter((source) => source.includes('function _put('));
  expect(code).toMatch(/\.\$a = null;/);
  expect(code).toMatch(/\.\$b = "text";/);
  expect(code).toMatch(/, 1\.5, true\)/);
});
