// Many Proxies at once, one after the other and within each other; what inherits from one is none itself.
const log = [];
const handler = (name) => ({
  get: (t, k, r) => (log.push(`${name}.${String(k)}`), Reflect.get(t, k, r)),
  has: (t, k) => (log.push(`${name}?${String(k)}`), k in t),
});
const proxies = [];
for (let i = 0; i < 5; i++) proxies.push(new Proxy({ x: i, f() { return this === proxies[i]; } }, handler('p' + i)));
let sum = 0;
for (let round = 0; round < 200; round++) for (let i = 0; i < 5; i++) sum += proxies[(i * round) % 5].x + (proxies[i].f() ? 1 : 0);
console.log(sum, log.length, log.slice(0, 6).join(), log.slice(-3).join());
log.length = 0;

const inner = new Proxy([1, 2, 3], {}), outer = new Proxy(inner, handler('outer'));
console.log(Array.isArray(inner), Array.isArray(outer), outer.length, outer[1], outer.concat([4]).join());
const heir = Object.create(outer);
heir.own = 1;
console.log(Array.isArray(heir), heir[0], 'own' in heir, '2' in heir, Object.keys(heir).join(), heir.hasOwnProperty('0'), Object.getPrototypeOf(heir) === outer);
const heirOfHeir = { __proto__: heir, z: 1 };
console.log(heirOfHeir[2], heirOfHeir.own, JSON.stringify(heirOfHeir), Object.getPrototypeOf(Object.getPrototypeOf(heirOfHeir)) === outer);
console.log(Object.getOwnPropertySymbols(inner).length, Reflect.ownKeys(new Proxy({ a: 1 }, {})).join());

// Callable ones.
const f = new Proxy(function f(a) { 'use strict'; return [this === undefined ? 'none' : this.k, a, new.target !== undefined].join('/'); }, {});
const g = new Proxy(f, { apply: (t, self, args) => 'applied ' + Reflect.apply(t, self, args) });
for (let i = 0; i < 3; i++) console.log(f.call({ k: i }, i), g.call({ k: i }, i), typeof f, f.name, f.length, Object.getOwnPropertySymbols(f).length);
console.log(Reflect.ownKeys(g).sort().map(String).join(), g === f, new f(1) instanceof f);
const heirOfFunction = Object.create(f);
console.log(typeof heirOfFunction, heirOfFunction.name);
try { heirOfFunction(); } catch (e) { console.log(e.name); }

// One that is revoked between uses of others.
const { proxy, revoke } = Proxy.revocable({ x: 1 }, {});
console.log(proxy.x, proxies[1].x, proxy.x);
revoke();
for (const act of [() => proxy.x, () => proxies[1].x, () => 'x' in proxy, () => Object.keys(proxy), () => Object.create(proxy).x, () => Array.isArray(proxy)]) {
  try { console.log(act()); } catch (e) { console.log(e.name); }
}
const weak = new WeakMap(proxies.map((p, i) => [p, i]));
console.log(proxies.map((p) => weak.get(p)).join(), weak.has(proxy), weak.has({}));
class Brand { #secret = 7; static read(o) { return #secret in o ? o.#secret : 'none'; } }
class Stamp extends (function (o) { return o; }) { #mark = 'marked'; static of(o) { return #mark in o ? o.#mark : 'none'; } }
console.log(Brand.read(new Proxy(new Brand(), {})), Stamp.of(new Stamp(proxies[2])), Stamp.of(proxies[3]));
