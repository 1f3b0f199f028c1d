// Callbacks that grow, shrink, freeze, replace or delete elements of the array being processed, after warm-up.
const show = (a) => { let r = ''; for (let i = 0; i < a.length; i++) r += i in a ? (typeof a[i] === 'object' ? 'o' : a[i]) : '-'; return r; };
const methods = ['forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex', 'reduce', 'reduceRight', 'flatMap'];
function apply(m, a, f) {
  const seen = [];
  const cb = m.startsWith('reduce') ? (s, x, i) => { seen.push(x); f(a, i, x); return s; } : (x, i) => { seen.push(x); f(a, i, x); return m === 'every'; };
  const r = a[m](cb, m.startsWith('reduce') ? 'acc' : undefined);
  return seen.map(String).join('') + '>' + show(a) + '=' + (Array.isArray(r) ? '[' + show(r) + ']' : r);
}
for (let i = 0; i < 200; i++) for (const m of methods) apply(m, [1, 2, 3], () => {});
const mutations = {
  push: (a) => { if (a.length < 8) a.push('p'); },
  pop: (a) => { a.pop(); },
  shift: (a) => { a.shift(); },
  unshift: (a) => { if (a.length < 8) a.unshift('u'); },
  truncate: (a, i) => { if (i === 1) a.length = 2; },
  extend: (a, i) => { if (i === 1) a.length = 6; },
  overwriteNext: (a, i) => { if (i + 1 < a.length) a[i + 1] = 'w'; },
  deleteNext: (a, i) => { delete a[i + 1]; },
  freeze: (a) => { Object.freeze(a); },
  toDouble: (a, i) => { a[i] = 0.5; },
  toObject: (a, i) => { a[i] = {}; },
  accessor: (a, i) => { if (i === 1) Object.defineProperty(a, 2, { get: () => 'g', configurable: true }); },
  sparse: (a, i) => { if (i === 0) a[9] = 's'; },
  proto: (a, i) => { if (i === 0) { delete a[1]; Object.setPrototypeOf(a, Object.create(Array.prototype, { 1: { value: 'P', configurable: true } })); } },
  reverse: (a, i) => { if (i === 1) a.reverse(); },
  splice: (a, i) => { if (i === 0) a.splice(1, 1); },
  fill: (a, i) => { if (i === 0) a.fill(7); },
  sort: (a, i) => { if (i === 1) a.sort().reverse(); },
};
for (const k in mutations) { console.log(k); for (const m of methods) console.log(' ', m, apply(m, [1, 2, 3, 4], mutations[k])); }
// hot own loops over an array changed by what they call
function own(a, f) { let t = 0; for (let i = 0; i < a.length; i++) { t += a[i] === undefined ? 100 : a[i]; f(a, i); } return t; }
for (let i = 0; i < 500; i++) own([1, 2, 3, 4], () => {});
console.log(own([1, 2, 3, 4], (a) => a.pop()), own([1, 2, 3, 4], (a, i) => { if (i < 3) a.push(1); }), own([1, 2, 3, 4], (a, i) => { delete a[i + 1]; }), own([1, 2, 3], (a, i) => { if (!i) a[1] = 0.5; }), own([1, 2, 3], (a, i) => { if (!i) a[2] = 'x'; }), own([1, 2, 3], (a) => { a.length = 0; }), own([1, 2, 3], (a, i) => { if (!i) Object.defineProperty(a, 1, { get: () => 50 }); }));
let list = [1, 2, 3];
function swapped(n) { let t = 0; for (let i = 0; i < n; i++) { t += list[i % list.length]; if (i === n - 100) list = ['a']; if (i === n - 50) list = new Set([1]); if (list instanceof Set) { list = [1]; t = 0; } } return t; }
console.log(swapped(3000));
// join, toString, concat, indexOf whose element conversions change the array
const j = [1, { toString() { j.length = 2; return 'cut'; } }, 3, 4];
console.log(j.join(), j.length);
const k2 = [1, 2, 3];
console.log(k2.indexOf(3, { valueOf() { k2.length = 1; return 0; } }), k2.length, [1, 2, 3].fill(0, { valueOf() { return 1; } }).join(), [5, 6, 7].slice({ valueOf: () => 1 }).join());
const sp = [1, 2, 3, 4];
console.log(sp.splice({ valueOf() { sp.push('late'); return 1; } }, 2).join(), sp.join());
