// Reflect: receivers of accessors, array lengths, new targets, results of refused operations.
const show = (v) => v === null ? 'null' : Object.is(v, -0) ? '-0' : typeof v === 'function' ? 'fn ' + v.name : typeof v !== 'object' ? typeof v + ' ' + String(v)
  : Array.isArray(v) ? '[' + v.map(show).join() + ']' : '{' + Reflect.ownKeys(v).map((k) => String(k) + ':' + show(v[k])).join() + '}';
const t = (f) => { try { console.log(show(f())); } catch (e) { console.log('!!', e && e.name, e && e.message); } };
t(() => [Reflect.apply(Math.max, null, [1, 2]), Reflect.apply(function () { return this.a; }, { a: 5 }, { length: 0 }), Reflect.construct(Array, [3]).length, Reflect.construct(function () { return new.target === Array; }, [], Array) instanceof Array, Reflect.ownKeys({ b: 1, 2: 1, a: 1, 1: 1, [Symbol.iterator]: 1 }), Reflect.has([], 'length'), Reflect.get({ get x() { return this.y; } }, 'x', { y: 8 }), Reflect.set({}, 'a', 1), Reflect.set(Object.freeze({ a: 1 }), 'a', 2), Reflect.set({ set a(v) { this.got = v; } }, 'a', 3), Reflect.defineProperty(Object.freeze({}), 'x', { value: 1 }), Reflect.deleteProperty(Object.freeze({ a: 1 }), 'a'), Reflect.isExtensible({}), Reflect.setPrototypeOf(Object.freeze({}), {}), Reflect.getPrototypeOf([]) === Array.prototype]);
t(() => { const r = {}; const x = Reflect.set({ a: 1 }, 'a', 5, r); return [x, r]; });
t(() => { const a = [1, 2, 3]; return [Reflect.set(a, 'length', 1), a, Reflect.set(a, 'length', { valueOf() { return 2; } }), a.length]; });
t(() => Reflect.set([], 'length', -1));
t(() => Reflect.get(1, 'a'));
t(() => Reflect.construct(() => 1, []));
t(() => Reflect.ownKeys(new Error('x')).includes('message'));
t(() => Reflect.getOwnPropertyDescriptor([1], 'length').configurable);
t(() => Reflect.set(1, 'a', 1));
t(() => Reflect.get([1, 2], { toString() { return '1'; } }));
t(() => Reflect.set({}, 'a', 1, 5));
t(() => Reflect.get('abc', 0));
t(() => { class A { constructor() { this.n = new.target.name; } } class B {} return [Reflect.construct(A, [], B).n, Reflect.construct(A, [], B) instanceof B]; });
t(() => { const o = { get a() { return 1; } }; return Reflect.set(o, 'a', 2); });
t(() => { const f = function () { return arguments.length; }; return Reflect.apply(f, 0, Array(5)); });
t(() => Reflect.apply(f => f, undefined, null));
