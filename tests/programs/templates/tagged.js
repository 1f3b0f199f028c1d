// Tagged templates: strings array, raw, freezing, identity per site, receivers, invalid escapes.
function tag(strings, ...values) { return strings.join('|') + ' / ' + strings.raw.join('|') + ' / ' + values.join(); }
console.log(tag`a${1}b\n${2}c`);
console.log(tag``, tag`${0}`, tag`only`, tag`${1}${2}`);
function inspect(s) { return [Array.isArray(s), Object.isFrozen(s), Object.isFrozen(s.raw), s.length, s.raw.length, Object.keys(s).join(), Object.getOwnPropertyDescriptor(s, 'raw').enumerable].join(' '); }
console.log(inspect`x${1}y`);
const id = (s) => s;
const site = () => id`same${1}site`;
console.log(site() === site(), id`a` === id`a`, site() === id`same${1}site`);
const sites = [];
for (let i = 0; i < 3; i++) sites.push(id`loop${i}`);
console.log(sites[0] === sites[1] && sites[1] === sites[2]);
const make = () => () => id`closure`;
console.log(make()() === make()());
function rec(n) { const s = id`rec`; return n ? rec(n - 1) === s : s; }
console.log(rec(1) === true || rec(1));

const o = { name: 'obj', tag(s, ...v) { return this.name + s.raw[0] + v; }, nested: { tag(s) { return typeof this.tag + s; } } };
console.log(o.tag`m${1}`, o['tag']`k`, o.nested.tag`n`, (0, o.tag).call({ name: 'c' }, { raw: ['r'] }));
console.log(String.raw`a\n${1}\u{41}`, String.raw({ raw: ['x', 'y', 'z'] }, 1, 2, 3), String.raw({ raw: 'abc' }, '-', '+'), String.raw`\``);
console.log(((s) => [s[0], s.raw[0]])`\unicode and \xerxes \u{110000000}`, ((s) => s.map(String).join())`ok${1}\u`);
const chain = (s, ...v) => (s2, ...v2) => s.join('_') + v + s2.join('-') + v2;
console.log(chain`a${1}b``c${2}d`);
console.log(new (id`x`.constructor)(2).length, typeof id`x`, tag`${[1, 2]}${{ toString: () => 'obj' }}`);
class C { static tag(s) { return s.length; } get t() { return (s) => 'getter ' + s; } }
console.log(C.tag`${0}${0}`, new C().t`x`);
try { (void 0)`x`; } catch (e) { console.log(e.name); }
console.log(((s, ...v) => v.map((x) => typeof x))`${1}${'s'}${null}${() => 1}${Symbol.iterator}`.join());
const html = (s, ...v) => s.reduce((acc, x, i) => acc + x + (i < v.length ? String(v[i]).replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`) : ''), '');
console.log(html`<b>${'<i>&'}</b>${html`<u>${1}</u>`}`);
const r1 = ((s) => s.raw[0])`line1
line2\
cont`;
console.log(JSON.stringify(r1));
try { 'use strict'; id`x`.push(1); } catch (e) { console.log(e.name); }
const order = [];
((s, ...v) => order.push('call'))`${order.push('a')}${order.push('b')}`;
console.log(order.join());
