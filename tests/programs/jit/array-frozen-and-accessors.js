// Arrays that become frozen, sealed, non-extensible or get accessors and read-only elements under hot code.
function fill(a, v) { for (let i = 0; i < a.length; i++) a[i] = v + i; return a.join(); }
const a = [0, 0, 0, 0];
for (let i = 0; i < 2000; i++) fill(a, i);
console.log(fill(a, 1));
Object.freeze(a);
console.log(fill(a, 100));
const b = Object.seal([0, 0]);
console.log(fill(b, 5));
const c = [0, 0, 0];
const log = [];
Object.defineProperty(c, 1, { get() { log.push('get'); return 'acc'; }, set(v) { log.push('set' + v); }, enumerable: true, configurable: true });
console.log(fill(c, 7), log.join());
const d = [0, 0, 0];
Object.defineProperty(d, 2, { value: 'ro', writable: false });
console.log(fill(d, 3));
(function () {
  'use strict';
  function sfill(a, v) { let i = 0; try { for (; i < a.length; i++) a[i] = v + i; return 'done ' + a.join(); } catch (e) { return e.name + ' at ' + i + ' ' + a.join(); } }
  for (let i = 0; i < 2000; i++) sfill([1, 2, 3], i);
  console.log(sfill(a, 9), '|', sfill(b, 9), '|', sfill(d, 9), '|', sfill([1, 2], 9));
})();
function pushPop(a) { a.push(1, 2); const x = a.pop(); a.shift(); a.unshift(x); return a.length; }
for (let i = 0; i < 2000; i++) pushPop([5, 6]);
for (const x of [Object.freeze([1]), Object.preventExtensions([1]), Object.seal([]), Object.defineProperty([1, 2], 'length', { writable: false }), Object.defineProperty([1, 2, 3], 0, { configurable: false })]) try { console.log(pushPop(x), x.join()); } catch (e) { console.log(e.name, x.join()); }
// frozen in the middle of a loop
const m = [];
let failedAt = -1;
try { (function () { 'use strict'; for (let i = 0; i < 5000; i++) { m[i % 100] = i; if (i === 4000) Object.freeze(m); } })(); } catch (e) { failedAt = m[0]; console.log(e.name); }
console.log(failedAt, m[99], m[1]);
// an index setter on a prototype of arrays
const stores = [];
function append(a, v) { a[a.length] = v; return a.length; }
for (let i = 0; i < 3000; i++) append([1, 2, 3], i);
Object.defineProperty(Array.prototype, 3, { set(v) { stores.push(v); }, configurable: true });
const caught = append([1, 2, 3], 'caught'), free = append([1, 2], 'free');
delete Array.prototype[3];
console.log(caught, free, stores.join(), append([1, 2, 3], 'normal'));
// accessor on length-like objects and array subclasses
class Watched extends Array { set watched(v) { this.log = v; } }
const w = new Watched();
for (let i = 0; i < 2000; i++) { w[0] = i; w.watched = i; }
console.log(w.length, w.log, w[0]);
// reading from arrays with accessor elements in hot loops
function total(a) { let t = 0; for (let i = 0; i < a.length; i++) t += a[i]; return t; }
const acc = [1, 2, 3];
for (let i = 0; i < 2000; i++) total(acc);
let reads = 0;
Object.defineProperty(acc, 1, { get() { reads++; if (reads === 3) acc.length = 2; return 10; } });
console.log(total(acc), total(acc), total(acc), reads, acc.length);
// copy on write by methods
function mapped(a) { return a.map((x) => x + 1).concat(a.slice(1)).filter((x) => x !== 2).length; }
for (let i = 0; i < 1500; i++) mapped([1, 2, 3]);
console.log(mapped(Object.freeze([1, 2, 3])), mapped([1, , 3]), mapped(Object.assign([1], { constructor: undefined })));
