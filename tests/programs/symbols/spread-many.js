// Objects with few and with many symbols are copied, by spreads, patterns and Object.assign, in hot code.
const few = { a: 1, [Symbol('x')]: 2, [Symbol.iterator]: 3 };
const many = { a: 1 };
for (let i = 0; i < 70; i++) many[Symbol(`s${i}`)] = i;
function copies(source) {
  const whole = { ...source };
  const { a, ...rest } = source;
  const begun = { z: a, ...source };
  return [whole, rest, begun, Object.assign({}, source)];
}
let counts = '';
for (let i = 0; i < 260; i++) {
  counts = copies(i % 2 === 0 ? few : many)
    .map((copy) => `${Object.keys(copy)}+${Object.getOwnPropertySymbols(copy).length}`)
    .join(' ');
  if (i < 2 || i > 257) console.log(counts);
}
const [symbol] = Object.getOwnPropertySymbols(many);
console.log(copies(many)[1][symbol], copies(few)[0][Symbol.iterator]);
