// Arguments in generators, async functions and functions with handlers, and suspended in the middle.
function run(n, f) { let r; for (let i = 0; i < n; i++) r = f(i); return r; }
function* values(a) { a = a + 1; yield arguments.length; yield arguments[0]; yield* arguments; return a; }
function* strictValues(a) { 'use strict'; a++; for (let i = 0; i < arguments.length; i++) yield arguments[i]; yield a; }
function* forwards() { yield Math.max.apply(null, arguments); yield [...arguments].length; }
console.log(run(150, (i) => [...values(i, 'x')].join() + ' ' + [...strictValues(i, 'y')].join() + ' ' + [...forwards(i, 3, 9)].join()));

const seen = [];
async function later(a) { a = a * 2; await null; seen.push(a, arguments[0], arguments.length); return Math.max.apply(null, arguments); }
async function all() { let sum = 0; for (let i = 0; i < 150; i++) sum += await later(i, 3); return sum; }
all().then((sum) => console.log(sum, seen.length, seen.slice(-3).join()));

// Handlers see the arguments after an exception.
function risky(a) { if (a % 3 === 0) throw new RangeError('multiple'); return a; }
function caught(a, b) {
  a = a + 1;
  try {
    return risky.apply(this, arguments);
  } catch (e) {
    return e.message + arguments.length + arguments[0] + b;
  } finally {
    seen.length = arguments.length;
  }
}
console.log(run(200, (i) => caught(i, 'b')), run(200, (i) => caught(i)), run(201, (i) => caught(i, 1, 2)));

// What the callee gets is its own.
function mutates(a) { arguments[0] = 'mutated'; a = a + '!'; return a; }
function keeps(a) { const r = mutates.apply(this, arguments); return r + a + arguments[0]; }
console.log(run(200, (i) => keeps('k', i)));
function reads(o) { let s = ''; for (let i = 0; i < arguments.length; i++) s += arguments[i]; return s; }
console.log(run(200, (i) => reads({ toString() { return 'o' + i; } }, i, 'end')));
function getter(o) { let s = 0; for (let i = 0; i < arguments.length; i++) s += arguments[i].v; return s; }
console.log(run(200, (i) => getter({ get v() { return i; } }, { v: 2 })));

// Several objects in one function, and one that is stored.
function stored(a) { const args = arguments; a = 'A'; return () => args[0] + args.length; }
console.log(run(150, (i) => stored(i, 2))());
function nested(a) { function inner(b) { b = 'B'; return [...arguments].join() + arguments.length; } return inner.apply(this, arguments) + inner(...arguments, a); }
console.log(run(150, (i) => nested(i, 2)));
