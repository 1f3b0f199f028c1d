// Spread in array and object literals.
const a = [1, 2], b = [3];
console.log([...a, ...b, 4, ...[], ...'xy'], [...a].concat([...b]));
const copy = [...a];
copy.push(9);
console.log(a.length, copy.length, [...copy.entries()].join(';'), [...Array(3).keys()].join());

const o1 = { x: 1, y: 2 }, o2 = { y: 3, z: 4 };
console.log({ ...o1, ...o2 }, { ...o2, ...o1 }, { y: 0, ...o1, y: 9 });
console.log({ ...null }, { ...undefined }, { ...5 }, { ...true }, { ...'ab' }, { ...[7, 8] });
console.log(Object.keys({ b: 1, ...{ a: 1, b: 2 }, c: 3 }).join());

// getters are read in order and become data properties; setters on the result are not invoked
const log = [];
const src = { get p() { log.push('p'); return 1; }, get q() { log.push('q'); return 2; } };
const out = { set p(v) { log.push('never'); }, ...src, [(log.push('key'), 'r')]: log.length };
console.log(log.join(), JSON.stringify(out));

// a getter that deletes a later property
const tricky = { get first() { delete this.second; return 1; }, second: 2, third: 3 };
console.log(JSON.stringify({ ...tricky }));

const s = Symbol('k');
console.log(Object.getOwnPropertySymbols({ ...{ [s]: 1 } }).length);
class C { m() {} own = 1; get g() { return 1; } }
console.log(Object.keys({ ...new C() }).join(), 'm' in { ...new C() });
console.log(Object.getPrototypeOf({ ...Object.create({ inherited: 1 }) }) === Object.prototype, 'inherited' in { ...Object.create({ inherited: 1 }) });

// a custom iterator is not closed by spread: it is always exhausted; an error in next propagates
const it = (n, fail) => ({ [Symbol.iterator]() { let i = 0; return { next() { if (i === fail) throw new Error('at ' + i); return { done: i >= n, value: i++ }; }, return() { log.push('closed'); return {}; } }; } });
console.log([...it(3)], [0, ...it(2), 9]);
try { [...it(5, 2)]; } catch (e) { console.log(e.message); }
console.log(log.includes('closed'));

// nested
console.log(JSON.stringify([...[...[1, [2, ...[3]]]], ...[[]]]), JSON.stringify({ a: { ...{ b: { ...{ c: [...'d'] } } } } }));
// trailing holes
console.log([...a, , ].length, [, ...a].length);
