// DataView: every type in both orders of bytes, and its checks.
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.name}: ${e.message}`;
  }
};
const view = new DataView(new ArrayBuffer(16), 2, 12);
console.log(view.byteLength, view.byteOffset, view.buffer.byteLength, Object.prototype.toString.call(view));
for (const [type, value] of [['Int8', -1], ['Uint8', 511], ['Int16', -2], ['Uint16', 65534], ['Int32', -3], ['Uint32', 2 ** 32 - 5], ['Float32', 1.1], ['Float64', Math.PI], ['BigInt64', -7n], ['BigUint64', -7n]]) {
  console.log(type, view[`set${type}`](1, value), view[`get${type}`](1), view[`get${type}`](1, true), view[`set${type}`](1, value, true), view[`get${type}`](1, true));
}
console.log(Array.from(new Uint8Array(view.buffer)).join());
console.log(attempt(() => view.getInt32(9)), '|', attempt(() => view.getInt8(-1)), '|', attempt(() => view.getInt8(12)), '|', view.getInt8('3'), view.getInt8(undefined), view.getInt8({ valueOf: () => 2 }));
console.log(attempt(() => view.setInt8(0, 1n)), '|', attempt(() => view.setBigInt64(0, 1)), '|', attempt(() => view.setFloat64(0, { valueOf: () => 0.25 })), view.getFloat64(0));
console.log(attempt(() => new DataView({})), '|', attempt(() => new DataView(new ArrayBuffer(1), 2)), '|', attempt(() => new DataView(new ArrayBuffer(2), 1, 2)), '|', attempt(() => DataView(new ArrayBuffer(1))));
console.log(attempt(() => DataView.prototype.getInt8.call({}, 0)).slice(0, 9), DataView.prototype.getInt8.length, DataView.prototype.setInt8.length, DataView.name, DataView.length);
const resizable = new ArrayBuffer(4, { maxByteLength: 8 });
const tracking = new DataView(resizable, 2);
console.log(tracking.byteLength);
resizable.resize(8);
console.log(tracking.byteLength, tracking.getInt32(2));
resizable.resize(1);
console.log(attempt(() => tracking.byteLength), '|', attempt(() => tracking.getInt8(0)));
const order = [];
const number = (name, n) => ({ valueOf() { order.push(name); return n; } });
view.setInt16(number('index', 1), number('value', 2), order);
console.log(order.join(), view.getInt16(1, true));

// A loop over a view, hot enough to be compiled.
const table = new DataView(new ArrayBuffer(4096));
for (let i = 0; i < 1024; i++) table.setUint32(i * 4, (i * 2654435761) >>> 0, (i & 1) === 1);
let hash = 0;
for (let round = 0; round < 4; round++) for (let i = 0; i < 4096; i++) hash = (hash * 31 + table.getUint8(i)) | 0;
console.log(hash);
