// Recursive functions warmed up, then thrown through; recursion with changing types; mutual recursion; deep unwinding.
function fact(n) { if (n < 0) throw new RangeError('neg'); return n <= 1 ? n ** 0 : n * fact(n - 1); }
for (let i = 0; i < 300; i++) fact(12);
console.log(fact(20), fact(170) > 1e300, fact(171), fact(1.5), fact('5'), fact(null), fact(true), fact([4]));
try { fact(-1); } catch (e) { console.log(e.message); }
for (const bad of [3n, Symbol(), { valueOf() { throw new SyntaxError('v'); } }]) try { console.log(String(fact(bad))); } catch (e) { console.log(e.name); }
function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
console.log(fib(18), fib('7'), fib(5.5), fib(-3));
function sum(tree) { return tree === null ? 0 : tree.v + sum(tree.l) + sum(tree.r); }
const build = (d) => (d === 0 ? null : { v: d, l: build(d - 1), r: build(d - 1) });
const tree = build(9);
for (let i = 0; i < 5; i++) sum(tree);
console.log(sum(tree));
let node = tree;
while (node.l) node = node.l;
node.v = 0.5;
console.log(sum(tree));
node.v = 'str';
console.log(typeof sum(tree));
node.v = 1;
node.r = undefined;
try { sum(tree); } catch (e) { console.log(e instanceof TypeError); }
node.r = { get v() { throw 'getter'; } };
try { sum(tree); } catch (e) { console.log(e); }
node.r = null;
console.log(sum(tree));
const even = (n) => (n === 0 ? 'even' : odd(n - 1)), odd = (n) => (n === 0 ? 'odd' : even(n - 1));
for (let i = 0; i < 200; i++) even(30);
console.log(even(1000), even(1001), odd(7));
let isEven = (n) => (n === 0 ? true : isOdd(n - 1)), isOdd = (n) => (n === 0 ? false : isEven(n - 1));
for (let i = 0; i < 300; i++) isEven(20);
const savedOdd = isOdd;
isOdd = (n) => 'replaced at ' + n;
console.log(isEven(10));
isOdd = (n) => { if (n === 3) isOdd = undefined; return savedOdd(n); };
try { isEven(10); } catch (e) { console.log(e.name); }
// thrown from the bottom, counted in finally blocks on the way out
function down(n, f) { try { return n === 0 ? f() : down(n - 1, f) + 1; } finally { down.fin++; } }
down.fin = 0;
for (let i = 0; i < 200; i++) down(10, () => 0);
console.log(down.fin, down(500, () => 5), down.fin);
try { down(300, () => { throw new Error('bottom'); }); } catch (e) { console.log(e.message, down.fin); }
function recover(n) { if (n === 0) throw 0; try { return recover(n - 1); } catch (k) { if (n % 10 === 0) return 'recovered at ' + n + ' after ' + k; throw k + 1; } }
console.log(recover(5 + 20), recover(10));
try { recover(7); } catch (k) { console.log('escaped', k); }
// unbounded recursion after warm-up, then normal use again
function maybeDeep(n) { return n === 0 ? 0 : 1 + maybeDeep(n < 0 ? n : n - 1); }
for (let i = 0; i < 100; i++) maybeDeep(50);
try { maybeDeep(-1); } catch (e) { console.log(e instanceof RangeError); }
console.log(maybeDeep(2000));
const ackermann = (m, n) => (m === 0 ? n + 1 : n === 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1)));
console.log(ackermann(2, 6), ackermann(1, 1.5 - 0.5));
function permutations(xs, f, k = 0) { if (k === xs.length) return f(xs); for (let i = k; i < xs.length; i++) { [xs[k], xs[i]] = [xs[i], xs[k]]; permutations(xs, f, k + 1); [xs[k], xs[i]] = [xs[i], xs[k]]; } }
let seen = 0;
permutations([1, 2, 3, 4, 5], () => seen++);
try { permutations([1, 2, 3, 4, 5], (p) => { if (++seen === 200) throw p.join(''); }); } catch (p) { console.log(p, seen); }
const qs = (a) => (a.length < 2 ? a : [...qs(a.slice(1).filter((x) => x < a[0])), a[0], ...qs(a.slice(1).filter((x) => !(x < a[0])))]);
console.log(qs([5, 3, 8, 1, 9, 2, 7]).join(), qs(['b', 'c', 'a']).join(), qs([2.5, -1, 'x', 0]).length);
class Node_ { constructor(v, kids = []) { this.v = v; this.kids = kids; } map(f) { return new Node_(f(this.v), this.kids.map((k) => k.map(f))); } total() { return this.kids.reduce((s, k) => s + k.total(), this.v); } }
let big = new Node_(1);
for (let i = 0; i < 8; i++) big = new Node_(i, [big, big.map((x) => x + 1)]);
console.log(big.total(), big.map((x) => x * 2).total());
