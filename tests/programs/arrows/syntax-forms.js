// Forms of arrow functions: bodies, parameters, precedence, immediately called, returning conditionals and objects.
const forms = [
  () => 1,
  (a) => a,
  a => a + 1,
  (a, b = 2) => a + b,
  ([a, b]) => a * b,
  ({ a: { b } }) => b,
  (...xs) => xs.length,
  (a) => (b) => (c) => a + b + c,
  () => ({ a: 1 }),
  () => [1, 2],
  () => { return 'block'; },
  () => { 'no return'; },
  (a) => (a ? 'yes' : 'no'),
  (a) => a || (() => 'nested'),
  async => async,
  of => of,
  () => void 0,
  () => typeof this,
  (a) => { switch (a) { case 1: return 'one'; default: return 'many'; } },
  () => `t${1 + 1}`,
  () => /x/g.test('x'),
  (a) => a => a,
];
const inputs = [[], [5], [5], [1], [[3, 4]], [{ a: { b: 'deep' } }], [1, 2, 3], [1], [], [], [], [], [0], [0], ['as'], ['o'], [], [], [1], [], [], [1]];
forms.forEach((f, i) => {
  const r = f(...inputs[i]);
  console.log(i, typeof r === 'function' ? 'function/' + r.length : JSON.stringify(r));
});
console.log(forms.map((f) => f.length).join(), forms.filter((f) => f.name !== '').length);
console.log(((a, b) => a - b)(5, 3), (() => { throw 1; }) instanceof Function);
const named = () => {};
const alias = named;
let { prop = () => {} } = {};
const o = { key: () => {}, ['comp' + 1]: () => {}, 5: () => {}, [Symbol('desc')]: () => {} };
console.log(named.name, alias.name, prop.name, o.key.name, o.comp1.name, o[5].name, o[Object.getOwnPropertySymbols(o)[0]].name);
const y = ((f) => ((x) => x(x))((x) => f((v) => x(x)(v))));
console.log(y((self) => (n) => (n < 2 ? 1 : n * self(n - 1)))(6));
const church = { zero: (f) => (x) => x, succ: (n) => (f) => (x) => f(n(f)(x)), add: (m) => (n) => (f) => (x) => m(f)(n(f)(x)), toInt: (n) => n((k) => k + 1)(0) };
const three = church.succ(church.succ(church.succ(church.zero)));
console.log(church.toInt(church.add(three)(three)));
