// Constructors, from, of, isArray, length semantics, holes, extra properties.
console.log(new Array(3).length, new Array('3').length, Array(2, 3).join(), new Array().length, Array.of(3).length, [,].length, [, ,].length, [1, , 2].length, Array(4294967295).length);
for (const bad of [-1, 1.5, 4294967296, NaN]) try { new Array(bad); } catch (e) { console.log(e.name); }
console.log(Array.isArray([]), Array.isArray({ length: 0 }), Array.isArray(Array.prototype), Array.isArray('x'), Array.isArray(new (class extends Array {})()), Array.isArray());
const a = [1, 2, 3, 4, 5];
a.length = 2;
console.log(a.join(), a[3], 3 in a);
a[4] = 'e';
console.log(a.length, 2 in a, a.join('|'), Object.keys(a).join());
a.length = '3';
console.log(a.length);
for (const bad of [-1, 1.5, NaN, 'x', 2 ** 32]) try { a.length = bad; } catch (e) { console.log(e.name, a.length); }
a.length = { valueOf() { return 1; } };
console.log(a.length, JSON.stringify(Object.getOwnPropertyDescriptor(a, 'length')));
a['5'] = 'x'; a['06'] = 'y'; a[-1] = 'z'; a[4294967295] = 'big'; a[1.5] = 'frac';
console.log(a.length, Object.keys(a).join());
const d = [1, 2, 3];
Object.defineProperty(d, 'length', { writable: false });
d[0] = 'w'; d[3] = 'no'; d.length = 0;
console.log(d.join(), d.length);
try { d.push(1); } catch (e) { console.log(e.name); }
try { d.pop(); } catch (e) { console.log(e.name, d.length, 2 in d); }
(function () { 'use strict'; try { d[5] = 1; } catch (e) { console.log(e.name); } try { d.length = 9; } catch (e) { console.log(e.name); } })();
const nc = [1, 2, 3, 4];
Object.defineProperty(nc, 1, { configurable: false });
nc.length = 0;
console.log(nc.length, nc.join());
console.log(Array.from('a😀b').join('|'), Array.from({ length: 3, 0: 'x', 2: 'z' }).map(String).join(), Array.from(new Set([1, 2])).join(), Array.from([1, , 3]).length, 1 in Array.from([, ,]), Array.from([1, 2], function (x, i) { return x * i + this.k; }, { k: 10 }).join(), Array.from(5).length, Array.from({ length: 2 }, () => 'f').join());
for (const bad of [null, undefined]) try { Array.from(bad); } catch (e) { console.log(e.name); }
try { Array.from([], 5); } catch (e) { console.log(e.name); }
class C { constructor(n) { this.arg = n; } }
const c1 = Array.from.call(C, [1, 2]), c2 = Array.of.call(C, 7, 8), c3 = Array.from.call(C, { length: 2, 0: 'q' });
console.log(c1 instanceof C, c1.arg, c1.length, c1[1], c2.arg, c2.length, c3.arg, c3[0]);
console.log(Array.from.call(Object, 'xy').length, Array.of.call(undefined, 1).length, [] + '', [1, [2, 3]] + '', [null, undefined, [[]]].length);
const big = [];
big[99999] = 1;
console.log(big.length, Object.keys(big).length, big.indexOf(1), big.filter(() => true).length);
const grown = [];
for (let i = 20; i >= 0; i--) grown[i] = i;
console.log(grown.length, grown.join('').length, grown.every((x, i) => x === i));
