// yield*: over generators, arrays, strings, and iterators that lack or misuse methods.
function* inner() {
  try {
    const x = yield 'a';
    console.log('inner got', x);
    yield 'b';
  } catch (e) {
    console.log('inner caught', e);
    yield 'c';
  } finally {
    console.log('inner finally');
  }
  return 'inner result';
}
function* outer() {
  const result = yield* inner();
  console.log('result', result);
  yield* [1, 2];
  yield* 'xy';
  return 'outer result';
}
let g = outer();
console.log(g.next('first'), g.next('sent'));
console.log(g.throw('error'));
console.log(g.next(), g.next(), g.next(), g.next(), g.next());
g = outer();
g.next();
console.log(g.return('r'), g.next());

// Result objects are passed on as they are.
const passed = { value: 1, done: false, extra: true };
const iterator = {
  calls: [],
  [Symbol.iterator]() {
    return this;
  },
  next(...args) {
    this.calls.push(['next', ...args]);
    return this.calls.length < 3 ? passed : { done: true, value: 'end' };
  },
};
function* over(it) {
  return yield* it;
}
g = over(iterator);
console.log(g.next('x') === passed, g.next('y') === passed, g.next('z'), JSON.stringify(iterator.calls));

// Without throw the iterator is closed; without return the generator just returns.
const bare = (extra) => ({
  [Symbol.iterator]() {
    return this;
  },
  next: () => ({ value: 1, done: false }),
  ...extra,
});
g = over(bare({ return: () => (console.log('closed'), {}) }));
g.next();
try {
  g.throw('t');
} catch (e) {
  console.log(e.name, e.message);
}
g = over(bare({}));
g.next();
console.log(g.return('value'), g.next());
g = over(bare({ return: (v) => ({ done: false, value: `not yet ${v}` }) }));
g.next();
console.log(g.return(1), g.return(2));
g = over(bare({ return: (v) => ({ done: true, value: `done ${v}` }) }));
g.next();
console.log(g.return(1), g.next());
g = over(bare({ throw: (v) => ({ done: true, value: `recovered ${v}` }) }));
g.next();
console.log(g.throw(1));
for (const extra of [{ return: () => 1 }, { return: 1 }, { throw: () => undefined }]) {
  g = over(bare(extra));
  g.next();
  try {
    console.log('return' in extra ? g.return() : g.throw());
  } catch (e) {
    console.log(e instanceof TypeError);
  }
}
try {
  over(5).next();
} catch (e) {
  console.log(e.name);
}

// Getters of result objects, asked by yield* and by the loop.
const noisy = {
  count: 0,
  [Symbol.iterator]() {
    return this;
  },
  next() {
    const n = ++this.count;
    return {
      get done() {
        console.log('done', n);
        return n > 2;
      },
      get value() {
        console.log('value', n);
        return n;
      },
    };
  },
};
for (const x of over(noisy)) console.log('loop', x);

// A tree, recursively.
class Tree {
  constructor(left, value, right) {
    Object.assign(this, { left, value, right });
  }
  *[Symbol.iterator]() {
    if (this.left) yield* this.left;
    yield this.value;
    if (this.right) yield* this.right;
  }
}
const build = (lo, hi) => {
  if (lo > hi) return null;
  const mid = (lo + hi) >> 1;
  return new Tree(build(lo, mid - 1), mid, build(mid + 1, hi));
};
console.log([...build(1, 20)].join(' '));
let sum = 0;
for (const x of build(1, 300)) sum += x;
console.log(sum);
