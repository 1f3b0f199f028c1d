// return and throw through try, catch and finally; loops that close their generators.
const log = [];
function flush(label) {
  console.log(label, log.splice(0).join(', '));
}

function* guarded() {
  try {
    log.push('try');
    yield 1;
    yield 2;
  } catch (e) {
    log.push(`catch ${e}`);
    yield 'caught';
  } finally {
    log.push('finally');
    yield 'cleanup';
    log.push('after cleanup');
  }
  yield 'end';
}

let g = guarded();
console.log(g.next(), g.return('r'), g.next(), g.next());
flush('return:');
g = guarded();
console.log(g.next(), g.throw('t'), g.next(), g.next(), g.next());
flush('throw:');
g = guarded();
console.log(g.next(), g.return('first'), g.return('second'), g.next());
flush('return twice:');
g = guarded();
console.log(g.next(), g.return('r'));
try {
  g.throw('over the return');
} catch (e) {
  console.log('threw', e);
}
flush('throw in finally:');

function* overrides() {
  try {
    yield 1;
  } finally {
    return 'override';
  }
}
g = overrides();
console.log(g.next(), g.return('r'), g.next());
g = overrides();
console.log(g.next(), g.throw('t'));

function* breaksOut() {
  for (;;) {
    try {
      yield 'in';
    } finally {
      break;
    }
  }
  yield 'out';
  return 'end';
}
g = breaksOut();
console.log(g.next(), g.return('r'), g.next(), g.next());

// The variable that a yield is assigned to keeps its value on the way of a return.
function* keeps() {
  let x = 'old';
  try {
    x = yield;
  } finally {
    log.push(x);
  }
}
g = keeps();
g.next();
g.return('new');
flush('variable:');

// Loops and destructuring close.
function* closing(name) {
  try {
    yield 1;
    yield 2;
    yield 3;
  } finally {
    log.push(`closed ${name}`);
  }
}
for (const x of closing('break')) if (x === 2) break;
outer: for (let i = 0; i < 2; i++) for (const x of closing('continue')) if (x === 2) continue outer;
(() => {
  for (const x of closing('return')) return x;
})();
try {
  for (const x of closing('throw')) throw new Error('x');
} catch {
  log.push('thrown');
}
const [a] = closing('destructuring');
const [b, c, d, e] = closing('exhausted');
const [...all] = closing('rest');
flush('closing:');
console.log(a, b, c, d, e, all);

function* throwsInFinally() {
  try {
    yield 1;
  } finally {
    throw new Error('from finally');
  }
}
try {
  for (const x of throwsInFinally()) break;
} catch (error) {
  console.log('break:', error.message);
}
try {
  for (const x of throwsInFinally()) throw new Error('from body');
} catch (error) {
  console.log('throw:', error.message);
}

// A loop in a generator over a generator: both close.
function* relay() {
  try {
    for (const x of closing('inner')) yield x;
  } finally {
    log.push('closed relay');
  }
}
g = relay();
g.next();
g.return();
flush('nested:');
