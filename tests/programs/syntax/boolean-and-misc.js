// Boolean objects, statement completion odds and ends, grouping, void, sequence, nested functions in expressions.
console.log(Boolean(), Boolean(0), Boolean('false'), Boolean([]), Boolean(NaN), Boolean(-0), Boolean(0n), Boolean(Symbol()), Boolean(new Boolean(false)), !!document_());
function document_() { return null; }
const b = new Boolean(false);
console.log(b ? 'truthy' : 'falsy', b.valueOf(), b == false, b === false, typeof b, b + 1, `${b}`, b && 1, !b, JSON.stringify([b, new Boolean(true)]), Object.prototype.toString.call(b));
console.log(true.toString(), Boolean.prototype.valueOf.call(true), Boolean.prototype.toString(), Boolean.length, Boolean.name, true + true, true * '3', -true, ~false, true > false, [true, false].sort().join());
for (const f of [() => Boolean.prototype.valueOf.call(1), () => Boolean.prototype.toString.call('x'), () => Boolean.prototype.valueOf.call({})]) try { f(); } catch (e) { console.log(e.name); }
true.x = 1;
console.log(true.x, true['toString'](), (true).constructor.name, Object(true) instanceof Boolean);
// deeply nested expressions and functions
const deep = ((a) => ((b) => ((c) => ((d) => ((e) => a + b + c + d + e)(5))(4))(3))(2))(1);
console.log(deep, (((((((((1))))))))), [[[[[[[['deep']]]]]]]].flat(Infinity)[0], (() => () => () => () => 'thunk')()()()());
let s = 0;
for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) for (let k = 0; k < 3; k++) for (let l = 0; l < 3; l++) if (i ^ j ^ k ^ l) s += i * j * k * l;
console.log(s);
console.log((1, 2, (3, 4)), [(1, 2), 3].length, void (s = 99), s, (s++, s--, s), (s, Math.max)(1, 5));
// long conditional chains
const grade = (n) => (n >= 90 ? 'A' : n >= 80 ? 'B' : n >= 70 ? 'C' : n >= 60 ? 'D' : n === n ? 'F' : 'none');
console.log([95, 85, 75, 65, 5, NaN].map(grade).join(''));
function chain(x) { if (x === 1) return 'one'; else if (x === 2) return 'two'; else if (x === 3) { return 'three'; } else { if (x) return 'many'; else return 'falsy'; } }
console.log([1, 2, 3, 4, 0].map(chain).join());
// functions with many parameters and many locals
function many(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p) { let q = a + p, r = b + o, t = c + n, u = d + m, v = e + l, w = f + k, x = g + j, y = h + i; return [q, r, t, u, v, w, x, y].join(); }
console.log(many(...Array.from({ length: 16 }, (_, i) => i)), many.length, many());
const literal = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39];
console.log(literal.length, literal.reduce((a, x) => a + x), { a: { b: { c: { d: { e: { f: 'six' } } } } } }.a.b.c.d.e.f);
console.log('a' + 'b' + 1 + 2 + ('c' + 3) + [4, 5] + { toString: () => 'o' } + null + undefined + true + 1.5 + -0 + 1n);
// empty bodies and unusual statements
for (var i = 0; i < 3; i++);
for (const x of [1, 2]);
for (const x in { a: 1 });
while (i-- > 0);
do; while (false);
if (true);
{}
;
label: for (;;) { break label; }
lone: { }
(function () {})();
(() => {})();
new (class {})();
void 0;
'expression statement';
`another`;
[1, 2];
({});
typeof s;
-s;
s === 1;
console.log(i, s);
var result = (function () { try { return 'try'; } finally { result = 'set in finally'; } })();
console.log(result);
console.log(((x) => { { { { return x; } } } })('blocks'), ((x) => { if (x) { for (;;) { while (true) { do { switch (x) { default: { return 'nested return ' + x; } } } while (1); } } } })(7));
const obj = { valueOf: () => 7, [`k${'ey'}`]: { nested: [{ deep: 'd' }] }, 'm-n': () => 'mn', 3.5: 'num' };
console.log(obj.key.nested[0].deep, obj['m-n'](), obj[3.5], obj['3.5'], +obj, obj?.key?.nested?.[0]?.deep, obj.key['nested']['0']['deep']);
