// WeakMap and WeakSet: keys allowed, results, receivers, constructor protocol, private data pattern.
const wm = new WeakMap(), ws = new WeakSet();
const k1 = {}, k2 = () => {}, k3 = [], k4 = Symbol('unregistered'), k5 = new Map();
console.log(wm.set(k1, 1) === wm, wm.set(k2, 'fn').get(k2), wm.set(k3, undefined).has(k3), wm.get(k3), wm.get({}), wm.has(k5), wm.delete(k1), wm.delete(k1), wm.has(k1), wm.get('prim'), wm.has(5), wm.delete(null));
for (const bad of [1, 'x', null, undefined, true, 1n, Symbol.for('reg')]) { try { wm.set(bad, 1); console.log('fine'); } catch (e) { console.log(e.name); } }
console.log(wm.set(k4, 'sym key').get(k4), ws.add(k4).has(k4), wm.set(Symbol.iterator, 'wk').get(Symbol.iterator));
console.log(ws.add(k1) === ws, ws.has(k1), ws.delete(k1), ws.has(k1), ws.has('x'), ws.delete(5));
for (const bad of [1, 'x', null, Symbol.for('q')]) { try { ws.add(bad); console.log('fine'); } catch (e) { console.log(e.name); } }
console.log(new WeakMap([[k1, 'from'], [k2, 'entries']]).get(k2), new WeakSet([k1, k2]).has(k2), new WeakMap(null).has(k1), new WeakSet().has(k1));
for (const f of [() => WeakMap(), () => WeakSet(), () => new WeakMap([[1, 2]]), () => new WeakMap([k1]), () => new WeakSet([1]), () => WeakMap.prototype.get.call(new Map(), k1), () => WeakSet.prototype.has.call(new Set(), k1), () => new WeakMap(5), () => WeakMap.prototype.set.call({}, k1, 1)]) try { f(); console.log('fine'); } catch (e) { console.log(e.name); }
console.log(Object.prototype.toString.call(wm), Object.prototype.toString.call(ws), WeakMap.length, WeakSet.length, wm.size, typeof wm.forEach, typeof wm.clear, typeof wm[Symbol.iterator], Object.keys(wm).length);
const priv = new WeakMap();
class Account { constructor(n) { priv.set(this, { balance: n }); } deposit(n) { priv.get(this).balance += n; return this; } get balance() { return priv.get(this).balance; } }
const acc = new Account(10).deposit(5);
console.log(acc.balance, Object.keys(acc).length, priv.has(acc), priv.has({}));
// cycles through a weak map used as visited table
const visited = new WeakSet();
const count = (o) => { if (typeof o !== 'object' || o === null || visited.has(o)) return 0; visited.add(o); return 1 + Object.values(o).reduce((n, v) => n + count(v), 0); };
const g = { a: { b: [1, { c: 2 }] } };
g.self = g; g.a.up = g;
console.log(count(g), count(g));
const cache = new WeakMap();
let computed = 0;
const expensive = (o) => { if (!cache.has(o)) { computed++; cache.set(o, Object.keys(o).length); } return cache.get(o); };
expensive(g); expensive(g); expensive(k1);
console.log(computed);
// frozen objects and functions as keys, overwriting, keys that are keys of several maps
const fz = Object.freeze({ z: 1 });
const other = new WeakMap([[fz, 'other']]);
wm.set(fz, 'frozen').set(fz, 'overwritten');
console.log(wm.get(fz), other.get(fz), Object.keys(fz).join(), Reflect.ownKeys(fz).length);
const many = Array.from({ length: 200 }, (_, i) => ({ i }));
const big = new WeakMap(many.map((o) => [o, o.i * 2]));
console.log(many.reduce((s, o) => s + big.get(o), 0), many.filter((o, i) => i % 2 && big.delete(o)).length, many.filter((o) => big.has(o)).length);
class Tracked extends WeakMap { set(k, v) { this.n = (this.n ?? 0) + 1; return super.set(k, v); } }
const t = new Tracked([[k1, 1]]);
t.set(k2, 2);
console.log(t.n, t.get(k1), t instanceof WeakMap);
