// A return while a pattern is being taken apart closes the iterator of the pattern, unless that is done.
const open = (label, n) => {
  let i = 0;
  return {
    [Symbol.iterator]() {
      return this;
    },
    next: () => (i < n ? { value: undefined, done: false, n: i++ } : { value: undefined, done: true }),
    return() {
      console.log('closes', label);
      return {};
    },
  };
};
function* assigns(it) {
  let a, b;
  [a = yield 'default', b] = it;
}
let g = assigns(open('open', 5));
console.log(g.next(), g.return('r'));
function* done(it) {
  const [a, b = yield 'default'] = it;
}
g = done(open('done', 1));
console.log(g.next(), g.return('r'));
function* target(it) {
  [{}[yield 'key']] = it;
}
g = target(open('key', 5));
console.log(g.next(), g.return('r'));
function* rest(it) {
  [...{}[yield 'rest']] = it;
}
g = rest(open('rest', 5));
console.log(g.next(), g.return('r'));
function* nested(it, inner) {
  for (const [[x = yield 'nested']] of [[inner], it]) console.log(x);
}
g = nested(open('never', 1), open('inner', 2));
console.log(g.next(), g.return('r'));
g = nested(open('never', 1), open('inner', 2));
g.next();
try {
  g.throw(new Error('thrown'));
} catch (e) {
  console.log(e.message);
}
