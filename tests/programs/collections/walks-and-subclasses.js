// Map and Set walked while they change, subclasses that override set and add, closing of the iterable, WeakMap, WeakSet.
const show = (v) => v === null ? 'null' : Object.is(v, -0) ? '-0' : typeof v === 'function' ? 'fn ' + v.name : typeof v !== 'object' ? typeof v + ' ' + String(v)
  : Array.isArray(v) ? '[' + v.map(show).join() + ']' : '{' + Reflect.ownKeys(v).map((k) => String(k) + ':' + show(v[k])).join() + '}';
const t = (f) => { try { console.log(show(f())); } catch (e) { console.log('!!', e && e.name, e && e.message); } };
t(() => { const m = new Map([[1, 'a'], [2, 'b'], [NaN, 'n'], [-0, 'z']]); return [m.size, m.get(NaN), m.get(0), [...m.keys()], [...m.values()], [...m], m.has(3), m.delete(1), m.delete(1), m.set(5, 1) === m]; });
t(() => { const m = new Map([[1, 1], [2, 2], [3, 3]]); const l = []; for (const [k] of m) { l.push(k); if (k === 1) m.delete(2); if (k === 3 && m.size < 5) m.set('x' + m.size, 0); } return l; });
t(() => { const m = new Map([[1, 1], [2, 2]]); const l = []; m.forEach((v, k, mm) => { l.push(k, mm === m); if (k === 1) { m.delete(1); m.set(1, 1); } if (l.length > 10) m.clear(); }); return l; });
t(() => { const s = new Set([1, 2, 3]); const l = []; s.forEach((v, k) => { l.push(v === k, v); if (v < 10) { s.delete(v); s.add(v + 10); } }); return l; });
t(() => { const s = new Set('hello'); const it = s.values(); it.next(); s.clear(); s.add('q'); return [it.next(), it.next(), it.next()]; });
t(() => { const s = new Set([1]); const it = s.entries(); const a = it.next(); const b = it.next(); s.add(2); return [a, b, it.next(), it[Symbol.toStringTag], it[Symbol.iterator]() === it]; });
t(() => Object.getOwnPropertyNames(Map.prototype).join());
t(() => Object.getOwnPropertyNames(Set.prototype).filter(k => !/difference|Disjoint|Subset|Superset|Difference|union|intersection/.test(k)).sort().join());
t(() => Set.prototype.keys === Set.prototype.values);
t(() => Set.prototype.keys.name);
t(() => Map.prototype[Symbol.iterator] === Map.prototype.entries);
t(() => { class M extends Map { get(k) { return super.get(k) ?? 'def'; } } const m = new M([[1, 2]]); return [m.get(1), m.get(2), m instanceof Map, m.size]; });
t(() => { let n = 0; class M extends Map { set(k, v) { n++; return super.set(k, v + 1); } } const m = new M([[1, 2], [3, 4]]); return [n, [...m]]; });
t(() => { let closed = 0; const it = { [Symbol.iterator]() { return { next() { return { value: 1, done: false }; }, return() { closed++; return {}; } }; } }; try { new Map(it); } catch (e) { return [e.message, closed]; } });
t(() => { const w = new WeakMap(); const k = {}; w.set(k, 1); return [w.get(k), w.has({}), w.get(1), w.delete(k), w.has(k), w.set(Symbol('x'), 1) === w, new WeakSet([k]).has(k)]; });
t(() => new WeakMap([[1, 2]]));
t(() => new WeakSet([Symbol.for('a')]));
t(() => new Map(5));
t(() => new Map([[1]]).get(1));
t(() => Map[Symbol.species] === Map);
t(() => [...new Map([[1, { a: 1 }]]).entries().next().value]);
t(() => Object.prototype.toString.call(new Map().keys()));
