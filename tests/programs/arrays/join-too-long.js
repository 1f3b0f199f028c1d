// Joining what cannot fit into a string fails at once, however it is said.
const longest = 2 ** 53 - 1;
for (const separator of [undefined, ',', '--', { toString() { return ' '; } }]) {
  try {
    console.log(Array.prototype.join.call({ length: longest, 0: 'a' }, separator).length);
  } catch (e) {
    console.log(e instanceof RangeError || e instanceof TypeError);
  }
}
const few = { length: 5, 1: 'x', get 2() { return 'got'; } };
console.log(Array.prototype.join.call(few, '-'), Array.prototype.join.call({ length: 1 }, 'separator'), Array.prototype.join.call({ length: 0 }, '-') === '');
