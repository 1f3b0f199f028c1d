// What the interpreter's loop runs before V8 optimises it (interpreter/priming.ts): each of its cases, on values as programs have them, so that V8 neither leaves
// a case out nor takes the first of its values for all that there are. It calls nothing of the guest: what is assigned to has no prototype or the property already, no
// hole is read, and arrays iterate as the standard says, which priming.ts has asked before.

function PrimeLoop(rounds, lists) {
  const [list, pairs, mixed] = lists;
  let count = 0;
  const shapes = [
    { __proto__: null, a: 1 }, { __proto__: null, b: 2, a: 3 }, { __proto__: null, c: 4, b: 5, a: 6 }, { __proto__: null, d: 7, c: 8, b: 9, a: 1 },
    { __proto__: null, e: 2, a: 3, b: 4 }, { __proto__: null, f: 1, a: 2, b: 3, c: 4 },
  ];
  const arrays = [[1, 2, 3], [0.5, 1.5, 2.5], [shapes[0], shapes[1], shapes[2]], list, pairs, mixed, MakeList(3), [1, , 3], [0.5, , 2.5]];
  const numbers = [1, 2, 0.5, 3000000000];
  const names = ['a', 'b'];
  const add = (a, b) => a + b;
  const one = () => 1;
  const same = (x) => x;
  const third = (x, y, z) => z;
  const fourth = (w, x, y, z) => z;
  const optional = (x = 1) => x;
  const rest = function () {
    return arguments.length;
  };
  const again = function self(n) {
    return n === 0 ? 0 : self(n - 1);
  };
  function Make(x) {
    this.x = x;
    if (new.target === undefined) count++;
  }
  Make.prototype = { __proto__: null };
  class Base {}
  class Derived extends Base {
    constructor() {
      super();
    }
  }
  const sized = [
    () => 1, (a) => a, (a, b) => b, (a, b, c) => c, (a, b, c, d) => d, (a, b, c, d, e) => e, (a, b, c, d, e, f) => f, (a, b, c, d, e, f, g) => g, (a, b, c, d, e, f, g, h) => h,
    (a, b, c, d, e, f, g, h, i) => i, (a, b, c, d, e, f, g, h, i, j) => j, (a, b, c, d, e, f, g, h, i, j, k) => k, (a, b, c, d, e, f, g, h, i, j, k, l) => l,
  ];
  const methods = {
    one() {
      return 1;
    },
  };
  // What a slow path calls resumes the instruction: with a value, and with one that is dropped.
  const convertible = {
    __proto__: null,
    valueOf() {
      return 1;
    },
  };
  const marked = () => 2;
  DefineHidden(marked, 'own', 1);
  const functions = [add, one, methods.one, rest, marked, IsObject, SameValue];
  for (let round = 0; round < rounds; round++) {
    let u;
    let n = null;
    let t = true;
    let f = false;
    const captured = round;
    const counter = () => {
      const inner = () => {
        count += captured;
        return count;
      };
      return inner();
    };
    // Jumps, both ways.
    for (let i = 0; i < 2; i++) {
      const yes = i === 0;
      if (yes) u = 1;
      else u = undefined;
      if (!yes) n = 1;
      else n = null;
      t = yes && f;
      f = yes || t;
      t = n ?? yes;
      t = n == null ? 1 : 2;
      t = n != null ? 1 : 2;
      t = u === undefined ? 1 : 2;
      t = u !== undefined ? 1 : 2;
      if (u === undefined) t = 1;
      if (u !== undefined) t = 2;
      if (n == null) t = 3;
      if (n != null) t = 4;
      if (yes === true) t = u;
      if (yes !== true) t = n;
      switch ((i + round) & 7) {
        case 0:
          t = 1;
          break;
        case 1:
          t = 2;
          break;
        case 2:
          t = 3;
          break;
        case 3:
          t = 4;
          break;
      }
      const { a = i, q = 3 } = shapes[i];
      t = a + q;
    }
    for (const x of list) {
      if (x === 3) break;
    }
    const early = () => late;
    let late = round;
    late = early() + 1;
    switch (round & 1) {
      case 0:
        let within = 1;
      case 2:
        within = 2;
        t = within;
    }
    PrimedGlobal = PrimedGlobal + 1;
    // Arithmetic.
    for (let j = 0; j < numbers.length; j++) {
      const i = numbers[j];
      let r = i + round;
      r = r - i;
      r = r * i;
      r = 7 / i;
      r = r % i;
      r = -i;
      r = (i & round) | (i ^ round);
      r = i << round;
      r = (i >> round) + (i >>> round);
      r = i < round;
      r = i <= round;
      r = i > round;
      r = i >= round;
      r = i == round;
      r = i != round;
      r = i === round;
      r = i !== round;
      if (i < round) r = 1;
    }
    // With constants: what compares or truncates takes doubles, too.
    for (let j = 0; j < numbers.length; j++) {
      const i = numbers[j];
      let r = (i | 0) + (i >>> 0);
      r = i < 2;
      r = i <= 2;
      r = i > 2;
      r = i >= 2;
      r = i === 2;
      r = i !== 2;
    }
    // What computes gets counters and indexes mostly: small integers, which V8 computes faster where it has seen nothing else.
    for (let i = 1; i < 4; i++) {
      let r = i + 1;
      r = r - 1;
      r = r * 2;
      r = (i & 3) | 4;
      r = (i << 1) + (i >> 1) + (i >>> 1);
      r = +i;
      r = i;
      r++;
      r = i;
      u = r--;
      r = !r;
      if (i === 2) r = 2;
      if (i !== 2) r = 3;
      if (i <= 1) r = 4;
      if (i > 1) r = 5;
      if (i >= 2) r = 6;
    }
    // Properties and elements.
    for (let i = 0; i < shapes.length; i++) {
      const o = shapes[i];
      u = shapes[0] === o;
      u = o !== undefined;
      u = o === null;
      u = o == null;
      u = o != shapes[0];
      o.a = o.a + 1;
      o.z = o.a;
      u = o.z;
      o[names[0]] += 1;
    }
    for (let i = 0; i < arrays.length; i++) {
      const array = arrays[i];
      u = array.length;
      if (i >= 6) continue;
      u = array[0];
      array[1] = array[0];
      for (const x of array) u = x;
    }
    numbers[round & 1] += 1;
    numbers[round & 1] -= 1;
    numbers[0]++;
    numbers[0]--;
    u = 'text'.length;
    u = convertible + 1;
    u = convertible < 2;
    const cut = [1, 2];
    cut.length = convertible;
    // Calls.
    u = one() + same(round) + add(round, 1) + third(1, 2, 3) + fourth(1, 2, 3, 4) + optional() + optional(2) + counter() + rest(1) + rest() + again(2);
    u = same();
    u = one(1, 2);
    for (let i = 0; i < functions.length; i++) {
      const g = functions[i];
      u = g();
      u = g(list);
      u = g(list, 2);
      u = g(list, 2, 3);
      u = g(list, 2, 3, 4);
      u = g(list, 2, 3, 4, 5);
    }
    for (let i = 0; i < sized.length; i++) u = sized[i](i);
    u = new Make(round);
    u = new Derived();
    u = `${round}`;
    for (const [x, y] of pairs) u = x + y;
  }
  return count;
}
