// Lists made of arguments objects by Array.prototype.slice, hot: with starts of all kinds, of objects that were changed, and after builtins were replaced.
const slice = Array.prototype.slice;
const show = (list) => `${Array.isArray(list)}:${list.length}:${Object.keys(list)}:${Array.from(list, String)}:${Object.getPrototypeOf(list) === Array.prototype}`;
const log = [];

function all() { return slice.call(arguments); }
function rest() { return slice.call(arguments, 1); }
function last() { return [].slice.call(arguments, -1); }
function middle() { return Array.prototype.slice.call(arguments, 1, -1); }
function strictRest(a) { 'use strict'; a = 'changed'; return slice.call(arguments, 1); }
function mapped(a, b) { a = 'first'; const list = slice.call(arguments); b = 'second'; list.push(...slice.call(arguments, 1)); return list; }
function from(start) { return slice.call(arguments, start); }
function written() { arguments[1] = 'written'; return slice.call(arguments, 1); }
function longer() { arguments.length = 4; return slice.call(arguments); }
function shorter() { arguments.length = 1; return slice.call(arguments); }
function deleted() { delete arguments[0]; return slice.call(arguments); }
function defined() { Object.defineProperty(arguments, 1, { get() { log.push('getter'); return 'got'; } }); return slice.call(arguments); }
function handedOn() { return ((list) => slice.call(list, 1))(arguments); }
function inLoop() { let n = 0; for (let i = 0; i < 3; i++) n += slice.call(arguments, i).length; return [n]; }
function applied() { return slice.apply(arguments, [1]); }
function* inGenerator() { yield slice.call(arguments, 1); }
function otherwise() { return [arguments.length, ...slice.call(arguments, arguments.length - 1), arguments[0]]; }
const spied = { slice: (...args) => ['spied', args.length] };
function dynamic(f) { return f.call(arguments, 1); }

const functions = [all, rest, last, middle, strictRest, mapped, written, longer, shorter, deleted, defined, handedOn, inLoop, applied, otherwise, (...args) => inGenerator(...args).next().value];
const lists = [[], [1], [1, 2], [1, 'two', { toString: () => 'three' }], [1, 2, 3, 4, 5, 6, 7]];
for (let round = 0; round < 30; round++) {
  const lines = [];
  for (const f of functions) for (const list of lists) lines.push(`${f.name} ${show(f(...list))}`);
  if (round === 0 || round === 29) console.log(lines.join('\n'));
}

const starts = [0, 1, -1, -9, 9, 1.7, NaN, Infinity, -Infinity, undefined, null, true, '1', 'x', { valueOf() { log.push('valueOf'); return 1; } }];
for (let round = 0; round < 30; round++) {
  const lines = starts.map((start) => show(from(start, 'b', 'c')));
  if (round === 0 || round === 29) console.log(lines.join('\n'));
}
for (const start of [1n, Symbol('s')]) {
  try { from(start, 1); } catch (error) { console.log(error.constructor.name); }
}

for (let i = 0; i < 300; i++) dynamic(slice, 'x', i);
function numbered(f) { const n = f.call(arguments, 1); return typeof n === 'number' ? n + 1 : show(n); }
const length = function () { return this.length; };
for (const [f, calls] of [[length, 300], [slice, 3], [length, 300], [slice, 300]]) for (let i = 0; i < calls; i++) numbered(f, 'x', i);
console.log(numbered(slice, 'x', 'y'), numbered(length, 'x', 'y'));
// The call has given nothing but numbers when it is compiled, and gives a list then.
function numberedOnce(f) { const n = f.call(arguments, 1); return typeof n === 'number' ? n + 1 : String(n); }
for (let i = 0; i < 101; i++) numberedOnce(length, 'x', i);
console.log(numberedOnce(slice, 'x', 'y'), numberedOnce(length, 'x', 'y'));
console.log(show(dynamic(slice, 'x', 'y')), show(dynamic(Array.prototype.concat, 2)), show(dynamic(spied.slice, 2)));
console.log(log.length, [...new Set(log)].join());

// Elements of prototypes are seen where the object has none.
Object.prototype[2] = 'inherited';
for (let i = 0; i < 200; i++) { longer(1, 2); rest(1, 2); }
console.log(show(longer(1, 2)), show(rest(1, 2)), show(all(1, 2, 3)));
delete Object.prototype[2];

// Natives in each other's places, and functions of the program.
const { call, apply } = Function.prototype;
function count() { return arguments.length; }
function forward() { return count.apply(null, arguments); }
function sliced() { return slice.call(arguments, 1); }
for (let i = 0; i < 300; i++) { forward(1, 2, 3); sliced(1, 2, 3); }
Function.prototype.apply = call;
for (let i = 0; i < 300; i++) forward(1, 2, 3);
console.log(forward(1, 2, 3));
Function.prototype.apply = function (self, list) { return `mine ${list.length}`; };
console.log(forward(1, 2, 3));
function forwardAnew() { return count.apply(null, arguments); }
for (let i = 0; i < 300; i++) forwardAnew(1, 2, 3);
console.log(forwardAnew(1, 2, 3));
Function.prototype.apply = call;
function forwardByCall() { return count.apply(null, arguments); }
for (let i = 0; i < 300; i++) forwardByCall(1, 2, 3);
console.log(forwardByCall(1, 2, 3));
Function.prototype.apply = apply;
Array.prototype.slice = function () { return ['replaced', this.length]; };
function slicedAnew() { return Array.prototype.slice.call(arguments, 1); }
for (let i = 0; i < 300; i++) slicedAnew(1, 2, 3);
console.log(slicedAnew(1, 2, 3).join(), sliced(1, 2, 3).join());
