// Getters and setters in object literals: attributes, names, duplicates, computed keys, this.
const log = [];
const o = {
  _v: 1,
  get v() { log.push('get'); return this._v; },
  set v(x) { log.push('set ' + x); this._v = x; },
  get ['comp' + 'uted']() { return 'c'; },
  get 10() { return 'ten'; },
  get 'quoted key'() { return 'q'; },
  set only(x) { this.written = x; },
  get readOnly() { return 'ro'; },
  get get() { return 'gg'; },
  set set(x) { log.push('ss'); },
};
o.v++;
o.v += 10;
o.v = o.v * 2;
console.log(o.v, log.join(' '));
console.log(o.computed, o[10], o['quoted key'], o.only, o.readOnly, o.get);
o.readOnly = 'ignored';
o.only = 5;
o.set = 1;
console.log(o.readOnly, o.written, log.at(-1));
(function () { 'use strict'; try { o.readOnly = 1; } catch (e) { console.log(e.name); } })();
for (const k of ['v', 'only', 'readOnly', '10']) {
  const d = Object.getOwnPropertyDescriptor(o, k);
  console.log(k, typeof d.get, typeof d.set, d.enumerable, d.configurable, 'value' in d, d.get?.name, d.set?.name, d.get?.length, d.set?.length);
}
// pairs: the second accessor of a name completes the first; data replaces both; accessor replaces data
const p = { get a() { return 1; }, b: 1, set a(x) { this.sa = x; }, get b() { return 2; }, get c() { return 3; }, c: 4 };
p.a = 'set';
console.log(p.a, p.sa, p.b, p.c, Object.keys(p).join());
const q = { get x() { return 1; }, get x() { return 2; }, x: 3, set x(v) { log.push('late'); } };
q.x = 9;
console.log(q.x, log.at(-1));
// methods have no prototype and cannot be constructed
const m = { m() {}, get g() { return 1; } };
try { new m.m(); } catch (e) { console.log(e.name, 'prototype' in m.m); }
// return value of a setter is ignored; the value of the assignment is the right side
const r = { set x(v) { return 'ignored'; } };
console.log((r.x = 'rhs'), (r.x += 1));
console.log(JSON.stringify({ get a() { return { toJSON() { return 'json'; } }; }, get b() { return undefined; } }));
