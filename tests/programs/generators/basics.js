// Starting, sending values, ending: what next, throw and return give in each state of a generator.
function show(label, f) {
  try {
    console.log(label, f());
  } catch (e) {
    console.log(label, 'threw', e instanceof Error ? `${e.name}: ${e.message}` : e);
  }
}

function* counter(from, to) {
  console.log('starts');
  for (let i = from; i <= to; i++) {
    const sent = yield i;
    if (sent !== undefined) console.log('got', sent);
  }
  return 'done';
}

const c = counter(1, 2);
show('next', () => c.next('ignored'));
show('next', () => c.next('a'));
show('next', () => c.next('b'));
show('next', () => c.next('c'));
show('return after the end', () => c.return(5));
show('throw after the end', () => c.throw('late'));

const r = counter(1, 3);
show('return before the start', () => r.return('early'));
show('next', () => r.next());

const t = counter(1, 3);
show('throw before the start', () => t.throw(new TypeError('early')));
show('next', () => t.next());

// Parameters are evaluated at the call.
function* withDefaults(a = console.log('default of a'), b = a) {
  console.log('body', a, b);
}
const d = withDefaults();
console.log('called');
show('next', () => d.next());
show('parameter throws', () => (function* (x = y()) {})());

// Running already.
let self;
function* reenters() {
  show('reentered', () => self.next());
  yield 1;
}
self = reenters();
show('next', () => self.next());

// this, arguments, new.target, closures over its variables.
const o = {
  factor: 3,
  *times() {
    for (const x of arguments) yield x * this.factor;
    const f = () => arguments.length + this.factor;
    yield f;
  },
};
const made = o.times(1, 2);
console.log(made.next().value, made.next().value, made.next().value());
function* loops() {
  for (let i = 0; i < 3; i++) yield () => i;
}
console.log([...loops()].map((f) => f()));
show('new', () => new loops());
show('not a method', () => o.times.prototype === Object.getPrototypeOf(o.times()));

// yield in many positions.
function* positions() {
  const a = [yield 'element', ...(yield 'spread')];
  const b = { [yield 'key']: yield 'value' };
  const text = `${yield 'template'}!`;
  const sum = (yield 'left') + (yield 'right');
  const chosen = (yield 'test') ? yield 'yes' : yield 'no';
  (yield 'object')[yield 'property'] = yield 'assigned';
  let v = 1;
  v += yield 'compound';
  v = yield;
  return [a, b, text, sum, chosen, v, yield* [], (yield 'comma', 7), typeof (yield 'typeof')];
}
const target = {};
const sends = [undefined, 'e', [1, 2], 'k', 'v', 't', 1, 2, false, 'no', target, 'p', 'q', 10, 'w', 'c', 'ty'];
const p = positions();
const asked = [];
let step;
for (const s of sends) {
  step = p.next(s);
  asked.push(step.value);
}
console.log(asked.slice(0, -1).join(' '), step.done);
console.log(step.value, target);
