// Spreads in hot code, where no list is made if its elements are only passed on, or where it is a copy: nobody can tell.
const show = (...values) => values.map((v) => (Object.is(v, -0) ? '-0' : String(v))).join();
function three(a, b, c) { return `${a}/${b}/${c}`; }
function none() { return arguments.length; }
function counted(a) { arguments[0] = 'changed'; return a + ':' + arguments.length; }
function strict(a) { 'use strict'; arguments[0] = 'changed'; return a + ':' + arguments.length; }
function rest(a, ...r) { r.push('own'); return a + '|' + r.join(); }
function shrinking(list, a = (list.length = 1), b = 'default', ...r) { return [list, a, b, ...r].join(); }
const box = { tag: 'box', method(a, b) { return this.tag + a + b; } };
class Point { constructor(x, y) { this.x = x; this.y = y; } toString() { return `(${this.x},${this.y})`; } }
class Line extends Point { constructor(...ends) { super(...ends); } }

function calls(list) {
  return [three(...list), none(...list), counted(...list), strict(...list), rest(...list), box.method(...list), (() => 7)(...list), three('x', ...list), three(...list, 'y'), three(...list, ...list), String(new Point(...list)), String(new Line(...list)), Array.of(...list).length, String.fromCharCode(...list).length].join(' ');
}
const lists = [[], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4], [1.5, -0], ['a', 'b'], [, 2], [undefined, null], Array.from({ length: 40 }, (_, i) => i)];
for (const list of lists) console.log(calls(list));
for (let i = 0; i < 300; i++) for (const list of lists) calls(list);
for (const list of lists) console.log(calls(list), list.length);
for (const other of ['xyz', new Set([1, 2]), new Map([[1, 2]]).keys(), new Uint8Array([7, 8, 9]), new Float64Array(2), class extends Array {}.of(5, 6), (function () { return arguments; })(3, 4), (function* () { yield 1; yield 2; })()]) {
  console.log(typeof other === 'object' && 'next' in other ? three(...other) : calls(other));
}

// The source is not the list: whoever gets the one does not change the other.
const source = [1, 2, 3];
for (let i = 0; i < 2000; i++) {
  counted(...source);
  rest(...source);
  const copy = [...source], more = [...source, 4];
  copy[0] = copy.length = 0;
  more.push(5);
}
console.log(source.join(), shrinking(source, ...source), source.join());
const victims = [];
function hollow() { const v = [[], 2, 3]; v[0] = v; return v; }
for (let i = 0; i < 1500; i++) { const v = hollow(); victims[0] = shrinking(...v); }
console.log(victims[0]);

// Copies: holes, inherited elements, elements of all kinds, long ones, in the middle of literals.
const copies = (list) => [[...list], [...list, 'end'], ['start', ...list], [...list, ...list], [0, , ...list]].map((a) => JSON.stringify(a) + a.length + (0 in a)).join(' ');
for (const list of lists) console.log(copies(list).slice(0, 300));
for (let i = 0; i < 1500; i++) copies(lists[i % 9]);
Array.prototype[0] = 'inherited';
console.log(copies(lists[7]), calls(lists[7]));
delete Array.prototype[0];
console.log(copies(lists[7]));

// Math.max and Math.min, of what is no number as well.
function extremes(list) { return show(Math.max(...list), Math.min(...list), Math.max(0, ...list), Math.max(...list, 1e9)); }
for (let i = 0; i < 1500; i++) extremes(lists[i % 7]);
for (const list of [...lists, [NaN, 1], [-0, 0], [0, -0], ['5', 4], [true, null], [undefined], [new Date(50), 3], [{ valueOf() { return 70; } }, 60]]) console.log(extremes(list));
const order = [];
const noted = (n) => ({ valueOf() { order.push(n); return n; } });
for (let i = 0; i < 3; i++) Math.max(...[noted(1), noted(2), noted(3)]);
console.log(order.join());
for (const bad of [[1n], [Symbol('s')], [{ valueOf() { throw new RangeError('mine'); } }]]) try { extremes(bad); } catch (e) { console.log(e.name, e.message); }
console.log(Math.max(...Array.from({ length: 5000 }, (_, i) => (i * 7919) % 5003)));

// The callee changes, and is none; the protocol changes.
let callee = three;
const via = (list) => callee(...list);
for (let i = 0; i < 1500; i++) via([i, 2, 3]);
const kept = [1, 2, 3, 4];
for (const next of [counted, rest, none, Math.max, box.method.bind(box), (a) => { kept[0]++; return a; }, new Proxy(three, {})]) { callee = next; console.log(via(kept), kept.join()); }
for (const next of [undefined, 5, {}, Point]) { callee = next; try { via(kept); } catch (e) { console.log(e.name, e.message); } }
callee = three;
const AIP = Object.getPrototypeOf([].values()), { next } = AIP;
AIP.next = function () { const r = next.call(this); return r.done ? r : { value: r.value + '!' }; };
console.log(via([1, 2]), copies([1]));
AIP.next = next;
console.log(via([1, 2]), copies([1]));
const own = [1, 2];
own[Symbol.iterator] = function* () { yield 'own'; };
console.log(via(own), copies(own));
try { via(null); } catch (e) { console.log(e.name); }
try { copies(5); } catch (e) { console.log(e.name); }
// Errors pass, and what is caught goes on.
function failing(a) { if (a === 13) throw new Error('at ' + a); return a; }
let caught = 0;
for (let i = 0; i < 1200; i++) { const list = [i % 20]; try { failing(...list); } catch (e) { caught += list[0]; } }
console.log(caught);
function deep(...a) { return a[0] === 0 ? 0 : 1 + deep(...[a[0] - 1]); }
console.log(deep(500));

// Lists with something between the literal and the source, longer ones by apply, and literals of several spreads.
const collect = (...all) => all.length * 1000 + all.reduce((sum, x) => sum + (x ?? 0), 0);
function relay(list, k) {
  const before = k + 1;
  return collect(before, ...list.slice(k & 1)) + collect(k, ...[4, 5]) + collect.apply(null, list) + collect.apply(null, [k, ...list, before, ...list]);
}
let between = 0, sequence = '';
const noisy = (text, value) => ((sequence += sequence.length < 60 ? text : ''), value);
for (let i = 0; i < 600; i++) {
  const list = Array.from({ length: (i * 7) % 80 }, (_, k) => k);
  between += relay(list, i % 7);
  between += collect(noisy('a', i), ...noisy('b', list), noisy('c', 1));
}
console.log(between, sequence);
function changes(list) {
  // The second argument changes the list that the first spread took.
  return collect(...list, list.push(7), ...list, (list.length = 1));
}
function throwsBetween(list, k) {
  try {
    return collect(k, ...(k === 699 ? null : list));
  } catch (error) {
    return error.constructor.name;
  }
}
let changed = 0, thrown;
for (let i = 0; i < 700; i++) {
  changed += changes([i, 2, 3]);
  thrown = throwsBetween([1, 2], i);
}
console.log(changed, thrown);
