// Activations that are compiled from their start and from where they go on: exceptions, traces, returns, and values of new types in the middle.
function where(error) {
  return error.stack.split('\n').slice(1, 2).map((line) => line.trim().replace(/\(.*[\\/]/, '(').replace(/^at .*[\\/]/, 'at ')).join(' < ');
}

function* numbers(n, bad) {
  for (let i = 0; i < n; i++) {
    if (i === bad) throw new Error(`bad ${i}`);
    yield i;
  }
  return n;
}
function* through(it) {
  for (const v of it) yield v + 1;
}
function drain(it) {
  let sum = 0;
  for (const v of it) sum += v;
  return sum;
}
for (let i = 0; i < 400; i++) drain(through(numbers(10, -1)));
try {
  drain(through(numbers(10, 5)));
} catch (error) {
  console.log(error.message, '|', where(error));
}

// A parameter that throws, and one that is no number any more.
function* scaled(by = missing()) {
  let v = 1;
  try {
    for (;;) v = (yield v * by) ?? v + 1;
  } catch (error) {
    yield `caught ${error}`;
  } finally {
    yield 'cleanup';
  }
}
function missing() {
  throw new RangeError('no factor');
}
for (let i = 0; i < 300; i++) {
  const it = scaled(i);
  it.next();
  it.next(i);
  it.next();
}
try {
  scaled();
} catch (error) {
  console.log(String(error), where(error));
}
const big = scaled(2n);
try {
  console.log(big.next());
} catch (error) {
  console.log(String(error));
}
const it = scaled(3);
console.log(it.next(), it.next('4'), it.next({ valueOf: () => 5 }), it.next(0.5), it.throw('x'), it.next(), it.next(), it.next());
const closed = scaled(1);
console.log(closed.next(), closed.return('r'), closed.next(), closed.next());

// One that is resumed while it runs.
function* reentrant() {
  let n = 0;
  for (;;) {
    n++;
    if (n === 300) {
      try {
        self.next();
      } catch (error) {
        yield String(error);
      }
    }
    yield n;
  }
}
const self = reentrant();
let last;
for (let i = 0; i < 305; i++) {
  const { value } = self.next();
  if (typeof value === 'string') console.log(value);
  else last = value;
}
console.log(last);

// Deep recursion of hot generators ends as elsewhere.
function* deep(n) {
  if (n > 0) yield* deep(n - 1);
  yield n;
}
for (let i = 0; i < 50; i++) drain(deep(10));
try {
  drain(deep(1e6));
} catch (error) {
  console.log(error instanceof RangeError, error.message);
}
console.log(drain(deep(100)));
