// concat, slice, join, indexOf, lastIndexOf, includes, at, flat, flatMap, entries, toString, with, toSpliced, toReversed, toSorted.
const a = [1, 2, 3, 4, 5];
console.log([a.slice(), a.slice(2), a.slice(-2), a.slice(1, 3), a.slice(1, -1), a.slice(-3, -1), a.slice(3, 1), a.slice(9), a.slice(-9, 2), a.slice('1', '2'), a.slice(NaN), a.slice(undefined, undefined)].map((x) => x.join('')).join(' '));
console.log([].concat(1, [2], [[3]], 'x', [,], null).length, [1].concat().join(), [].concat([1], [2, [3]]).length, [].concat({ length: 1, 0: 'x', [Symbol.isConcatSpreadable]: true }).join(), [].concat(Object.assign([1, 2], { [Symbol.isConcatSpreadable]: false })).length, [].concat('str').length);
console.log(a.join(), a.join(''), a.join('--'), [null, undefined, 1].join(), [[1, 2], [3]].join(';'), a.join(undefined), a.join(null), [].join('x'), [1].join('x'), Array(3).join('x'));
console.log(a.indexOf(3), a.indexOf(9), a.indexOf(1, 1), a.indexOf(5, -1), a.indexOf(1, -100), ['1'].indexOf(1), [NaN].indexOf(NaN), a.lastIndexOf(3), [1, 2, 1].lastIndexOf(1, -2), [1, 2, 1].lastIndexOf(1, 0), [1].lastIndexOf(1, -5), [1, 2].lastIndexOf(2, undefined), [1, 2].lastIndexOf(2), [1, 2].indexOf());
console.log(a.includes(3), a.includes('3'), [NaN].includes(NaN), [0].includes(-0), a.includes(1, 1), a.includes(5, -1), [undefined].includes(), [].includes(), ['a', 'b'].includes('b', '1'));
console.log(a.at(0), a.at(-1), a.at(5), a.at(-6), a.at(1.9), a.at('2'), a.at(), [].at(0), Array.prototype.at.call({ length: 2, 1: 'x' }, -1));
console.log(JSON.stringify([[1, [2, [3, [4]]]].flat(), [1, [2, [3, [4]]]].flat(2), [1, [2, [3, [4]]]].flat(Infinity), [[1], [2]].flat(0), [[], [[]]].flat(), ['a', ['b']].flat(-1), [1, 2].flatMap((x) => [x, [x * 2]]), [1, 2].flatMap((x) => x), ['a b', 'c'].flatMap((s) => s.split(' ')), [1, 2, 3].flatMap((x) => (x % 2 ? [] : [x, x]))]));
console.log(a.with(0, 'x').join(), a.with(-1, 'y').join(), a.join(), a.toSpliced(1, 2, 'p').join(), a.toSpliced().join(), a.toSpliced(2).join(), a.toSpliced(-1, 1, 'q', 'r').join(), a.toReversed().join(), [3, 1, 2].toSorted().join(), [3, 1, 10].toSorted((x, y) => y - x).join(), a.length);
for (const f of [() => a.with(5, 0), () => a.with(-6, 0), () => a.toSorted(5), () => a.toSorted(null), () => a.toSorted(undefined).join(), () => [].flatMap(), () => a.at(Symbol())]) try { console.log(f()); } catch (e) { console.log(e.name); }
console.log([...a.entries()].join('|'), [...a.keys()].join(), [...a.values()].join(), a[Symbol.iterator] === a.values, a.toString(), Array.prototype.toString.call({ join: () => 'J' }), Array.prototype.toString.call({}), Array.prototype.toString.call({ join: 5 }));
console.log(Array.prototype.slice.call('abc', 1).join(), Array.prototype.join.call({ length: 3, 0: 'x', 2: 'z' }, '-'), Array.prototype.includes.call('abc', 'b'), Array.prototype.indexOf.call({ length: 2, 1: 'q' }, 'q'), Array.prototype.toReversed.call({ length: 2, 0: 'a', 1: 'b' }).join(), Array.prototype.with.call('ab', 0, 'z').join(''), Array.prototype.flat.call({ length: 2, 0: [1], 1: 2 }).join(), Array.prototype.lastIndexOf.call('aba', 'a'));
// copies are shallow and independent
const nested = [[1], { k: 1 }];
const copies = [nested.slice(), nested.concat(), [...nested], nested.map((x) => x), nested.toReversed().toReversed(), nested.with(0, nested[0]), nested.toSpliced()];
console.log(copies.every((c) => c !== nested && c[0] === nested[0] && c.length === 2));
// toString of elements in join happens in order and may change the array
const j = [{ toString() { j.length = 1; return 'first'; } }, 'second', 'third'];
console.log(j.join());
console.log(Object.keys(Array.prototype[Symbol.unscopables]).sort().join());
console.log([Array.prototype.push, Array.prototype.concat, Array.prototype.slice, Array.prototype.splice, Array.prototype.indexOf, Array.from, Array.of, Array.prototype.with, Array.prototype.at, Array].map((f) => f.name + f.length).join());
