// Spread and for-of use Array.prototype[Symbol.iterator] and the array iterator's next, also after replacement.
const a = [1, 2, 3];
const results = [];
const original = Array.prototype[Symbol.iterator];
const ArrayIteratorPrototype = Object.getPrototypeOf([][Symbol.iterator]());
const originalNext = ArrayIteratorPrototype.next;

results.push([...a].join());
// own iterator on one array
const own = [1, 2, 3];
own[Symbol.iterator] = function () { let n = this.length; return { next: () => ({ done: n === 0, value: n-- }) }; };
results.push([...own].join(), Math.max(...own) + '');
const [d0, d1] = own;
results.push(d0 + '/' + d1);

// replaced on the prototype
Array.prototype[Symbol.iterator] = function () { let i = 0; const self = this; return { next: () => ({ done: i >= self.length, value: 'p' + self[i++] }) }; };
const replaced = [[...a].join(), ((...xs) => xs.join())(...a)];
const [r0] = a;
let looped = '';
for (const x of a) looped += x;
Array.prototype[Symbol.iterator] = original;
results.push(...replaced, r0, looped);

// next replaced
ArrayIteratorPrototype.next = function () { const r = originalNext.call(this); return r.done ? r : { done: false, value: r.value * 10 }; };
const viaNext = [...a];
const [n0] = a;
ArrayIteratorPrototype.next = originalNext;
results.push(viaNext.join(), n0);

// back to normal
results.push([...a].join());
console.log(results.join('\n'));

// not iterable any more
const broken = [1];
broken[Symbol.iterator] = undefined;
try { [...broken]; } catch (e) { console.log(e.name); }
try { const [x] = broken; } catch (e) { console.log(e.name); }
try { Math.max(...broken); } catch (e) { console.log(e.name); }
