// Sites that get hot on ordinary objects, on Proxies, and on objects that inherit from one, in this order and mixed.
'use strict';

const log = [];
const count = new Map();
const note = (what) => count.set(what, (count.get(what) ?? 0) + 1);
const handler = {
  get(target, key, receiver) {
    note(`get ${String(key)}`);
    return Reflect.get(target, key, receiver);
  },
  set(target, key, value, receiver) {
    note(`set ${String(key)}`);
    return Reflect.set(target, key, value, receiver);
  },
  has(target, key) {
    note(`has ${String(key)}`);
    return Reflect.has(target, key);
  },
  deleteProperty(target, key) {
    note(`delete ${String(key)}`);
    return Reflect.deleteProperty(target, key);
  },
  ownKeys(target) {
    note('ownKeys');
    return Reflect.ownKeys(target);
  },
};
const symbol = Symbol('s');
const make = () => ({ x: 1, y: 2, 7: 'seven', length: 3, [symbol]: 'sym', true: 'yes' });
const plain = make();
const proxy = new Proxy(make(), handler);
const heir = Object.create(new Proxy(make(), handler));
const array = [1, 2, 3];
const proxied = new Proxy([4, 5, 6], handler);
const bare = new Proxy(make(), {});

function getNamed(o) { return o.x; }
function getMissing(o) { return o.nothing; }
function getLength(o) { return o.length; }
function getElement(o, k) { return o[k]; }
function setNamed(o, v) { o.x = v; return v; }
function setElement(o, k, v) { o[k] = v; return v; }
function has(o, k) { return k in o; }
function hasNamed(o) { return 'y' in o; }
function remove(o) { o.gone = 1; return delete o.gone; }
function removeElement(o, k) { o[k] = 1; return delete o[k]; }
function sum(o) {
  let s = 0;
  for (let i = 0; i < o.length; i++) s += o[i];
  return s;
}
function spread(o) { return [...o].length; }
function names(o) {
  let text = '';
  for (const name in o) text += name + ',';
  return text;
}
function own(o, k) { return Object.prototype.hasOwnProperty.call(o, k) || Object.hasOwn(o, 'y'); }
function isList(o) { return Array.isArray(o); }

function run(name, f, ...argumentsOf) {
  const results = [];
  for (const args of argumentsOf) for (let i = 0; i < 160; i++) results.push(f(...args));
  for (let i = 0; i < 160; i++) results.push(f(...argumentsOf[i % argumentsOf.length]));
  const tally = new Map();
  for (const r of results) tally.set(String(r), (tally.get(String(r)) ?? 0) + 1);
  log.push(`${name}: ${[...tally].map(([r, n]) => `${r} x${n}`).join(' ')}`);
}
run('named', getNamed, [plain], [proxy], [heir], [bare], ['text'], [plain]);
run('missing', getMissing, [plain], [proxy], [heir], [bare], [1], [plain]);
run('length', getLength, [array], [proxied], [plain], [proxy], [heir], ['text'], [array]);
run('number key', getElement, [array, 1], [proxied, 1], [proxy, 7], [heir, 7], [array, 9]);
run('string key', getElement, [plain, 'x'], [proxy, 'x'], [proxy, 'length'], [bare, 'y'], [plain, '7']);
run('other keys', getElement, [plain, symbol], [proxy, symbol], [proxy, true], [bare, undefined], [proxy, null], [plain, true], [proxy, 7n]);
const key = { toString: () => { note('key'); return 'y'; } };
run('object key', getElement, [plain, key], [proxy, key], [heir, key], [plain, 'x']);
run('set', setNamed, [plain, 1], [proxy, 2], [heir, 3], [bare, 4], [plain, 5]);
run('set element', setElement, [array, 1, 2], [proxied, 1, 7], [proxied, '2', 8], [proxy, 'x', 9], [proxy, symbol, 10], [heir, 'z', 11], [array, 0, 12]);
run('set at object', setElement, [plain, key, 2], [proxy, key, 7], [array, 0, 12]);
run('in', has, [plain, 'x'], [proxy, 'x'], [proxied, 1], [array, 1], [proxied, 5], [heir, 'y'], [bare, symbol], [proxy, key], [plain, 'x']);
run('in named', hasNamed, [plain], [proxy], [heir], [plain]);
run('delete', remove, [plain], [proxy], [heir], [bare], [plain]);
run('delete element', removeElement, [plain, 'g'], [proxy, 'g'], [proxy, 4], [proxy, key], [plain, 4]);
run('sum', sum, [array], [proxied], [array]);
run('spread', spread, [array], [proxied], ['text'], [array]);
run('for-in', names, [plain], [proxy], [heir], [bare], [plain]);
run('own', own, [plain, 'x'], [proxy, 'x'], [bare, 'q'], [heir, 'x'], [plain, 'q']);
run('isArray', isList, [array], [proxied], [plain], [proxy], [array]);
run('callbacks', (a) => a.map((x) => x + 1).filter((x) => x % 2).reduce((x, y) => x + y, 0), [array], [proxied], [array]);
run('changes', (a) => { a.push(1); a.unshift(2); a.splice(1, 1, 3); a.shift(); return a.pop(); }, [[1, 2, 3]], [new Proxy([1, 2, 3], handler)], [[1, 2]]);
run('sort', (a) => a.slice().sort((x, y) => y - x).join(), [array], [proxied], [array]);

// Failures: by the trap, by an invariant, and of a revoked Proxy, in hot code.
function attempt(f, ...args) {
  try {
    return f(...args);
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}
const refusing = new Proxy(make(), { set: () => false, deleteProperty: () => false });
const lying = new Proxy(Object.freeze({ x: 1, y: 2 }), { get: () => 5, has: () => false, set: () => true });
const { proxy: revoked, revoke } = Proxy.revocable(make(), {});
revoke();
const throwing = new Proxy({}, { get() { throw new RangeError('in a trap'); }, has() { throw new RangeError('in has'); } });
const lateGetter = new Proxy({}, { get get() { note('handler.get'); return () => 'from a getter'; } });
for (const [name, o] of Object.entries({ refusing, lying, revoked, throwing, lateGetter })) {
  run(`${name} get`, (p) => attempt(getNamed, p), [plain], [o]);
  run(`${name} get element`, (p) => attempt(getElement, p, 'x'), [plain], [o]);
  run(`${name} set`, (p) => attempt(setNamed, p, 6), [plain], [o]);
  run(`${name} in`, (p) => attempt(hasNamed, p), [plain], [o]);
  run(`${name} delete`, (p) => attempt(remove, p), [plain], [o]);
}

// A derived constructor that gives a Proxy, and what may be given instead.
class Base {
  constructor() { this.made = true; }
}
class Wrapped extends Base {
  constructor(what) {
    super();
    if (what === 'proxy') return new Proxy(this, handler);
    if (what === 'undefined') return undefined;
    if (what === 'number') return 5;
  }
}
run('derived', (what) => attempt(() => new Wrapped(what).made), ['nothing'], ['proxy'], ['undefined'], ['number'], ['proxy']);
class Early extends Base {
  constructor(skip) {
    if (skip) return { made: 'other' };
  }
}
run('derived without super', (skip) => attempt(() => new Early(skip).made), [true], [false], [true]);

console.log(log.join('\n'));
console.log([...count].map(([what, n]) => `${what} ${n}`).join('\n'));
