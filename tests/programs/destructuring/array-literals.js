// Patterns that take an array literal apart at once, which need not be made as long as nobody can see it.
let log = [];
const note = (v) => { log.push(v); return v; };
const flush = (title) => { console.log(title, log.join(' ')); log = []; };

// Swaps and rotations, of variables, captured variables, members; the values are those of before.
function rotate(n) {
  let a = 1, b = 2, c = 3;
  const o = { x: 10, y: 20 }, list = [1, 2, 3, 4];
  let kept = 100;
  const bump = () => { kept++; return kept; };
  for (let i = 0; i < n; i++) {
    [a, b, c] = [b, c, a];
    [o.x, o['y']] = [o.y, o.x];
    [list[i & 3], list[(i + 1) & 3]] = [list[(i + 1) & 3], list[i & 3]];
    [kept, b] = [b, kept];
    [b, kept] = [kept, b];
    [a, c] = [a, bump()];
  }
  return [a, b, c, o.x, o.y, list.join(), kept].join();
}
for (const n of [0, 1, 2, 3, 1500]) console.log(rotate(n));

// Fewer, more, none; defaults, rests, holes in the pattern; nested; the value of an assignment is the array.
function shapes(u) {
  const [a, b = 5, c = note('c')] = [1, u, u];
  const [, d, , ...e] = [1, 2, 3, 4, u];
  const [] = [note('evaluated')];
  const [f, g] = [7];
  const [[h, i], { j, ...k }, ...[l, m]] = [[8, 9], { j: 10, z: 11 }, 12, 13, 14];
  let n, o, p;
  const whole = ([n, o] = [15, 16]);
  [p = 1, ...o] = [u];
  var [q, r] = [(q = 3), q];
  return JSON.stringify([a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, whole, q, r]);
}
console.log(shapes(undefined), shapes(null));
flush('defaults');
for (let i = 0; i < 300; i++) shapes(i);
log = [];

// Holes, spreads and long literals are arrays.
Array.prototype[1] = 'inherited';
const [h0, h1, h2] = [1, , 3], [s0, s1] = [...'xy'], [p0, p1] = [0];
delete Array.prototype[1];
console.log(h0, h1, h2, s0, s1, p0, p1);
const [...long] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20];
console.log(long.length, long[19]);

// Order of evaluation: the elements first, then each target with its value.
const target = (name) => ({ set v(x) { note(`${name}=${x}`); } });
[target(note('t1')).v, target(note('t2')).v = note('default'), ...target(note('t3')).v] = [note('a'), (note('b'), undefined), note('c'), note('d')];
flush('order');
function* steps() {
  let [x, y = yield 'default'] = [yield 'first', yield 'second'];
  [x, y] = [y, yield x];
  return [x, y];
}
const g = steps();
console.log(g.next().value, g.next(1).value, g.next(undefined).value, g.next('given').value, JSON.stringify(g.next('last')));
const left = steps();
left.next(); left.next(1); left.next(undefined);
console.log(JSON.stringify(left.return('left')));

// Names in their dead zone, constants, unresolvable names, targets that throw.
try { const [z1, z2 = z3, z3] = [1, undefined, 3]; } catch (e) { console.log(e.name); }
try { let [w1] = [w1]; } catch (e) { console.log(e.name); }
const fixed = 1;
let before = 0, after = 0;
try { [before, fixed, after] = [1, 2, 3]; } catch (e) { console.log(e.name, before, after); }
try { 'use strict'; [before, Object.freeze({ q: 1 }).q, after] = [4, 5, 6]; } catch (e) { console.log(e.name); }
console.log(before, after);
const names = () => { const [named, other = function () {}] = [() => {}, undefined]; return named.name + '/' + other.name; };
console.log(names());

// The protocol of arrays changes: before, in a default, in a target, and back; then in hot code.
const proto = Object.getPrototypeOf([][Symbol.iterator]());
const { next } = proto;
const values = Array.prototype[Symbol.iterator];
function pair(u) { let [a, b = note('b')] = [1, u]; return a + b; }
function third(u, change) { const [a, b = change(), c] = [1, u, 3]; return `${a},${b},${c}`; }
for (let i = 0; i < 2000; i++) pair(i);
const doubling = function () { const r = next.call(this); note('next'); return r.done ? r : { value: r.value * 2, done: false }; };
proto.next = doubling;
console.log(pair(5), third(undefined, () => { proto.next = next; return 7; }), pair(5));
console.log(third(undefined, () => { proto.next = doubling; return 8; }), third(9), pair(1));
proto.next = next;
flush('next');
proto.return = function () { note('return'); return {}; };
console.log(pair(5), third(1));
delete proto.return;
flush('return');
Array.prototype[Symbol.iterator] = function () { note('iterator ' + this.length); return values.call(['p', 'q', 'r']); };
console.log(pair(5), third(6));
const [...all] = [1];
console.log(all.join());
Object.defineProperty(Array.prototype, Symbol.iterator, { get() { note('getter'); return values; }, configurable: true });
console.log(pair(5));
Object.defineProperty(Array.prototype, Symbol.iterator, { value: values, writable: true, configurable: true });
console.log(pair(6));
delete Array.prototype[Symbol.iterator];
try { pair(7); } catch (e) { console.log(e.name, e.message); }
Object.defineProperty(Array.prototype, Symbol.iterator, { value: values, writable: true, configurable: true });
flush('method');

// A Proxy behind the prototype of iterators is asked for `return`, where there is an iterator to close.
const base = Object.getPrototypeOf(proto);
Object.setPrototypeOf(base, new Proxy(Object.prototype, { get(t, key, receiver) { note(String(key)); return Reflect.get(t, key, receiver); } }));
for (const x of [1, 2]) break;
const [one] = [5, 6];
console.log(one, pair(3));
Object.setPrototypeOf(base, Object.prototype);
console.log(pair(3));
flush('proxy');
