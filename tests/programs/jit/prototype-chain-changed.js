// setPrototypeOf, shadowing at an intermediate level, and class prototypes swapped under hot code.
function call(o) { return o.m(); }
const base = { m() { return 'base'; } }, mid = Object.create(base), leaf = Object.create(mid);
const count = {};
const tally = (k) => { count[k] = (count[k] || 0) + 1; };
for (let i = 0; i < 4000; i++) tally(call(leaf));
mid.m = () => 'mid';
for (let i = 0; i < 500; i++) tally(call(leaf));
leaf.m = () => 'leaf';
for (let i = 0; i < 500; i++) tally(call(leaf));
delete leaf.m; delete mid.m;
for (let i = 0; i < 500; i++) tally(call(leaf));
Object.setPrototypeOf(mid, { m: () => 'other base' });
for (let i = 0; i < 500; i++) tally(call(leaf));
Object.setPrototypeOf(leaf, null);
try { call(leaf); } catch (e) { tally(e.name); }
Object.setPrototypeOf(leaf, Object.create(Object.create({ m() { return 'deep'; } })));
tally(call(leaf));
console.log(JSON.stringify(count));
// changed while the loop runs
function Animal() { this.v = 1; }
Animal.prototype.speak = function () { return this.v; };
const dog = new Animal();
let t = 0;
for (let i = 0; i < 6000; i++) {
  t += dog.speak();
  if (i === 3000) Object.setPrototypeOf(dog, { speak() { return 1000; } });
  if (i === 3010) dog.speak = () => 1;
  if (i === 4000) delete dog.speak;
  if (i === 4005) Object.setPrototypeOf(dog, Animal.prototype);
  if (i === 5000) Animal.prototype = { speak() { return 7; } };
}
console.log(t, new Animal().speak(), dog instanceof Animal);
// a property that is missing, then appears on the chain
function get(o) { return o.missing; }
const objs = [{}, { a: 1 }, Object.create({})];
let undef = 0;
for (let i = 0; i < 4500; i++) if (get(objs[i % 3]) === undefined) undef++;
Object.prototype.missing = 'found';
const found = objs.map(get).join();
delete Object.prototype.missing;
console.log(undef, found, objs.map(get).join());
// constants on prototypes
class Cfg {}
Cfg.prototype.limit = 10;
const cfg = new Cfg();
function over(c, n) { return n > c.limit; }
let n = 0;
for (let i = 0; i < 5000; i++) if (over(cfg, i % 20)) n++;
Cfg.prototype.limit = 15;
for (let i = 0; i < 2000; i++) if (over(cfg, i % 20)) n++;
cfg.limit = 19;
for (let i = 0; i < 2000; i++) if (over(cfg, i % 20)) n++;
Object.defineProperty(cfg, 'limit', { get: () => -1 });
for (let i = 0; i < 20; i++) if (over(cfg, i)) n++;
console.log(n);
// instanceof with a changing prototype
function isA(x) { return x instanceof Animal; }
let yes = 0;
const a2 = new Animal();
for (let i = 0; i < 4000; i++) if (isA(a2)) yes++;
Object.setPrototypeOf(a2, Array.prototype);
console.log(yes, isA(a2), isA(5), isA(null));
Animal.prototype = Array.prototype;
console.log(isA(a2), isA([]));
Object.defineProperty(Animal, Symbol.hasInstance, { value: () => true });
console.log(isA(5));
