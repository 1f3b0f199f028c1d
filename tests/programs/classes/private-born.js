// Private fields that instances have from birth, or get later: which of the two may not be seen.
const tried = (f) => {
  try {
    return f();
  } catch (e) {
    return e.name;
  }
};
class Into {
  constructor(o) {
    if (o !== undefined) return o;
  }
}

// Read, written and looked for before it is initialised.
class Early {
  log = [tried(() => this.#b), tried(() => (this.#b = 1)), #b in this, tried(() => this.#m()), #a in this];
  #a = [#a in this, #b in this, tried(() => this.#b), this.#m()].join();
  #b = [#a in this, #b in this, this.#a].join();
  #m() {
    return 'method';
  }
  show() {
    return [this.log.join(), this.#a, this.#b].join(' | ');
  }
}
for (let i = 0; i < 150; i++) if (i % 149 === 0) console.log(new Early().show());
let shown = '';
for (let i = 0; i < 150; i++) shown = new Early().show();
console.log(shown);

// A derived class's initialisers read what is not there yet.
class Base {
  #own = 'base';
  constructor() {
    this.inBase = this.peek();
  }
  peek() {
    return this.#own;
  }
}
class Derived extends Base {
  before = tried(() => this.#own) + ',' + (#own in this);
  #own = 'derived';
  after = this.#own;
  peek() {
    return super.peek() + ' ' + tried(() => this.#own);
  }
}
for (let i = 0; i < 120; i++) {
  const o = new Derived();
  if (i % 119 === 0) console.log(o.before, o.after, o.inBase, o.peek());
}
for (let i = 0; i < 120; i++) if (new Base().peek() !== 'base') console.log('wrong');

// An initialiser that throws halfway leaves the object with what it has.
let leaked;
let fails = false;
class Half {
  #one = (leaked = this, 1);
  #two = fails ? Half.fail() : 2;
  #three = 3;
  static fail() {
    throw new RangeError('halfway');
  }
  static look(o) {
    return [#one in o, #two in o, #three in o, tried(() => o.#one), tried(() => o.#two), tried(() => (o.#three = 4))].join();
  }
}
for (let i = 0; i < 220; i++) {
  fails = i % 3 === 2;
  const made = tried(() => Half.look(new Half()));
  if (i < 3 || i > 216) console.log(made, Half.look(leaked));
}

// A second initialisation of one object is an error, whether it was born with the fields or not.
let target;
class Twice extends Into {
  #x = 1;
  #y = 2;
  sum() {
    return this.#x + this.#y;
  }
  static sum(o) {
    return o.#x + o.#y;
  }
  static set(o, x) {
    o.#x = x;
  }
}
const born = new Twice();
console.log(born.sum(), tried(() => new Twice(born)), tried(() => new Twice(born)), born.sum());
const plain = {};
console.log(Twice.sum(new Twice(plain)), tried(() => new Twice(plain)), Twice.sum(plain));
Twice.set(plain, 10);
console.log(Twice.sum(plain), tried(() => Twice.sum({})), tried(() => Twice.set({}, 1)), tried(() => new Twice(born)), born.sum());
for (let i = 0; i < 150; i++) {
  const o = i % 2 === 0 ? new Twice() : new Twice({ i });
  if (Twice.sum(o) !== 3 || tried(() => new Twice(o)) !== 'TypeError') console.log('wrong');
}
class Methods extends Into {
  #p() {
    return 'p';
  }
  #q() {
    return 'q';
  }
  get #r() {
    return 'r';
  }
  static #s() {
    return 'static';
  }
  static all(o) {
    return [#p in o, #q in o, #r in o, #s in o, tried(() => o.#p() + o.#q() + o.#r), tried(() => o.#s())].join();
  }
}
for (let i = 0; i < 130; i++) {
  const o = i % 2 === 0 ? new Methods() : new Methods({});
  const line = [Methods.all(o), Methods.all(Methods), Methods.all({}), tried(() => new Methods(o))].join(' ');
  if (i > 127) console.log(line);
}

// The first instance of a subclass is made while an instance of the class is initialised.
class Outer {
  #a = 1;
  #inner = depth-- > 0 ? new OuterSub() : null;
  #c = 3;
  list() {
    return [this.#a, this.#inner === null ? 'none' : this.#inner.list(), this.#c].flat().join();
  }
}
class OuterSub extends Outer {
  #d = 4;
  list() {
    return super.list() + ',' + this.#d;
  }
}
let depth = 2;
console.log(new Outer().list());
depth = 1;
console.log(new Outer().list(), new OuterSub().list());

// The class's own instance inside its initialiser that returns over to it.
let again = false;
class Self extends Into {
  #v = again ? ((again = false), tried(() => new Self(this))) : 'plain';
  #w = 'w';
  show() {
    return tried(() => String(this.#v)) + this.#w;
  }
}
again = true;
console.log(tried(() => new Self().show()), new Self().show());

// Frozen objects, Proxies and functions have private fields too.
class Stamp extends Into {
  #v = 0;
  static bump(o) {
    return ++o.#v;
  }
  static has(o) {
    return #v in o;
  }
}
const frozen = Object.freeze({ a: 1 });
const proxy = new Proxy({}, { get: () => 'trap', has: () => true, defineProperty: () => false });
const list = [1, 2];
for (const o of [frozen, proxy, list, () => 1, new Map()]) {
  console.log(Stamp.has(o), Stamp.bump(new Stamp(o)), Stamp.bump(o), Stamp.has(o), typeof o);
}
console.log(Stamp.has(new Proxy(frozen, {})), Object.keys(frozen).join(), JSON.stringify(frozen), Reflect.ownKeys(list).join());
const fixed = Object.freeze(new Stamp());
console.log(Stamp.bump(fixed), Stamp.bump(fixed));

// Reflect.construct, bases that are exchanged, builtin bases.
class A {
  #a = 'a';
  static a(o) {
    return tried(() => o.#a);
  }
}
class B extends A {
  #b = 'b';
  static b(o) {
    return tried(() => o.#b);
  }
}
function Other() {}
const odd = Reflect.construct(A, [], Other);
console.log(A.a(odd), odd instanceof A, odd instanceof Other, A.a(Reflect.construct(A, [], B)), B.b(Reflect.construct(A, [], B)));
console.log(A.a(new B()), B.b(new B()), Object.getPrototypeOf(new B()) === B.prototype, Object.getPrototypeOf(B.prototype) === A.prototype);
Object.setPrototypeOf(B, Other);
console.log(A.a(new B()), B.b(new B()), new B() instanceof A, new B() instanceof B);
Object.setPrototypeOf(B, A);
console.log(A.a(new B()), B.b(new B()));
class List extends Array {
  #count = 0;
  add(v) {
    this.#count++;
    this.push(v);
    return this.#count;
  }
}
const l = new List();
console.log(l.add(1), l.add(2), l.length, tried(() => l.map((v) => v).add(3)), Array.isArray(l));
class NullBase extends null {
  #x = 5;
  static make() {
    return Reflect.construct(Object, [], NullBase);
  }
  static has(o) {
    return #x in o;
  }
}
console.log(tried(() => new NullBase()), NullBase.has(NullBase.make()), Object.getPrototypeOf(NullBase.prototype));

// A closure of a computed key gets the names before the class is finished, or although it never is.
let early;
const Late = class {
  [((early = (o) => #z in o), 'key')]() {}
  #z = 1;
};
console.log(early({}), early(new Late()), tried(() => early(1)));
let never;
tried(
  () =>
    class {
      [((never = { has: (o) => #n in o, get: (o) => o.#n, set: (o) => (o.#n = 1) }), null.x)]() {}
      #n = 1;
    },
);
console.log(never.has({}), tried(() => never.get({})), tried(() => never.set({})));

// What reflection sees of class and prototype.
class Seen {
  #x = 1;
  y = 2;
  m() {
    return this.#x;
  }
}
console.log(Reflect.ownKeys(Seen.prototype).join(), Reflect.ownKeys(Seen).join(), Reflect.ownKeys(new Seen()).join(), new Seen(), Seen, Seen.prototype.constructor === Seen);
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(Seen, 'prototype')), Object.getPrototypeOf(Seen.prototype) === Object.prototype);
console.log(Object.isExtensible(Seen.prototype), { ...new Seen() }, 'constructor' in Seen.prototype, delete Seen.prototype.constructor, Seen.prototype.constructor === Object);
console.log([new B(), new Late(), new Early()].map((o) => Object.keys(o).length).join());

// A class that is evaluated many times: each has names of its own.
const factory = (v) =>
  class {
    #v = v;
    #m() {
      return this.#v * 2;
    }
    static has(o) {
      return #v in o;
    }
    twice() {
      return this.#m();
    }
    get() {
      return this.#v;
    }
  };
const classes = [];
for (let i = 0; i < 12; i++) classes.push(factory(i));
let sum = 0;
for (let i = 0; i < 600; i++) {
  const C = classes[i % 12];
  const o = new C();
  sum += o.get() + o.twice();
  if (!C.has(o) || classes[(i + 1) % 12].has(o)) console.log('wrong');
}
console.log(sum, tried(() => classes[0].prototype.get.call(new classes[1]())));

// Many fields.
const many = 230;
const names = Array.from({ length: many }, (_, i) => i);
const Wide = (0, eval)(`(class { ${names.map((i) => `#f${i} = ${i};`).join('')} #m() { return this.#f229; } total() { return ${names.map((i) => `this.#f${i}`).join('+')} + this.#m(); } static has(o) { return #f229 in o && #m in o && #f0 in o && #f120 in o; } })`);
console.log(new Wide().total(), Wide.has(new Wide()), Wide.has({}));
