// push, pop, shift and unshift in hot code, and then every array on which they are something else.
const add = (a, v) => a.push(v);
const take = (a) => a.pop();
const first = (a) => a.shift();
const put = (a, v) => a.unshift(v);
const queue = [];
let t = 0;
for (let i = 0; i < 3000; i++) {
  add(queue, i); put(queue, -i); t += take(queue) * 3 + first(queue);
  if (i % 3 === 0) add(queue, i);
}
console.log(t, queue.length, queue[10], queue[queue.length - 1]);
while (queue.length > 0) { t += take(queue); if (queue.length > 0) t -= first(queue); }
console.log(t, take(queue), first(queue), queue.length);
const show = (name, make) => {
  for (const [op, f] of [['push', add], ['pop', take], ['shift', first], ['unshift', put]]) {
    const a = make();
    let r;
    try { r = String(f(a, 'new')); } catch (e) { r = e.name; }
    console.log(name, op, r, a.length, Array.prototype.join.call(a, '|'), Object.keys(a).join());
  }
};
show('empty', () => []);
show('holes', () => [, 'b', , 'd', ,]);
show('doubles', () => [1.5, 2.5]);
show('long', () => Array.from({ length: 70 }, (_, i) => i % 10));
show('frozen', () => Object.freeze(['a', 'b']));
show('sealed', () => Object.seal(['a', 'b']));
show('not extensible', () => Object.preventExtensions(['a', 'b']));
show('read-only length', () => Object.defineProperty(['a', 'b'], 'length', { writable: false }));
show('accessor', () => Object.defineProperty(['a', 'b', 'c'], 1, { get() { return 'got'; }, set(v) { console.log('set', v); }, configurable: true, enumerable: true }));
class Stack extends Array { pop() { return 'mine ' + super.pop(); } }
show('subclass', () => Stack.from(['a', 'b']));
show('other prototype', () => Object.setPrototypeOf(['a', 'b'], Object.create(Array.prototype, { 2: { value: 'two', writable: false } })));
show('array-like', () => ({ length: 2, 0: 'a', 1: 'b', push: Array.prototype.push, pop: Array.prototype.pop, shift: Array.prototype.shift, unshift: Array.prototype.unshift }));
show('proxy', () => new Proxy(['a', 'b'], { set(o, k, v) { console.log('trap set', String(k)); return Reflect.set(o, k, v); }, deleteProperty(o, k) { console.log('trap delete', String(k)); return Reflect.deleteProperty(o, k); } }));
// Elements of the prototype show through holes, and setters on it are met.
Array.prototype[1] = 'P1';
show('prototype element', () => ['a', , 'c']);
delete Array.prototype[1];
let seen = '';
Object.defineProperty(Array.prototype, 2, { set(v) { seen += v + ';'; }, configurable: true });
const arrays = [['a', 'b'], ['a', 'b']];
const results = add(arrays[0], 'x') + ' ' + put(arrays[1], 'y');
delete Array.prototype[2];
console.log(results, seen, arrays[0].length, 2 in arrays[0], arrays[1].length, 2 in arrays[1]);
const original = Array.prototype.pop;
Array.prototype.pop = function () { return 'replaced'; };
console.log(take([1, 2]));
Array.prototype.pop = original;
console.log(take([1, 2]), first([3, 4]));
for (const bad of [undefined, null, 5]) try { take(bad); } catch (e) { console.log(e.name); }
