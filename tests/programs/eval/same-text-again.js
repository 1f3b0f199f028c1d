// A text that is evaluated again has the code that it had before, and nothing else of it.
'use strict';
const show = (...values) => console.log(...values);

const text = 'count++; let s = 0; for (let i = 0; i < 20; i++) s += t.charCodeAt(i % t.length); return s;';
globalThis.count = 0;
const all = [];
for (let k = 0; k < 30; k++) {
  const f = new Function('t', text);
  for (let i = 0; i < 30; i++) all.push(f(k % 2 === 0 ? 'even' : 'odd'));
  f.mine = k;
  f.prototype.mine = k;
}
show(count, all.length, all[0], all[40]);
const [f, g] = [new Function('t', text), new Function('t', text)];
show(f === g, f.prototype === g.prototype, f.mine, g.name, g.length, String(f) === String(g), f.prototype.constructor === f);

// Operands of other kinds than those that the code was made for.
show(new Function('a', 'b', 'return a + b')(1, 2));
for (let i = 0; i < 300; i++) new Function('a', 'b', 'return a + b')(i, i);
show(new Function('a', 'b', 'return a + b')('x', { toString: () => 'y' }), new Function('a', 'b', 'return a + b')(1n, 2n));

// Functions that texts make have scopes of their own.
const factory = 'let n = start; function next() { return ++n; } return { next, reset(v) { n = v; }, peek: () => n };';
const counters = [];
for (let k = 0; k < 40; k++) {
  const counter = new Function('start', factory)(k * 100);
  for (let i = 0; i < 40; i++) counter.next();
  counters.push(counter);
}
counters[3].reset(7);
show(counters.map((counter) => counter.peek()).slice(0, 6), counters[3].next(), counters[39].next());

// Variables that are set once, in each of these scopes to something else.
const once = [];
for (let k = 0; k < 40; k++) once.push(new Function('v', 'const kept = v; return (add) => kept + add;')(k % 2 === 0 ? k : `k${k}`));
let sum = '';
for (let i = 0; i < 200; i++) sum = once[i % 40](i) + '';
show(sum, once[4](1), once[5](1));

// Indirect evals, and direct ones with the scope around them.
let total = 0;
for (let i = 0; i < 300; i++) total += (0, eval)('(() => { let x = 0; for (let i = 0; i < 5; i++) x += i; return x; })()');
show(total);
function around(v) {
  return eval('let twice = v * 2; (() => twice + v)()');
}
const results = [];
for (let i = 0; i < 150; i++) results.push(around(i));
show(results[0], results[149], around('4'));
function closures(v) {
  return eval('({ get: () => v, set: (w) => { v = w; } })');
}
const pairs = Array.from({ length: 60 }, (_, i) => closures(i));
for (const pair of pairs) for (let i = 0; i < 30; i++) pair.set(pair.get() + 1);
show(pairs.map((pair) => pair.get()).join());

// One text where variables are other ones.
const first = (function (x) { return () => eval('x'); })(1);
const second = (function (y) { const x = 'two'; return () => eval('x'); })(1);
for (let i = 0; i < 100; i++) first(), second();
show(first(), second());

// Declarations of sloppy evals are of each call.
const sloppy = new Function('v', 'if (v > 0) eval("var made = v"); return typeof made;');
const kinds = new Set();
for (let i = 0; i < 120; i++) kinds.add(`${i % 3}${sloppy(i % 3)}`);
show([...kinds].join());
for (let i = 0; i < 5; i++) (0, eval)(`var shared${i % 2} = ${i}; function made() { return shared${i % 2}; }`);
show(made(), shared0, shared1);

// Template objects, regular expressions and literals are made anew.
const tag = (strings) => strings;
globalThis.tag = tag;
const strings = [];
for (let i = 0; i < 3; i++) strings.push(new Function('return tag`a${1}b`')(), (0, eval)('tag`a${1}b`'));
show(new Set(strings).size);
const again = new Function('return tag`a`');
show(again() === again());
const patterns = [];
for (let i = 0; i < 30; i++) patterns.push(new Function('return /a/g')());
patterns[0].lastIndex = 5;
show(new Set(patterns).size, patterns[1].lastIndex);

// Classes with private names, generators, async functions.
const classes = [];
for (let i = 0; i < 30; i++) classes.push(new Function('return class A { #x = 1; static has(o) { return #x in o; } get x() { return this.#x; } }')());
show(classes[0].has(new classes[0]()), classes[0].has(new classes[1]()), new classes[7]().x);
const Generator = Object.getPrototypeOf(function* () {}).constructor;
let steps = 0;
for (let i = 0; i < 60; i++) for (const v of Generator('n', 'for (let i = 0; i < n; i++) yield i;')(5)) steps += v;
show(steps);
const Async = Object.getPrototypeOf(async () => {}).constructor;
(async () => {
  let waited = 0;
  for (let i = 0; i < 60; i++) waited += await Async('v', 'const w = await v; return w + 1;')(i);
  show(waited);
})();

// Wrong ones stay wrong.
for (let i = 0; i < 3; i++) {
  try {
    new Function('a', 'return )');
  } catch (error) {
    show(error.name);
  }
}
