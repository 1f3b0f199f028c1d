// What compiled code checks by the result of an operator, what it does not check, and what exits have to bring back.
'use strict';

const show = (name, ...values) => console.log(name, ...values.map((v) => (typeof v === 'bigint' ? `${v}n` : v)));
const attempt = (f, ...args) => { try { return f(...args); } catch (e) { return `${e.name}: ${e.message}`; } };

// Operands that were numbers when the unit was made, from properties, elements, slots and calls.
const operations = {
  add: (o) => o.x + o.y,
  sub: (o) => o.x - o.y,
  mul: (o) => o.x * o.y,
  and: (o) => o.x & o.y,
  less: (o) => o.x < o.y,
  incremented: (o) => { const before = o.x; o.x = before; o.x++; return o.x; },
  decremented: (o) => { let v = o.x; v--; return v; },
  moreThanOneUse: (o) => { const v = o.x; return v * 2 + v; },
  chain: (o) => o.x * 2 + o.y * 3 - (o.x + 1),
  returned: (o) => o.x,
  stored: (o) => { o.z = o.x; return o.z; },
  compared: (o) => o.x === o.y,
};
const others = [
  { x: '5', y: 2 }, { x: 5, y: '2' }, { x: 'a', y: 'b' }, { x: 3n, y: 4n }, { x: 3n, y: 4 }, { x: null, y: 1 }, { x: undefined, y: 1 }, { x: true, y: true },
  { x: { valueOf() { return 7; } }, y: { toString() { return '8'; } } }, { x: Symbol('s'), y: 1 }, { x: [3], y: [4] }, { x: -0, y: 0 }, { get x() { return '1'; }, set x(v) {}, y: 1 },
];
for (const [name, operation] of Object.entries(operations)) {
  let sum = 0;
  for (let i = 0; i < 300; i++) sum += Number(operation({ x: i, y: 300 - i }));
  const results = others.map((o) => attempt(operation, o));
  show(name, sum, ...results.map((v) => (typeof v === 'symbol' || (typeof v === 'object' && v !== null) ? typeof v : Object.is(v, -0) ? '-0' : v)));
  sum = 0;
  for (let i = 0; i < 300; i++) sum += Number(operation({ x: i, y: 300 - i }));
  show(name, sum);
}

// Constants that are live where a unit is left.
function constants(o, flag) {
  const list = [1, -2.5, 'text', null, undefined, true, false, -0];
  const picked = o.pick(7, 'k', null, true, undefined, o.x + 1, -3);
  return `${list.length} ${picked}`;
}
const picker = { x: 1, pick: (...all) => all.map(String).join() };
for (let i = 0; i < 300; i++) constants(picker, i);
show('constants', constants(picker), constants({ x: '1', pick: picker.pick }), attempt(constants, { x: 1, pick: null }), attempt(constants, { x: 2n, pick: picker.pick }));
function constantsAround(f) {
  let text = 'a';
  const one = 1;
  text += f(one, 'b', -7);
  return text + one;
}
let given = (n, s, m) => n + s + m;
for (let i = 0; i < 300; i++) constantsAround(given);
show('around', constantsAround(given), attempt(constantsAround, () => { throw new RangeError('thrown'); }), attempt(constantsAround, 5));

// Functions that cannot be left once they have begun, at the limit of the depth.
const yes = () => true;
const nothing = () => {};
class Answers { get fixed() { return 42; } same(v) { return v; } static not(v) { return !v; } }
const answers = new Answers();
let count = 0;
for (let i = 0; i < 300; i++) count += yes() + (nothing() === undefined) + (answers.fixed === 42) + answers.same(1) + Answers.not(i);
show('closed', count);
function deep(n) { yes(); answers.fixed; return n === 0 ? 0 : 1 + deep(n - 1); }
show('deep', deep(500), attempt(deep, 1e9).slice(0, 10));
const reached = (() => { let depth = 0; const down = () => { depth++; yes(); down(); }; try { down(); } catch (e) { return [e.constructor.name, depth > 1000]; } })();
show('reached', ...reached);

// Throws that pass units without a handler.
const thrower = (n) => { if (n === 0) throw new Error('passed'); return thrower(n - 1) + 1; };
const middle = (n) => { const before = n + 1; return thrower(n) + before; };
let caught = 0;
for (let i = 0; i < 300; i++) { try { middle(i % 5); } catch (e) { caught += e.message.length; } }
show('caught', caught);
const cleaned = (n) => { try { return middle(n); } finally { caught++; } };
for (let i = 0; i < 300; i++) { try { cleaned(i % 3); } catch { caught++; } }
show('cleaned', caught);

// Numbers that live across branches and rounds, and what is left of them at exits.
function mixed(list, threshold) {
  let total = 0;
  let last = 'none';
  for (let i = 0; i < list.length; i++) {
    const v = list[i];
    const doubled = v * 2;
    if (doubled > threshold) { const rest = doubled - threshold; total += rest * 0.5; last = rest; } else { const gap = threshold - doubled; total -= gap; last = `${gap}`; }
  }
  return `${total} ${last}`;
}
const numbers = Array.from({ length: 50 }, (_, i) => i + 0.25);
for (let i = 0; i < 100; i++) mixed(numbers, 40);
show('mixed', mixed(numbers, 40), mixed([...numbers, '7', null, 30], 40), attempt(mixed, [1.5, 2n], 40), mixed([1.5, { valueOf: () => 90 }], 40));
