// Array patterns: holes, defaults, rest, nesting, strings, iterables, swaps.
const [a, , b, c = 'dc', d = 'dd', ...rest] = [1, 2, 3, undefined, null, 6, 7];
console.log(a, b, c, d, rest);

const [x, [y, [z = 'deep'] = []] = [10]] = [1];
console.log(x, y, z);

let p = 1, q = 2;
[p, q] = [q, p];
console.log(p, q);
let r, s, t;
[r, [s, ...t]] = [1, 'hello'];
console.log(r, s, t);

const [...[first, second, ...others]] = 'abcd';
console.log(first, second, others);
const [...{ length, 0: zero }] = 'xyz';
console.log(length, zero);

const [m1, [k2, v2]] = new Map([['a', 1], ['b', 2]]);
console.log(m1, k2, v2);
const [s1, s2, s3] = new Set([1, 1, 2]);
console.log(s1, s2, s3);
const [e1, e2] = '😀x';
console.log(e1, e2, e1.length);

// The value of a destructuring assignment is its right side.
const src = [1, 2];
let u, v;
console.log(([u] = src) === src, ([v, u] = 'ab'), u, v);

// Empty patterns still need an iterable.
for (const bad of [null, undefined, 1, {}, true]) {
  try { const [] = bad; console.log('fine'); } catch (e) { console.log(e.name); }
}
const [] = [];
const [,] = [1];

// A default is evaluated only for undefined, and lazily.
const log = [];
const def = (n) => { log.push(n); return n; };
const [d1 = def('1'), d2 = def('2'), d3 = def('3'), d4 = def('4')] = [0, undefined, null];
console.log(d1, d2, d3, d4, log);

// functions in defaults get their names
const [fn = () => {}, cls = class {}, named = function own() {}] = [];
console.log(fn.name, cls.name, named.name);
