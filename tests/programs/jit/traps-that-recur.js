// What the host rejects at one place again and again: writes to what is read-only, reads of null, conversions; and lengths of arrays and strings in turn.
const frozen = Object.freeze({ x: 1, n: null }), list = Object.freeze([1, 2]), sealed = Object.seal({ s: 1 });
const getter = { get x() { return this.y; }, set x(v) { this.y = v; }, y: 0 };
function put(o, v) { o.x = v; return o.x; }
function putStrict(o, v) { 'use strict'; try { o.x = v; } catch (e) { return e.constructor === TypeError ? 1 : -1; } return 2; }
function putAt(a, i, v) { a[i] = v; return a.length; }
function putAtStrict(a, i, v) { 'use strict'; try { a[i] = v; return 3; } catch (e) { return e.message.length; } finally { a = null; } }
function read(o) { try { return o.x; } catch (e) { return e.message.includes('null') ? 7 : 9; } }
function readAt(o, k) { try { return o[k]; } catch (e) { return e.message.includes('undefined') ? 5 : 6; } }
function add(a, b) { try { return a + b; } catch (e) { return 100; } }
function less(a, b) { try { return a < b ? 1 : 0; } catch (e) { return 50; } }
function negate(a) { try { return -a; } catch (e) { return 11; } }
function call(f) { try { return f(); } catch (e) { return e.name === 'TypeError' ? 4 : 8; } }
function extend(o, i) { o['k' + i] = 1; o.added = i; return 'added' in o ? 1 : 0; }
const s = Symbol('s');
let t = 0;
for (let i = 0; i < 900; i++) {
  t += put(frozen, i) + putStrict(i % 3 ? frozen : { x: 0 }, i) + putAt(list, i & 3, i) + putAtStrict(list, i & 1, 0);
  t += read(i % 2 ? null : frozen) + readAt(i % 2 ? undefined : list, i & 1) + extend(sealed, i & 1);
  if (i > 200) t += (add(i % 2 ? s : 1, 1) | 0) + less(i % 2 ? s : 1, 2) + negate(i % 2 ? s : 1) + call(i % 2 ? 5 : () => 2);
}
console.log(t);
// The same places, with what they know by now: accessors, Proxies, primitives, inherited read-only properties.
const proxied = new Proxy({}, { get: (_, k) => `got ${String(k)}`, set: () => false });
console.log([put(getter, 5), put(proxied, 1), put('str', 1), put(Object.create(frozen), 3), put(Object.create(getter), 4), put(() => 1, 2)].map(String).join());
console.log([putStrict(getter, 1), putStrict(proxied, 1), putStrict('str', 1), putStrict(Object.create(frozen), 1)].join(), putAt('abc', 0, 1), putAt([1], 3, 1), putAt(new Uint8Array(2), 9, 1));
console.log([read(getter), read(proxied), read('str'), read(5), read(Object.create(frozen)), read(null)].map(String).join(), [readAt('abc', 1), readAt(proxied, 'q'), readAt([1, 2], 'length'), readAt({ a: 1 }, 'a'), readAt(null, 0)].map(String).join());
console.log([add('a', 'b'), add(1n, 2n), add({ valueOf: () => 40 }, 2), add(s, 1), less('a', 'b'), less(1n, 2), negate(5n), negate({ valueOf: () => 3 })].map(String).join());
// A read-only property in a loop that itself is compiled, within try.
function loop(n) {
  let caught = 0;
  for (let i = 0; i < n; i++) {
    frozen.x = i;
    try { (() => { 'use strict'; frozen.x = i; })(); } catch { caught++; }
    try { frozen.n.m = i; } catch { caught++; }
  }
  return caught + frozen.x;
}
console.log(loop(1500));
// Lengths.
function lengths(list) {
  let n = 0;
  for (let i = 0; i < list.length; i++) n += list[i].length;
  return n;
}
let sum = 0;
for (let i = 0; i < 2000; i++) sum += lengths(i % 3 ? ['abc', 'x'] : ['abc', [1, 2], 'x', [], '']);
console.log(sum, lengths([new Uint8Array(3), 'a']), lengths([{ length: 2 }, 'b', [1]]), lengths(['', () => 1, new String('four')]), String(lengths([5, 'a'])));
