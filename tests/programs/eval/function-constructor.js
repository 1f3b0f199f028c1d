// Functions from texts.
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.name}: ${e.message}`;
  }
};
const kind = (f) => String(attempt(f)).replace(/:.*/s, '');
console.log(new Function('a', 'b', 'return a + b')(2, 3), Function('return this === globalThis')(), Function()());
console.log(String(new Function('a, b', ' c', 'return a\n// end')));
console.log(Function('a', 'b = a', '...c', 'return [a, b, c]').length, new Function('x').name, Object.getOwnPropertyNames(Function('"use strict"')).length);
var scope = 'global';
(function () {
  var scope = 'local';
  console.log(new Function('return scope')(), Function('return typeof anonymous')());
})();
console.log(Function({ toString: () => 'p' }, { toString: () => 'return p * 2' })(21));
for (const args of [['a', '}); ({'], ['a) { }, function (', ''], ['/*', '*/'], ['a', 'return'], ['a //', 'return 1'], ['a', '}'], ['', 'super()'], ['', 'new.target'], ['a, a', '"use strict"'], ['', 'return 1\n-->']])
  console.log(JSON.stringify(args), kind(() => Function(...args)));
console.log(kind(() => Function(Symbol())), kind(() => Function('yield', 'return 1')));
class Sub extends Function {
  twice(x) { return this(this(x)); }
}
const sub = new Sub('x', 'return x + 1');
console.log(sub.twice(1), sub instanceof Sub, sub instanceof Function, sub.name);
const other = Reflect.construct(Function, ['return 7'], Object);
console.log(Object.getPrototypeOf(other) === Object.prototype, Function.prototype.call.call(other));
const constructed = new Function('this.x = 1');
console.log(new constructed().x, constructed.prototype.constructor === constructed, new (new Function('return new.target'))() instanceof Function);
console.log([1, 2, 3].map(new Function('x', 'return x * x')), ['1 + 1', '"s"'].map(eval));
let sum = 0;
for (let i = 0; i < 200; i++) sum += eval('i * 2') + Function('n', `return n + ${i}`)(1);
console.log(sum);
