// Strings are spread by code points, also once their iteration is changed under hot code.
function points(text) {
  return [0, ...text, ...text].length;
}
let sum = 0;
for (let i = 0; i < 500; i++) sum += points(i % 2 ? 'a\u{1F600}b' : 'x'.repeat(i % 30));
console.log(sum, [...'\u{1F600}\uD83D'], [...''].length);

const prototype = Object.getPrototypeOf(''[Symbol.iterator]());
const { next } = prototype;
let calls = 0;
prototype.next = function () {
  calls++;
  return next.call(this);
};
console.log(points('abc'), calls);
prototype.next = next;
console.log(points('abc'), calls);

String.prototype[Symbol.iterator] = function* () {
  yield this.length;
};
console.log(points('abc'), [...'abc'], calls);
