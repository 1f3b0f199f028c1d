// Hot calls with a spread argument at their end, whose list nothing sees, and what can happen between its source and the call.
function hot(label, run) {
  let last;
  for (let i = 0; i < 160; i++) last = run(i);
  console.log(label, last);
}
const join = (...list) => list.join() + '#' + list.length;
function count() { return arguments.length; }

const pass = (f) => (...args) => f(...args);
const before = (...args) => join('a', args.length, ...args);
const flip = (a, b, ...rest) => join(b, a, ...rest);
const after = (...args) => join(...args, 'end');
const two = (a, b) => join(...a, ...b);
hot('pass', (i) => pass(join)() + pass(join)(i) + pass(join)(1, 2, 3, 4, 5, 6, 7, 8, 9));
hot('places', (i) => [before(i, 1), flip(i, 1, 2, 3, 4), after(i, 1), two([i], [2, 3])].join(' '));

// Sources that are no arrays, or strange ones.
const spread = (source) => join('x', ...source);
hot('arrays', (i) => spread([i, 2]));
hot('holes', (i) => spread([, i, , ]) + spread([]));
Array.prototype[1] = 'proto';
hot('holes and a prototype', (i) => spread([i, , 3]));
delete Array.prototype[1];
hot('others', (i) => [spread('xyz'), spread(new Set([i, 1])), spread(new Uint8Array([1, 2])), spread(new Map([[1, i]]))].join(' '));
const spreadTyped = (source) => count('x', ...source);
hot('typed', () => spreadTyped(new Float64Array(5)) + spreadTyped([1]));
hot('nothing', (i) => { try { return spread(i % 2 ? undefined : 5); } catch (e) { return e.constructor.name; } });

// Targets that change, and are no functions.
const call = (f, list) => f(1, ...list);
hot('one target', (i) => call(join, [i]));
hot('another', (i) => call(count, [i]) + call(Math.max, [i, 2]));
hot('no target', () => { try { return call(undefined, [1]); } catch (e) { return e.constructor.name; } });
const construct = (C, list) => new C(0, ...list);
class Point { constructor(...values) { this.values = values; } }
class Special extends Point { constructor(...values) { super('s', ...values); } }
hot('new', (i) => join(...construct(Point, [i, 2]).values) + construct(Special, [i, 3]).values.join() + construct(Array, [i, 'x']).length);
const method = { base: 7, add(...values) { return values.reduce((a, b) => a + b, this.base); }, via(list) { return this.add(1, ...list); } };
hot('method', (i) => method.via([i, 2, 3]));

// The callee changes the source.
const changing = (list) => ((list2) => { const change = (...given) => { list2.push('more'); list2[0] = 'changed'; return given.join(); }; return change(...list2) + ' ' + list2.join(); })(list);
hot('changed', (i) => changing([i, 2]));
const shared = [1, 2];
const throwing = (n, ...rest) => { if (n % 50 === 49) { shared.length = 1; throw new Error('thrown ' + rest.length); } return shared.length; };
const tries = (n) => { try { return throwing(n, ...shared); } catch (e) { return e.message + shared.push(n); } };
hot('throwing', (i) => (i % 50 === 49 ? console.log(tries(i)) : tries(i)));
function restoring(a, b) { a = a + 1; const r = join(...arguments); b = 'b'; return r + join(a, ...arguments); }
hot('mapped', (i) => restoring(i, 2, 3) + restoring(i) + restoring());

// Long lists, and recursion through spread calls.
const long = Array.from({ length: 2000 }, (_, i) => i);
hot('long', (i) => (i % 40 === 39 ? count(...long) + count(1, ...long) : 0));
const total = (first = 0, ...rest) => (rest.length === 0 ? first : first + total(...rest));
hot('recursion', () => total(1, 2, 3, 4, 5, 6, 7, 8));
const deep = (n, ...rest) => (n === 0 ? rest.length : deep(n - 1, ...rest));
hot('deep', (i) => (i % 80 === 79 ? deep(700, 1, 2, 3) : deep(1, 2)));
const endless = (...args) => endless(...args);
try { endless(1, 2); } catch (e) { console.log(e.constructor.name); }

// Iteration that is changed late.
const late = (list) => join(0, ...list);
hot('late', (i) => late([i]));
const { [Symbol.iterator]: iterator } = Array.prototype;
Array.prototype[Symbol.iterator] = function* () { yield 'other'; };
const changed = late([1, 2]);
Array.prototype[Symbol.iterator] = iterator;
console.log(changed, late([3]));
const own = [1, 2];
own[Symbol.iterator] = function* () { yield 'own'; };
console.log(late(own));
hot('own', () => late(own));
function* generator(...args) { const r = yield join('g', ...args); return join(r, ...args); }
hot('generator', (i) => { const g = generator(i, 2); return g.next().value + g.next('r').value; });
(async (...args) => { let r; for (let i = 0; i < 150; i++) { await null; r = join(i, ...args); } return r; })(1, 2).then((r) => console.log(r));
