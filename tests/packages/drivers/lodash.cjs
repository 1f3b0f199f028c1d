// Lodash: a bit of everything.
const _ = require('lodash');
const times = require('./times.cjs');
const people = Array.from({ length: 200 }, (_x, i) => ({ id: i, name: `name ${i % 17}`, age: (i * 7) % 50, tags: i % 3 ? ['a', `t${i % 5}`] : [], address: { city: `city ${i % 7}`, zip: i } }));
const work = () => _.chain(people).filter('tags.length').sortBy(['age', (p) => -p.id]).groupBy('address.city').mapValues((list) => _.sumBy(list, 'age')).toPairs().orderBy([1, 0], ['desc', 'asc']).value();
console.log(_.VERSION, times(work));
console.log(_.chunk(_.range(10), 3), _.zip([1, 2], ['a', 'b']), _.flattenDeep([1, [2, [3, [4]]]]), _.uniqBy([2.1, 1.2, 2.3], Math.floor), _.difference([1, 2, 3], [2]), _.intersectionWith([{ x: 1 }], [{ x: 1 }], _.isEqual));
console.log(_.merge({ a: [{ b: 2 }, { d: 4 }] }, { a: [{ c: 3 }, { e: 5 }] }), _.defaultsDeep({ a: { b: 1 } }, { a: { b: 2, c: 3 } }), _.set({}, 'a[0].b.c', 4), _.get({ a: [{ b: 1 }] }, 'a[0].b'), _.omit({ a: 1, b: 2 }, 'a'), _.invert({ a: 1 }));
console.log(_.camelCase('--foo-bar--'), _.kebabCase('fooBar'), _.startCase('foo bar'), _.deburr('déjà vu'), _.escape('<a & b>'), _.padStart('a', 5, '-'), _.truncate('hi-diddly-ho there, neighborino', { length: 24, separator: ' ' }), _.words('fred, barney, & pebbles'));
console.log(_.template('<% _.forEach(users, function(user) { %><li><%- user %></li><% }); %>${ n }')({ users: ['fred', '<b>'], n: 1 }));
const source = { date: new Date(0), re: /x/gi, map: new Map([[1, { a: 1 }]]), set: new Set([1]), nested: [{ s: Symbol.iterator }], und: undefined };
source.self = source;
const copy = _.cloneDeep(source);
console.log(copy, copy !== source, copy.self === copy, _.isEqual(copy, source), _.isEqual({ a: NaN }, { a: NaN }), _.isPlainObject(Object.create(null)));
const memo = _.memoize((x) => ({ x })), once = _.once(() => Math.PI), curried = _.curry((a, b, c) => [a, b, c]), flowed = _.flow([(x) => x + 1, (x) => x * 2]), partial = _.partial((g, n) => `${g} ${n}`, _, 'fred');
console.log(memo(1) === memo(1), once() === once(), curried(1)(2, 3), curried(1)(_, 3)(2), flowed(3), partial('hi'), _.ary(parseInt, 1)('10', 2), _.attempt(() => { throw new Error('e'); }).message);
console.log(_.sampleSize([1], 1), _.random(5, 5), _.clamp(10, 0, 5), _.inRange(3, 2, 4), _.round(4.006, 2), _.mean([1, 2, 3]), _.maxBy([{ n: 1 }, { n: 2 }], 'n'), _.countBy('abcabca'), _.partition([1, 2, 3, 4], (n) => n % 2));
