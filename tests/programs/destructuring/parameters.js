// Patterns in the parameters of functions, arrows, methods, setters, constructors and catch clauses.
function f({ a, b: [c, d = 'd'] = [] } = {}, [e, ...g] = 'xyz', ...{ length, 0: h }) {
  return [a, c, d, e, g, length, h].map((x) => JSON.stringify(x)).join(' ');
}
console.log(f());
console.log(f({ a: 1, b: [2] }, [3, 4], 5, 6, 7));
console.log(f.length, (({ a }, [b], c) => 0).length, (({ a } = {}, b) => 0).length);

const arrow = ({ x, y = x * 2 }, [z] = [y]) => x + y + z;
console.log(arrow({ x: 1 }), arrow({ x: 1, y: 5 }, [10]));

const o = {
  method({ n }) { return n; },
  set pair([p, q]) { this.p = p; this.q = q; },
};
o.pair = [1, 2];
console.log(o.method({ n: 'N' }), o.p, o.q);

class Point {
  constructor({ x = 0, y = 0 } = {}) { Object.assign(this, { x, y }); }
  static from([x, y]) { return new Point({ x, y }); }
}
console.log(JSON.stringify([new Point(), new Point({ y: 3 }), Point.from([7, 8])]));

try { throw { code: 42, info: ['first', 'second'] }; } catch ({ code, info: [, second], missing = 'none' }) {
  console.log(code, second, missing);
}
try { throw [1, 2, 3]; } catch ([head, ...tail]) { console.log(head, tail); }
try { try { throw null; } catch ({ x }) { console.log('no'); } } catch (e) { console.log(e.name); }

for (const bad of [undefined, null]) {
  try { ((({ a }) => a)(bad)); } catch (e) { console.log(e.name); }
  try { ((([a]) => a)(bad)); } catch (e) { console.log(e.name); }
}

// Defaults see earlier parameters; later ones are in the dead zone.
console.log(((a, { b = a } = {}, [c = b] = []) => [a, b, c].join())(1));
try { ((({ a = b }, b) => a)({}, 1)); } catch (e) { console.log(e.name); }
// closures over pattern parameters
const fs = [[1, 2], [3, 4]].map(([a, b]) => ({ sum: () => a + b, bump: () => a++ }));
fs[0].bump();
console.log(fs.map((f) => f.sum()).join());
