// What people use Proxies for.
const negative = (array) => new Proxy(array, { get: (t, k, r) => Reflect.get(t, typeof k === 'string' && /^-\d+$/.test(k) ? t.length + Number(k) : k, r) });
console.log(negative([1, 2, 3])[-1], negative(['a'])[0]);
const defaults = new Proxy({}, { get: (t, k) => (k in t ? t[k] : `<${String(k)}>`) });
defaults.known = 1;
console.log(defaults.known, defaults.unknown, `${defaults.a}${defaults.b}`);
function observable(target, onChange) {
  return new Proxy(target, {
    get(t, k, r) {
      const v = Reflect.get(t, k, r);
      return typeof v === 'object' && v !== null ? observable(v, onChange) : v;
    },
    set(t, k, v, r) {
      onChange(k, v);
      return Reflect.set(t, k, v, r);
    },
    deleteProperty(t, k) {
      onChange(k);
      return Reflect.deleteProperty(t, k);
    },
  });
}
const changes = [];
const state = observable({ list: [1], nested: { deep: { x: 1 } } }, (...change) => changes.push(change.join('=')));
state.list.push(2);
state.nested.deep.x++;
delete state.nested.deep;
state.list.length = 0;
console.log(changes, state);
const chain = (path = []) => new Proxy(function () {}, { get: (_, k) => chain([...path, k]), apply: (_, self, args) => `${path.join('.')}(${args})` });
console.log(chain().a.b.c(1, 2), chain().x());
class Model {
  #secret = 42;
  static create() { return new Proxy(new Model(), {}); }
  get visible() { return 'visible'; }
  read() { return this.#secret; }
}
const model = Model.create();
console.log(model.visible, model instanceof Model);
try { model.read(); } catch (e) { console.log(e.name); }
class Tracked {
  field = 'defined through the proxy';
  #own = 'private of the proxy';
  static base = class { constructor() { return new Proxy({}, { defineProperty(t, k, d) { console.log('define', k, d.value); return Reflect.defineProperty(t, k, d); } }); } };
}
class OnProxy extends Tracked.base {
  field = 1;
  ['computed' + 1] = 2;
  #stamp = 3;
  static stampOf(o) { return o.#stamp; }
}
const onProxy = new OnProxy();
console.log(OnProxy.stampOf(onProxy), onProxy);
const singleton = new Proxy(class Single { constructor() { this.n = Math.floor(7.5); } }, { instance: null, construct(t, args) { return (this.instance ??= Reflect.construct(t, args)); } });
console.log(new singleton() === new singleton(), new singleton().n);
console.log([1, 2, 3].map(new Proxy((x) => x * 2, {})), [3, 1, 2].sort(new Proxy((a, b) => a - b, {})), 'abc'.replace(/b/, new Proxy(() => 'B', {})));
const revocable = Proxy.revocable([1, 2], {});
console.log(revocable.proxy, Object.keys(revocable));
revocable.revoke();
console.log(revocable.proxy, [revocable.proxy], { p: revocable.proxy });
console.log(new Proxy(new Map([[1, 2]]), {}), new Proxy(/x/g, {}), new Proxy(class A {}, {}), new Proxy(() => 1, {}), [new Proxy(new Date(0), {})]);
try { throw new Proxy(new Error('thrown'), {}); } catch (e) { console.log(e instanceof Error, e.message); }
const heir = Object.create(new Proxy({}, { get: (t, k, r) => (r === heir ? `asked for ${String(k)}` : undefined), has: (t, k) => k === 'there', set: (t, k, v, r) => Reflect.defineProperty(r, k, { value: v * 2, configurable: true }) }));
heir.x = 21;
console.log(heir.x, heir.y, 'there' in heir, 'x' in heir, 'z' in heir, Object.keys(heir));
let total = 0;
const hot = new Proxy({ n: 1 }, { get: (t, k) => t[k] + 1, set: (t, k, v) => { t[k] = v % 1000; return true; }, has: (t, k) => k === 'n' });
for (let i = 0; i < 2000; i++) {
  hot.n = i;
  total += hot.n + ('n' in hot ? 1 : 0) + (hot instanceof Object ? 1 : 0);
}
console.log(total);
function generic(o, k) { return o[k]; }
for (let i = 0; i < 300; i++) total += generic({ k: i }, 'k');
console.log(total, generic(new Proxy({ k: 'late' }, {}), 'k'));
for (let i = 0; i < 300; i++) total += generic(i % 2 ? hot : { n: 1 }, 'n');
console.log(total);
(async () => {
  console.log(await new Proxy(Promise.resolve(1), { get: (t, k) => (typeof t[k] === 'function' ? t[k].bind(t) : t[k]) }), await new Proxy({}, { get: (t, k) => (k === 'then' ? undefined : 1) }) instanceof Object);
  for await (const x of new Proxy([1, 2], {})) console.log(x);
})();
function* gen() { yield* new Proxy([5, 6], {}); }
console.log([...gen()], new Set(new Proxy([1, 1], {})).size, Array.from(new Proxy({ length: 2, 0: 'a', 1: 'b' }, {})), Math.max(...new Proxy([4, 9], {})));
