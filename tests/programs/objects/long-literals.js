// Long literals of nothing but constants are made by one instruction; each evaluation makes a new object.
function table() {
  return {
    first: 1, 'second': -2, 3: 'three', 0x10: 'sixteen', 1e3: 'thousand', minusZero: -0, yes: !0, no: !1, nothing: null, flag: true, text: 'a"b\\c\n\u2028\ud800é',
    rows: [
      [1, 2.5, -3, 'x', null], [4, 5, 6, 'y', true], [7, 8, 9, 'z', false], [10, 11, 12, '', 0], [13, 14, 15, 'w', -1],
      { id: 1, name: 'one', tags: ['a', 'b'], empty: {}, none: [] }, { id: 2, name: 'two', tags: [], empty: {}, none: [] },
      { id: 3, name: 'three', tags: ['c'], empty: {}, none: [], 2: 'b', 1: 'a' },
    ],
    a1: 1, a2: 2, a3: 3, a4: 4, a5: 5, a6: 6, a7: 7, a8: 8, a9: 9, a10: 10, a11: 11, a12: 12, a13: 13, a14: 14, a15: 15, a16: 16, a17: 17, a18: 18,
    twice: 'first', b1: 1, b2: 2, twice: 'second',
  };
}
const one = table(), two = table();
console.log(one !== two, one.rows !== two.rows, one.rows[5].tags !== two.rows[5].tags, Object.is(one.minusZero, -0), one.text.charCodeAt(6), JSON.stringify(one) === JSON.stringify(two));
console.log(JSON.stringify(one), Object.keys(one.rows[7]), Object.getPrototypeOf(one) === Object.prototype, Array.isArray(one.rows), one.rows.length);
one.rows[0].push('changed');
one.rows[5].tags.length = 0;
one.added = 1;
delete one.first;
console.log(JSON.stringify(table()) === JSON.stringify(two), Object.getOwnPropertyDescriptor(two, 'twice'), Object.isExtensible(two));
let sum = 0;
for (let i = 0; i < 400; i++) {
  const t = table();
  t.a1 += i;
  t.rows[1][0] += i;
  sum += t.a1 + t.rows[1][0] + t.a18 + t.rows[7].id;
}
console.log(sum);

// What is not all constants, or cannot be said in JSON.
const value = 5;
const mixed = () => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41,
  42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, [value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
  23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66]], , undefined, 1e999];
console.log(mixed().length, 66 in mixed(), mixed()[65][0], mixed()[65][1].length, mixed()[68], mixed()[65][1] !== mixed()[65][1]);
const proto = {
  p1: 1, p2: 2, p3: 3, p4: 4, p5: 5, p6: 6, p7: 7, p8: 8, p9: 9, q1: 1, q2: 2, q3: 3, q4: 4, q5: 5, q6: 6, q7: 7, q8: 8, q9: 9, r1: 1, r2: 2, r3: 3, r4: 4, r5: 5, r6: 6, r7: 7, r8: 8, r9: 9,
  s1: 1, s2: 2, s3: 3, s4: 4, s5: 5, s6: 6, s7: 7, s8: 8, s9: 9, t1: 1, t2: 2, t3: 3, t4: 4, t5: 5, t6: 6, t7: 7, t8: 8, t9: 9, u1: 1, u2: 2, u3: 3, u4: 4, u5: 5, u6: 6, u7: 7, u8: 8, u9: 9,
  v1: 1, v2: 2, v3: 3, v4: 4, v5: 5, v6: 6, v7: 7, v8: 8, v9: 9, __proto__: null,
};
console.log(Object.getPrototypeOf(proto), Object.keys(proto).length);

// Neither setters nor read-only properties of prototypes see what a literal makes.
Object.defineProperty(Object.prototype, 'a5', { set() { console.log('setter'); }, configurable: true });
Object.defineProperty(Object.prototype, 'a6', { value: 'fixed', writable: false, configurable: true });
Object.defineProperty(Array.prototype, 2, { set() { console.log('setter'); }, configurable: true });
const plain = table();
delete Object.prototype.a5;
delete Object.prototype.a6;
delete Array.prototype[2];
console.log(plain.a5, plain.a6, plain.rows[2].length, plain.rows[0], Object.keys(plain).length);

// Objects with many properties from JSON.
const wide = (k) => JSON.parse(`[${Array.from({ length: 3 }, (_, i) => `{${Array.from({ length: 30 }, (__, n) => `"w${(n * k) % 31}": ${i + n}`).join(', ')}}`).join(', ')}]`);
let total = 0;
for (let i = 1; i < 40; i++) for (const o of wide((i % 3) + 1)) total += o.w1 + o.w29 + Object.keys(o).length + Object.keys({ ...o, more: 1 }).length;
console.log(total, Object.keys(wide(2)[2]).join(), Object.values(wide(2)[1]).join());
