// Reads and writes of elements: conversions, bounds, and keys that are numbers but no indexes.
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.name}: ${e.message}`;
  }
};
const bytes = new Uint8Array(4);
bytes[0] = 300;
bytes[5] = 1;
bytes[1] = '7';
bytes[2] = undefined;
bytes['-0'] = 5;
bytes['1.5'] = 2;
bytes.NaN = 3;
console.log(bytes.length, bytes[0], bytes[1], bytes[5], bytes[-1], bytes[1.5], bytes.NaN);
console.log('1.5' in bytes, '-0' in bytes, 0 in bytes, 4 in bytes, 'x' in bytes, Object.keys(bytes).join());
console.log(attempt(() => (bytes[0] = 1n)));
console.log(attempt(() => (bytes[0] = Symbol('s'))));
bytes[3] = { valueOf: () => 42 };
console.log(bytes[3]);
console.log(attempt(() => (bytes[9] = { valueOf() { throw new Error('converted though out of bounds'); } })));

// Each kind rounds and wraps in its own way.
const inputs = [-1, 1.5, 2.5, 127.5, 255.5, 256, 65535.9, 2 ** 31, 2 ** 32 + 3, -0, NaN, Infinity];
for (const Kind of [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array]) {
  const array = new Kind(inputs.length);
  for (let i = 0; i < inputs.length; i++) array[i] = inputs[i];
  console.log(Kind.name, Kind.BYTES_PER_ELEMENT, array.join(' '), Object.is(array[9], -0));
}
const big = new BigInt64Array(3);
const ubig = new BigUint64Array(big.buffer);
big[0] = -1n;
big[1] = '12';
big[2] = true;
console.log(big.join(), ubig.join());
console.log(attempt(() => (big[0] = 1)), '|', attempt(() => (big[0] = 'x')), '|', attempt(() => (big[0] = undefined)));
console.log(attempt(() => (big[0] = { valueOf: () => 5n })), big[0]);

// A typed array on a prototype chain ends the search for numeric keys.
const heir = Object.create(new Uint8Array([1, 2]));
heir[0] = 300;
heir[5] = 1;
console.log(Object.keys(heir).join(), heir[0], heir[1], heir[5]);
Object.prototype[7] = 'from Object.prototype';
console.log(bytes[7], 7 in bytes, {}[7]);
delete Object.prototype[7];

// Properties by other names are ordinary.
bytes.name = 'bytes';
bytes['01'] = 'not canonical';
console.log(bytes.name, bytes['01'], Object.keys(bytes).join());

// Writes and their failures by reflection.
console.log(Reflect.set(bytes, 0, { valueOf: () => 9 }), bytes[0], Reflect.set(bytes, 9, 1), Reflect.set(bytes, 1, 5, {}), bytes[1], Reflect.set({}, 1, 6, bytes), bytes[1]);
console.log(Reflect.defineProperty(bytes, 1, { value: { valueOf: () => 8 } }), bytes[1], Reflect.defineProperty(bytes, 1, { value: 1, configurable: false }), Reflect.defineProperty(bytes, 8, { value: 1 }));
console.log(JSON.stringify(Object.getOwnPropertyDescriptor(bytes, '1')), Object.getOwnPropertyDescriptor(bytes, 8), Reflect.deleteProperty(bytes, 0), Reflect.deleteProperty(bytes, 8));
console.log(Object.assign(new Int8Array(2), [{ valueOf: () => 3 }, '4']).join(), JSON.stringify(new Int8Array([1, 2])), JSON.stringify({ a: new Float32Array([0.5]) }));
console.log(attempt(() => Object.freeze(new Uint8Array(1))), Object.isFrozen(Object.freeze(new Uint8Array(0))), Object.isSealed(bytes), Object.isExtensible(Object.preventExtensions(new Uint8Array(1))));
for (const key in new Uint16Array(2)) console.log(key, typeof key);

(function () {
  'use strict';
  console.log(attempt(() => { delete bytes[0]; }), attempt(() => { bytes[99] = 1; return 'ignored'; }));
})();

// The same site with several kinds of receivers.
function sum(list) {
  let total = 0;
  for (let i = 0; i < list.length; i++) total += list[i];
  return total;
}
for (let round = 0; round < 40; round++) {
  for (const list of [[1, 2, 3], new Uint8Array([1, 2, 3]), new Float64Array([0.5, 1.5]), new Int16Array(0), { length: 2, 0: 5, 1: 6 }]) {
    if (round === 39) console.log(sum(list));
    else sum(list);
  }
}

// `length` is a property like any other once the guest makes it one.
class Counted extends Uint8Array {
  get length() {
    return 1;
  }
}
console.log(sum(new Counted([7, 8])), sum(new Uint8Array([1, 2, 3])));
const odd = new Uint8Array([1, 2, 3]);
Object.defineProperty(odd, 'length', { value: 2 });
console.log(sum(odd), odd.length, odd.byteLength);

// Writes through an object that inherits from a typed array, where the host would refuse what the guest ignores.
(function () {
  'use strict';
  const closed = Object.preventExtensions(Object.create(new Uint8Array([1])));
  closed[5] = 1;
  const list = Object.setPrototypeOf([], new Uint8Array([1]));
  list[1] = 1;
  console.log(Object.keys(closed).length, list.length, attempt(() => (closed[0] = 1)));
})();
