// Precedence and associativity of all operators.
let a = 1, b = 2, c = 3;
console.log(a + b * c, (a + b) * c, a - b - c, a - (b - c), 2 ** 3 ** 0, (-a) ** 2, -(a ** 2), 2 * 3 % 4, 2 % 3 * 4, 100 / 10 / 2);
console.log(a < b === true, a < b == b > a, a === 1 && b === 2 || c === 0, a || b && c, (a || b) && c, !a || b, !(a || b), a & b | c, a | b & c, a ^ b & c, a + b << c, a << b + c, 1 + 1 & 3, 5 & 1 == 1);
console.log(a ? b : c ? 4 : 5, 0 ? b : c ? 4 : 5, a ? 0 ? 6 : 7 : 8, a = b = c, a, b, (a, b, c), typeof a + b, typeof (a + b), -a + b, - -a, + -a, !-a, ~-a, -~a, !!a, typeof typeof a, void 0 ?? 'v', void (0 ?? 'v'));
a = 1; b = 2;
console.log(a++ + ++b, a, b, a+++b, a, b, a---b, a, - --b, a - -b, a + +b, a-- - --a);
console.log('x' + a + b, a + b + 'x', 'x' + (a + b), 'x' + a * b, 'x' + -a, `${a}` + b, 1 + 2 + '3' + 4 + 5, '3' - - '3', '3' + + '3', [] + 1 + 2, [1] + [2] * 2);
const o = { f() { return this; }, k: { g() { return 'g'; } }, n: 5, C: class { constructor(v) { this.v = v; } static S = class { w = 's'; } } };
console.log(new o.C(1).v, new o.C.S().w, new (o.f().C)(2).v, typeof new o.C, new o.C().v, o.f().k.g(), -o.n, !o.n, typeof o.n, delete o.n, o.n);
console.log('k' in o && o instanceof Object, !('k' in o), 'k' in o === true, 1 in [0, 1] == true, a in [5] ? 'in' : 'out', void 0 in { undefined: 1 });
console.log((() => 1)() + 1, (function () { return 2; })() * 2, [1, 2, 3][1, 2], (1, [5])[0], { a: 1 }.a, ((x) => x)`t`[0]);
var t = a > 0 ? 'pos' : a < 0 ? 'neg' : 'zero';
let u = (a, b), v = a = 5, w = !v ? 1 : 2;
console.log(t, u, v, w, a);
var x = 1; { var x = 2; } x
++
b
console.log(x, b);
const y = x
const z = [1, 2]
;[a, b] = z
console.log(y, a, b)
const fn = function () { return 'asi' }
;(function () { console.log('iife after asi') })()
console.log(fn()) ; ; ;
if (a) ; else console.log('no')
do a-- ; while (a > -3) console.log(a)
var ret = (function () {
  return
  'unreachable'
})()
console.log(ret)
