// Builtins that are met for the first time after the program has changed what they inherit from, and the global object.

// Accessors on Object.prototype that a builtin being made must not run.
const met = [];
const names = ['next', 'value', 'done', 'writable', 'get', 'set', 'raw', 'flags', 'exec', 'size', 'then', 'resolve'];
for (let i = 0; i < names.length; i++) {
  const key = names[i];
  Object.defineProperty(Object.prototype, key, {
    __proto__: null,
    get() { met[met.length] = 'get ' + key; return undefined; },
    set(v) { met[met.length] = 'set ' + key; Object.defineProperty(this, key, { __proto__: null, value: v, writable: true, enumerable: true, configurable: true }); },
    configurable: true,
  });
}
const kinds = ['Map', 'Set', 'WeakMap', 'Promise', 'RegExp', 'Date', 'Reflect', 'JSON', 'Atomics', 'DataView', 'Float64Array', 'ArrayBuffer', 'Proxy', 'WeakRef'];
const seen = [];
for (let i = 0; i < kinds.length; i++) seen[i] = typeof globalThis[kinds[i]];
for (let i = 0; i < names.length; i++) delete Object.prototype[names[i]];
console.log(seen.join(), met.join());

// A replaced method of Array.prototype is not taken over by those who share the original.
const { toString, values } = Array.prototype;
console.log(Uint8Array.prototype.__proto__.toString === toString, (function () { return arguments[Symbol.iterator] === values; })());

// Globals deleted, replaced and shadowed before anybody has used them.
console.log(delete globalThis.escape, typeof escape, 'escape' in globalThis);
globalThis.unescape = (text) => 'mine: ' + text;
console.log(unescape('a'), Object.getOwnPropertyDescriptor(globalThis, 'unescape').enumerable);
encodeURI = 5;
console.log(encodeURI + 1, globalThis.encodeURI);
Object.defineProperty(globalThis, 'decodeURI', { value: 1, writable: false });
decodeURI = 2;
console.log(decodeURI, JSON.stringify(Object.getOwnPropertyDescriptor(globalThis, 'decodeURI')));
Object.defineProperty(globalThis, 'decodeURIComponent', { get: () => 'read', configurable: true });
console.log(decodeURIComponent, globalThis.decodeURIComponent);
{
  let queueMicrotask = 'inner';
  console.log(queueMicrotask, typeof globalThis.queueMicrotask);
}
console.log(typeof clearImmediate, typeof notDeclaredAnywhere);

// The primitives' prototypes, first met through primitives.
console.log((255).toString(16), 'abc'.at(-1), true.toString(), 10n.toString(2), Symbol('s').description);
console.log(Object.getPrototypeOf(7) === Number.prototype, Object.getPrototypeOf(function* () {}).constructor.name, Object.getPrototypeOf(async () => {}).constructor.name);
console.log(Object.getOwnPropertyNames(Object.getPrototypeOf((function* () {})())).length, [][Symbol.iterator]().__proto__.__proto__ === (function* () {})().__proto__.__proto__.__proto__.__proto__);

// Every builtin error, thrown before its class is named.
const failures = [() => null.x, () => notDeclaredAnywhere, () => new Array(-1), () => decodeComponent('%'), () => JSON.parse('{')];
function decodeComponent(text) { return encodeURIComponent('\uD800' + text); }
for (const f of failures) {
  try {
    f();
  } catch (error) {
    console.log(error.constructor.name, error instanceof Error, Object.getPrototypeOf(error.constructor) === Error);
  }
}
console.log(Object.prototype.toString.call(/x/), Object.prototype.toString.call(new Error('e')), Object.prototype.toString.call(''));
