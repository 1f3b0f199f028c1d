// Immutable: persistent collections.
const { List, Map, OrderedMap, Set, OrderedSet, Record, Range, Repeat, Seq, Stack, fromJS, is, merge, updateIn, version } = require('immutable');
const times = require('./times.cjs');
const work = () => {
  let map = Map();
  for (let i = 0; i < 2000; i++) map = map.set(`k${(i * 7919) % 1000}`, i);
  let list = List();
  for (let i = 0; i < 2000; i++) list = list.push(i).set(i >> 1, -i);
  return [map.size, map.reduce((a, b) => a + b, 0), list.size, list.filter((x) => x % 2).map((x) => x * 2).reduce((a, b) => a + b, 0), map.sortBy((v) => -v).take(3).toJS()];
};
console.log(version, times(work));
const nested = fromJS({ a: { b: [1, 2, { c: 3 }] }, d: new Date(0).toISOString() });
console.log(nested.getIn(['a', 'b', 2, 'c']), nested.setIn(['a', 'b', 2, 'c'], 4).toJS(), nested.updateIn(['a', 'b'], (b) => b.push('x')).toString(), nested.equals(fromJS(nested.toJS())), nested.hashCode() === fromJS(nested.toJS()).hashCode());
console.log(Set([1, 2, 2, NaN, NaN]).toArray(), OrderedSet('cab').toString(), Set([1]).union([2], [3]).toString(), Stack([1, 2]).push(0).toString(), OrderedMap({ b: 1, a: 2 }).set('c', 3).delete('b').toString());
console.log(Range(0, Infinity, 3).skip(2).take(4).toArray(), Repeat('x', 3).join(''), Seq([1, 2, 3]).map((x) => x * x).filter((x) => x > 1).toList().toString());
const Point = Record({ x: 0, y: 0 }, 'Point');
const p = new Point({ x: 1 });
console.log(p.toString(), p.set('y', 2).y, p.toJS(), is(p, new Point({ x: 1 })), p instanceof Point);
console.log(List([3, 1, 2]).sort().toArray(), List(['a', 'b']).zip(List([1, 2])).toString(), List([1, 2, 3, 4]).groupBy((x) => x % 2).toJS(), List([1, [2, [3]]]).flatten().toString(), merge({ a: 1 }, { b: 2 }), updateIn({ a: [1] }, ['a', 0], (x) => x + 1));
const mutable = Map().withMutations((m) => { for (let i = 0; i < 40; i++) m.set({ i }, i); });
console.log(mutable.size, [...mutable.values()].reduce((a, b) => a + b), [...List([1, 2]).entries()], JSON.stringify(Map({ a: List([1]) })));
try { new Point().set('nope', 1); console.log('ignored'); } catch (e) { console.log(e.message); }
