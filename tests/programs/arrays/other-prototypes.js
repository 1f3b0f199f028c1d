// Arrays that begin with another prototype, once code for plain arrays has been compiled: none of what it assumed of them may hold for these.
const push = (list, v) => list.push(v);
const sum = (list) => { let s = 0; for (const v of list) s += v; return s; };
const copy = (list) => [...list];
const first = ([a]) => a;
const slice = (list) => list.slice(1);
const test = (re, text) => re.test(text);
const plain = [];
const re = /a/;
for (let i = 0; i < 500; i++) {
  push(plain, 1);
  if (plain.length > 5) plain.length = 0;
  sum([1, 2]);
  copy([1, 2]);
  first([i]);
  slice([1, 2]);
  test(re, 'a');
}
const show = (list) => console.log(push(list, 1), list.length, sum(list), copy(list).join(), first(list), slice(list).constructor.name);
show([4]);
class Own extends Array {
  push(v) { return super.push(v * 2); }
  *[Symbol.iterator]() { yield 10; yield this.length; }
}
show(Own.of(4));
class Plain extends Array {}
show(Plain.of(4));
show(Reflect.construct(Array, [4, 5], class Other extends Array { get 9() { return 9; } }));
const bare = [7];
Object.setPrototypeOf(bare, { __proto__: Array.prototype, *[Symbol.iterator]() { yield 20; }, push() { return 'own push'; } });
show(bare);
// What these inherit calls the guest, which may be stopped there.
const slow = (v) => { for (let i = 0; i < 50; i++); return v; };
class Inheriting extends Array {
  get 1() { return slow('inherited'); }
  set 1(v) { console.log('set', slow(v)); }
}
const holes = new Inheriting(4);
holes[0] = 1;
holes[2] = 3;
console.log(copy(holes).join(), sum(holes), slice(holes)[0], holes.indexOf('inherited'), holes.join('-'), holes.includes('inherited'), JSON.stringify(holes));
const filled = new Inheriting(1);
console.log(push(filled, 1), filled.length, Math.max(...[1, 2], ...slice(Inheriting.of(1))));
show([4]);
const replace = (re, text) => text.replace(re, 'b');
for (let i = 0; i < 500; i++) replace(re, 'aa');
Object.setPrototypeOf(re, { __proto__: RegExp.prototype, exec: () => null });
console.log(test(re, 'a'));
Object.setPrototypeOf(re, { __proto__: RegExp.prototype, get flags() { return slow('i'); } });
console.log(replace(re, 'aa'), 'aa'.match(re), 'bAa'.split(re).join());
Object.setPrototypeOf(re, RegExp.prototype);
console.log(test(re, 'a'), replace(re, 'aa'));
