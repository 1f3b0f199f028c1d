// What kind of object `arguments` is: class, iteration, length, array-likeness.
function get() { return arguments; }
const args = get('a', 'b', 'c');
console.log(Object.prototype.toString.call(args), Array.isArray(args), typeof args, args.length);
console.log(args instanceof Object, Object.getPrototypeOf(args) === Object.prototype, args instanceof Array);
console.log([...args].join(), Array.from(args).join(), Array.prototype.slice.call(args, 1).join());
let s = '';
for (const x of args) s += x;
for (const k in args) s += k;
console.log(s, Object.keys(args).join(), JSON.stringify(args));
console.log(args[Symbol.iterator] === Array.prototype[Symbol.iterator], Object.getOwnPropertyNames(args).sort().join());
const [p, ...q] = args;
console.log(p, q.join());
console.log(Math.max.apply(null, get(3, 9, 4)), Array.prototype.map.call(args, (x) => x + x).join());

args.length = 1;
console.log([...args].join(), args[2]);
args.length = 5;
console.log([...args].map(String).join());
delete args.length;
console.log(args.length, 'length' in args);
try { console.log([...args].length); } catch (e) { console.log(e.name); }

const more = get(1, 2);
more[5] = 'five';
more.extra = true;
console.log(more.length, Object.keys(more).join());
Array.prototype.push.call(more, 'pushed');
console.log(more.length, more[2]);
console.log(Array.prototype.concat.call([], get(1, 2)).length, [].concat([...get(1, 2)]).length);
more[Symbol.isConcatSpreadable] = true;
console.log([0].concat(more).length);

function reassigned() { arguments = 'other'; return arguments; }
console.log(reassigned(1, 2));
function shadowedParam(arguments) { return arguments; }
console.log(shadowedParam('param'));
function letShadow() { { let arguments = 'block'; s = arguments; } return s + arguments.length; }
console.log(letShadow(1));
function inBlockFn() { const f = function () { return arguments.length; }; return f(1, 2, 3) + '' + arguments.length; }
console.log(inBlockFn(1));
console.log((function () { return typeof arguments[0] + arguments.length; })(undefined));
console.log(Object.isFrozen(Object.freeze(get(1))), Object.isExtensible(get()));
