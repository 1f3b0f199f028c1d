// Accessors in the place of the iterator method of arrays, after arrays have been iterated in hot code: each is asked once.
let asked = 0;
function loop(list) { let sum = 0; for (const x of list) sum += x; return sum; }
function pattern(list) { const [a, b] = list; return a + b; }
function call(list) { return Math.max(0, ...list); }
function literal(list) { return [0, ...list].length; }
const users = [loop, pattern, call, literal];
for (let i = 0; i < 1000; i++) for (let k = 0; k < users.length; k++) users[k]([i, 1]);
function ask(what, make) {
  let text = what;
  for (let k = 0; k < users.length; k++) {
    const list = make();
    asked = 0;
    const result = users[k](list);
    text += ' ' + result + ':' + asked;
  }
  console.log(text);
}
const own = [1, 2];
Object.defineProperty(own, Symbol.iterator, { get() { asked++; return function* () { yield 5; yield 6; }; } });
ask('own', () => own);
for (let i = 0; i < 500; i++) for (let k = 0; k < users.length; k++) users[k](own);
ask('own, hot', () => own);
const assigned = [1, 2];
assigned[Symbol.iterator] = function* () { yield 3; };
ask('assigned', () => assigned);
class List extends Array { get [Symbol.iterator]() { asked++; return super[Symbol.iterator]; } }
ask('subclass', () => List.of(3, 4));
const original = Array.prototype[Symbol.iterator];
const replace = (get) => Object.defineProperty(Array.prototype, Symbol.iterator, { configurable: true, get });
replace(() => { asked++; return function* () { yield 7; yield 8; }; });
ask('prototype', () => [1, 2]);
replace(() => { asked++; return original; });
ask('prototype with the original', () => [1, 2]);
Object.defineProperty(Array.prototype, Symbol.iterator, { configurable: true, writable: true, value: original });
ask('as it was', () => [1, 2]);
