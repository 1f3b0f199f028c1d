// ArrayBuffer, SharedArrayBuffer, views over them, and what happens when they change their size.
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.name}: ${e.message}`;
  }
};
const buffer = new ArrayBuffer(16);
const bytes = new Uint8Array(buffer);
const words = new Uint16Array(buffer, 4, 3);
const floats = new Float64Array(buffer, 8);
console.log(buffer.byteLength, words.byteOffset, words.byteLength, words.length, floats.length, words.buffer === buffer, ArrayBuffer.isView(words), ArrayBuffer.isView(buffer));
floats[0] = Math.PI;
words[0] = 0x1234;
console.log(Array.from(bytes).join());
const copy = buffer.slice(4, -8);
console.log(copy.byteLength, new Uint8Array(copy).join(), buffer.slice(20).byteLength, Object.prototype.toString.call(copy));
console.log(attempt(() => new Uint16Array(buffer, 1)), '|', attempt(() => new Uint16Array(new ArrayBuffer(3))), '|', attempt(() => new Uint8Array(buffer, 17)), '|', attempt(() => new Uint8Array(buffer, 8, 9)), '|', attempt(() => new ArrayBuffer(-1)), '|', attempt(() => ArrayBuffer(1)));
console.log(attempt(() => new Uint8Array(-1)), '|', attempt(() => new Uint8Array(2 ** 53)), '|', attempt(() => buffer.slice.call({})));
console.log(new Uint8Array(buffer, undefined, undefined).length, new Uint8Array(buffer, '2', { valueOf: () => 3 }).length, new Uint8Array(1.9).length, new Uint8Array('3').length, new Uint8Array(null).length);

// Resizable buffers.
const resizable = new ArrayBuffer(8, { maxByteLength: 16 });
const tracking = new Uint8Array(resizable);
const tail = new Uint16Array(resizable, 4);
const fixed = new Uint8Array(resizable, 4, 4);
const show = () => console.log(resizable.byteLength, tracking.length, tail.length, tail.byteOffset, fixed.length, fixed.byteOffset, fixed[0]);
tracking.fill(7);
console.log(resizable.resizable, resizable.maxByteLength, buffer.resizable, buffer.maxByteLength);
show();
resizable.resize(13);
show();
resizable.resize(6);
show();
console.log(attempt(() => fixed.fill(0)), '|', attempt(() => [...fixed]), '|', fixed.length, fixed[0], 0 in fixed);
resizable.resize(3);
show();
resizable.resize(16);
show();
console.log(tracking.join(), attempt(() => resizable.resize(17)), '|', attempt(() => buffer.resize(1)), '|', attempt(() => new ArrayBuffer(5, { maxByteLength: 4 })));
console.log(tracking.subarray(2).length, tracking.subarray(2, 5).length);
const half = tracking.subarray(8);
resizable.resize(12);
console.log(half.length, tracking.slice(-2).length);

// The callback shrinks the array that is walked.
const shrinking = new ArrayBuffer(4, { maxByteLength: 4 });
const walked = new Uint8Array(shrinking).fill(1);
console.log(walked.map((x, i) => { if (i === 1) shrinking.resize(2); return x; }).join(), walked.length);
const growing = new ArrayBuffer(2, { maxByteLength: 8 });
let steps = 0;
for (const _ of new Uint8Array(growing)) if (++steps === 2) growing.resize(4);
console.log(steps);
const sliced = new ArrayBuffer(8, { maxByteLength: 8 });
console.log(new Uint8Array(sliced).fill(1).slice({ valueOf() { sliced.resize(4); return 2; } }).join());
const filled = new ArrayBuffer(4, { maxByteLength: 4 });
console.log(attempt(() => new Uint8Array(filled, 0, 4).fill({ valueOf() { filled.resize(2); return 2; } })));

// Shared buffers.
const shared = new SharedArrayBuffer(4, { maxByteLength: 8 });
const view = new Int32Array(shared);
view[0] = 5;
shared.grow(8);
console.log(shared.byteLength, shared.growable, shared.maxByteLength, view.length, view[0], attempt(() => shared.grow(4)), Object.prototype.toString.call(shared), shared.slice(0, 2).byteLength);

// Subclasses.
class Chunk extends ArrayBuffer {
  get half() {
    return this.byteLength / 2;
  }
}
const chunk = new Chunk(6);
console.log(chunk.half, chunk.slice(2) instanceof Chunk, chunk.slice(2).half, new Uint8Array(chunk).buffer === chunk);
console.log(Object.getOwnPropertyNames(Chunk.prototype).join(), ArrayBuffer[Symbol.species] === ArrayBuffer, ArrayBuffer.length, ArrayBuffer.name);
console.log(new Uint8Array(4).buffer instanceof ArrayBuffer, new Uint8Array(4).buffer.byteLength);
