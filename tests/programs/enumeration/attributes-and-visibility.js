// Which of keys, for-in, getOwnPropertyNames, in, JSON, spread, assign see a property.
const sym = Symbol('sym');
const proto = { inherited: 'i' };
const o = Object.create(proto);
Object.defineProperty(o, 'hidden', { value: 'h' });
Object.defineProperty(o, 'getter', { get() { return 'g'; }, enumerable: true });
Object.defineProperty(o, 'hiddenGetter', { get() { return 'hg'; } });
o.plain = 'p';
o[sym] = 'sym';
Object.defineProperty(o, Symbol('hs'), { value: 1 });
o.undef = undefined;
o.fn = function () {};
const forIn = [];
for (const k in o) forIn.push(k);
console.log('for-in', forIn.join());
console.log('keys', Object.keys(o).join());
console.log('names', Object.getOwnPropertyNames(o).join());
console.log('symbols', Object.getOwnPropertySymbols(o).map(String).join());
console.log('json', JSON.stringify(o));
console.log('spread', Reflect.ownKeys({ ...o }).map(String).join());
console.log('assign', Reflect.ownKeys(Object.assign({}, o)).map(String).join());
console.log('in', ['hidden', 'inherited', 'toString', 'nope', sym].map((k) => k in o).join());
console.log('hasOwn', ['hidden', 'inherited', 'toString', 'nope', sym].map((k) => Object.hasOwn(o, k)).join());
console.log('propertyIsEnumerable', ['hidden', 'plain', 'inherited', 'getter', sym].map((k) => o.propertyIsEnumerable(k)).join());
console.log('values', Object.values(o).length, 'entries', Object.entries(o).map(([k]) => k).join());
// keys whose enumerability changes while Object.values / entries run getters
const tricky = { get a() { Object.defineProperty(this, 'b', { enumerable: false }); delete this.c; return 1; }, b: 2, c: 3, d: 4 };
console.log(Object.entries(tricky).join(';'));
const tricky2 = { get a() { this.added = 1; return 1; }, b: 2 };
console.log(Object.values(tricky2).join(), Object.keys(tricky2).join());
// builtins' properties are not enumerable
const all = [];
for (const k in []) all.push(k);
for (const k in Math) all.push(k);
for (const k in JSON) all.push(k);
for (const k in new Error('x')) all.push(k);
for (const k in new Map()) all.push(k);
console.log(all.length, Object.keys(Array).length, Object.keys(Symbol).length);
// extending a builtin prototype shows up in for-in
Array.prototype.custom = 1;
const seen = [];
for (const k in ['x']) seen.push(k);
delete Array.prototype.custom;
console.log(seen.join());
