// Reads and writes through many scope levels, from blocks, catch clauses, switch blocks and class bodies.
let log = [];
function level1(a) {
  let b = a + 1;
  return function level2(c) {
    const d = b + c;
    {
      let e = d * 2;
      return function level3(f) {
        try {
          throw { g: f + e };
        } catch ({ g }) {
          let h = g + 1;
          switch (h % 2) {
            case 0:
              let i = 'even';
              return (j) => { a++; b += 2; e += 3; h++; return [a, b, c, d, e, f, g, h, i, j].join(','); };
            default:
              const k = 'odd';
              return (j) => { a--; return [a, b, c, d, e, f, g, h, k, j].join(','); };
          }
        }
      };
    }
  };
}
const l2 = level1(1);
const l3 = l2(10);
const even = l3(1);
const odd = l3(2);
console.log(even('x'));
console.log(even('y'));
console.log(odd('z'));
console.log(l2(20)(3)('w'));

// A class body closes over the enclosing scope and sees its own name.
function make(tag) {
  let made = 0;
  return class Thing {
    static count() { return tag + made; }
    constructor() { made++; this.self = () => Thing; this.id = tag + made; }
    clone() { return new Thing(); }
  };
}
const A = make('a');
const B = make('b');
const x = new A().clone().clone();
new B();
console.log(x.id, A.count(), B.count(), x.self() === A);

// The same function scope captured twice by separate calls stays separate.
const pair = [1, 2].map((seed) => {
  let state = seed;
  const next = () => (state = (state * 16807) % 2147483647);
  return next;
});
for (let i = 0; i < 3; i++) log.push(pair[0]() + '/' + pair[1]());
console.log(log.join(' '));

// Closures in default parameters, in computed keys and in loop heads.
let k = 0;
const o = { [(() => 'key' + ++k)()]: () => k, [(() => 'key' + ++k)()]: () => -k };
console.log(Object.keys(o).join(), o.key1(), o.key2());
const heads = [];
for (let i = ((z) => () => z++)(5); i() < 8; heads.push(i()));
console.log(heads.join());
