// Patterns in the heads of for, for-of and for-in, declared and assigned.
const pairs = [['a', 1], ['b', 2], ['c']];
for (const [k, v = 'none'] of pairs) console.log(k, v);
for (let { length: n, [n - 1]: last } of ['xyz', 'q']) { n *= 2; console.log(n, last); }
for (const [first, ...others] of Object.entries({ one: [1], two: [2] })) console.log(first, JSON.stringify(others));
for (const [c0, c1] in { ab: 1, cd: 2 }) console.log(c0, c1);
for (const { length } in { abc: 1 }) console.log(length);
for (let [i, j] = [0, 10]; i < j; i += 3, j -= 3) console.log(i, j);
for (var { x, y } = { x: 1, y: 2 }; x < 3; x++) console.log(x, y);

let p, q;
for ([p, q] of [[1, 2], [3, 4]]) console.log(p, q);
for ({ p, q = 'dq' } of [{ p: 5 }, { q: 6 }]) console.log(p, q);
const o = { list: [] };
for (o.current of ['m', 'n']) o.list.push(o.current + '!');
console.log(o.list.join(), o.current);
for ([o.a, o.b] of [[1, 2]]) console.log(o.a, o.b);
for (o.key in { k1: 0, k2: 0 }) console.log(o.key);
for (o['x' + (o.n = (o.n || 0) + 1)] of [7, 8]);
console.log(o.x1, o.x2);
const target = [];
let i = 0;
for (target[i++] in { z: 1, w: 2 });
console.log(target.join());

const getters = [];
for (const { a, b: [c] } of [{ a: 1, b: [2] }, { a: 3, b: [4] }]) getters.push(() => a + c);
console.log(getters.map((f) => f()).join());

const m = new Map([[{ id: 1 }, ['v1', 'w1']], [{ id: 2 }, ['v2', 'w2']]]);
for (const [{ id }, [, w]] of m) console.log(id, w);
for (const [i, ch] of [...'ab'].entries()) console.log(i, ch);
