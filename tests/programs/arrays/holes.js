// How each method treats holes.
const h = () => [1, , 3, , undefined];
const show = (a) => { const r = []; for (let i = 0; i < a.length; i++) r.push(i in a ? String(a[i]) : '-'); return '[' + r.join(' ') + ']'; };
const visits = (m, ...rest) => { const v = []; h()[m]((...args) => { v.push(args.length > 3 ? args[2] : args[1]); return args.length > 3 ? args[0] : m === 'every'; }, ...rest); return v.join(); };
for (const m of ['forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flatMap', 'reduce', 'reduceRight']) console.log(m, visits(m));
console.log('map', show(h().map((x) => x * 2)), 'filter', show(h().filter(() => true)), 'slice', show(h().slice(1)), 'concat', show(h().concat([, 7])), 'reverse', show(h().reverse()), 'sort', show(h().sort()), 'flat', show([1, , [2, , 3]].flat()), 'splice', show(h().splice(1, 3)), 'copyWithin', show(h().copyWithin(0, 1)), 'fill', show(new Array(3).fill(0)), 'unshift', (() => { const a = h(); a.unshift(0); return show(a); })(), 'shift', (() => { const a = [, 1, , 2]; const r = a.shift(); return r + show(a); })(), 'pop', (() => { const a = [1, ,]; return a.pop() + show(a); })());
console.log('toReversed', show(h().toReversed()), 'toSorted', show(h().toSorted()), 'toSpliced', show(h().toSpliced(0, 1)), 'with', show(h().with(0, 9)), 'spread', show([...h()]), 'from', show(Array.from(h())), 'entries', [...h().entries()].length, 'keys', [...h().keys()].join(''), 'values', [...h().values()].length, 'Object.keys', Object.keys(h()).join());
console.log(h().indexOf(undefined), h().lastIndexOf(undefined), [, 1].includes(undefined), [, 1].indexOf(undefined), h().join('-'), String([, ,]), JSON.stringify(h()), [, 1].at(0), [,].find(() => true), [, , 5].findIndex((x) => x === undefined), [,].length);
// holes read through the prototype
Array.prototype[1] = 'proto';
const out = [show(h()), h().join(), h().indexOf('proto'), h().map((x) => x).join(), h().includes('proto'), [, ,].sort().join(), [...[, ,]].join()];
const sorted = [3, , 1];
sorted.sort();
out.push(show(sorted), Object.hasOwn(sorted, 1));
const popped = [0, ,];
out.push(popped.pop());
const shifted = [0, , 2];
shifted.shift();
out.push(show(shifted));
delete Array.prototype[1];
console.log(out.join(' ; '));
// deleting makes holes; arrays filled later
const a = [1, 2, 3];
delete a[1];
a[7] = 8;
console.log(show(a), a.length, a.reduce((s, x) => s + x), a.some((x) => x === undefined));
a[1] = 'filled'; a.length = 4; a[3] = 'last';
console.log(show(a));
console.log(show(Array.from({ length: 3 })), show(Array(3).concat(Array(2))), show([].concat(Array(1), 1)), show(Array.apply(null, Array(2))), show(Object.assign([1, 2, 3], [, 'x'])));
console.log([, 1, , 2].reduceRight((a, x) => a + x), [, , ,].every(() => false), [, ,].some(() => true), [, 'a'].toString(), [[, 1], [2]].map(([x = 'd', y]) => x + y).join());
