// Accessors found on a prototype run with the receiver; data shadowing; non-writable blocks assignment.
const base = {
  get who() { return 'who ' + this.name; },
  set who(v) { this.name = v; },
  name: 'base',
};
const mid = Object.create(base);
const leaf = Object.create(mid);
leaf.who = 'leaf';
console.log(leaf.who, mid.who, base.who, Object.keys(leaf).join(), Object.hasOwn(leaf, 'who'));
mid.name = 'mid';
console.log(mid.who, Object.create(mid).who);

Object.defineProperty(leaf, 'who', { value: 'shadow', writable: true, configurable: true, enumerable: true });
leaf.who = 'direct';
console.log(leaf.who, leaf.name);
delete leaf.who;
console.log(leaf.who);

// non-writable data on the prototype blocks creation by assignment but not by definition
const ro = Object.create(Object.freeze({ k: 'frozen' }));
ro.k = 'no';
console.log(ro.k, Object.hasOwn(ro, 'k'));
(function () { 'use strict'; try { ro.k = 1; } catch (e) { console.log(e.name); } })();
Object.defineProperty(ro, 'k', { value: 'defined' });
console.log(ro.k);
console.log(Reflect.set(Object.create({ get x() { return 1; } }), 'x', 2));

// accessor installed after the first reads
const proto = {}, inst = Object.create(proto);
const reads = [inst.late];
proto.late = 'data';
reads.push(inst.late);
let n = 0;
Object.defineProperty(proto, 'late', { get() { return 'get' + n++; }, set(v) { this.stored = v; }, configurable: true });
reads.push(inst.late, inst.late);
inst.late = 'x';
delete proto.late;
reads.push(inst.late, inst.stored);
console.log(reads.map(String).join());

// primitive receivers: this is wrapped in sloppy, raw in strict accessors
Object.defineProperty(String.prototype, 'sloppyThis', { get() { return typeof this; }, configurable: true });
Object.defineProperty(String.prototype, 'strictThis', { get() { 'use strict'; return typeof this; }, configurable: true });
Object.defineProperty(Number.prototype, 'setIt', { set(v) { 'use strict'; console.log('set on', typeof this, this + v); }, configurable: true });
console.log('s'.sloppyThis, 's'.strictThis);
(5).setIt = 2;
delete String.prototype.sloppyThis; delete String.prototype.strictThis; delete Number.prototype.setIt;
// self-replacing lazy getter
const lazy = { get value() { Object.defineProperty(this, 'value', { value: 'computed', writable: true }); return 'first'; } };
console.log(lazy.value, lazy.value, Object.getOwnPropertyDescriptor(lazy, 'value').enumerable);
