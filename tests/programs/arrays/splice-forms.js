// Every form of splice, with odd starts and counts, against slices put together.
let state = 7;
function random(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}
const odd = [0, 1, 2, 3, 5, -1, -2, -7, 1.9, -0.5, NaN, Infinity, -Infinity, -0, 2 ** 32 + 1, '1', undefined, null, true];
const integer = (v) => { const n = Math.trunc(Number(v)); return n !== n ? 0 : n; };
function model(list, args) {
  const len = list.length;
  const relative = integer(args[0]);
  const start = relative < 0 ? Math.max(len + relative, 0) : Math.min(relative, len);
  const count = args.length === 0 ? 0 : args.length === 1 ? len - start : Math.min(Math.max(integer(args[1]), 0), len - start);
  return [list.slice(start, start + count), [...list.slice(0, start), ...args.slice(2), ...list.slice(start + count)]];
}
function once(array, args) {
  switch (args.length) {
    case 0: return array.splice();
    case 1: return array.splice(args[0]);
    case 2: return array.splice(args[0], args[1]);
    case 3: return array.splice(args[0], args[1], args[2]);
    default: return array.splice(...args);
  }
}
let list = [1, 2, 3];
let wrong = 0;
for (let i = 0; i < 600; i++) {
  const args = [odd[random(odd.length)], odd[random(odd.length)], i, 'x' + i, {}].slice(0, random(6));
  const [removed, rest] = model(list, args);
  const got = once(list, args);
  if (got.length !== removed.length || got.some((v, k) => v !== removed[k]) || list.length !== rest.length || list.some((v, k) => v !== rest[k])) wrong++;
  if (list.length > 30) list = list.slice(0, 3);
}
console.log('wrong', wrong);

// What the common forms have to leave to the others.
class Stack extends Array {}
const stack = Stack.from([1, 2, 3]);
console.log(stack.splice(0, 1), stack.splice(0, 1, 9) instanceof Stack, stack);
const holes = [1, , 3];
console.log(holes.splice(1, 1), holes.splice(0, 1, undefined), holes);
for (const make of [() => Object.freeze([1, 2]), () => Object.defineProperty([1, 2], 'length', { writable: false }), () => Object.preventExtensions([1, 2])]) {
  for (const args of [[0, 1], [0, 0, 5], [0, 1, 5]]) {
    const array = make();
    try { console.log(array.splice(...args), array); } catch (e) { console.log(e.name, array); }
    const other = make();
    try { console.log(other.splice(args[0], args[1], 7), other); } catch (e) { console.log(e.name, other); }
  }
}
console.log(Array.prototype.splice.call({ length: 2, 0: 'a', 1: 'b' }, 0, 1));
const converted = [1, 2, 3, 4];
console.log(converted.splice({ valueOf: () => 1 }, { valueOf: () => 2 }, 'c'), converted);
