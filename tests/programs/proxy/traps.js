// What operations ask which traps, in which order.
const log = [];
const text = (v) => (typeof v === 'symbol' ? String(v) : typeof v === 'function' ? 'function' : typeof v === 'object' ? JSON.stringify(v) : String(v));
const recorder = new Proxy({}, {
  get: (_, trap) => (target, ...args) => {
    log.push(`${trap}(${args.filter((a) => a !== p && a !== handlerOwner).map(text).join(', ')})`);
    return Reflect[trap](target, ...args);
  },
});
const handlerOwner = {};
let p;
function traced(name, target, body) {
  log.length = 0;
  p = new Proxy(target, recorder);
  let result;
  try {
    result = body(p);
  } catch (e) {
    result = `${e.name}: ${e.message}`;
  }
  console.log(name, '=>', result === p ? 'itself' : result);
  console.log('   ', log.join(' ') || 'no trap');
}
traced('get', { a: 1 }, (p) => [p.a, p.b, p['a'], p[0], p[Symbol.iterator]]);
traced('set', { a: 1 }, (p) => { p.a = 2; p[1] = 3; p['x y'] = 4; return p.a; });
traced('compound', { a: 1 }, (p) => [p.a++, (p.a += 5), (p.b ??= 7), (p.a &&= 0)]);
traced('delete and in', { a: 1 }, (p) => ['a' in p, delete p.a, 'a' in p, 5 in p]);
traced('keys', { b: 1, a: 2, [Symbol('s')]: 3, 1: 4 }, (p) => [Object.keys(p), Object.values(p), Object.entries(p).length, Reflect.ownKeys(p).length]);
traced('spread', { a: 1, b: 2 }, (p) => ({ ...p, c: 3 }));
traced('rest', { a: 1, b: 2, c: 3 }, (p) => { const { a, ...rest } = p; return [a, rest]; });
traced('assign from', { a: 1, b: 2 }, (p) => Object.assign({}, p));
traced('assign to', {}, (p) => Object.assign(p, { a: 1, b: 2 }));
traced('for-in', { a: 1, b: 2 }, (p) => { const keys = []; for (const k in p) keys.push(k); return keys; });
traced('for-in of an heir', { a: 1 }, (p) => { const keys = []; for (const k in Object.create(p, { own: { value: 1, enumerable: true } })) keys.push(k); return keys; });
traced('for-of', [1, 2], (p) => { const values = []; for (const v of p) values.push(v); return values; });
traced('array destructuring', [1, 2, 3], (p) => { const [a, ...b] = p; return [a, b]; });
traced('definitions', {}, (p) => [Object.defineProperty(p, 'x', { value: 1, configurable: true }), Reflect.defineProperty(p, 'y', { get() { return 2; } }), Object.getOwnPropertyDescriptor(p, 'x')].length);
traced('getOwnPropertyDescriptors', { a: 1 }, (p) => Object.getOwnPropertyDescriptors(p));
traced('defineProperties', {}, (p) => Object.defineProperties(p, { a: { value: 1 }, b: { value: 2 } }) === p);
traced('properties from', { a: { value: 1, enumerable: true } }, (p) => Object.create(null, p).a);
traced('prototype', {}, (p) => [Object.getPrototypeOf(p) === Object.prototype, p.__proto__ === Object.prototype, Reflect.setPrototypeOf(p, null), Object.setPrototypeOf(p, RegExp.prototype) === p, p instanceof RegExp, RegExp.prototype.isPrototypeOf(p)]);
traced('extensibility', { a: 1 }, (p) => [Object.isExtensible(p), Object.isFrozen(p), Object.freeze(p) === p, Object.isFrozen(p), Object.isSealed(p), Reflect.preventExtensions(p)]);
traced('seal', { a: 1 }, (p) => Object.seal(p) === p);
traced('hasOwn', { a: 1 }, (p) => [Object.hasOwn(p, 'a'), p.hasOwnProperty('b'), p.propertyIsEnumerable('a')]);
traced('accessor methods', {}, (p) => { p.__defineGetter__('g', () => 5); return [p.g, typeof p.__lookupGetter__('g'), p.__lookupSetter__('g')]; });
traced('conversions', {}, (p) => [`${p}`, p + '', isNaN(+p), p == '[object Object]', Object.prototype.toString.call(p)]);
traced('JSON', { a: [1, { b: 2 }] }, (p) => JSON.stringify(p));
traced('JSON array', [1, 2], (p) => JSON.stringify({ p }));
traced('array methods', [3, 1, 2], (p) => [p.push(4), p.map((x) => x * 2), p.indexOf(1), p.join('-'), p.slice(1), p.length]);
traced('sort and splice', [3, 1, 2], (p) => [p.sort() === p, p.splice(1, 1), p.reverse() === p].length);
traced('concat', [1, 2], (p) => [0].concat(p));
traced('length', [1, 2, 3], (p) => { p.length = 1; return p.length; });
traced('instanceof', class {}, (p) => ({}) instanceof p);
traced('call', (a, b) => a + b, (p) => [p(1, 2), p.call(null, 3, 4), p.apply(null, [5, 6]), Reflect.apply(p, null, [7, 8]), p.bind(null, 1)(1)]);
traced('construct', class { constructor(x) { this.x = x; } }, (p) => [new p(1).x, Reflect.construct(p, [2]).x, new (class extends p {})(3).x]);
traced('super', { m() { return 'm'; } }, (p) => ({ __proto__: p, m() { super.x = 1; return super.m() + this.x; } }).m());
traced('typeof and private names', {}, (p) => { class A { #x; static has(o) { return #x in o; } } return [typeof p, A.has(p)]; });
traced('Array.isArray', [], (p) => [Array.isArray(p), Array.isArray(new Proxy(p, {})), Object.prototype.toString.call(p)]);
traced('error cause', { cause: 'why' }, (p) => new Error('e', p).cause);
traced('template', {}, (p) => String.raw(p));
