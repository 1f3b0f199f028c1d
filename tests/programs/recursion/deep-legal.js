// Deep but legal recursion, in several shapes.
const sum = (n) => (n === 0 ? 0 : n + sum(n - 1));
function count(n) { if (n === 0) return 0; return 1 + count(n - 1); }
console.log(sum(5000), count(5000), sum(4999));
const even = (n) => (n === 0 ? true : odd(n - 1)), odd = (n) => (n === 0 ? false : even(n - 1));
console.log(even(4000), odd(4001), even(3001));
let list = null;
for (let i = 0; i < 3000; i++) list = { v: i, next: list };
const len = (l) => (l === null ? 0 : 1 + len(l.next));
const total = (l) => { if (!l) return 0; const { v, next } = l; return v + total(next); };
console.log(len(list), total(list));
function withTry(n) { try { return n === 0 ? 'bottom' : withTry(n - 1); } finally { withTry.n = (withTry.n || 0) + 1; } }
console.log(withTry(2000), withTry.n);
function unwinding(n) { if (n === 0) throw new Error('from the bottom'); try { unwinding(n - 1); } catch (e) { e.hops = (e.hops || 0) + 1; throw e; } }
try { unwinding(400); } catch (e) { console.log(e.message, e.hops); }
const ack = (m, n) => (m === 0 ? n + 1 : n === 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)));
console.log(ack(2, 9), ack(1, 50), ack(3, 3));
const hanoi = (n, a, b, c) => (n === 0 ? 0 : hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a));
console.log(hanoi(10, 'a', 'b', 'c'));
const flatten = (x) => (Array.isArray(x) ? x.reduce((a, y) => a.concat(flatten(y)), []) : [x]);
let nest = [0];
for (let i = 1; i < 200; i++) nest = [nest, i];
console.log(flatten(nest).length, JSON.stringify(nest).length);
class Tree { constructor(d) { this.l = d ? new Tree(d - 1) : null; this.r = d ? new Tree(d - 1) : null; } get size() { return 1 + (this.l?.size ?? 0) + (this.r?.size ?? 0); } depth() { return 1 + Math.max(this.l?.depth() ?? 0, this.r?.depth() ?? 0); } }
const t = new Tree(9);
console.log(t.size, t.depth());
const chain = (n) => (n === 0 ? [] : [n, ...chain(n - 1)]);
console.log(chain(300).length, chain(5).join());
const loop = (n, k) => (n === 0 ? k(0) : loop(n - 1, (v) => k(v + n)));
console.log(loop(1000, (v) => v));
const fibs = (() => { const memo = { 0: 0, 1: 1 }; const f = (n) => memo[n] ?? (memo[n] = f(n - 1) + f(n - 2)); return f; })();
console.log(fibs(1000) > 4e208, fibs(50));
const permute = (s) => (s.length < 2 ? [s] : [...s].flatMap((c, i) => permute(s.slice(0, i) + s.slice(i + 1)).map((p) => c + p)));
console.log(permute('abcd').length, permute('abc').join());
const sub = (xs) => (xs.length ? sub(xs.slice(1)).flatMap((s) => [s, [xs[0], ...s]]) : [[]]);
console.log(sub([1, 2, 3]).map((s) => s.join('')).sort().join());
const parse = (s, i = 0) => { const kids = []; while (s[i] === '(') { const [k, j] = parse(s, i + 1); kids.push(k); i = j + 1; } return [kids, i]; };
console.log(JSON.stringify(parse('(()(()))()')[0]), JSON.stringify(parse('('.repeat(100) + ')'.repeat(100))[0]).length);
const collatz = (n, steps = 0) => (n === 1 ? steps : collatz(n % 2 ? 3 * n + 1 : n / 2, steps + 1));
console.log([27, 97, 871].map((n) => collatz(n)).join());
