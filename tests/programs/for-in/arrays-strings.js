// for-in over arrays with holes and extras, strings, arguments, and values wrapped to objects.
const keys = (o) => { let r = ''; for (const k in o) r += k + ' '; return r.trim(); };
const a = ['x', , 'z'];
a.name = 'extra';
a[-1] = 'neg';
a['01'] = 'not index';
console.log(keys(a), '|', keys([]), '|', keys([undefined]), '|', keys(new Array(3)), '|', keys([, , 1]));
console.log(keys('héllo'), '|', keys(''), '|', keys('😀'), '|', keys(Object('ab')));
const s = new String('ab');
s.x = 1; s[3] = 'd';
console.log(keys(s));
(function () { arguments.extra = 1; delete arguments[1]; console.log(keys(arguments)); })(1, 2, 3);
console.log(keys(1), keys(true), keys(1n), keys(Symbol()), keys(null), keys(undefined), keys(() => {}), keys(/x/g), keys(new Date(0)), keys(new Map([[1, 2]])));
for (const k in ['v']) console.log(typeof k, k + 1);
// sum over a sparse array through for-in
const sp = [];
sp[100] = 1; sp[5] = 2; sp[1000000] = 3;
let t = 0;
for (const i in sp) t += sp[i] * i;
console.log(t, keys(sp), sp.length);
// targets
var g;
for (g in { a: 1 });
const o = {};
for (o.p in { q: 1 });
for (o['x' + o.p] in { r: 1 });
for ([o.first] in { hello: 1 });
for ({ length: o.len } in { four: 1 });
console.log(g, JSON.stringify(o));
// the expression is evaluated once; head var can have an initializer (Annex B, sloppy)
let n = 0;
for (const k in (n++, { a: 1, b: 2 }));
for (var init = 'initial' in {}) ;
console.log(n, init);
for (var init2 = (n++, 'i') in { z: 1 }) ;
console.log(n, init2);
// growing values and changing arrays while iterating: deleted ones are skipped
const arr = [1, 2, 3, 4];
const seen = [];
for (const i in arr) { seen.push(i); if (i === '1') arr.length = 2; }
console.log(seen.join(), arr.length);
const obj = { a: 1, b: 2, c: 3 };
for (const k in obj) { obj[k] *= 10; delete obj[k === 'a' ? 'c' : 'zzz']; }
console.log(JSON.stringify(obj));
// return and labelled exits from nested for-in
const find = (m, v) => { for (const r in m) for (const c in m[r]) if (m[r][c] === v) return r + c; return null; };
console.log(find({ x: { p: 1, q: 2 }, y: { p: 3 } }, 3), find({}, 1), find({ x: [7, 8] }, 8));
