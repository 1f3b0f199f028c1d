// What console.log shows of binary data.
console.log(new Uint8Array(3), new Float64Array([1.5, -0, NaN]), new BigInt64Array(2), new Uint8Array(0), new Uint16Array(200));
console.log([new Uint8Array(3)], { a: new Int8Array([1, 2]) }, new ArrayBuffer(3), new ArrayBuffer(120), new SharedArrayBuffer(2), new DataView(new ArrayBuffer(4), 1));
class X extends Uint8Array {}
class B extends ArrayBuffer {}
console.log(new X(2), new B(1), Object.assign(new X(2), { foo: 1 }));
console.log(Object.setPrototypeOf(new Uint8Array(2), null), Object.setPrototypeOf(new ArrayBuffer(2), null));
console.log(Uint8Array.prototype, Object.getPrototypeOf(Uint8Array), Uint8Array, ArrayBuffer.prototype, DataView.prototype);
console.log({ x: { y: { z: { b: new Uint8Array(2), c: new ArrayBuffer(1), d: new DataView(new ArrayBuffer(1)) } } } });
console.dir(new Uint8Array(2), { showHidden: true });
console.log('%o', new Int8Array([7]));
console.log(new Uint8Array(2) + '', `${new Uint8Array([1, 2])}`, String(new ArrayBuffer(1)));
console.table(new Uint8Array([5, 6]));
