// Builtins newer than Node 20, whose expectations cannot be made natively: Set methods, groupBy, Math.f16round, and what
// limits BigInts.

import { describe, expect, test } from 'vitest';
import { nodeRealm } from '../../src/host/node-realm.ts';
import { Vm } from '../../src/process/vm.ts';

/** [source of an expression, its value as a string] */
const cases: readonly [string, string][] = [
  ['[...new Set([1, 2, 3]).union(new Set([4, 1]))]', '1,2,3,4'],
  ['[...new Set([1, 2, 3]).intersection(new Set([3, 2, 9, 8, 7]))]', '2,3'],
  ['[...new Set([1, 2, 3, 4]).intersection(new Set([3, 2]))]', '3,2'],
  ['[...new Set([1, 2, 3]).difference(new Set([2]))]', '1,3'],
  ['[...new Set([1]).difference(new Set([2, 3]))]', '1'],
  ['[...new Set([1, 2, 3]).symmetricDifference(new Set([3, 4, 3]))]', '1,2,4'],
  ['new Set([1, 2]).isSubsetOf(new Set([1, 2, 3]))', 'true'],
  ['new Set([1, 2, 3]).isSupersetOf(new Set([1, 4]))', 'false'],
  ['new Set([1, 2]).isDisjointFrom(new Set([3, 4, 5]))', 'true'],
  ['[...new Set([1, 2]).union(new Map([[7, 0]]))]', '1,2,7'],
  ['Object.is([...new Set([1]).union({ size: 1, has() {}, keys: () => [-0][Symbol.iterator]() })][1], 0)', 'true'],
  // A set that shrinks while its elements are asked for.
  ['(() => { const s = new Set([1, 2, 3]); const seen = []; s.isSubsetOf({ size: 9, has(v) { seen.push(v); s.delete(2); return true; }, keys() {} }); return seen; })()', '1,3'],
  // isSupersetOf closes the iterator that it leaves early.
  ['(() => { let closed = 0; new Set([1]).isSupersetOf({ size: 1, has() {}, keys: () => ({ next: () => ({ value: 5, done: false }), return() { closed++; return {}; } }) }); return closed; })()', '1'],
  // The order of GetSetRecord.
  ['(() => { const log = []; try { new Set().union({ get size() { log.push("size"); return { valueOf() { log.push("valueOf"); return 0; } }; }, get has() { log.push("has"); return () => true; }, get keys() { log.push("keys"); } }); } catch (e) { log.push(e.name); } return log; })()', 'size,valueOf,has,keys,TypeError'],
  ['(() => { try { new Set().union({ size: NaN }); } catch (e) { return e.name; } })()', 'TypeError'],
  ['(() => { try { new Set().union({ size: -1 }); } catch (e) { return e.name; } })()', 'RangeError'],
  ['JSON.stringify(Object.groupBy([1, 2, 3], (x) => (x % 2 ? "odd" : "even")))', '{"odd":[1,3],"even":[2]}'],
  ['Object.getPrototypeOf(Object.groupBy([], () => 1))', 'null'],
  ['[...Map.groupBy([1, 2, 3], (x, i) => i % 2)].map(([k, v]) => k + "=" + v).join(" ")', '0=1,3 1=2'],
  ['Object.is([...Map.groupBy([5], () => -0).keys()][0], 0)', 'true'],
  ['[1.337, 65504, 65519.99, 65520, -65520, 5e-8, 2.98023223876953125e-8, 2.980232238769532e-8, 6.1e-5, 2049, 2051, NaN].map(Math.f16round).join(" ")',
    '1.3369140625 65504 65504 Infinity -Infinity 5.960464477539063e-8 0 5.960464477539063e-8 0.00006097555160522461 2048 2052 NaN'],
  ['Object.is(Math.f16round(-0), -0)', 'true'],
  ['(() => { try { 2n ** 5000000n; } catch (e) { return e.name; } })()', 'RangeError'],
  ['(() => { try { BigInt.asUintN(2 ** 40, -1n); } catch (e) { return e.name; } })()', 'RangeError'],
  ['(() => { try { BigInt("9".repeat(5000000)); } catch (e) { return e.name; } })()', 'RangeError'],
];

describe.each([
  ['in an emptied realm', nodeRealm],
  ['without a realm', undefined],
] as const)('%s', (_name, realm) => {
  test.each(cases)('%s', (source, expected) => {
    let out = '';
    const vm = new Vm({ realm, jit: false, fuel: 1e8, write: (_stream, text) => (out += text) });
    vm.evaluate(`console.log(String(${source}))`);
    expect(out.trimEnd()).toBe(expected);
  });
});
