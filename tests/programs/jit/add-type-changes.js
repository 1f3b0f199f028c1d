// A hot addition sees ints, then overflow, doubles, strings, objects, undefined, BigInt, Symbol.
function add(a, b) { return a + b; }
let s = 0;
for (let i = 0; i < 5000; i++) s = add(s, i);
console.log(s);
console.log(add(2147483647, 1), add(-2147483648, -1), add(2 ** 53, 2));
for (let i = 0; i < 2000; i++) s = add(s, 0.5);
console.log(s, add(0.1, 0.2), Object.is(add(-0, -0), -0), add(NaN, 1));
let t = '';
for (let i = 0; i < 2000; i++) t = add(t, i % 10);
console.log(t.length, add('a', 'b'), add(1, '2'), add('1', 2));
const log = [];
const o = { valueOf() { log.push('v'); return 10; } };
console.log(add(o, 1), add(1, o), add(o, o), add(o, 'x'), log.join(''));
console.log(add(undefined, 1), add(null, 1), add(true, true), add([1], [2]), add({}, ''), add(() => 1, '').length > 0);
console.log(add(1n, 2n), add(2n ** 70n, 1n));
for (const [a, b] of [[1n, 1], [1, 1n], [Symbol(), 1], [{ valueOf() { throw new RangeError(); } }, 1]]) try { add(a, b); } catch (e) { console.log(e.name); }
for (let i = 0; i < 5000; i++) s = add(s, i);
console.log(s, add(), add(1));
// the other operators
const ops = { sub: (a, b) => a - b, mul: (a, b) => a * b, div: (a, b) => a / b, mod: (a, b) => a % b, and: (a, b) => a & b, shl: (a, b) => a << b, ushr: (a, b) => a >>> b, lt: (a, b) => a < b, eq: (a, b) => a == b, seq: (a, b) => a === b, pow: (a, b) => a ** b };
for (const k in ops) {
  const f = ops[k];
  let acc = 0;
  for (let i = 1; i < 3000; i++) acc = (acc + Number(f(k === 'pow' ? i % 60 : i, (i & 7) + 1)) % 1000) | 0; // powers stay exact
  const r = [];
  for (const [a, b] of [[2147483647, 2], [0.5, 2], ['8', '3'], ['b', 'a'], [{ valueOf: () => 7 }, 2], [undefined, 1], [null, 0], [6n, 4n], [6n, 4], [NaN, NaN], [-0, 5], [[5], true]]) try { const v = f(a, b); r.push(Object.is(v, -0) ? '-0' : String(v)); } catch (e) { r.push(e.name); }
  console.log(k, acc, r.join(' '));
}
