export let count = 0;
export const increment = () => ++count;
export function reset(value) {
  count = value;
}
const original = 'original';
export { original as renamed };
export default original.length;
export function fn() {
  return 'first';
}
export class Klass {
  name() {
    return 'klass ' + count;
  }
}
export function replaceFn() {
  fn = () => 'second';
}
export var later;
export function assignLater(way) {
  switch (way) {
    case '=': return (later = 1);
    case '+=': return (later += 10);
    case '++': return later++;
    case '??=': later = null; return (later ??= 'nullish');
    case 'destructuring': [{ later = 5 } = {}] = [{ later: 'pattern' }]; return later;
    case 'for-of': for (later of [1, 2, 3]); return later;
    case 'for-in': for (later in { p: 1, q: 2 }); return later;
    default: { function later() {} return typeof later; }
  }
}
export function self() {
  return this;
}
