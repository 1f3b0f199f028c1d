// Traces of errors that hot code makes again and again: where compiled code notes by itself where it is, they show the same frames as before.
const seen = new Map();
const known = new Set(['small', 'middle', 'deep', 'all', 'fine', 'failing', 'steps', 'nothing', 'loop', 'after', 'two']);
/** The frames of the functions above and below, by names and lines, as often as they came. The host leaves out constructors of errors. */
const note = (what, stack) => {
  const frames = [];
  for (const line of stack.split('\n').slice(1)) {
    const found = /at (?:get )?(?:[\w]+\.)?(\w+) .*:(\d+):\d+\)?$/.exec(line);
    if (found !== null && known.has(found[1])) frames.push(`${found[1]}:${found[2]}`);
  }
  const text = `${what} ${frames.slice(0, 5).join(' ')}`;
  seen.set(text, (seen.get(text) ?? 0) + 1);
};
const report = () => {
  for (const [text, count] of seen) console.log(text, count);
  seen.clear();
};

class Failure extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}
const small = (x) => new Error(x);
const middle = (x) => (x > 0 ? small(x) : null);
function deep(n, x) {
  if (n > 0) return deep(n - 1, x);
  if (x % 3 === 0) throw new Failure('deep', x);
  return small(x);
}
function caught(n, x) {
  try {
    return deep(n, x);
  } catch (error) {
    return error;
  } finally {
    seen.size;
  }
}
const holder = {
  get failing() {
    return deep(1, 3);
  },
  get fine() {
    return small(1);
  },
};
function* steps(x) {
  const first = small(x);
  yield first;
  yield middle(x);
}
function nothing(x) {
  return x.y.z;
}
function all(i) {
  note('middle', middle(i + 1).stack);
  note('deep', caught(5, i).stack);
  note('fine', holder.fine.stack);
  try {
    holder.failing;
  } catch (error) {
    note('failing', error.stack);
  }
  for (const error of steps(i + 1)) note('steps', error.stack);
  [1].forEach((x) => note('forEach', small(x).stack));
  try {
    nothing(i);
  } catch (error) {
    note('nothing', error.stack);
  }
  try {
    'x'.repeat(i - 10000);
  } catch (error) {
    note('repeat', error.stack);
  }
  const object = {};
  Error.captureStackTrace(object);
  note('object', object.stack);
}
for (let i = 0; i < 400; i++) all(i);
report();

// What a throw passes, and code that is left in the middle: what was noted of both is no part of later traces.
function thrower(n, x) {
  if (n === 0) throw x;
  return thrower(n - 1, x) + (x === 'late' ? x.length.y.z : 1);
}
function after(n, x) {
  try {
    thrower(n, x);
  } catch (thrown) {
    return small(thrown);
  }
  return null;
}
let loops = 0;
function loop(count) {
  for (let i = 0; i < count; i++) {
    if (i % 500 === 0) note('loop', small(i).stack);
    loops += i & 1;
    if (i === 2000) loops += 'text'.length;
    if (i % 700 === 699) {
      try {
        thrower(6, i);
      } catch (thrown) {
        note('thrown', small(thrown).stack);
      }
    }
  }
}
for (let i = 0; i < 300; i++) note('after', after(i % 9, i).stack);
for (let i = 0; i < 4; i++) loop(3000);
note('after', after(3, 'late').stack);
report();

// Depths that are used by one call and then by another.
const two = (n, x) => (n > 0 ? two(n - 1, x) : x % 2 === 0 ? [1, 2].map((y) => (y === 2 ? small(y) : y))[1] : deep(2, 1));
for (let i = 0; i < 300; i++) note('two', two(i % 3, i).stack);
report();
