// push, pop, shift, unshift, splice, reverse, fill, copyWithin with all argument forms.
const a = [];
console.log(a.push(), a.push(1), a.push(2, 3, [4]), a.pop().length, a.pop(), a.shift(), a.unshift(), a.unshift('x', 'y'), a.join(), [].pop(), [].shift());
const sp = (...args) => { const b = [0, 1, 2, 3, 4, 5]; const r = b.splice(...args); return r.join('') + '|' + b.join(''); };
console.log([sp(), sp(2), sp(-2), sp(1, 2), sp(1, 0, 'a', 'b'), sp(-3, 1, 'Z'), sp(undefined), sp(0, undefined), sp(1, 2, 'p'), sp(1, 2, 'p', 'q', 'r'), sp(100, 1, 'end'), sp(-100, 1), sp(1, -5, 'n'), sp(1, Infinity), sp('2', '2'), sp(NaN, 1), sp(1.9, 1.9)].join(' '));
const fl = (...args) => [1, 2, 3, 4].fill(...args).map(String).join('');
console.log([fl(0), fl(0, 1), fl(0, 1, 2), fl(0, -2), fl(0, -3, -1), fl(0, 3, 1), fl('x', undefined, 2), fl(0, 0, -9), fl(), fl(7, NaN, Infinity)].join(' '));
const cw = (...args) => [1, 2, 3, 4, 5].copyWithin(...args).join('');
console.log([cw(0, 3), cw(1, 0), cw(0, 3, 4), cw(-2), cw(-2, -3, -1), cw(0, 1, 2), cw(2, 0, 5), cw(0), cw(3, 0, 9), cw(1, 3, 2)].join(' '));
console.log([1, 2, 3].reverse().join(), [].reverse().length, [1].reverse()[0], (() => { const r = [1, 2]; return r.reverse() === r; })());
// queues and stacks
const q = [];
let s = '';
for (let i = 0; i < 60; i++) { q.push(i); if (i % 3 === 0) q.unshift(-i); if (i % 2) s += q.shift(); if (i % 5 === 4) s += q.pop(); }
console.log(s.length, q.length, q.slice(0, 4).join(), s.slice(0, 20));
// generic on array-likes
const o = { length: 2, 0: 'a', 1: 'b' };
console.log(Array.prototype.push.call(o, 'c'), Array.prototype.shift.call(o), Array.prototype.unshift.call(o, 'z'), JSON.stringify(o), Array.prototype.splice.call(o, 1, 1, 'm', 'n').join(), JSON.stringify(o), Array.prototype.pop.call(o), JSON.stringify(Array.prototype.reverse.call(o)));
const e = {};
console.log(Array.prototype.push.call(e, 1), JSON.stringify(e), Array.prototype.pop.call({}), JSON.stringify(Array.prototype.fill.call({ length: 2 }, 0)), JSON.stringify(Array.prototype.copyWithin.call({ length: 3, 2: 'x' }, 0, 2)), JSON.stringify((() => { const x = { length: 0 }; Array.prototype.pop.call(x); return x; })()));
for (const m of ['push', 'pop', 'shift', 'unshift', 'splice', 'reverse', 'fill', 'copyWithin', 'sort']) {
  const fz = Object.freeze([1, 2]);
  try { fz[m](0, 1); console.log(m, 'fine'); } catch (err) { console.log(m, err.name, fz.join()); }
}
for (const m of ['push', 'pop', 'sort']) { try { Array.prototype[m].call(null); } catch (err) { console.log(m, err.name); } }
try { Array.prototype.push.call({ length: 2 ** 53 - 1 }, 1); } catch (err) { console.log(err.name); }
// setters on array-likes are called; frozen lengths stop pushes halfway
const log = [];
const al = { get length() { log.push('len'); return 1; }, set length(v) { log.push('len=' + v); }, set 1(v) { log.push('1=' + v); } };
Array.prototype.push.call(al, 'v');
console.log(log.join());
const str = [3, 1, 2];
console.log(str.sort().concat(str.reverse()).join(), Array.prototype.concat.call(1, 2).length, typeof Array.prototype.concat.call(1, 2)[0]);
for (let i = 0, arr = [1]; i < 5; i++) { arr.splice(i, 0, ...arr); if (i === 4) console.log(arr.length, arr.join('').length); }
