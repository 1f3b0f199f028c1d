// Variables of an outer function that are set once stand in compiled code as what they hold; all others are read.
const hot = (f, ...args) => {
  let last;
  for (let i = 0; i < 400; i++) last = f(...args);
  return last;
};

(function (parameter, late, mapped) {
  var once = 1;
  var twice = 1;
  var never;
  let lexical = 'let';
  const constant = -0;
  const text = 'a rather long text that is not repeated in the code of each function that uses it';
  const nothing = null, yes = true, big = 123456789012345678901234567890n, not = NaN, list = [1, 2, 3], symbol = Symbol('s'), re = /x(\d)/;
  class Counter {
    static made = 0;
    constructor() { Counter.made++; }
    get twice() { return helper(2) * once; }
  }
  function helper(x) { return x + once; }
  function read() {
    return [parameter, late, once, twice, never, lexical, Object.is(constant, -0), text.length, nothing, yes, big, not, list.length, typeof symbol, re.test('x1'), typeof Counter, helper(1), new Counter().twice];
  }
  console.log(String(hot(read)));
  twice = 2;
  late = 'assigned to';
  console.log(String(hot(read)));
  never = 'in the end';
  console.log(String(hot(read)));
  mapped = 'by name';
})('given');

// Assigned in a loop, by an inner function, through the arguments object, by eval, in a with statement: by one place in the text each.
(function () {
  const readers = [];
  for (let round = 0; round < 3; round++) {
    var looped = round + 10;
    if (readers.length === 0) readers.push(() => looped);
    console.log(hot(readers[0]));
  }
  var inner;
  const set = (v) => { inner = v; };
  const get = () => inner;
  for (const v of [undefined, 1, 'two', null, undefined]) {
    set(v);
    console.log(hot(get));
  }
})();
(function (a) {
  const get = () => a;
  console.log(hot(get));
  arguments[0] = 'through arguments';
  console.log(hot(get));
})('argument');
(function (code) {
  var evaluated = 1;
  const get = () => evaluated;
  console.log(hot(get));
  eval(code);
  console.log(hot(get));
})('evaluated = "by eval"');
(function () {
  var inWith = 1;
  const get = () => inWith;
  console.log(hot(get));
  with ({ inWith: 0 }) inWith = 5;
  console.log(hot(get));
  with ({}) inWith = 6;
  console.log(hot(get));
})();
(function () {
  function declared() { return 'first'; }
  const call = () => declared();
  console.log(hot(call));
  declared = () => 'second';
  console.log(hot(call));
  { function block() { return 'block'; } }
  const callBlock = () => block();
  console.log(hot(callBlock));
  for (const name of ['a', 'b']) {
    if (name === 'b') { function sometimes() { return name; } }
    else { function sometimes() { return 'else ' + name; } }
    console.log(hot(() => sometimes()));
  }
})();

// More closures of the same text: what is fixed for one is not what is fixed for another.
const makeCounter = (start) => {
  const step = start * 2, name = `counter ${start}`;
  let count = 0;
  const bump = () => { count += step; return `${name} ${count}`; };
  return { bump, peek: () => [step, name, count].join() };
};
const first = makeCounter(1);
console.log(hot(first.bump), hot(first.peek));
const second = makeCounter(5);
console.log(hot(second.bump), hot(first.bump), second.peek(), first.peek());
const third = makeCounter('x');
console.log(hot(third.peek), hot(first.peek), third.bump());
// The second closure is made while code for the first one runs, by what that calls.
const recursive = (depth) => {
  const here = depth;
  const down = (n) => {
    let sum = 0;
    for (let i = 0; i < 300; i++) sum += here + n;
    return depth < 3 && n === 1 ? sum + recursive(depth + 1)(1) + here : sum;
  };
  return down;
};
const outer = recursive(0);
for (let i = 0; i < 60; i++) outer(2);
console.log(outer(1), outer(1), recursive(7)(2));

// The second closure is made by compiled code.
const spawn = () => {
  const made = [];
  for (let i = 0; i < 3000; i++) {
    const here = i;
    if (i === 0 || i > 2997) made.push(() => here);
    made[0]();
  }
  return made.map((f) => f()).join();
};
console.log(spawn());

// Not initialised yet when the function is hot, in its dead zone, and in generators.
(function () {
  const attempt = () => {
    try {
      return typeof Later === 'function' ? new Later().name : 'none';
    } catch (e) {
      return e.message;
    }
  };
  console.log(hot(attempt));
  class Later { name = 'initialised'; }
  console.log(hot(attempt));
})();
(function () {
  const get = () => late;
  console.log(hot(get));
  var late = 'set once';
  console.log(hot(get));
})();
{
  const iterator = (function* () {
    const before = yield;
    const sum = () => before * 2;
    console.log(hot(sum));
    var after = yield;
    const both = () => before + after;
    console.log(hot(both));
  })();
  iterator.next();
  iterator.next(20);
  iterator.next(1);
}
try {
  throw 'thrown';
} catch (caught) {
  console.log(hot(() => caught));
}
// Loops of long runs, and what is inlined.
(function () {
  const weights = [1, 2, 3], limit = 3;
  const weigh = (i) => weights[i % limit];
  function total(n) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += weigh(i);
    return sum;
  }
  console.log(total(5000), hot(total, 10));
})();
