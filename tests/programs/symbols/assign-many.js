// Object.assign of objects with many own symbols, which are charged for, and of a Proxy when there are many symbols; hot.
const symbols = Array.from({ length: 100 }, (_, i) => Symbol(i));
const withSymbols = (count) => {
  const o = { a: 1, b: 2 };
  for (let i = 0; i < count; i++) o[symbols[i]] = i;
  return o;
};
const log = [];
const proxy = new Proxy(withSymbols(3), {
  ownKeys(o) {
    log.push('ownKeys');
    return Reflect.ownKeys(o);
  },
});
const sources = [withSymbols(0), withSymbols(2), withSymbols(64), withSymbols(65), withSymbols(100), proxy];
const one = (a) => Object.assign({}, a);
const two = (a, b) => Object.assign({}, a, b);
const onto = (a) => Object.assign({ z: 1 }, a);
let count = 0;
for (let i = 0; i < 60; i++) {
  for (const source of sources) {
    for (const copy of [one(source), two(source, { b: i }), two({ a: i }, source), onto(source)]) count += Reflect.ownKeys(copy).length;
  }
}
console.log(count, log.length);
