// Small functions calling each other in hot loops; failures in inlined callees; frames of several functions rebuilt at once.
const add = (a, b) => a + b, mul = (a, b) => a * b, inc = (x) => add(x, 1), sq = (x) => mul(x, x), poly = (x) => add(sq(x), add(mul(3, x), inc(x)));
let t = 0;
for (let i = 0; i < 4000; i++) t = (t + poly(i % 100)) % 1000003;
console.log(t, poly(0.5), poly('2'), poly(null), poly([3]), poly({ valueOf: () => 4 }), poly(-0), poly(NaN), poly(2 ** 31));
for (const bad of [1n, Symbol(), { valueOf() { throw new RangeError('v'); } }]) try { poly(bad); } catch (e) { console.log(e.name); }
// a chain of calls where the leaf starts failing, with locals live in every frame
function leaf(o, d) { return o.value / d; }
function branch(o, d) { const before = d * 2; const r = leaf(o, d); return [before, r, before - d].reduce(add); }
function trunk(o, n) { let acc = 0, last = 'none'; for (let i = 1; i <= n; i++) { const tag = 'i' + i; try { acc += branch(o(i), i); } catch (e) { last = tag + e.name; } finally { acc += 0; } } return acc.toFixed(3) + last; }
const good = { value: 10 };
trunk(() => good, 500);
console.log(trunk(() => good, 2000), trunk((i) => (i === 1999 ? { value: 'x' } : good), 2000), trunk((i) => (i % 700 === 0 ? null : good), 2000), trunk((i) => (i > 1990 ? { get value() { return i; } } : good), 2000), trunk((i) => (i === 50 ? { value: 1n } : good), 100));
const isEven = (n) => (n === 0 ? true : isOdd(n - 1)), isOdd = (n) => (n === 0 ? false : isEven(n - 1));
let ev = 0;
for (let i = 0; i < 400; i++) if (isEven(i % 40)) ev++;
console.log(ev, isEven(1500), isOdd(1501), isEven('4'), isOdd([3]));
// tokenizer, parser and evaluator calling each other
const src = '1+2*(3-4)/5-(6+7)*8';
function parse(s) { let i = 0; const peek = () => s[i], next = () => s[i++]; const expr = () => { let v = term(); while (peek() === '+' || peek() === '-') v = next() === '+' ? v + term() : v - term(); return v; }; const term = () => { let v = atom(); while (peek() === '*' || peek() === '/') v = next() === '*' ? v * atom() : v / atom(); return v; }; const atom = () => { if (peek() === '(') { next(); const v = expr(); if (next() !== ')') throw new SyntaxError('at ' + i); return v; } if (peek() === '-') { next(); return -atom(); } let n = ''; while (peek() >= '0' && peek() <= '9') n += next(); if (n === '') throw new SyntaxError('at ' + i); return +n; }; const v = expr(); if (i < s.length) throw new SyntaxError('rest at ' + i); return v; }
let p = 0;
for (let i = 0; i < 200; i++) p += parse(src);
console.log(p.toFixed(4), parse('((((1))))'), parse('-(2)*-3'), parse('8/0'));
for (const bad of ['', '1+', '(1', '1)', '1++2', 'x']) try { console.log(parse(bad)); } catch (e) { console.log(e.name, e.message); }
// state machine by mutually calling closures with shared state
function machine(input) { let pos = 0, out = ''; const A = () => (pos >= input.length ? out : input[pos] === 'b' ? (pos++, (out += 'B'), B()) : (pos++, (out += 'a'), A())), B = () => (pos >= input.length ? out + '.' : input[pos] === 'a' ? (pos++, (out += 'A'), A()) : (pos++, (out += 'b'), B())); return A(); }
for (let i = 0; i < 100; i++) machine('aabbab');
console.log(machine('aabbab'), machine('ab'.repeat(200)).length, machine(''), machine(['b', 'b', 'a']));
// Hofstadter and other interleaved sequences
const F = (n) => (n === 0 ? 1 : n - M(F(n - 1))), M = (n) => (n === 0 ? 0 : n - F(M(n - 1)));
console.log(Array.from({ length: 16 }, (_, i) => F(i) + '' + M(i)).join(' '));
const takeuchi = (x, y, z) => (y < x ? takeuchi(takeuchi(x - 1, y, z), takeuchi(y - 1, z, x), takeuchi(z - 1, x, y)) : z);
console.log(takeuchi(8, 4, 0), takeuchi(5, 2.5, 0));
// methods of two classes calling each other, one replaced in the middle
class Ping { constructor(o) { this.o = o; this.n = 0; } hit(k) { this.n++; return k === 0 ? 'ping end' : this.o.hit(this, k - 1); } }
class Pong { constructor() { this.n = 0; } hit(p, k) { this.n++; if (k === 500) Pong.prototype.hit = (q, j) => (j === 0 ? 'replaced end' : q.hit(j - 1)); return k === 0 ? 'pong end' : p.hit(k - 1); } }
const pong = new Pong(), ping = new Ping(pong);
for (let i = 0; i < 50; i++) ping.hit(20);
console.log(ping.hit(101), ping.hit(1501), ping.hit(100), ping.n, pong.n);
// default arguments, rest and closures in inlinable callees
const dflt = (a, b = a * 2, ...r) => a + b + r.length, wrap = (x) => dflt(x), wrap3 = (x) => dflt(x, 1, 2, 3);
let q = 0;
for (let i = 0; i < 3000; i++) q += wrap(i) + wrap3(i);
console.log(q, wrap('s'), wrap3(undefined), wrap(undefined));
