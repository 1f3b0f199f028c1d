// Arithmetic on booleans, undefined, null and strings in hot code: the host's own operators, until bigints, objects or symbols come by.
const attempt = (f) => { try { const r = f(); return typeof r === 'bigint' ? `${r}n` : Object.is(r, -0) ? '-0' : String(r); } catch (e) { return `${e.name}: ${e.message}`; } };
const binary = [
  ['-', (a, b) => a - b], ['*', (a, b) => a * b], ['%', (a, b) => a % b], ['&', (a, b) => a & b], ['|', (a, b) => a | b], ['^', (a, b) => a ^ b],
  ['<<', (a, b) => a << b], ['>>', (a, b) => a >> b], ['>>>', (a, b) => a >>> b], ['+', (a, b) => a + b], ['&1', (a) => a & 1], ['+2', (a) => a + 2], ['-2', (a) => a - 2],
];
const unary = [['-', (a) => -a], ['~', (a) => ~a], ['+', (a) => +a], ['++', (a) => [a++, a].join('/')], ['--', (a) => { --a; return a; }]];
const plain = [true, false, undefined, null, 3, -0, 1.5, '7', '', 'x'];
const late = [5n, 2n, { valueOf() { return 4; } }, [], Symbol('s'), () => 1];
for (const [name, f] of binary) {
  let sum = 0;
  for (let i = 0; i < 1500; i++) {
    const r = f(plain[i % 5], plain[(i * 3) % 7]);
    if (r === r) sum += r;
  }
  let text = '';
  for (let i = 0; i < 600; i++) text = String(f(plain[i % 10], plain[(i * 7) % 10]));
  console.log(name, sum, text, late.map((v, i) => attempt(() => f(v, i === 0 ? 2n : true))).join(' '), attempt(() => f(true, 1n)), attempt(() => f('a', { toString: () => 'b' })));
}
for (const [name, f] of unary) {
  let text = '';
  for (let i = 0; i < 1500; i++) text = String(f(plain[i % 10]));
  console.log(name, text, plain.map((v) => attempt(() => f(v))).join(' '), late.map((v) => attempt(() => f(v))).join(' '));
}
// What is known of the operands: comparisons and constants.
function known(x, y) {
  let n = 0;
  for (let i = 0; i < 1200; i++) {
    n += (i > x) & (i < y);
    n -= (i === x) | 0;
    n += (i > 5) + (i > 600) * 2 - -(i < 3);
    n ^= ~(i === y);
    let u;
    if (i % 400 === 0) n += isNaN(u + 1) + isNaN(u * 2) + (null | 4);
    let v = i > 7;
    v++;
    n += v;
  }
  return n;
}
console.log(known(3, 90), known(700, 800));
// A string is added to what was a number so far, and a counter that was a number becomes undefined.
function counted(list) {
  let n = 0;
  for (let i = 0; i < list.length; i++) n = n + list[i];
  return n;
}
const flags = Array.from({ length: 2000 }, (_, i) => i % 3 === 0);
console.log(counted(flags), counted([...flags, undefined, 1]), counted([...flags, 'x', true, null]), attempt(() => counted([...flags, 1n])), attempt(() => counted([1n])));
