// Unbounded recursion through bound functions, Reflect, JSON, iteration, defaults and hooks ends as a catchable RangeError.
const report = (name, f) => {
  try { f(); console.log(name, 'returned'); } catch (e) { console.log(name, e instanceof RangeError, e.name); }
};
report('Reflect.construct', () => { function F() { Reflect.construct(F, []); } new F(); });
report('toJSON', () => { const o = { toJSON() { return JSON.stringify(o); } }; JSON.stringify(o); });
report('iterator', () => { const it = { [Symbol.iterator]() { return [...it][Symbol.iterator](); } }; [...it]; });
report('default parameter', () => { const f = (a = f()) => a; f(); });
report('destructuring', () => { const f = ({ a = f({}) }) => a; f({}); });
report('tagged', () => { const f = () => f`x`; f(); });
report('hasInstance', () => { const o = { [Symbol.hasInstance]() { return {} instanceof o; } }; ({}) instanceof o; });
report('static block chain', () => { const f = () => class { static x = f(); }; f(); });
