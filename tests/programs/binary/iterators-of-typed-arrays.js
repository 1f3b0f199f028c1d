// Iterators of typed arrays step by step and taken as a whole, while the arrays shrink, grow, and lose their buffers.
const show = (name, f) => {
  try {
    console.log(name, f());
  } catch (error) {
    console.log(name, `${error.name}: ${error.message}`);
  }
};

const kinds = [Int8Array, Uint8ClampedArray, Float32Array, Float64Array, BigInt64Array];
for (const Kind of kinds) {
  const array = Kind === BigInt64Array ? Kind.of(1n, 2n, 3n) : Kind.of(1, 2, 3);
  const pairs = [];
  for (const [i, x] of array.entries()) pairs.push(`${i}=${x}`);
  console.log(Kind.name, pairs.join(), [...array.keys()], [...array.values()], Array.from(array), [...array.entries()].flat());
}

// Steps that are hot.
let sum = 0;
const bytes = Uint8Array.from({ length: 300 }, (_, i) => i);
for (let round = 0; round < 6; round++) {
  for (const [i, x] of bytes.entries()) sum += i * x;
  for (const i of bytes.keys()) sum += i;
  const values = bytes.values();
  for (let step = values.next(); !step.done; step = values.next()) sum += step.value;
}
console.log(sum);

// Lengths that change while they are iterated.
const buffer = new ArrayBuffer(4, { maxByteLength: 8 });
const tracking = new Uint8Array(buffer);
tracking.set([1, 2, 3, 4]);
const seen = [];
for (const [i, x] of tracking.entries()) {
  seen.push(`${i}:${x}`);
  if (i === 1) buffer.resize(6);
  if (i === 4) buffer.resize(2);
}
console.log(seen);
const some = tracking.values();
some.next();
console.log([...some], [...some], some.next());

const fixed = new Uint8Array(new ArrayBuffer(4, { maxByteLength: 8 }), 0, 4);
const entries = fixed.entries();
entries.next();
fixed.buffer.resize(2);
show('out of bounds', () => entries.next());
show('spread out of bounds', () => [...entries]);
show('from out of bounds', () => Array.from(fixed.keys()));
fixed.buffer.resize(4);
show('in bounds again', () => [...entries]);

const gone = new Int16Array([7, 8, 9]);
const left = gone.values();
console.log(left.next());
structuredClone(gone.buffer, { transfer: [gone.buffer] });
show('detached', () => left.next());
show('detached, as a list', () => Math.max(...left));

// As arguments.
const codes = Uint8Array.from('typed', (c) => c.charCodeAt(0));
console.log(String.fromCharCode.apply(null, codes), Math.max.apply(null, new Float32Array([1, 5, 2])), Reflect.apply(Math.min, null, new Int8Array([4, -3])));
console.log((function () {
  return arguments.length + ':' + [...arguments].join('|');
}).apply(null, new BigInt64Array([1n, -2n])));
show('no elements', () => Math.max.apply(null, fixed.subarray(1, 1)));
show('detached as arguments', () => Math.max.apply(null, gone));

// Made from others.
console.log(Int16Array.from(new Uint8Array([1, 200])), Float64Array.from(new Float32Array([0.5]), (x) => x * 2), Uint8Array.from(new Set([3, 4])));
console.log(new Float32Array([3, 1, 2].values()), Uint8Array.from({ length: 2, 0: 7 }), new Uint8Array(new Map([[1, 2]]).keys()));
show('mixed', () => Int8Array.from(new BigInt64Array(1)));
show('mixed by a mapper', () => BigInt64Array.from(new Int8Array([5]), BigInt));
const changing = new Uint8Array([1, 2, 3]);
console.log(Uint8Array.from(changing, (x) => {
  changing.fill(9);
  return x;
}));
console.log(new Uint8Array([1, 2, 3, 4]).filter((x) => x % 2).map((x) => x * 10), Uint16Array.of(70000, -1));
