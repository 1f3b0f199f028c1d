// slice, subarray and set of arrays of all kinds, of subclasses, over shared buffers and themselves, in hot code.
const kinds = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array];
for (const K of kinds) {
  const a = K.from([1, 2, 3, 4, 5, 6, 7, 8]);
  const s = a.slice(2, 6);
  const v = a.subarray(2, -2);
  s[0] = 50;
  v[1] = 60;
  console.log(K.name, s, v, a, s.buffer.byteLength, v.byteOffset, v.buffer === a.buffer, a.slice(5, 2).length, a.subarray(5, 2).length, a.slice().buffer === a.buffer);
  console.log(new K(a), new K(a.subarray(1, 3)), Object.getPrototypeOf(s) === K.prototype, s.constructor === K);
}
const big = new BigInt64Array([1n, 2n, 3n]);
console.log(big.slice(1), big.subarray(0, 2), new BigInt64Array(big));

class Sub extends Uint8Array {
  static get [Symbol.species]() { return Uint16Array; }
}
class Own extends Uint8Array {
  sum() { return this.reduce((x, y) => x + y, 0); }
}
console.log(new Sub([1, 2, 3]).slice(1) instanceof Uint16Array, new Own([1, 2, 3]).subarray(1).sum(), new Own([1, 2, 3]).slice(1).sum(), new Own(new Own([4, 5])).sum());
const owner = new Uint8Array([1, 2, 3]);
owner.constructor = { [Symbol.species]: Float32Array };
console.log(owner.slice(1));

// Copies within one buffer, forwards and backwards.
const m = Uint8Array.from({ length: 12 }, (_, i) => i);
m.set(m.subarray(0, 8), 2);
console.log(m.join());
m.set(m.subarray(4), 0);
console.log(m.join());
m.set(m);
console.log(m.join());
const f = new Float64Array([NaN, -0, 1.5]);
const g = new Float64Array(3);
g.set(f);
console.log(g, Object.is(g[1], -0));
try { new Uint8Array(2).set(new Uint8Array(3)); } catch (e) { console.log(e.name); }
try { new Uint8Array(2).set(new BigInt64Array(1)); } catch (e) { console.log(e.name); }

// What a conversion does to the array.
const shared = new Uint8Array(new ArrayBuffer(8));
shared.set([1, 2, 3, 4, 5, 6, 7, 8]);
console.log(shared.slice({ valueOf() { shared[3] = 99; return 2; } }, 5), shared.subarray({ valueOf() { shared[4] = 98; return 2; } }, 5));
const gone = new Uint8Array(8);
try { gone.slice({ valueOf() { structuredClone(gone.buffer, { transfer: [gone.buffer] }); return 1; } }); } catch (e) { console.log(e.name); }
const gone2 = new Uint8Array(8);
try { gone2.subarray({ valueOf() { structuredClone(gone2.buffer, { transfer: [gone2.buffer] }); return 1; } }); } catch (e) { console.log(e.name); }
const empty = new Uint8Array(0);
console.log(empty.slice({ valueOf() { structuredClone(empty.buffer, { transfer: [empty.buffer] }); return 0; } }).length);
const resizable = new ArrayBuffer(8, { maxByteLength: 16 });
const tracking = new Uint8Array(resizable);
const half = tracking.subarray(4);
const fixed = tracking.subarray(2, 4);
const copy = tracking.slice(1);
resizable.resize(12);
console.log(half.length, fixed.length, copy.length, tracking.length);

// Hot.
let digest = 0;
const block = new Uint8Array(64);
for (let i = 0; i < 3000; i++) {
  const part = block.subarray(i % 32, 32 + (i % 32));
  part[i % 32] = i;
  const piece = part.slice(i % 8, 24);
  block.set(piece, 40);
  digest = (digest * 31 + piece[3] + new Uint8Array(part)[7] + piece.length) | 0;
}
console.log(digest);
