// sort, filter, reduce, find with callbacks that become polymorphic, change type, mutate and throw after warm-up.
let seed = 1;
const rnd = (n) => (seed = (seed * 48271) % 2147483647) % n;
function sorted(a, cmp) { return a.slice().sort(cmp).join(); }
const num = (a, b) => a - b, desc = (a, b) => b - a, byLen = (a, b) => a.length - b.length, lex = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const nums = Array.from({ length: 60 }, () => rnd(1000));
let h = 0;
for (let i = 0; i < 30; i++) h += sorted(nums, num).length;
console.log(h, sorted(nums, num).slice(0, 40), sorted(nums, desc).slice(0, 40));
console.log(sorted([0.5, -1, 3, 2.25], num), sorted(['10', 9, '1', 2], num), sorted(['b', 'a', 'c'], lex), sorted(['ccc', 'a', 'bb'], byLen), sorted([3n, 1n, 2n], lex), sorted([{ valueOf: () => 2, toString: () => 'two' }, 1, 3], num), sorted([undefined, 3, 1], num), sorted([true, false, true], num), sorted([[2], [1]], num), sorted([3, , 1], num), sorted(['x', 2, 1], () => 0));
try { sorted([3n, 1n], num); } catch (e) { console.log(e.name); }
try { sorted([Symbol(), 1], num); } catch (e) { console.log(e.name); }
const objs = Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? { k: rnd(10), i } : i % 3 === 1 ? { i, k: rnd(10) } : Object.create({ k: rnd(10) }, { i: { value: i, enumerable: true } })));
const byK = (a, b) => a.k - b.k || a.i - b.i;
for (let i = 0; i < 20; i++) objs.slice().sort(byK);
console.log(objs.slice().sort(byK).map((o) => o.k + '.' + o.i).join(' '));
objs[5] = { get k() { return 4.5; }, i: 5 };
objs[6] = { k: '7', i: 6 };
console.log(objs.slice().sort(byK).map((o) => o.i).join());
objs[7] = null;
try { objs.slice().sort(byK); } catch (e) { console.log(e instanceof TypeError); }
// a comparator that throws late, that mutates the array, that is replaced
let calls = 0;
const throwsLate = (a, b) => { if (++calls === 300) throw new RangeError('cmp'); return a - b; };
try { for (let i = 0; i < 50; i++) nums.slice().sort(throwsLate); } catch (e) { console.log(e.message, calls); }
const mut = [5, 3, 9, 1];
mut.sort((a, b) => { mut[0] = 'overwritten during sort'; return a - b; });
console.log(mut.join());
const grow = [2, 1];
grow.sort((a, b) => { if (grow.length < 5) grow.push(0); return a - b; });
console.log(grow.length > 2, grow.slice(0, 2).join());
// one callback site of our own, many callbacks
function each(a, f) { let r = 0; for (let i = 0; i < a.length; i++) r += f(a[i], i, a); return r; }
const fs = [(x) => x, (x, i) => i, (x, i, a) => a.length, function () { return arguments.length; }, Math.floor, (x) => x * 0.5, Number, parseInt, (x) => 1 / (x + 1)];
let t = 0;
for (let k = 0; k < 20; k++) t += each(nums, fs[0]);
for (let k = 0; k < 60; k++) t += each(nums, fs[k % 9]) | 0;
console.log(t, each([1, 2], (x) => 'v' + x), each(['a'], (x) => x), each([1n], () => 1));
try { each([1, 2, 3], (x) => { if (x === 3) throw 'at 3'; return x; }); } catch (e) { console.log(e); }
for (const bad of [null, 5, {}, class {}]) try { each([1], bad); } catch (e) { console.log(e.name); }
// builtin callbacks at a shared site
function pipeline(a, f, g, r, init) { return a.map(f).filter(g).reduce(r, init); }
for (let i = 0; i < 200; i++) t += pipeline([1, 2, 3, 4], (x) => x + i, (x) => x & 1, (s, x) => s + x, 0);
console.log(t, pipeline(['a', 'b'], (x) => x + x, Boolean, (s, x) => s + x, ''), pipeline([1.5, 2.5], Math.round, (x) => x > 2, (s, x) => s - x, 10), pipeline([[1], [2]], ([x]) => x, () => true, Math.max, -Infinity), pipeline([1, , 3], (x) => x, () => 1, (s) => s + 1, 0), pipeline([], null ?? ((x) => x), (x) => x, (s, x) => s, 'init'));
const comps = [num, desc, lex, byLen, (a, b) => (a & 1) - (b & 1) || a - b, (a, b) => String(a).length - String(b).length || b - a];
console.log(comps.map((c) => sorted([30, 5, 100, 7, 22], c)).join(' | '));
