// Object rest and spread copy own enumerable properties: order, getters, symbols, exclusion of computed keys.
const s = Symbol('sym');
const src = { z: 1, 2: 'two', 1: 'one', [s]: 'symbol', a: 2 };
Object.defineProperty(src, 'hidden', { value: 'h', enumerable: false });
let reads = 0;
Object.defineProperty(src, 'getter', { enumerable: true, get() { return ++reads; } });
const { a, ...rest } = src;
console.log(Object.keys(rest).join(), rest[s], 'hidden' in rest, reads);
console.log(Object.getOwnPropertyDescriptor(rest, 'getter').value);
const { [s]: out, 1: one, ['z']: zz, getter, ...few } = src;
console.log(Reflect.ownKeys(few).join(), reads);
const { ['2']: two, ...without2 } = src;
console.log(two, Object.keys(without2).join());
console.log(Object.getPrototypeOf(rest) === Object.prototype);

const { ...fromString } = 'hi';
console.log(JSON.stringify(fromString));
const { length, ...fromArray } = ['x', 'y'];
console.log(length, JSON.stringify(fromArray));
const { ...fromNumber } = 5;
console.log(JSON.stringify(fromNumber));

class P { x = 1; #y = 2; get z() { return 3; } m() {} }
const { ...fromInstance } = new P();
console.log(JSON.stringify(fromInstance), fromInstance instanceof P);

// rest with __proto__ keys
const withProto = Object.defineProperty({}, '__proto__', { value: 'own', enumerable: true });
const { ...copied } = withProto;
console.log(Object.hasOwn(copied, '__proto__'), copied.__proto__);
console.log(Object.hasOwn({ ...withProto }, '__proto__'));

// the copy is shallow and independent
const nested = { inner: { n: 1 }, k: 1 };
const { ...shallow } = nested;
shallow.inner.n = 2;
shallow.k = 2;
console.log(nested.inner.n, nested.k);

const omit = (o, ...keys) => keys.reduce((acc, key) => { const { [key]: _, ...r } = acc; return r; }, o);
console.log(JSON.stringify(omit({ a: 1, b: 2, c: 3, d: 4 }, 'b', 'd')));
