// Object.assign of names to arrays and what regexps match, where it is done at once and where it is not.
const show = (o) => Object.keys(o).map((k) => `${k}=${String(o[k])}`).join(' ');
let sum = 0;
for (let i = 0; i < 300; i++) {
  const match = Object.assign(/(\d)(\d)/.exec(String(i + 10)), { rule: i, index: 5 });
  sum += match.rule + match.index + match.length + +match[1];
}
console.log(sum);
console.log(show(Object.assign([1, 2], { a: 1, b: 2 }, { a: 3 })), show(Object.assign([1, 2], { 0: 5, a: 1 })), show(Object.assign([1, 2, 3], { length: 1, a: 1 })), show(Object.assign([1], 'xy', { z: 1 })));
const attempt = (f) => {
  try {
    return show(f());
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};
console.log(attempt(() => Object.assign(Object.freeze([1]), { a: 1 })));
console.log(attempt(() => Object.assign(Object.preventExtensions([1]), { a: 1 })));
console.log(attempt(() => Object.assign(Object.seal(Object.assign([1], { a: 0 })), { a: 1 })));
console.log(attempt(() => Object.assign(Object.defineProperty([1], 'a', { value: 1 }), { a: 2 })));
console.log(attempt(() => Object.assign(Object.defineProperty([1], 'a', { set(v) { console.log('set', v); }, enumerable: false }), { a: 2, b: 3 })));
class List extends Array {
  set a(v) { console.log('inherited set', v); }
}
console.log(attempt(() => Object.assign(List.of(1), { a: 2, b: 3 })));
Object.defineProperty(Array.prototype, 'tag', { configurable: true, set(v) { console.log('set tag', v); } });
console.log(attempt(() => Object.assign([1], { a: 2, tag: 3 })));
delete Array.prototype.tag;
console.log(attempt(() => Object.assign([1], { map: 2, constructor: 3 })), attempt(() => Object.assign([1], { ['__proto__']: { z: 1 }, a: 1 })));
const values = Object.assign([7, 8], { [Symbol.iterator]: function* () { yield 'own'; } });
console.log([...values].join(), Object.getPrototypeOf(Object.assign([], JSON.parse('{"__proto__": {"z": 1}}'))).z);
Object.assign(Array.prototype, { extra: 1, [Symbol.isConcatSpreadable]: undefined });
const keys = [];
for (const k in [1]) keys.push(k);
console.log(keys.join(), [1].extra);
delete Array.prototype.extra;
