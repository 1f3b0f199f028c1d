// Array literals with spreads and further elements as operands, and wherever they cannot be patterns.
const list = [1, 2];
const none = null;
console.log(none || [...list, 3], none ?? [0, ...list, 3], 1 + [...list, 4], typeof [...list, 5], ![...list, 6]);
console.log(new Set(list).size + [...list, 7].length, [...list, 8][2], -[...list, 9].length, [...list, ...list, 10].length ** 2);
console.log(none ? [...list, 1] : [...list, 11], (0, [...list, 12]), `${[...list, 13]}`, delete [...list, 14][0], void [...list, 15]);
const f = (...all) => all.length;
console.log(f(...list, 1) + f(1, ...list, 2), 1 + f(...list, ...[...list, 16]), new Array(...list, 17) + '', new (class { constructor(...all) { this.n = all.length; } })(...list, 18).n);
console.log((none || f)(...list, 19), 2 * Math.max(...list, 20), none || { ...list, x: 21 }, none || { x: 22, ...list, y: [...list, 23] });
let a, b;
[a, ...b] = none || [...list, 24];
({ a, ...b } = none || { a, b, ...list, c: 25 });
console.log(a, b);
