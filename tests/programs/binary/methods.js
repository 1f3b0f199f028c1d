// The methods of %TypedArray%.prototype.
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.name}: ${e.message}`;
  }
};
const a = new Int16Array([5, -3, 9, 0, 7, -3]);
console.log(a.at(0), a.at(-1), a.at(9), a.includes(9), a.includes('9'), a.indexOf(-3), a.lastIndexOf(-3), a.indexOf(-3, 2), a.lastIndexOf(-3, -2), a.indexOf(8));
console.log(new Float32Array([NaN, 1]).includes(NaN), new Float32Array([NaN]).indexOf(NaN), new Float64Array([-0]).includes(0), new BigInt64Array([1n]).includes(1), new BigInt64Array([1n]).includes(1n));
console.log(a.slice(1, -1).join(), a.slice(4).join(), a.slice(-2, 1).length, a.subarray(1, 3).join(), a.subarray(2).byteOffset, a.subarray(2).buffer === a.buffer);
console.log(new Int16Array(a).fill(1, 1, 3).join(), new Int16Array(a).copyWithin(0, 2).join(), new Int16Array(a).copyWithin(2, 0, 4).join(), new Int16Array(a).reverse().join());
console.log(new Int16Array(a).sort().join(), new Int16Array(a).sort((x, y) => y - x).join(), new Float64Array([3, NaN, -0, 0, -Infinity, 1]).sort().join(), Object.is(new Float64Array([0, -0]).sort()[0], -0));
console.log(a.toReversed().join(), a.toSorted().join(), a.toSorted((x, y) => y - x).join(), a.with(1, 8).join(), a.join('-'), a.join(), a.toString(), new BigUint64Array([1n, 2n]).join('+'));
console.log(a.map((x) => x * 2).join(), a.filter((x) => x > 0).join(), a.find((x) => x < 0), a.findIndex((x) => x < 0), a.findLast((x) => x < 0), a.findLastIndex((x) => x > 100));
console.log(a.every((x) => x < 10), a.some((x) => x === 0), a.reduce((x, y) => x + y), a.reduceRight((x, y) => `${x},${y}`), a.reduce((x, y) => x + y, 'sum '));
let seen = '';
a.forEach(function (value, index, array) {
  seen += `${index}:${value}${array === a ? '' : '?'}${this.tag} `;
}, { tag: '!' });
console.log(seen);
console.log([...a.keys()].join(), [...a.values()].join(), [...a.entries()].join(' '), a[Symbol.iterator] === a.values, Uint8Array.prototype.toString === Array.prototype.toString);

const target = new Uint8Array(6);
target.set([1, 2, 300]);
target.set(new Float32Array([4.9, -1]), 3);
target.set({ length: 1, 0: '6' }, 5);
console.log(target.join());
target.set(target.subarray(0, 4), 2);
console.log(target.join());
const words = new Uint16Array(target.buffer);
target.set(words);
console.log(target.join(), words.join());
target.set('123', 1);
console.log(target.join(), attempt(() => target.set([1], 6)), attempt(() => target.set([], -1)), attempt(() => target.set([1n])));

console.log(Uint8Array.from({ length: 3 }, (_, i) => i * i).join(), Uint8Array.from('258').join(), Float32Array.from(new Set([1.5, 2])).join(), Int8Array.of(1, 200, '3').join());
console.log(new Uint8Array([1.9, '2', null, undefined, true]).join(), new Uint8Array(new Set([5, 6])).join(), new Uint8Array({ length: 2, 1: 7 }).join(), new Uint8ClampedArray(new Int16Array([-5, 500])).join(), new Float64Array(new Uint8Array([1, 2])).join());
console.log(attempt(() => new Uint8Array(new BigInt64Array(1))), '|', attempt(() => new BigInt64Array([1])), '|', attempt(() => Uint8Array(1)), '|', attempt(() => new Uint8Array(Symbol())));
console.log(attempt(() => new (Object.getPrototypeOf(Uint8Array))()), '|', attempt(() => a.map(3)), '|', attempt(() => a.fill(1n)), '|', attempt(() => Uint8Array.prototype.fill.call([], 1)), '|', attempt(() => a.with(9, 1)), '|', attempt(() => a.sort(5)), '|', attempt(() => new Uint8Array(0).reduce(() => 0)));

// Subclasses and species.
class Samples extends Float32Array {
  get mean() {
    return this.reduce((x, y) => x + y, 0) / this.length;
  }
}
const samples = new Samples([1, 2, 6]);
console.log(samples.mean, samples.map((x) => x + 1).mean, samples.slice(1) instanceof Samples, samples.subarray(1).mean, samples.filter((x) => x > 1).constructor === Samples, samples.toSorted().constructor === Float32Array);
console.log(Samples.from([1, 2]).mean, Samples.of(4).mean, Object.getPrototypeOf(Samples) === Float32Array, samples instanceof Float32Array, Object.prototype.toString.call(samples));
class Bytes extends Uint8Array {
  static get [Symbol.species]() {
    return Uint16Array;
  }
}
const wide = new Bytes([200, 100]).map((x) => x * 2);
console.log(wide.constructor.name, wide.join(), new Bytes([1, 2, 3]).slice(1).constructor.name);
const short = new Uint8Array(4);
short.constructor = { [Symbol.species]: function () { return new Uint8Array(1); } };
console.log(attempt(() => short.slice()));
class Big extends Uint8Array {
  static get [Symbol.species]() {
    return BigInt64Array;
  }
}
console.log(attempt(() => { new Big(1).slice(); }) === undefined);

// As array-likes of Array's methods.
console.log(Array.prototype.map.call(a, (x) => x + 1).join(), Array.prototype.slice.call(a, 1, 3).join(), Array.from(a).length, [].concat(a).length, Array.isArray(a), Array.prototype.concat.call([0], ...a).join());
console.log(Array.prototype.indexOf.call(a, 9), Array.prototype.join.call(a, '/'), Array.prototype.fill.call(new Uint8Array(3), 4).join(), Array.prototype.reverse.call(new Uint8Array([1, 2, 3])).join(), Array.prototype.sort.call(new Uint8Array([10, 9, 1])).join());
console.log(Math.max(...a), Math.max.apply(null, a), String.fromCharCode(...new Uint8Array([72, 105])));
console.log(Object.getOwnPropertyNames(Object.getPrototypeOf(Uint8Array.prototype)).sort().join());
