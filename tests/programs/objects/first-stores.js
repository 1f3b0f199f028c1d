// The first stores of an instruction define what is not there: nothing of that may be seen.
'use strict';
const log = [];

// A setter, a read-only property and a getter on the prototype chain have their say at the first store, and at later ones.
const proto = {
  set watched(value) {
    log.push(`set ${value}`);
  },
  get only() {
    return 'got';
  },
};
Object.defineProperty(proto, 'fixed', { value: 1, writable: false });
function store(o, value) {
  o.watched = value;
  o.plain = value;
  try {
    o.fixed = value;
  } catch (e) {
    log.push(e.message);
  }
  try {
    o.only = value;
  } catch (e) {
    log.push(e.message);
  }
  return Object.keys(o).join();
}
for (let i = 0; i < 7; i++) log.push(store(Object.create(proto), i));

// Objects that take no more properties.
function extend(o) {
  try {
    o.more = 1;
    return 'added';
  } catch (e) {
    return e.message;
  }
}
for (let i = 0; i < 7; i++) log.push(extend(Object.preventExtensions({})), extend(Object.freeze([i])), extend({}), extend(Object.seal({ more: 0 })));

// `length`, `name` and `prototype` are where they are.
function rename(f, a) {
  a.length = 1;
  try {
    f.name = 'other';
  } catch (e) {
    log.push(e.message);
  }
  f.prototype = a;
  return `${f.name} ${a.length} ${new f() instanceof Array} ${Object.keys(f)} ${Object.keys(a)}`;
}
for (let i = 0; i < 7; i++) log.push(rename(function f() {}, [1, 2, 3]));

// Proxies in the way.
function through(o, value) {
  o.trapped = value;
  return Object.keys(o).join();
}
for (let i = 0; i < 7; i++) {
  const o = new Proxy({}, {
    set(target, key, value) {
      log.push(`trap ${String(key)} ${value}`);
      return Reflect.set(target, key, value);
    },
    has() {
      throw new Error('asked');
    },
    isExtensible() {
      throw new Error('asked');
    },
  });
  log.push(through(o, i), through(Object.create(o), i));
}

// Attributes and order are those of an assignment.
function Many(n) {
  this.a = n; this.b = n; this.c = n; this.d = n; this.e = n; this.f = n; this.g = n; this.h = n; this.i = n; this.j = n;
  this.k = n; this.l = n; this.m = n; this.n = n; this.o = n; this.p = n; this.q = n; this.r = n; this.s = n; this.t = n;
  this.u = n; this.v = n; this.w = n; this.x = n; this.y = n; this.z = n; this.a = n + 1;
}
for (let i = 0; i < 7; i++) {
  const o = new Many(i);
  log.push(Object.keys(o).join(''), JSON.stringify(Object.getOwnPropertyDescriptor(o, 'z')), JSON.stringify(o));
}

// A class over a Proxy of a class, whose fields are counted nowhere.
class Base {
  one = 1;
  constructor() {
    this.two = 2;
  }
}
class Derived extends new Proxy(Base, {}) {
  three = 3;
  constructor() {
    super();
    this.four = 4;
  }
}
log.push(JSON.stringify(new Derived()));

// Scopes of many slots, some of them not yet initialised.
function many() {
  const early = () => last;
  const c0 = 0, c1 = 1, c2 = 2, c3 = 3, c4 = 4, c5 = 5, c6 = 6, c7 = 7, c8 = 8, c9 = 9, d0 = 10, d1 = 11, d2 = 12, d3 = 13, d4 = 14, d5 = 15, d6 = 16, d7 = 17, d8 = 18, d9 = 19;
  let dead;
  try {
    early();
  } catch (e) {
    dead = e.message;
  }
  const last = 20;
  return () => `${dead} ${c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + d0 + d1 + d2 + d3 + d4 + d5 + d6 + d7 + d8 + d9 + early()}`;
}
for (let i = 0; i < 3; i++) log.push(many()());
console.log(log.join('\n'));
