// Instances under a chain of classes: shadowing, own fields over accessors, defineProperty on prototypes, toString.
class Shape { get area() { return 0; } describe() { return `${this.constructor.name} ${this.area}`; } toString() { return `<${this.describe()}>`; } valueOf() { return this.area; } }
class Sq extends Shape { constructor(s) { super(); this.s = s; } get area() { return this.s ** 2; } }
class Rect extends Sq { constructor(a, b) { super(a); this.b = b; } get area() { return this.s * this.b; } describe() { return super.describe() + ' (rect)'; } }
const shapes = [new Shape(), new Sq(3), new Rect(2, 5)];
console.log(shapes.join(' '), shapes.map((s) => +s).join(), shapes[1] < shapes[2], shapes[1] + shapes[2]);
console.log(shapes.map((s) => s.describe()).join('; '));

Object.defineProperty(Sq.prototype, 'area', { get() { return 'patched ' + this.s; }, configurable: true });
console.log(shapes[1].area, shapes[2].area);
delete Rect.prototype.area;
console.log(shapes[2].area);
Object.defineProperty(shapes[2], 'area', { value: 'own' });
console.log(shapes[2].area, String(shapes[2]));

// private state keyed per instance through inheritance, sorted by accessor
class Item { #p; constructor(p) { this.#p = p; } get p() { return this.#p; } static compare(a, b) { return a.#p - b.#p; } }
class Special extends Item { get p() { return super.p * 10; } }
const items = [new Item(3), new Special(1), new Item(2), new Special(5)];
console.log(items.sort(Item.compare).map((i) => i.p).join(), items.sort((a, b) => b.p - a.p).map((i) => i.p).join());

// linked structures built by classes
class Node { constructor(v, next = null) { this.v = v; this.next = next; } get length() { let n = 0; for (let c = this; c; c = c.next) n++; return n; } static from(xs) { return xs.reduceRight((acc, x) => new this(x, acc), null); } }
console.log(Node.from([1, 2, 3]).length, Node.from('abc'.split('')).next.v);

// singletons and fluent state machines
class Machine { static #only; static get only() { return (Machine.#only ??= new Machine()); } state = 'idle'; #table = { idle: { start: 'busy' }, busy: { stop: 'idle', fail: 'broken' } }; send(e) { const n = this.#table[this.state]?.[e]; if (n) this.state = n; return this; } }
console.log(Machine.only === Machine.only, Machine.only.send('start').send('bogus').send('fail').send('start').state);
