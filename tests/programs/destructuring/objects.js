// Object patterns: renames, defaults, computed keys, rest, nesting, inherited and primitive sources.
const { a, b: renamed, c = 'default', d: { e = 'inner', ...deepRest } = { f: 1, g: 2 } } = { a: 1, b: 2 };
console.log(a, renamed, c, e, deepRest);

const key = 'dyn';
const { [key + 'amic']: dyn, ['x' + 1]: x1 = 'none' } = { dynamic: 'yes' };
console.log(dyn, x1);

const sym = Symbol('s');
const { [sym]: bySym, 0: byIndex, 'quoted key': quoted, ...left } = { [sym]: 's', 0: 'zero', 'quoted key': 'q', other: 1, 2: 'two' };
console.log(bySym, byIndex, quoted, left);

const { length, [0]: first, toUpperCase } = 'text';
console.log(length, first, typeof toUpperCase);
const { toFixed } = 5;
console.log(toFixed.call(1.25, 1));
const { valueOf } = true;
console.log(valueOf.call(false));

const proto = { inherited: 'p' };
const child = Object.create(proto, { own: { value: 'o', enumerable: true }, hidden: { value: 'h' } });
const { inherited, own, hidden, ...kids } = child;
console.log(inherited, own, hidden, kids);
const { ...all } = child;
console.log(all);

for (const bad of [null, undefined]) {
  try { const {} = bad; } catch (e) { console.log(e.name); }
  try { const { z } = bad; } catch (e) { console.log(e.name); }
  try { const { ...z } = bad; } catch (e) { console.log(e.name); }
}
const {} = 1;

let m, n;
({ m, n = m } = { m: 5 });
console.log(m, n);
const o = {};
({ m: o.p, n: o['q' + 1], ...o.rest } = { m: 1, n: 2, k: 3 });
console.log(JSON.stringify(o));
const arr = [];
({ 0: arr[2], 1: arr[arr.length] } = 'xy');
console.log(arr.length, arr[2], arr[3]);
({ a: m = 'da', b: [n] = 'db' } = {});
console.log(m, n);
console.log(({ m } = { m: 9, extra: 1 }).extra, m);

const { f = () => {}, g: h = class {} } = {};
console.log(f.name, h.name);
