// Not in the specification, but in every engine: join and toString cut cycles with the empty string.
'use strict';
const a = [1];
a.push(a, [a, 2]);
console.log(a.join('-'), '|', String(a), '|', `${a}`);
const b = [], c = [b];
b.push(c, 'x');
console.log(b.join(), '|', c.join(), '|', b + c);
// the same array twice is not a cycle
const shared = ['s'];
console.log([shared, shared, [shared]].join(';'));
// the marks are removed when an element's conversion throws
const bad = [1, { toString() { throw new RangeError('inside'); } }];
for (let i = 0; i < 2; i++) try { bad.join(); } catch (e) { console.log(e.message); }
bad[1] = bad;
console.log(bad.join());
// a join inside a conversion of the same array sees the mark
const re = ['p', { toString: () => '<' + re.join() + '>' }, 'q'];
console.log(re.join());
