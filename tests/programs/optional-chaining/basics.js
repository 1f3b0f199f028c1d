// ?. on members, computed keys, calls, delete; short-circuit of the whole chain; this.
let log = [];
const say = (x) => (log.push(x), x);
const o = { a: { b: { c: 1, f() { return this.c; } } }, arr: [1, [2]], nul: null, zero: 0, empty: '', f() { return this === o; }, get g() { return undefined; } };
const n = null;
let u;
console.log(o?.a?.b?.c, o.x?.y.z.w, n?.a, u?.[say('not evaluated')], o.nul?.x, o.zero?.toFixed(1), o.empty?.length, o.g?.x);
console.log(o.a?.b.f(), o.a.b?.f(), o.a.b.f?.(), o?.['a']?.['b']['f'](), (o.a?.b).c, (o?.a.b.f)(), o.f?.());
console.log(o.nope?.(say('arg')), o.nope?.deep(say('arg')), o.nope?.[say('key')](say('arg')).more[say('k')], log.length);
console.log(o.arr?.[1]?.[0], o.arr?.[5]?.[0], o?.arr[1][0]);
console.log(delete o?.a?.b?.c, o.a.b.c, delete o.nope?.x.y.z, delete n?.[say('x')], delete u?.x, log.length);
try { o.nope?.x; (o.nope?.x).y; } catch (e) { console.log(e.name); }
try { o.a.nope.x?.y; } catch (e) { console.log(e.name); }
try { o.zero?.(); } catch (e) { console.log(e.name); }
try { o.zero?.x(); } catch (e) { console.log(e.name); }
try { o?.nope(); } catch (e) { console.log(e.name); }
console.log(n?.a ?? 'default', n?.a || 'or', typeof n?.a, n?.a === undefined, !n?.x, [...(n?.list ?? [])].length);
console.log(true?.5:1, true ?.5 : 1, o?.zero ? 'y' : 'n');
console.log((() => n?.a)(), ((x) => x?.y)(), ((x) => x?.y)({ y: 'yes' }), `${n?.z}`);
console.log(globalThis?.Math?.max?.(1, 3, 2), Math?.max?.apply?.(null, [4, 5]), (void 0)?.toString());
// the base is evaluated once
const base = () => (log.push('base'), o);
base()?.a?.b; base()?.nope?.b; base()?.f();
console.log(log.join());
class P { #x = 1; static get(p) { return p?.#x; } static deep(p) { return p?.q.#x; } #m() { return this.#x + 1; } static call(p) { return p?.#m(); } static m2(p) { return p.q?.#m(); } }
const p = new P();
p.q = new P();
console.log(P.get(p), P.get(null), P.get(), P.deep(p), P.deep(), P.call(p), P.call(null), P.m2(p), P.m2({}));
class S extends P { m() { return super.missing?.(); } k() { return super.constructor?.name; } }
console.log(new S().m(), new S().k());
