// Rest parameters are real, fresh arrays; they combine with arguments, defaults and patterns.
function r(a, ...rest) { return [a, Array.isArray(rest), rest.length, rest.join('|')].join(); }
console.log(r(), r(1), r(1, 2), r(1, 2, 3, undefined));
const fresh = (...xs) => xs;
console.log(fresh() === fresh(), fresh(1).concat(fresh(2)).join());
function both(...xs) { xs[0] = 'changed'; return arguments[0] + arguments.length; }
console.log(both('orig', 1));
const tail = (h, ...[second, ...more]) => [h, second, more.length].join();
console.log(tail(1), tail(1, 2, 3, 4));
const sum = (...n) => n.reduce((a, b) => a + b, 0);
console.log(sum(), sum(1, 2, 3), sum(...[1, 2], ...[3]), sum.length);
class K { constructor(first, ...others) { this.n = others.length; } static make(...args) { return new this(...args); } set v(x) {} }
console.log(K.make(1, 2, 3).n, K.length);
const curry = (f, ...got) => (got.length >= f.length ? f(...got) : (...more) => curry(f, ...got, ...more));
console.log(curry((a, b, c) => a + b * c)(1)(2)(3), curry((a, b) => a - b)(5, 3));
const compose = (...fs) => (x) => fs.reduceRight((v, f) => f(v), x);
console.log(compose((x) => x + 1, (x) => x * 2)(5));
// holes never occur
console.log(Object.keys(((...xs) => xs)(undefined, undefined)).join());
function mutate(...xs) { xs.push('end'); xs.shift(); return xs.join(); }
const given = [1, 2];
console.log(mutate(...given), given.join());
// rest after destructured parameters
console.log((({ a }, [b], ...c) => [a, b, c].join('/'))({ a: 1 }, [2], 3, 4));
// many arguments
const big = Array.from({ length: 2000 }, (_, i) => i);
console.log(((...xs) => xs.length)(...big), ((a, b, ...xs) => xs[1997])(...big));
