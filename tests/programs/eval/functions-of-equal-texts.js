// Functions made of texts that were seen before: what they are compiled to is shared, the functions, their objects and states are not.
const make = (...texts) => new Function(...texts);
const f = make('a', 'return a + 1');
const g = make('a', 'return a + 1');
console.log(f === g, f(1), g(2), f.prototype === g.prototype, f.toString() === g.toString());
f.x = 1;
console.log(g.x, Object.keys(f), Object.keys(g));

// Where parameters end and the body begins is a part of the text.
console.log(make('a, b', 'return [a, b]').length, make('a', 'return [a, typeof b]')(1), make('a', ' b; return a').length);
const outcome = (...texts) => {
  try {
    return make(...texts).toString();
  } catch (error) {
    return error.name;
  }
};
console.log(outcome('a', '/*', '*/'), outcome('/*', '*/){'), outcome('', '}, function () {'), outcome('', '}, function () {'));

// Kinds do not meet.
const GeneratorFunction = Object.getPrototypeOf(function* () {}).constructor;
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
console.log(typeof make('return 7')(), typeof GeneratorFunction('return 7')().next, AsyncFunction('return 7')() instanceof Promise, typeof make('return 7')());

// Template objects belong to the function, as each of them is parsed anew; counters and caches do too.
const tagged = () => make('tag', 'return tag`a${1}b`')((strings) => strings);
console.log(tagged() === tagged(), tagged()[0]);
const twice = make('tag', 'return tag`x`');
const own = (strings) => strings;
console.log(twice(own) === twice(own));

// Hot, and with another meaning of a global name in between.
globalThis.base = 1;
let sum = 0;
for (let i = 0; i < 2000; i++) {
  if (i === 1000) globalThis.base = 'b';
  const h = make('x', 'let s = base; for (const y of x) s += y; return s');
  sum = (sum * 31 + String(h([i, 1])).length) % 1000003;
}
console.log(sum);

class Derived extends Function {}
console.log(new Derived('return 5') instanceof Derived, new Derived('return 5')(), make('return 5') instanceof Derived);
