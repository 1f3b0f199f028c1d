// Mapped arguments (10.4.4) whose attributes change: an element stays mapped until it is deleted, read-only or an accessor.
function show(...values) { console.log(...values); }
const describe = (o, key) => JSON.stringify(Object.getOwnPropertyDescriptor(o, key));

(function (a) {
  Object.defineProperty(arguments, 0, { configurable: false });
  a = 2;
  show('not configurable', arguments[0], describe(arguments, 0), delete arguments[0]);
  arguments[0] = 3;
  show(a);
  Object.defineProperty(arguments, 0, { value: 4 });
  show(a, describe(arguments, 0));
  try {
    Object.defineProperty(arguments, 0, { configurable: true });
  } catch (e) {
    show(e.name);
  }
  Object.defineProperty(arguments, 0, { writable: false });
  a = 5;
  show(arguments[0], describe(arguments, 0));
})(1);

(function (a) {
  Object.defineProperty(arguments, 0, { enumerable: false });
  a = 2;
  show('not enumerable', arguments[0], Object.keys(arguments).length, describe(arguments, 0));
  Object.defineProperty(arguments, 0, { value: 3, writable: false });
  show(describe(arguments, 0));
  a = 4;
  show(arguments[0]);
})(1);

(function (a, b) {
  Object.seal(arguments);
  a = 'A';
  show('sealed', arguments[0], delete arguments[1], Object.isSealed(arguments));
  Object.freeze(arguments);
  b = 'B';
  show('frozen', arguments[1], Object.isFrozen(arguments));
})(1, 2);

(function (a) {
  Object.defineProperty(arguments, 0, { get: () => 'got', configurable: true });
  a = 2;
  show('accessor', arguments[0], a);
})(1);

// Global variables are properties that cannot be deleted; they can become read-only.
var variable = 1;
show(describe(globalThis, 'variable'), delete globalThis.variable);
Object.defineProperty(globalThis, 'variable', { writable: false });
variable = 2;
show(variable, describe(globalThis, 'variable'));
