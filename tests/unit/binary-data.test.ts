// Binary data newer than Node 20, whose expectations cannot be made natively (Float16Array, transfer), what the embedder decides
// (whether the guest can block), and limits.

import { describe, expect, test } from 'vitest';
import { fallbackRealm, nodeRealm, Vm } from 'anneal';
import { fromHalfBits, roundToHalf, toHalfBits } from '../../src/runtime/float16.ts';
import { modes } from '../support/modes.ts';

/** Guest programs and what they print. */
const programs: readonly (readonly [title: string, source: string, output: string])[] = [
  [
    'the offset of a subarray is that from before the conversions, which detach the buffer',
    `const array = new Int16Array(new ArrayBuffer(8), 2, 2);
     array.constructor = { [Symbol.species]: function (buffer, offset, length) { console.log(buffer === array.buffer, offset, length); return new Int16Array(1); } };
     console.log(array.subarray(1, { valueOf() { array.buffer.transfer(); return 2; } }).length);`,
    'true 4 1\n1\n',
  ],
  [
    'elements of Float16Array',
    `const h = new Float16Array([1.337, 65519, 65520, 1e-8, NaN, -0, 6e-8]);
     console.log(h.length, h.byteLength, [...h].join(), Object.is(h[5], -0), h[7], h['0.1'], 7 in h, '0' in h, Object.keys(h).length);
     h[0] = { valueOf: () => 3.14159 }; h[9] = 1; h[1] = '2.5'; h.name = 'half';
     console.log(h[0], h[1], h[9], h.name, JSON.stringify(Object.getOwnPropertyDescriptor(h, 0)), delete h.name, Reflect.deleteProperty(h, 0));
     try { h[0] = 1n; } catch (e) { console.log(e.name); }
     console.log(Reflect.set(h, 0, 0.1), h[0], Reflect.defineProperty(h, 1, { value: 0.3 }), h[1], Reflect.defineProperty(h, 1, { value: 0.3, writable: false }));`,
    `7 14 1.3369140625,65504,Infinity,0,NaN,0,5.960464477539063e-8 true undefined undefined false true 7
3.140625 2.5 undefined half {"value":3.140625,"writable":true,"enumerable":true,"configurable":true} true false
TypeError
true 0.0999755859375 true 0.300048828125 false
`,
  ],
  [
    'methods of Float16Array',
    `const h = Float16Array.from([3, -0, 0, NaN, 1.5, -Infinity]);
     console.log(h.indexOf(1.5), h.includes(NaN), h.indexOf(NaN), h.lastIndexOf(0), h.join(), h.toSorted().join(), Object.is(h.toSorted()[1], -0));
     console.log(h.map((x) => x * 2).join(), h.slice(1, 3).join(), h.subarray(4).join(), h.fill(0.1, 4).at(-1), h.filter((x) => x > 0).constructor.name, h.with(0, 7)[0], h.toReversed().join());
     console.log(new Float64Array(h).join(), new Float16Array(new Float32Array([1.1])).join(), new Uint8Array(new Float16Array([2.9])).join(), Float16Array.of(1, 2).reverse().join());
     const target = new Float16Array(4); target.set([1, 2]); target.set(new Float16Array([9]), 3); target.set(new Int8Array([5]), 2); target.copyWithin(0, 2);
     console.log(target.join(), new Uint16Array(target.buffer).join(), Object.prototype.toString.call(target), ArrayBuffer.isView(target), target);
     let sum = 0; for (const x of target) sum += x; for (let i = 0; i < target.length; i++) sum += target[i];
     console.log(sum, Float16Array.BYTES_PER_ELEMENT, Object.getPrototypeOf(Float16Array) === Object.getPrototypeOf(Int8Array), structuredClone(target), structuredClone(target)[0]);
     class Half extends Float16Array { total() { return this.reduce((x, y) => x + y, 0); } }
     console.log(new Half([1, 2]).map((x) => x + 1).total(), new Half(2) instanceof Float16Array);`,
    `4 true -1 2 3,0,0,NaN,1.5,-Infinity -Infinity,0,0,1.5,3,NaN true
6,0,0,NaN,3,-Infinity 0,0 1.5,-Infinity 0.0999755859375 Float16Array 7 0.0999755859375,0.0999755859375,NaN,0,0,3
3,0,0,NaN,0.0999755859375,0.0999755859375 1.099609375 2 2,1
5,9,5,9 17664,18560,17664,18560 [object Float16Array] true Float16Array(4) [ 5, 9, 5, 9 ]
56 2 true Float16Array(4) [ 5, 9, 5, 9 ] 5
5 true
`,
  ],
  [
    'DataView with float16',
    `const view = new DataView(new ArrayBuffer(4)); view.setFloat16(0, Math.PI); view.setFloat16(2, 65520, true);
     console.log(view.getFloat16(0), view.getUint16(0), view.getFloat16(2, true), view.getFloat16.length, view.setFloat16.length);`,
    '3.140625 16968 Infinity 1 2\n',
  ],
  [
    'transfer of ArrayBuffers',
    `const buffer = new ArrayBuffer(8); const bytes = new Uint8Array(buffer).fill(7);
     const moved = buffer.transfer(); console.log(buffer.detached, moved.detached, buffer.byteLength, moved.byteLength, bytes.length, bytes[0], 0 in bytes, new Uint8Array(moved).join());
     const grown = moved.transfer(10); console.log(new Uint8Array(grown).join(), new Uint8Array(grown.transfer('3')).join());
     const resizable = new ArrayBuffer(4, { maxByteLength: 8 }); const kept = resizable.transfer(6);
     console.log(kept.resizable, kept.maxByteLength, kept.byteLength, resizable.maxByteLength, resizable.resizable, kept.transferToFixedLength().resizable);
     for (const f of [() => buffer.transfer(), () => buffer.slice(), () => new Uint8Array(buffer), () => bytes.fill(0), () => [...bytes], () => new DataView(buffer), () => new ArrayBuffer(1, { maxByteLength: 2 }).transfer(3), () => ArrayBuffer.prototype.transfer.call({})]) {
       try { f(); console.log('no error'); } catch (e) { console.log(e.name); }
     }
     bytes[0] = 5; console.log(bytes[0], Object.keys(bytes).length, bytes);`,
    `true false 0 8 0 undefined false 7,7,7,7,7,7,7,7
7,7,7,7,7,7,7,7,0,0 7,7,7
true 8 6 0 true false
TypeError
TypeError
TypeError
TypeError
TypeError
TypeError
RangeError
TypeError
undefined 0 Uint8Array(0) []
`,
  ],
  [
    'listing the keys of very long arrays',
    `const long = new Uint8Array(5_000_000); long[4_999_999] = 7;
     for (const f of [() => Object.keys(long), () => Reflect.ownKeys(long), () => JSON.stringify(long), () => ({ ...long }), () => { for (const k in long); }]) {
       try { f(); console.log('no error'); } catch (e) { console.log(e.name); }
     }
     console.log(long.length, long.at(-1), long.subarray(-2), Object.keys(long.subarray(10, 12)), long);`,
    `${'RangeError\n'.repeat(5)}5000000 7 Uint8Array(2) [ 0, 7 ] [ '0', '1' ] Uint8Array(5000000) [\n${`  ${Array(12).fill('0').join(', ')},\n`.repeat(8)}  0, 0, 0, 0,\n  ... 4999900 more items\n]\n`,
  ],
  [
    'limits of sizes',
    `for (const f of [() => new ArrayBuffer(2 ** 31), () => new Uint8Array(2 ** 31), () => new Float64Array(2 ** 28), () => new ArrayBuffer(1, { maxByteLength: 2 ** 40 }), () => new SharedArrayBuffer(2 ** 34), () => Float64Array.from({ length: 2 ** 30 }), () => new Uint8Array({ length: 2 ** 52 })]) {
       try { f(); console.log('no error'); } catch (e) { console.log(e.name); }
     }`,
    'RangeError\n'.repeat(7),
  ],
];

describe.each(modes.map((mode) => [mode.name, mode] as const))('%s', (_name, mode) => {
  test.each(programs)('%s', (_title, source, output) => {
    const result = mode.run(source);
    expect(result.error).toBeUndefined();
    expect(result.output).toBe(output);
    expect(result.fuel).toBe(modes[0].run(source).fuel);
  });
});

test('every binary16 number is read back as its bits', () => {
  for (let bits = 0; bits < 0x10000; bits++) {
    const x = fromHalfBits(bits);
    if (x !== x) expect(toHalfBits(x)).toBe(0x7e00);
    else if (toHalfBits(x) !== bits) expect(bits).toBe(toHalfBits(x));
  }
});

test('between two binary16 numbers the nearest one, and the even one in the middle', () => {
  for (let bits = 0; bits < 0x7c00; bits++) {
    const [low, high] = [fromHalfBits(bits), bits + 1 === 0x7c00 ? 65536 : fromHalfBits(bits + 1)];
    const middle = (low + high) / 2;
    const even = bits % 2 === 0 ? low : bits + 1 === 0x7c00 ? Infinity : high;
    if (roundToHalf(middle) !== even) expect(roundToHalf(middle)).toBe(even);
    const [below, above] = [middle - (high - low) / 1e6, middle + (high - low) / 1e6];
    if (roundToHalf(below) !== low) expect(roundToHalf(below)).toBe(low);
    if (bits + 1 < 0x7c00 && roundToHalf(above) !== high) expect(roundToHalf(above)).toBe(high);
  }
});

describe('Atomics.wait', () => {
  const source = `const a = new Int32Array(new SharedArrayBuffer(4));
    let result; try { result = [Atomics.wait(a, 0, 1), Atomics.wait(a, 0, 0, 20)].join(); } catch (e) { result = e.name; } result`;
  test('is a TypeError where the guest cannot block', () => {
    expect(new Vm({ realm: nodeRealm }).evaluate(source)).toEqual({ type: 'done', value: 'TypeError' });
  });
  test('lets time pass as the embedder does it', () => {
    const waited: number[] = [];
    const vm = new Vm({ realm: fallbackRealm, block: (ms) => void waited.push(ms) });
    expect(vm.evaluate(source)).toEqual({ type: 'done', value: 'not-equal,timed-out' });
    expect(waited).toEqual([20]);
  });
  test('that nobody can end ends the run', () => {
    const vm = new Vm({ realm: nodeRealm, block: () => undefined });
    expect(() => vm.evaluate('try { Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); } catch { 1 }')).toThrow(expect.objectContaining({ reason: expect.stringContaining('no other agent') }));
  });
  test('the asynchronous one is woken by notify', () => {
    let output = '';
    const vm = new Vm({ realm: nodeRealm, write: (_stream, text) => void (output += text) });
    vm.evaluate(`const a = new Int32Array(new SharedArrayBuffer(8));
      console.log(Atomics.waitAsync(a, 0, 1), Atomics.waitAsync(a, 0, 0, 0));
      const waits = [0, 0, 1].map((i) => Atomics.waitAsync(a, i, 0));
      waits.forEach(({ async, value }, i) => value.then((v) => console.log(i, async, v)));
      console.log(Atomics.notify(a, 0, 1), Atomics.notify(a, 1), Atomics.notify(a, 0), Atomics.notify(a, 0));`);
    expect(output).toBe("{ async: false, value: 'not-equal' } { async: false, value: 'timed-out' }\n1 1 1 0\n0 true ok\n2 true ok\n1 true ok\n");
  });
});
