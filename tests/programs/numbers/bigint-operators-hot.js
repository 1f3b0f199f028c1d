// Operators on bigints in hot code: short ones, such as are long enough to be charged, zero divisors, and operands that stop being bigints.
const apply = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '**': (a, b) => a ** b,
};
const long = 3n ** 200n;
const limit = 1n << 256n;
const pairs = [[7n, 3n], [-7n, 3n], [long, 5n], [5n, long], [limit, 1n], [limit - 1n, 2n], [-limit, -limit], [0n, 9n]];
for (const [sign, f] of Object.entries(apply)) {
  let sum = 0n;
  for (let round = 0; round < 150; round++) {
    for (const [a, b] of pairs) {
      const small = sign === '<<' || sign === '**' || sign === '>>';
      sum += f(a, small ? b % 7n < 0n ? 1n : b % 7n : b) % 1000003n;
    }
  }
  console.log(sign, sum);
  for (const [a, b] of [[5n, 0n], [5n, -1n], [6n, 2], ['x', 1n], [1, 2], [2n, { valueOf: () => 3n }], [long, -3n], [4n, undefined]]) {
    try {
      console.log(sign, String(f(a, b)));
    } catch (error) {
      console.log(sign, error.name);
    }
  }
}
