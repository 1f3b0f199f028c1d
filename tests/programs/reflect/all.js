// The Reflect namespace: results, receivers, errors for non-objects.
const o = { a: 1, get g() { return this.a; }, set s(v) { this.seen = v; } };
console.log(Reflect.get(o, 'a'), Reflect.get(o, 'g', { a: 'receiver' }), Reflect.get([1, 2], 1), Reflect.get(o, 'none'), Reflect.has(o, 'a'), Reflect.has(o, 'toString'), Reflect.has([], 'length'), Reflect.ownKeys({ b: 1, 1: 1, [Symbol.iterator]: 1, a: 1 }).map(String).join());
const recv = {};
console.log(Reflect.set(o, 'a', 2), o.a, Reflect.set(o, 's', 'v', recv), recv.seen, o.seen, Reflect.set(o, 'a', 3, recv), recv.a, o.a, Reflect.set(o, 'g', 1), Reflect.set(Object.freeze({ x: 1 }), 'x', 2), Reflect.set([], 'length', 5), Reflect.set({}, 'x', 1, 5), Reflect.set(Object.freeze({}), 'y', 1), Reflect.set({}, 'y', 1, Object.freeze({})));
const roRecv = Object.defineProperty({}, 'x', { value: 1, writable: false, configurable: true });
const accRecv = { get x() { return 1; } };
console.log(Reflect.set({ x: 0 }, 'x', 2, roRecv), Reflect.set({ x: 0 }, 'x', 2, accRecv), Reflect.set({}, 'fresh', 1, recv), Object.getOwnPropertyDescriptor(recv, 'fresh').enumerable);
const hid = Object.defineProperty({}, 'x', { value: 1, writable: true, enumerable: false, configurable: true });
console.log(Reflect.set({}, 'x', 2, hid), hid.x, Object.keys(hid).length);
console.log(Reflect.deleteProperty(o, 'a'), 'a' in o, Reflect.deleteProperty(Object.freeze({ x: 1 }), 'x'), Reflect.deleteProperty([], 'length'), Reflect.deleteProperty({}, 'none'));
console.log(Reflect.defineProperty(o, 'd', { value: 1 }), Reflect.defineProperty(o, 'd', { value: 2 }), Reflect.defineProperty(Object.preventExtensions({}), 'x', { value: 1 }), Reflect.getOwnPropertyDescriptor(o, 'd').value, Reflect.getOwnPropertyDescriptor(o, 'none'));
console.log(Reflect.getPrototypeOf([]) === Array.prototype, Reflect.setPrototypeOf({}, null), Reflect.setPrototypeOf(Object.freeze({}), {}), Reflect.setPrototypeOf(Object.prototype, {}), Reflect.setPrototypeOf(Object.prototype, null), Reflect.isExtensible({}), Reflect.preventExtensions({}), Reflect.isExtensible(Object.freeze({})));
const cyc = {};
console.log(Reflect.setPrototypeOf(cyc, Object.create(cyc)));
console.log(Reflect.apply(function (a, b) { return [this.t, a, b].join(); }, { t: 'T' }, [1, 2]), Reflect.apply(Math.max, null, { length: 2, 0: 3, 1: 9 }), Reflect.apply(String.prototype.slice, 'hello', [1, 3]));
class A { constructor(...xs) { this.xs = xs; this.nt = new.target.name; } }
class B extends A {}
console.log(Reflect.construct(A, [1, 2]).xs.join(), Reflect.construct(A, [], B).nt, Reflect.construct(A, [], B) instanceof B, Reflect.construct(B, [7], A).xs[0], Reflect.construct(Array, [3]).length, Reflect.construct(Date, [0]).getTime(), Reflect.construct(function () { return { custom: 1 }; }, []).custom, Reflect.construct(Object, [5], A) instanceof A, Reflect.construct(Error, ['m'], B) instanceof B);
for (const m of ['get', 'set', 'has', 'ownKeys', 'deleteProperty', 'defineProperty', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'setPrototypeOf', 'isExtensible', 'preventExtensions']) try { Reflect[m](5, 'x', {}); console.log(m, 'fine'); } catch (e) { console.log(m, e.name); }
for (const f of [() => Reflect.apply(5, null, []), () => Reflect.apply(() => 1, null), () => Reflect.apply(() => 1, null, 5), () => Reflect.construct(() => 1, []), () => Reflect.construct(A), () => Reflect.construct(A, [], () => 1), () => Reflect.construct(A, 5), () => Reflect.construct({ m() {} }.m, []), () => Reflect.setPrototypeOf({}, 5), () => Reflect.defineProperty({}, 'x', 5), () => Reflect(), () => new Reflect(), () => Reflect.get({ get x() { throw new RangeError(); } }, 'x'), () => Reflect.set({ set x(v) { throw new SyntaxError(); } }, 'x', 1), () => Reflect.get({}, { toString() { throw new EvalError(); } })]) try { f(); console.log('fine'); } catch (e) { console.log(e.name); }
console.log(Object.prototype.toString.call(Reflect), typeof Reflect, Object.keys(Reflect).length, Object.getOwnPropertyNames(Reflect).sort().map((k) => k + Reflect[k].length).join());
// generic proxies by hand: a logging wrapper with Reflect
const log = [];
const wrap = (t) => { const w = Object.create(Reflect.getPrototypeOf(t)); for (const k of Reflect.ownKeys(t)) Reflect.defineProperty(w, k, { get() { log.push('get ' + String(k)); return Reflect.get(t, k, w); }, set(v) { log.push('set ' + String(k)); Reflect.set(t, k, v); }, enumerable: true }); return w; };
const w = wrap({ x: 1, get double() { return this.x * 2; }, m() { return this.double + 1; } });
w.x = 5;
console.log(w.m(), log.join(', '));
const mixinAll = (target, ...srcs) => { for (const s of srcs) for (const k of Reflect.ownKeys(s)) Reflect.defineProperty(target, k, Reflect.getOwnPropertyDescriptor(s, k)); return target; };
const mixed = mixinAll({}, { get live() { return this.base + 1; } }, { base: 41 });
console.log(mixed.live, typeof Reflect.getOwnPropertyDescriptor(mixed, 'live').get);
