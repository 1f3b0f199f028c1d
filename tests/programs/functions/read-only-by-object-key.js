// Properties of functions that cannot be assigned, named by an object that converts to their name.
const keyOf = (name) => ({ toString() { return name; } });
const functions = { arrow: () => 1, declared: function declared(a, b) { return a + b; }, native: Math.max, bound: Math.max.bind(null, 1), klass: class C { static m() {} } };

function sloppy(f, key) {
  f[key] = 0;
  return f.length + ' ' + f.name;
}
function strict(f, key) {
  'use strict';
  try {
    f[key] = 0;
    return 'assigned';
  } catch (e) {
    return e.name;
  }
}
for (const [name, f] of Object.entries(functions)) {
  for (const key of ['length', 'name']) {
    console.log(name, key, sloppy(f, keyOf(key)), strict(f, keyOf(key)), Reflect.set(f, keyOf(key), 1), strict(Object.create(f), keyOf(key)));
  }
}
class D extends functions.klass {}
console.log(strict(D, keyOf('prototype')), strict(functions.klass, keyOf('prototype')), strict(functions.declared, keyOf('prototype')), functions.declared.prototype);

let refused = 0;
for (let i = 0; i < 3000; i++) if (strict(functions.arrow, i % 3 ? keyOf('length') : 'name') === 'TypeError') refused++;
console.log(refused);
