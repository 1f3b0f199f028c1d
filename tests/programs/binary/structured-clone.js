// structuredClone of everything that can be cloned, and of what cannot.
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.constructor.name} ${e.name} ${e.code ?? ''}: ${e.message}`;
  }
};
const shared = { n: 1 };
const value = {
  number: -0, text: 'x', nothing: null, missing: undefined, big: 5n, yes: true,
  boxes: [new Boolean(false), new Number(1), new String('s'), Object(2n)],
  date: new Date(5), regexp: /a(b)/gi, list: [1, , 3], map: new Map([[shared, 'v'], ['k', shared]]), set: new Set([shared, 2]),
  first: shared, second: shared, bytes: new Uint8Array([1, 2, 3]),
};
value.self = value;
value.list.extra = 'dropped?';
value.regexp.lastIndex = 3;
const clone = structuredClone(value);
console.log(clone);
console.log(clone !== value, clone.self === clone, clone.first === clone.second, clone.first !== shared, [...clone.map.keys()][0] === clone.first, clone.set.has(clone.first), clone.regexp.lastIndex, 1 in clone.list, Object.is(clone.number, -0));
console.log(clone.boxes.map((box) => typeof box.valueOf()), clone.date.getTime(), clone.date instanceof Date);

class Point {
  #secret = 1;
  constructor() {
    this.x = 1;
  }
  get y() {
    return 2;
  }
}
const point = structuredClone(new Point());
console.log(Object.getPrototypeOf(point) === Object.prototype, point);
console.log(structuredClone(Object.defineProperty({ [Symbol('s')]: 1, a: 2 }, 'hidden', { value: 3 })), structuredClone(Object.create({ inherited: 1 })));
let log = '';
console.log(structuredClone({ get a() { log += 'a'; return { get b() { log += 'b'; return 1; } }; }, get c() { log += 'c'; return 2; } }), log);
console.log(structuredClone({ get a() { delete this.b; return 1; }, b: 2, c: 3 }));
console.log(attempt(() => structuredClone({ get a() { throw new RangeError('from a getter'); } })));

// Errors.
for (const error of [new Error('plain'), new TypeError('typed', { cause: { n: 1 } }), Object.assign(new Error('renamed'), { name: 'RangeError', extra: 1 }), Object.assign(new Error('odd'), { name: 'Odd' }), new AggregateError([1], 'several')]) {
  const copy = structuredClone(error);
  console.log(copy.constructor.name, copy.name, copy.message, copy.cause, Object.keys(copy).length, copy instanceof Error, Object.prototype.hasOwnProperty.call(copy, 'message'));
}

// Buffers and views.
const buffer = new ArrayBuffer(8, { maxByteLength: 16 });
const pair = { a: new Uint8Array(buffer), b: new Int16Array(buffer, 2, 1), view: new DataView(buffer, 4), buffer };
pair.a.fill(1);
const copied = structuredClone(pair);
console.log(copied.a.buffer === copied.buffer, copied.b.buffer === copied.buffer, copied.view.buffer === copied.buffer, copied.buffer !== buffer, copied.buffer.resizable, copied.b[0], copied.view.byteLength);
copied.buffer.resize(16);
console.log(copied.a.length, copied.b.length, copied.view.byteLength, pair.a.length);
const moved = new Uint8Array([1, 2, 3]);
const result = structuredClone({ moved, again: moved }, { transfer: [moved.buffer] });
console.log(result, result.moved === result.again, moved.length, moved.buffer.byteLength);
const words = new SharedArrayBuffer(4);
new Uint8Array(structuredClone({ words }).words)[0] = 9;
console.log(new Uint8Array(words)[0]);

// What cannot be cloned.
console.log(attempt(() => structuredClone(Symbol('s'))), '|', attempt(() => structuredClone(() => 1)), '|', attempt(() => structuredClone({ a: [function f() {}] })), '|', attempt(() => structuredClone(new WeakMap())));
console.log(attempt(() => structuredClone(Object(Symbol('s')))).slice(0, 31), '|', attempt(() => structuredClone([].values())).slice(0, 35), '|', attempt(() => structuredClone(Promise.resolve())), '|', attempt(() => structuredClone(new Proxy({}, {}))), '|', attempt(() => structuredClone({ a: new Proxy({ b: 1 }, {}) })));
console.log(attempt(() => structuredClone(moved)), '|', attempt(() => structuredClone(moved.buffer)));
console.log(attempt(() => structuredClone()).slice(0, 20), '|', attempt(() => structuredClone(1, 5)).slice(0, 20), '|', attempt(() => structuredClone(1, { transfer: [{}] })).slice(0, 20));
const twice = new ArrayBuffer(1);
console.log(attempt(() => structuredClone(1, { transfer: [twice, twice] })), twice.byteLength);
const kept = new ArrayBuffer(1);
console.log(attempt(() => structuredClone(() => 1, { transfer: [kept] })), kept.byteLength);
console.log(structuredClone(5), structuredClone('s', undefined), structuredClone(null, null), structuredClone([], { transfer: [] }));

let deep = {};
for (let i = 0; i < 500; i++) deep = { deep };
let levels = 0;
for (let d = structuredClone(deep); d.deep; d = d.deep) levels++;
console.log(levels);

// DOMException itself.
const exception = new DOMException('message', 'AbortError');
console.log(exception.name, exception.message, exception.code, exception instanceof Error, exception instanceof DOMException, String(exception), Object.prototype.toString.call(exception), DOMException.DATA_CLONE_ERR, exception.ABORT_ERR);
console.log(new DOMException().name, new DOMException().message === '', new DOMException('m', 'Unheard').code, typeof exception.stack, attempt(() => DOMException('x')).slice(0, 9));
