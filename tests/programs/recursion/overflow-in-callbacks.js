// Unbounded recursion through implicit calls and library callbacks ends as a catchable RangeError.
const report = (name, f) => {
  try { f(); console.log(name, 'returned'); } catch (e) { console.log(name, e instanceof RangeError, e.name); }
};
report('toString', () => { const o = { toString() { return '' + o; } }; String(o); });
report('valueOf', () => { const o = { valueOf() { return +o; } }; +o; });
report('map callback', () => { const f = (x) => [x].map(f); f(1); });
report('sort comparator', () => { const f = () => [2, 1].sort(f); f(); });
report('replace callback', () => { const f = () => 'x'.replace('x', f); f(); });
report('apply', () => { const f = (...a) => f.apply(null, a); f(1); });
report('call', () => { function f() { return f.call(this) + 1; } f(); });
report('bind', () => { const f = () => b(), b = f.bind(null); f(); });
