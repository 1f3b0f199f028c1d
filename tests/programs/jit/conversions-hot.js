// parseInt, isNaN, Number and their like in hot code, first with what compiled code does by itself, then with everything else.
const named = {
  parseInt: (x) => parseInt(x), parseInt10: (x) => parseInt(x, 10), parseInt16: (x) => parseInt(x, 16), isNaN: (x) => isNaN(x), isFinite: (x) => isFinite(x),
  Number: (x) => Number(x), String: (x) => String(x), Boolean: (x) => Boolean(x), isInteger: (x) => Number.isInteger(x), isSafeInteger: (x) => Number.isSafeInteger(x),
  numberIsNaN: (x) => Number.isNaN(x), numberIsFinite: (x) => Number.isFinite(x), fromCharCode: (x) => String.fromCharCode(x), isArray: (x) => Array.isArray(x),
  startsWith: (x) => 'text'.startsWith(x), endsWith: (x) => 'text'.endsWith(x), codePointAt: (x) => 'a\u{1f600}b'.codePointAt(x),
};
const odd = [
  0, -0, 1.5, -1.5, -0.5, 0.5, 1e21, -1e21, 1e-7, -1e-7, 9.99e-7, 1e-6, 123456789012345680000, 2 ** 53 + 2, 0.1 + 0.2, 4503599627370497.5, 2 ** 31, -(2 ** 31), 2 ** 32 + 65, NaN, Infinity, -Infinity,
  '12', '  12px', '0x1f', '-0', '', ' ', 'abc', '1e3', '1_000', '9'.repeat(300), '0'.repeat(1200) + '7', 'te', 'xt', 'text!', null, undefined, true, false, 10n, [], [5], ['7'], {}, { valueOf() { return 42; } },
  { toString() { return '0x10'; }, valueOf: null }, { valueOf() { throw new RangeError('valueOf'); }, toString() { throw new RangeError('toString'); } }, Symbol('s'), /x/, () => 1, new Number(3), new String('te'), new Proxy([], {}),
];
const text = (v) => (Object.is(v, -0) ? '-0' : typeof v === 'string' ? JSON.stringify(v) : String(v));
for (const name of Object.keys(named)) {
  const f = named[name];
  let n = 0;
  for (let i = 0; i < 2000; i++) {
    n += Number(f(i / 3) === f(String(i / 3)));
    n += Number(!f(i)) + Number(!!f('te')) + Number(!!f([]));
  }
  const results = [];
  for (const x of odd) try { results.push(text(f(x))); } catch (e) { results.push(e.name); }
  console.log(name, n, results.join(' ').slice(0, 900));
}
// Radix by a variable, and missing arguments.
const radixes = (x, r) => parseInt(x, r);
const bare = () => [parseInt(), isNaN(), isFinite(), Number(), String(), Boolean(), String.fromCharCode(), Array.isArray()].map(text).join();
let sum = 0;
for (let i = 0; i < 2000; i++) { sum += radixes('11', 10); bare(); }
console.log(sum, bare(), [undefined, 0, 2, 10, 16, 36, 37, 1, '8', 10.9, { valueOf: () => 2 }].map((r) => text(radixes('11', r))).join());
// Replaced while hot.
const before = isNaN;
const use = (x) => isNaN(x) + ':' + Array.isArray(x);
for (let i = 0; i < 2000; i++) use(i);
isNaN = () => 'mine';
Array.isArray = () => 'mine too';
console.log(use(1));
isNaN = before;
console.log(use(NaN));
