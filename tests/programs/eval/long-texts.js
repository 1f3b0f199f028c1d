// Long texts that are evaluated again, in the same surroundings and in others.
const list = '[' + Array.from({ length: 1000 }, (_, i) => `{ n: ${i}, f() { return this.n + x; } }`).join() + ']';
var x = 'global';
const indirect = eval;
function total(array) {
  array[0].n++;
  return array.length + array[999].f() + array[0].f();
}
function direct(x) {
  return total(eval(list));
}
function other() {
  let x = 'other';
  return total(eval(list)) + total(indirect(list)) + total(eval('(' + list + ')'));
}
for (let i = 0; i < 3; i++) console.log(direct(i), other(), total(new Function('x', 'return ' + list)(i)));
const long = 'y'.repeat(300000);
console.log(eval(`var ${long} = 5; ${long} + 1`), eval(`${long} * 2`), eval(`typeof ${long}`));
