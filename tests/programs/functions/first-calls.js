// Functions are compiled when they are first called: wherever that is, and however it comes about, they behave as if they had always been
// there. Each kind is called for the first time at several depths of recursion, some of which are too much for the budget of host frames.

const log = [];

/** Runs `f` below `n` frames. */
function below(n, f) {
  return n === 0 ? f() : below(n - 1, f);
}

/** The same with a native between some of the frames, which takes more of the host's stack. */
function nested(n, f) {
  return n === 0 ? f() : [n].map(() => nested(n - 1, f))[0];
}

/** Each makes functions that nobody has called. */
const kinds = {
  'function declaration': (n) => eval(`(function () { function f(a, b) { return a + b + ${n}; } return f(1, 2); })`)(),
  'rest and arguments': (n) => {
    const make = eval(`(function () { return [function f() { return arguments.length + ${n}; }, (...r) => r.length, function (a) { arguments[0] = 5; return a; }]; })`);
    const [f, g, h] = make();
    return [f(1, 2, 3), g(1, 2), h(1), f.length, g.length, h.length, f.name].join();
  },
  'arrow function': (n) => eval(`(function () { const self = () => this.x + arguments[0] + ${n}; return self(); })`).call({ x: 1 }, 2),
  'constructor': (n) => {
    const F = eval(`(function F(x) { this.x = x; this.target = new.target === F; this.n = ${n}; })`);
    const made = new F(3);
    return JSON.stringify([made, F.prototype.constructor === F]);
  },
  'constructor that returns an object': (n) => new (eval(`(function () { return { n: ${n} }; })`))().n,
  'Reflect.construct': (n) => {
    const [F, G] = eval(`[function F() { this.made = new.target.name; }, function G() { return ${n}; }]`);
    const made = Reflect.construct(F, [], G);
    return `${made.made} ${made instanceof G} ${made instanceof F}`;
  },
  'class': (n) => {
    const C = eval(`(class B { #p = ${n}; constructor() { this.y = this.get(); } get() { return this.#p; } static s() { return super.toString === Function.prototype.toString; } })`);
    return `${new C().y} ${C.s()} ${C.length} ${C.name}`;
  },
  'derived class': (n) => {
    const D = eval(`(() => { class A { constructor(v) { this.v = v; this.t = new.target.name; } } return class D extends A { constructor() { const go = () => super(${n}); go(); this.w = 1; } m() { return super.constructor.name; } }; })()`);
    const d = new D();
    return `${d.v} ${d.t} ${d.w} ${d.m()}`;
  },
  'class called without new': (n) => {
    try {
      return eval(`(class C${n} {})`)();
    } catch (e) {
      return `${e.name}: ${e.message}`;
    }
  },
  'accessors': (n) => {
    const o = eval(`({ get a() { return this.n + 1; }, set a(v) { this.n = v; }, n: ${n} })`);
    o.a = o.a + 1;
    return o.n;
  },
  'an accessor read by a native': (n) => JSON.stringify(eval(`({ get a() { return ${n}; }, toJSON() { return { b: this.a }; } })`)),
  'conversions': (n) => `${eval(`({ toString() { return 's${n}'; } })`)}${+eval(`({ valueOf() { return ${n}; } })`)}${[eval(`({ [Symbol.toPrimitive]() { return 'p'; } })`)]}`,
  'comparison of sort': (n) => [3, 1, 2].sort(eval(`((a, b) => (a - b) * ${n > 100 ? -1 : 1})`)).join(),
  'generator': (n) => [...eval(`(function* (k) { for (let i = 0; i < 3; i++) yield i + k; })`)(n)].join(),
  'iterator': (n) => [...eval(`({ [Symbol.iterator]() { let i = 0; return { next() { return { done: i++ > 1, value: i + ${n} }; } }; } })`)].join(),
  'bound function': (n) => eval('(function (a, b) { return this.q + a + b; })').bind({ q: 1 }, 2)(n),
  'call and apply': (n) => eval('[function (a) { return this + a; }, function (a, b) { return a + b; }]').map((f, i) => (i === 0 ? f.call(n, 1) : f.apply(null, [n, 2]))).join(),
  'tagged template': (n) => eval('(function (s, ...v) { return s.raw.join("|") + v.join(); })')`a${n}b`,
  'default parameters': (n) => eval(`((a, b = (() => a + ${n})()) => b)`)(1),
  'Proxy': (n) => {
    const p = new Proxy(eval(`(function () { return ${n}; })`), eval('({ apply(t, self, args) { return t() + args[0]; }, construct() { return { made: true }; }, get(t, k) { return k + "!"; } })'));
    return `${p(1)} ${new p().made} ${p.zzz}`;
  },
  'new Function': (n) => new Function('a', 'return (function inner(b) { return a + b; })(2);')(n),
  'error and its trace': (n) => eval(`(function thrower() { try { null.x${n}; } catch (e) { return e.stack.includes('thrower') + e.message; } })`)(),
  'a function of a function of a function': (n) => eval(`(function () { return function () { return function () { return ${n}; }; }; })`)()()(),
};

for (const [name, run] of Object.entries(kinds)) {
  const results = [0, 100, 150, 700, 790, 2000, 5000].map((n) => below(n, () => run(n)));
  const deep = [40, 90, 120, 180].map((n) => nested(n, () => run(n)));
  console.log(`${name}: ${results.join(' / ')} / ${deep.join(' / ')}`);
}

// At the limit a first call fails as any other, and the function is none the worse for it.
function fallen() {
  return 'called';
}
class Fallen {
  constructor() {
    this.made = true;
  }
}
function down() {
  try {
    down();
  } catch (e) {
    if (log.length < 3) log.push(e.name);
    throw e;
  }
  return fallen() + new Fallen().made;
}
try {
  down();
} catch (e) {
  log.push(e.message);
}
console.log(log.join(), fallen(), new Fallen().made);

function ends(n) {
  return n === 0 ? (() => (() => 'end')())() : ends(n - 1);
}
console.log(ends(5000));

// Asynchronous ones, and functions that are called long after they were made.
const later = [async (v) => (await v) + 1, async function* () { yield* [1, 2]; }, (v) => v * 2];
(async () => {
  console.log(await below(500, () => later[0](1)));
  for await (const v of later[1]()) console.log(v);
  console.log(later[2](4));
})();

// What a function shows before it is called.
function shown(a, { b }, c = 1, ...d) {
  // A comment that is part of its text.
  return a;
}
console.log(shown.length, shown.name, shown.toString().split('\n').length, 'prototype' in shown, Object.hasOwn(shown, 'length'), Object.hasOwn(shown, 'name'));
