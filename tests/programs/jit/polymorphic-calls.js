// Method calls on one, two, four, then many receiver classes, primitives and objects without the method.
const mk = (k) => { class C { constructor(v) { this.v = v; } get(x) { return this.v * k + x; } } return C; };
const classes = Array.from({ length: 12 }, (_, k) => mk(k + 1));
const objs = classes.map((C, i) => new C(i));
function sumOver(list, n) { let t = 0; for (let i = 0; i < n; i++) t += list[i % list.length].get(i & 3); return t; }
console.log(sumOver(objs.slice(0, 1), 3000), sumOver(objs.slice(0, 2), 3000), sumOver(objs.slice(0, 4), 3000), sumOver(objs, 3000));
console.log(sumOver([new Map([[0, 1], [1, 2], [2, 3], [3, 4]])], 8), sumOver([{ get: (x) => x }, { get() { return this.z; }, z: 5 }], 10), sumOver([Object.create(objs[5])], 4));
for (const bad of [[{}], [null], ['str'], [5], [{ get: 1 }]]) try { sumOver(bad, 2); console.log('fine'); } catch (e) { console.log(e.name); }
Object.prototype.get = function (x) { return typeof this === 'object' ? -x : NaN; };
const patched = [sumOver([{}], 4), sumOver([5], 4), sumOver(['s', true], 4)].join();
delete Object.prototype.get;
console.log(patched, sumOver(objs, 100));
// toString and valueOf across kinds
function str(x) { return x.toString(); }
const parts = [];
for (let i = 0; i < 3000; i++) if (str(i).length === 4 && i % 500 === 0) parts.push(str(i));
console.log(parts.join(), [1.5, 'x', true, [1, 2], { a: 1 }, 10n, Symbol('q'), /re/, new Error('e'), null, undefined, Object.create(null)].map((x) => { try { return str(x); } catch (e) { return e.name; } }).join(' '));
// length of different things
function len(x) { return x.length; }
let l = 0;
for (let i = 0; i < 3000; i++) l += len([1, 2, 3]);
for (let i = 0; i < 3000; i++) l += len('abcd');
console.log(l, len((function () { return arguments; })(1, 2)), len(len), len({ length: 'own' }), len(5), len(new String('xyz')), len({ get length() { return 'getter'; } }), len(class { constructor(a, b) {} }), len(Object.create([1, 2])), len(new Array(7)));
// constructors at one site
function construct(C, v) { return new C(v); }
for (let i = 0; i < 2000; i++) construct(classes[0], i);
const made = [classes[0], classes[1], Array, String, Number, Object, Date, Map, Error, function F(v) { this.f = v; }, function R() { return [7]; }, construct.bind ? classes[2].bind(null, 99) : 0].map((C) => { try { const x = construct(C, C === Map ? [] : 3); return Object.prototype.toString.call(x).slice(8, -1) + (x.v ?? x.f ?? x.length ?? ''); } catch (e) { return e.name; } });
console.log(made.join(' '));
for (const bad of [() => 1, undefined, 5, { }, Math.max, Symbol]) try { construct(bad, 1); console.log('fine'); } catch (e) { console.log(e.name); }
// receivers that are functions and boxed primitives
function callName(x) { return x.name; }
let names = 0;
for (let i = 0; i < 3000; i++) names += callName({ name: 'n' }).length;
console.log(names, callName(function fn() {}), callName(classes[0]), callName(Math.max), callName(new TypeError()), callName('s'), callName([]));
// visitor over a tree of mixed nodes
const N = { num: (v) => ({ t: 'num', v, eval() { return this.v; } }), bin: (op, l, r) => ({ t: 'bin', op, l, r, eval() { const a = this.l.eval(), b = this.r.eval(); switch (this.op) { case '+': return a + b; case '*': return a * b; default: return a - b; } } }), neg: (x) => ({ t: 'neg', x, eval() { return -this.x.eval(); } }) };
let tree = N.num(1);
for (let i = 0; i < 60; i++) tree = i % 3 === 0 ? N.bin('+', tree, N.num(i)) : i % 3 === 1 ? N.bin('-', N.num(i), tree) : N.neg(tree);
let ev = 0;
for (let i = 0; i < 60; i++) ev += tree.eval();
console.log(ev, N.bin('*', N.num('6'), N.num(7)).eval(), N.bin('+', N.num('a'), N.neg(N.num(1))).eval());
