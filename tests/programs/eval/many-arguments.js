// eval and the constructors of functions with many arguments, from any depth: what a list charges is charged once.
const body = `return ${Array.from({ length: 50 }, (_, i) => `a${i}`).join(' + ')};`;
const names = (n) => Array.from({ length: n }, (_, i) => `a${i}`);
const AsyncFunction = (async () => {}).constructor;
const ways = {
  call: (n) => Function(...names(n), body),
  construct: (n) => new Function(...names(n), body),
  apply: (n) => Function.apply(null, [...names(n), body]),
  reflect: (n) => Reflect.construct(Function, [...names(n), body]),
  bound: (n) => Function.bind(null, ...names(n))(body),
  async: (n) => AsyncFunction(...names(n), body),
  evaluate: (n) => (0, eval)(`(function (${names(n)}) { ${body} })`, ...names(n)),
  direct: (n) => eval(`(function (${names(n)}) { ${body} })`, ...names(n)),
  objects: (n) => Function(...names(n).map((name) => ({ toString: () => name })), { toString: () => body }),
};
const deep = (depth, f) => (depth === 0 ? f() : deep(depth - 1, f));
const values = Array.from({ length: 700 }, (_, i) => i);
for (const name in ways) {
  const sums = [];
  for (const n of [50, 63, 64, 320, 600]) for (const depth of [0, 40]) sums.push(deep(depth, () => ways[name](n))(...values));
  console.log(name, sums.map((sum) => (typeof sum === 'number' ? sum : sum.constructor.name)).join());
}
let total = 0;
for (let i = 0; i < 60; i++) total += deep(i % 9, () => ways.construct(51)(...values) + ways.evaluate(51)(...values));
console.log(total);
