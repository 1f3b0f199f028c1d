// Hot functions whose arguments object nothing sees but its length, its elements, apply and spread.
function hot(label, run) {
  let last;
  for (let i = 0; i < 160; i++) last = run(i);
  console.log(label, last);
}
const show = (...list) => list.map(String).join('|');
function list() { return Array.prototype.join.call(arguments, ',') + '#' + arguments.length; }

// More and fewer arguments than parameters, sloppy and strict.
function sloppy(a, b) { return show(a, b, arguments.length, arguments[0], arguments[1], arguments[2]); }
function strict(a, b) { 'use strict'; return show(a, b, arguments.length, arguments[0], arguments[1], arguments[2]); }
hot('fewer', () => sloppy(1) + ' ' + strict(1) + ' ' + sloppy() + ' ' + strict());
hot('more', (i) => sloppy(i, 2, 3, 4) + ' ' + strict(i, 2, 3, 4));
hot('undefined', () => sloppy(undefined, undefined) + ' ' + strict(undefined));

// Forwarding.
function forward() { return list.apply(this, arguments); }
function forwardSpread() { return list(...arguments); }
function forwardAfter(first) { return list(first, ...arguments, 'end'); }
hot('forward', (i) => forward() + ' ' + forward(i) + ' ' + forward(1, 2, 3, 4, 5, 6, 7, 8, 9));
hot('spread', (i) => forwardSpread() + ' ' + forwardSpread(i) + ' ' + forwardAfter(1, 2, 3, 4, 5, 6, 7));
const manyArguments = Array.from({ length: 3000 }, (_, i) => i);
hot('many', (i) => (i % 40 === 39 ? forward.apply(null, manyArguments).length + forwardSpread(...manyArguments).length : 0));

// Parameters that are changed are the elements in sloppy functions only.
function changed(a, b) { a = a + 1; b = 'B'; return list.apply(null, arguments) + ' ' + arguments[0] + arguments[1] + arguments.length + a + b; }
function changedStrict(a, b) { 'use strict'; a = a + 1; b = 'B'; return list.apply(null, arguments) + ' ' + arguments[0] + arguments[1] + arguments.length + a + b; }
function changedByArrow(a) { const change = (v) => { a = v; }; change(a * 2); return list.apply(null, arguments) + list(...arguments) + arguments[0]; }
function twice(a, a) { a = 'x'; return list.apply(null, arguments); }
function withDefault(a, b = a) { a = 'x'; return list.apply(null, arguments) + b; }
hot('changed', (i) => changed(i) + ' ' + changed(i, i) + ' ' + changed(i, 2, 3));
hot('changed strict', (i) => changedStrict(i) + ' ' + changedStrict(i, i) + ' ' + changedStrict(i, 2, 3));
hot('by arrow', (i) => changedByArrow(i, 'second'));
hot('twice', (i) => twice(i, 2));
hot('default', (i) => withDefault(i) + withDefault(i, 3, 4));

// Keys that are no elements.
function at(k) { return arguments[k]; }
function lastOne() { return arguments[arguments.length - 1]; }
hot('keys', (i) => show(at(0), at(1), at(-1), at(0.5), at(NaN), at(4294967296), at(-0, 'z'), at(i)));
hot('last', () => show(lastOne(), lastOne(7), lastOne(7, 8)));
Object.prototype[7] = 'inherited';
Array.prototype[6] = 'not of arguments';
hot('inherited', () => show(at(7), at(6), sloppy(), at(7, 8, 9)));
delete Array.prototype[6];
delete Object.prototype[7];
function named(k) { return arguments[k]; }
hot('numbers first', (i) => named(i % 2));
hot('then names', (i) => show(named(['length', 'callee', '0', 'x', 1][i % 5] ?? 0)).slice(0, 20));

// It gets out on a branch that is rare, in the middle, and what was changed before is in it.
let kept = [];
function escapes(a, i) {
  a = a + '!';
  const before = arguments.length;
  if (i % 50 === 49) kept.push(arguments);
  return show(before, arguments[0], a);
}
hot('escapes', (i) => escapes('v', i));
kept.forEach((o) => console.log(list.apply(null, o), Object.prototype.toString.call(o), o.callee === escapes, JSON.stringify(o)));
kept = [];
function escapesLate(a, b) {
  let sum = 0;
  for (let i = 0; i < arguments.length; i++) sum += arguments[i];
  if (sum === 150 + 1) { kept.push(arguments); arguments[0] = 'changed'; arguments.length = 1; }
  return show(sum, a, b, arguments.length, list.apply(null, arguments));
}
hot('escapes late', (i) => escapesLate(i, 1));
console.log(escapesLate(150, 1), kept.length, kept[0] === kept[1], kept.map((o) => o.length).join());

// apply is not what it was.
function target() { return 'target ' + arguments.length; }
function calls(f) { return f.apply(f, arguments); }
hot('apply', () => calls(target, 1));
const odd = Object.assign(() => 'called', { apply: (self, args) => show(typeof self, args.length, args[1], Object.prototype.toString.call(args)) });
console.log(calls(odd, 'own apply'));
hot('own apply', () => calls(odd, 1));
hot('no function', (i) => { try { return calls({ apply: Function.prototype.apply }, i); } catch (e) { return e.constructor.name; } });
hot('undefined', () => { try { return calls(undefined); } catch (e) { return e.constructor.name; } });
const bound = target.bind(null, 1, 2);
hot('bound', () => calls(bound, 1) + calls(new Proxy(target, {}), 2) + calls(class { static apply(self, list) { return list.length; } }, 3));
const { apply } = Function.prototype;
function callsMore(f) { return f.apply(f, arguments); }
hot('apply again', () => callsMore(target, 1));
Function.prototype.apply = function (self, args) { return 'replaced ' + args.length + this.name; };
hot('replaced', () => callsMore(target, 1));
Function.prototype.apply = apply;
hot('put back', () => callsMore(target, 1));

// The iteration of arrays is not what it was.
function spreads() { return list(...arguments); }
hot('spreads', (i) => spreads(i, 2));
const iterator = Object.getPrototypeOf([][Symbol.iterator]());
const { next } = iterator;
iterator.next = function () { const r = next.call(this); return r.done ? r : { done: false, value: `<${r.value}>` }; };
const changedSpread = [spreads(1, 2), spreads(3)];
iterator.next = next;
console.log(changedSpread.join(' '));
hot('spreads again', (i) => spreads(i, 2));

// An accessor among the elements of Object.prototype.
hot('before', () => show(at(1), at(2, 3, 4)));
Object.defineProperty(Object.prototype, 1, { get() { return 'got ' + (this.length ?? 'other'); }, configurable: true });
console.log(at(1), at(2, 3, 4), at(1, undefined), forward(), forward(7));
hot('after', () => show(at(1), at(2, 3, 4)));
delete Object.prototype[1];
