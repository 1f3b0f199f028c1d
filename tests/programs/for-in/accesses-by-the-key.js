// Accesses by the key of a for-in loop in its body: whatever the key is by then, and whatever object it is for.
function sum(o) {
  let r = '';
  for (const k in o) r += `${k}=${o[k]};`;
  return r;
}
const plain = { a: 1, b: 2, c: 3 };
for (let i = 0; i < 300; i++) sum(plain);
console.log(sum(plain));
console.log(sum({ length: 5, name: 6, prototype: 7, 0: 8, '-0': 9, 1.5: 10, NaN: 11, '': 12, __proto__x: 13, constructor: 14, $a: 15 }));
console.log(sum(['x', , 'z']));
console.log(sum(Object.assign([1], { length: 3, p: 4 })));
console.log(sum('hey'));
console.log(sum(null), sum(undefined), sum(5));
console.log(sum(new Uint8Array(3)));
console.log(sum({ a: 1, b: 2 }), sum({ b: 1, a: 2 }), sum({ a: 1, b: 2, c: 3, d: 4 }), sum({}));
console.log(sum({ get a() { return 'got'; }, b: undefined }));

// The same names once as its own, once inherited, also from a function and with those that functions have.
class Base {}
Base.prototype.b = 'inherited b';
Base.prototype.c = 'inherited c';
const heir = new Base();
heir.a = 'own a';
console.log(sum(heir));
function parent() {}
parent.b = 'of the function';
parent.c = 'too';
const ofFunction = Object.create(parent);
ofFunction.a = 1;
console.log(sum(ofFunction));
function renamed() {}
renamed.z = 1;
Object.defineProperty(renamed, 'name', { enumerable: true, value: 'redefined' });
console.log(sum({ z: 1, name: 2 }), sum(Object.create(renamed)), sum({ name: 1, z: 2 }), sum(Object.create(renamed)));
console.log(sum({ a: 1, length: 2 }), sum(Object.create({ a: 3, length: 4 })));
console.log(sum(Object.create(new String('ab'))), sum(Object.create([7])));
Object.prototype.polluted = 'everywhere';
console.log(sum(plain), sum({ a: 1, polluted: 'own' }));
delete Object.prototype.polluted;
console.log(sum(plain));
const hidden = { a: 1, b: 2, c: 3 };
Object.defineProperty(hidden, 'b', { enumerable: false });
console.log(sum(hidden));

// The key is changed, kept, or another one by the time of the access.
function changes(o, p) {
  const out = [];
  let before;
  for (var k in o) {
    out.push(o[k], k in o, Object.prototype.hasOwnProperty.call(o, k), p[k], k in p);
    if (before !== undefined) out.push(o[before]);
    before = k;
    k += 'x';
    out.push(o[k], k in o, Object.hasOwn(o, k));
  }
  out.push(k, o[k]);
  for (k in p) out.push(o[k], p[k]);
  return out.join();
}
for (let i = 0; i < 300; i++) changes(plain, { b: 1, ax: 2 });
console.log(changes(plain, { b: 1, ax: 2 }));
console.log(changes({ a: 1, ax: 5, 0: 2, length: 3 }, ['p', 'q']));
function nested(o) {
  let r = '';
  for (const k in o) {
    for (const j in o[k]) r += k + j + o[k][j] + (j in o) + ' ';
    r += o[k].a + ';';
  }
  return r;
}
for (let i = 0; i < 300; i++) nested({ a: { a: 1 }, b: { b: 2 } });
console.log(nested({ a: { a: 1, b: 2 }, b: { c: 3, a: 4 }, c: [5, 6] }));

// Copies: stores by the key, definitions, into arrays and what has setters.
function copy(o, to) {
  for (const k in o) to[k] = o[k];
  return to;
}
for (let i = 0; i < 300; i++) copy(plain, {});
console.log(JSON.stringify(copy(plain, {})), JSON.stringify(copy({ 0: 'a', 2: 'c' }, [])), copy({ length: 2 }, [1, 2, 3]).length);
console.log(JSON.stringify(copy({ __proto__: { x: 1 }, y: 2 }, {})));
const seen = [];
copy({ p: 1, q: 2 }, { set p(v) { seen.push(v); } });
console.log(seen.join());
function copyStrict(o, to) {
  'use strict';
  for (const k in o) to[k] = o[k];
}
for (let i = 0; i < 300; i++) copyStrict(plain, {});
try { copyStrict({ a: 1 }, Object.freeze({ a: 2 })); } catch (e) { console.log(e.message); }
try { copyStrict({ a: 1 }, undefined); } catch (e) { console.log(e.constructor.name); }
const literals = [];
for (const k in plain) literals.push({ [k]: plain[k] });
console.log(JSON.stringify(literals));

// Deleted and added while the loop runs.
function deletes(o) {
  const out = [];
  for (const k in o) {
    delete o.b;
    o.late = 1;
    out.push(k, o[k]);
  }
  return out.join();
}
for (let i = 0; i < 300; i++) deletes({ a: 1, b: 2, c: 3 });
console.log(deletes({ a: 1, b: 2, c: 3 }), deletes({ b: 1, a: 2 }));

// Another object than the one that is enumerated.
const proxy = new Proxy({ a: 1, b: 2 }, { get: (t, k) => `got ${String(k)}`, has: () => true });
const byProxy = (o, p) => { let r = ''; for (const k in o) r += p[k] + (k in p); return r; };
for (let i = 0; i < 300; i++) byProxy(plain, plain);
console.log(byProxy(plain, proxy), byProxy(proxy, plain), byProxy(Object.create(proxy), plain));

// The loop waits in its middle.
function* waits(o) {
  for (const k in o) yield [k, o[k], yield k];
}
for (let i = 0; i < 200; i++) [...waits(plain)];
console.log(JSON.stringify([...waits(plain)]));
const closures = [];
for (const k in plain) closures.push(() => plain[k] + k);
console.log(closures.map((f) => f()).join());
