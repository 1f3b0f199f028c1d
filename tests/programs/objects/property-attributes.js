// defineProperty and descriptors: defaults, changes allowed and forbidden, accessors, on all kinds of keys.
const o = {};
const s = Symbol('s');
Object.defineProperty(o, 'a', { value: 1 });
Object.defineProperty(o, 'b', { get() { return 'g'; } });
Object.defineProperty(o, s, { value: 's', enumerable: true });
Object.defineProperty(o, 5, { value: 'five', writable: true, configurable: true });
Object.defineProperty(o, 'e', {});
const d = (k) => { const x = Object.getOwnPropertyDescriptor(o, k); return x && [String(k), 'value' in x ? 'v:' + String(x.value) : 'acc', x.writable, x.enumerable, x.configurable].join(); };
console.log(['a', 'b', s, 5, 'e', 'none'].map(d).join(' | '));
o.a = 2; o.b = 2; delete o.a; o[5] = 'changed';
console.log(o.a, o.b, o[5], Object.keys(o).length);
const attempts = {
  sameValue: ['a', { value: 1 }], otherValue: ['a', { value: 2 }], makeWritable: ['a', { writable: true }], makeEnumerable: ['a', { enumerable: true }], makeConfigurable: ['a', { configurable: true }], toAccessor: ['a', { get() {} }], empty: ['a', {}], sameAll: ['a', { value: 1, writable: false, enumerable: false, configurable: false }],
  accOther: ['b', { get() { return 1; } }], accSet: ['b', { set(v) {} }], accToData: ['b', { value: 1 }], confToAcc: [5, { get() { return 'now acc'; } }], backToData: [5, { value: 'data again' }],
};
for (const k in attempts) { try { Object.defineProperty(o, ...attempts[k]); console.log(k, 'ok', d(attempts[k][0])); } catch (e) { console.log(k, e.name); } }
for (const bad of [null, 5, 'x', { get: 5 }, { set: 'x' }, { get() {}, writable: true }, { get() {}, value: 1 }]) try { Object.defineProperty({}, 'x', bad); console.log('fine'); } catch (e) { console.log(e.name); }
console.log(Object.getOwnPropertyDescriptor(Object.defineProperty({}, 'x', { get: undefined }), 'x').get, Object.keys(Object.getOwnPropertyDescriptor({ x: 1 }, 'x')).join(), Object.keys(Object.getOwnPropertyDescriptor({ get x() { return 1; } }, 'x')).join());
// the descriptor object is read through its chain, with getters, in order
const log = [];
const desc = Object.create({ get enumerable() { log.push('enumerable'); return 1; } }, { value: { get() { log.push('value'); return 'v'; } }, writable: { get() { log.push('writable'); return ''; } }, configurable: { get() { log.push('configurable'); return true; } } });
const t = Object.defineProperty({}, 'k', desc);
console.log(log.join(), JSON.stringify(Object.getOwnPropertyDescriptor(t, 'k')));
// NaN and -0 in SameValue
const f = Object.freeze({ n: NaN, z: 0 });
console.log(Reflect.defineProperty(f, 'n', { value: NaN }), Reflect.defineProperty(f, 'z', { value: -0 }), Reflect.defineProperty(f, 'z', { value: 0 }));
// defineProperties: all descriptors are checked before any is applied
const multi = {};
try { Object.defineProperties(multi, { ok: { value: 1 }, bad: 5 }); } catch (e) { console.log(e.name, Object.getOwnPropertyNames(multi).length); }
try { Object.defineProperties(multi, { ok: { value: 1 }, bad: { get: 1 } }); } catch (e) { console.log(e.name, Object.getOwnPropertyNames(multi).length); }
Object.defineProperties(multi, Object.defineProperty({ p: { value: 1, enumerable: true }, [s]: { value: 2 } }, 'hidden', { value: { value: 3 } }));
console.log(Reflect.ownKeys(multi).map(String).join());
const all = Object.getOwnPropertyDescriptors({ a: 1, get b() { return 2; }, [s]: 3 });
console.log(Reflect.ownKeys(all).map(String).join(), all.a.value, typeof all.b.get, all[s].value);
const clone = Object.create(Object.getPrototypeOf(o), Object.getOwnPropertyDescriptors(o));
console.log(Reflect.ownKeys(clone).length === Reflect.ownKeys(o).length, Object.getOwnPropertyDescriptor(clone, 'a').writable);
// writable false then assignment through inheritance; setter-only read
const ro = Object.defineProperty({}, 'x', { value: 1 }), kid = Object.create(ro);
kid.x = 2;
console.log(kid.x, Object.hasOwn(kid, 'x'), Object.defineProperty({}, 'w', { set(v) {} }).w);
// many attribute changes on one object
const m = {};
for (let i = 0; i < 20; i++) Object.defineProperty(m, 'k' + i, { value: i, enumerable: i % 2 === 0, writable: i % 3 === 0, configurable: i % 5 === 0 });
for (let i = 0; i < 20; i++) { m['k' + i] = -1; delete m['k' + i]; }
console.log(JSON.stringify(m), Object.getOwnPropertyNames(m).map((k) => k + '=' + m[k]).join(' '));
