// Recursion deeper than the host's stack is for compiled frames, again and again, with all that may happen at its bottom.

function each(name, f, rounds = 5) {
  let last;
  for (let i = 0; i < rounds; i++) last = f(i);
  console.log(name, last);
}

// Deep enough for what is left of the host's stack, and for more than that.
for (const depth of [900, 4500]) {
  const down = (n, bottom) => (n === 0 ? bottom() : 1 + down(n - 1, bottom));

  each('values', () => down(depth, () => 0.5));
  each('a loop at the bottom', (i) => down(depth, () => { let sum = 0; for (let k = 0; k < 20000; k++) sum += k & i; return sum; }));
  each('a long loop at the bottom', () => down(depth, () => { let sum = 0; for (let k = 0; k < 400000; k++) sum = (sum + k) | 0; return sum; }), 2);
  each('functions that are new at the bottom', (i) => down(depth, () => new Function('a', `return a + ${i}; // ${depth}`)(1)));
  each('closures at the bottom', () => down(depth, () => { const f = (a) => () => a++; const g = f(5); g(); return g(); }));
  each('builtins that call the guest', () => down(depth, () => [3, 1, 2].sort((a, b) => a - b).map((x) => x * 2).join('')));
  each('conversions', () => down(depth, () => +{ valueOf: () => 7 } + Number(`${{ toString: () => '8' }}`)));
  each('getters and setters', () => down(depth, () => { const o = { x: 1, get g() { return this.x; }, set g(v) { this.x = v; } }; o.g = o.g + 2; return o.g; }));
  each('generators', () => down(depth, () => { function* g() { yield 1; yield* [2, 3]; return 4; } let sum = 0; for (const x of g()) sum += x; return sum; }));
  each('constructors', () => down(depth, () => { class A { #p = 1; constructor(x) { this.x = x; } get p() { return this.#p; } } class B extends A { constructor() { super(2); } } return new B().x + new B().p; }));
  each('spread and apply', () => down(depth, () => Math.max(...[1, 2], ...'34') + ((...a) => a.length).apply(null, [1, 2])));
  each('destructuring', () => down(depth, () => { const { a = 1, ...rest } = { b: 2, c: 3 }; const [x, , y = 9] = [4, 5]; return a + rest.b + x + y; }));
  each('errors caught at the bottom', () => down(depth, () => { try { null.x; } catch (e) { return e instanceof TypeError ? 1 : 2; } }));
  each('errors caught at the top', () => { try { down(depth, () => { throw new Error('deep'); }); } catch (e) { return e.message; } });

  each('finally all the way', () => {
    let left = 0;
    const f = (n) => { try { return n === 0 ? 0 : 1 + f(n - 1); } finally { left++; } };
    return f(depth >> 1) + left;
  });
  each('handlers all the way', () => {
    const f = (n) => { try { if (n === 0) throw 1; return f(n - 1); } catch (e) { if (n & 1) throw e + 1; return n === depth ? e : f2(e); } };
    const f2 = (e) => { throw e; };
    try { return f(depth >> 1); } catch (e) { return e; }
  });

  class List {
    constructor(value, next) { this.value = value; this.next = next; }
    sum() { return this.next === null ? this.value : this.value + this.next.sum(); }
    get length() { return this.next === null ? 1 : 1 + this.next.length; }
    static of(n) { let list = new List(n, null); while (--n > 0) list = new List(n, list); return list; }
    *[Symbol.iterator]() { yield this.value; if (this.next !== null) yield* this.next; }
    copy() { return new List(this.value, this.next && this.next.copy()); }
  }
  const list = List.of(depth);
  each('methods', () => list.sum());
  each('getters', () => list.length, 5);
  each('objects made on the way', () => list.copy().sum());
  each('generators of generators', () => { let n = 0; for (const x of List.of(depth >> 4)) n += x; return n; });
  each('constructors of constructors', () => {
    class Nest { constructor(n) { this.n = n === 0 ? 0 : 1 + new Nest(n - 1).n; } }
    return new Nest(depth >> 1).n;
  });
  each('callbacks', () => {
    const walk = (n) => (n === 0 ? 0 : [n].map((x) => 1 + walk(x - 1))[0]);
    return walk(depth >> 2);
  }, 5);
  each('mutual', () => {
    const even = (n) => (n === 0 ? true : odd(n - 1));
    const odd = (n) => (n === 0 ? false : even(n - 1));
    return even(depth);
  });
  each('arguments', () => {
    function f(n) { return n === 0 ? arguments.length : f(n - 1, ...arguments) + 0; }
    function g(n) { return n === 0 ? 0 : arguments[1] + g.apply(this, [n - 1, 2]); }
    return f(20) + g(depth >> 1, 2);
  });
}

// A parser of nested brackets, as it gets hot.
function parse(text) {
  let at = 0;
  const expression = () => { let v = term(); while (text[at] === '+') { at++; v += term(); } return v; };
  const term = () => factor();
  const factor = () => { if (text[at] === '(') { at++; const v = expression(); at++; return v; } return Number(text[at++]); };
  return expression();
}
each('a parser', (i) => parse('('.repeat(700) + i % 10 + '+1' + ')'.repeat(700)), 60);

// Asynchronous functions begin on the stack of their callers.
const count = async (n) => (n === 0 ? 0 : 1 + (await count(n - 1)));
(async () => {
  for (let i = 0; i < 3; i++) console.log('async', await count(3000));
})();
