// with statements: names are looked for in the object first.
var o = { a: 1, b: { c: 2 }, m() { return this === o; } };
with (o) {
  console.log(a, b.c, m());
  a = 10;
  var c = 'a var outside';
  b = 5;
}
console.log(o, c);
var d = 'outer';
with ({ d: 'inner' }) {
  var d = 'assigned to the object';
  let e = d;
  const read = () => [d, e];
  console.log(read());
}
console.log(d);
with ({ x: 1 }) with ({ y: 2 }) console.log(x, y, typeof z, typeof x);

// Of primitives, null and undefined.
with ('text') console.log(length, toUpperCase());
with (5) console.log(toFixed(1));
for (const v of [null, undefined]) try { with (v) console.log('not reached'); } catch (e) { console.log(e.name); }

// Closures see what the object becomes; deleting.
var box = { v: 1 };
function closure() {
  with (box) return () => { v++; return v; };
}
const next = closure();
console.log(next(), next(), box.v);
var v = 'global';
delete box.v;
console.log(next(), typeof v, box);
with ({ p: 1, get q() { return this.p; }, set q(x) { this.p = x; } }) {
  q = 7;
  console.log(q, p, delete p, typeof p, q);
}

var counter = { n: 0 };
with (counter) {
  n++;
  ++n;
  n += 2;
  n **= 2;
  n ||= 5;
  n &&= n + 1;
  m2 ??= 9;
}
var m2;
console.log(counter, m2);
with (counter) { [n, m2] = [1, 2]; ({ n, ...m2 } = { n: 3, k: 4 }); for (n of [5, 6]); for (n in { key: 1 }); }
console.log(counter, m2);

// @@unscopables
with ([1, 2]) console.log(typeof flat, typeof values, typeof map, length);
var hidden = 'outer hidden';
with ({ hidden: 'inner', shown: 'inner', [Symbol.unscopables]: { hidden: true, shown: false } }) console.log(hidden, shown);
with ({ hidden: 'inner', get [Symbol.unscopables]() { console.log('asked'); return { get hidden() { console.log('and again'); return 0; } }; } }) console.log(hidden);

// The value of a call's this.
var f = function () { 'use strict'; return this; };
var holder = { f };
with (holder) console.log(f() === holder, (0, f)() === undefined, f`` === holder, new f() instanceof f);
console.log(f() === undefined);

// Functions declared in it, strict functions in it, evals in it.
with ({ name: 'of the object' }) {
  function declared() { return typeof name; }
  var strict = function () { 'use strict'; return name; };
  console.log(declared(), strict(), eval('name'), eval('var byEval = name; byEval'));
}
console.log(typeof byEval, declared());
with ({ strictMissing: 1 }) (function () {
  'use strict';
  try { strictMissing = (delete this, 2); undeclaredName = 1; } catch (e) { console.log(e.name); }
})();
(function (p) {
  var local = 'local';
  with (p) {
    console.log(local, p);
    local = 'changed';
  }
  console.log(local);
})({ local: 'property' });
lookups: for (let i = 0; i < 3; i++) with ({ i: i * 10 }) { if (i === 10) continue lookups; console.log(i); }
