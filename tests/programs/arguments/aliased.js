// `var args = arguments` and the like: the object is not made in compiled code as long as the variables only serve to read it and to pass it on.
function memoize(func, resolver) {
  const memoized = function () {
    var args = arguments, key = resolver ? resolver.apply(this, args) : args[0], cache = memoized.cache;
    if (cache.has(key)) return cache.get(key);
    var result = func.apply(this, args);
    memoized.cache = cache.set(key, result) || cache;
    return result;
  };
  memoized.cache = new Map();
  return memoized;
}
const square = memoize((n) => n * n), sum = memoize((a, b) => a + b, (a, b) => `${a},${b}`);
let total = 0;
for (let i = 0; i < 3000; i++) total += square(i % 7) + sum(i % 5, i % 3);
console.log(total, square.cache.size, sum.cache.size);

function add() {
  'use strict';
  const args = arguments, again = args;
  let result = 0;
  for (let i = 0; i < again.length; i++) result += args[i];
  return result;
}
// The unit is left with the object in two variables: they must hold the same one.
let seen = null;
function leaves(a, b) {
  var args = arguments, second = args;
  if (a === 2999) {
    seen = [args === arguments, second === args, args.length, [...args]];
    args[0] = 'changed';
    return [a, arguments[0], second[0]];
  }
  return args[0] + second[1] + arguments.length;
}
// Mapped, with a parameter that is assigned after the variable.
function assigns(a, b) {
  var args = arguments;
  a = b + 1;
  b = 7;
  return args[0] * 10 + args[1];
}
// The variable is read before it holds the object, and holds something else now and then.
function early(flag) {
  var before = typeof args;
  var args = arguments;
  if (flag > 2990) args = [9, 8];
  return before + args[0] + args.length;
}
function branches(n) {
  let list;
  if (n & 1) list = arguments;
  else list = arguments;
  return list[1] + list.length;
}
function throwing(n) {
  const args = arguments;
  try {
    if (n % 1000 === 999) throw new Error('at ' + n);
    return args[0];
  } catch (error) {
    return error.message.length + args[0] + args.length;
  }
}
let sums = [0, 0, 0, '', 0, 0];
for (let i = 0; i < 3000; i++) {
  sums[0] += add(i, 1, 2);
  const left = leaves(i, 2);
  if (typeof left === 'number') sums[1] += left;
  else console.log(left, seen);
  sums[2] += assigns(i, 2);
  sums[3] = early(i);
  sums[4] += branches(i, 5);
  sums[5] += throwing(i, 0);
}
console.log(sums);

// What escapes: mapped and not.
const kept = [];
function keeps(a, b) {
  kept.push(arguments);
  a = 5;
  return b;
}
function keepsStrictly(a) {
  'use strict';
  kept.push(arguments);
  a = 5;
}
for (let i = 0; i < 300; i++) keeps(i, i), keepsStrictly(i);
const [mapped, strict] = kept.slice(-2);
mapped[1] = 'x';
console.log(mapped[0], strict[0], Object.keys(mapped), Object.keys(strict), JSON.stringify(mapped), { ...mapped }, Object.assign({}, strict));
for (const object of [mapped, strict]) {
  const names = [];
  for (const name in object) names.push(name);
  console.log(names, Reflect.ownKeys(object), object.propertyIsEnumerable('length'), object.propertyIsEnumerable('callee'), object.propertyIsEnumerable(Symbol.iterator));
}
const fresh = () => {
  keeps(1, 2);
  return kept[kept.length - 1];
};
const describe = (o, key) => JSON.stringify(Object.getOwnPropertyDescriptor(o, key), (name, value) => (typeof value === 'function' ? 'function' : value));
console.log(describe(fresh(), 'length'), describe(fresh(), 'callee'), describe(fresh(), Symbol.iterator), describe(fresh(), 0));
const deleted = fresh();
delete deleted.length;
deleted.length = 1;
console.log(describe(deleted, 'length'), describe(deleted, 'callee'), Object.keys(deleted));
const defined = fresh();
Object.defineProperty(defined, 'length', { value: 9 });
console.log(describe(defined, 'length'), Object.getOwnPropertyNames(Object.freeze(fresh())), Object.isFrozen(Object.freeze(fresh())));
const assigned = fresh();
assigned.length = 1;
assigned.callee = 'me';
console.log([...assigned], Array.prototype.slice.call(assigned), Object.entries(assigned), assigned);
const { length, ...rest } = fresh();
console.log(length, rest, Object.values(fresh()), Object.getOwnPropertySymbols(fresh()).length, Reflect.has(fresh(), 'callee'));
