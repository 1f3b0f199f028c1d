// for-of, spread and destructuring of typed arrays, by the unmodified protocol and by modified ones.
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.name}: ${e.message}`;
  }
};
function total(list) {
  let sum = 0;
  for (const x of list) sum += x;
  return sum;
}
const ints = new Int32Array(100).map((_, i) => i);
for (let i = 0; i < 50; i++) total(ints);
console.log(total(ints), total([1, 2]), total(new Float64Array([0.5])), total(new Set([1])), total(new Uint8Array(0)));
const [first, , third, ...rest] = new Uint8Array([1, 2, 3, 4, 5]);
console.log(first, third, rest, Array.isArray(rest));
console.log([...new Uint8Array([1, 2]), ...new Int8Array([-1])], Math.min(...new Float32Array([3, 2.5])));
const iterator = new Uint8Array([1, 2]).entries();
console.log(iterator.next(), iterator.next(), iterator.next(), Object.prototype.toString.call(iterator));

class Reversed extends Uint8Array {
  [Symbol.iterator]() {
    let i = this.length;
    return { next: () => (i > 0 ? { value: this[--i], done: false } : { value: undefined, done: true }) };
  }
}
console.log([...new Reversed([1, 2, 3])], total(new Reversed([1, 2, 3])));
const own = new Uint8Array([1, 2, 3]);
own[Symbol.iterator] = function () {
  return [7, 8][Symbol.iterator]();
};
console.log([...own], total(own));
const viaGetter = new Uint8Array([1]);
Object.defineProperty(viaGetter, Symbol.iterator, { get: () => Array.prototype.keys });
console.log([...viaGetter], total(viaGetter));

// A buffer that shrinks under the loop.
const buffer = new ArrayBuffer(8, { maxByteLength: 8 });
const whole = new Uint8Array(buffer);
let steps = 0;
for (const x of whole) {
  steps++;
  if (steps === 3) buffer.resize(4);
}
console.log(steps);
buffer.resize(8);
const part = new Uint8Array(buffer, 4, 4);
console.log(attempt(() => {
  for (const x of part) buffer.resize(2);
}), attempt(() => total(part)), attempt(() => [...part]));

// Last: the protocol of all of them is changed.
const proto = Object.getPrototypeOf(Int8Array.prototype);
const { values } = proto;
proto[Symbol.iterator] = function () {
  return ['changed'][Symbol.iterator]();
};
console.log([...ints], total(ints));
proto[Symbol.iterator] = values;
console.log(total(ints));
