// JSON.stringify where the guest has a part in it: plain and other values take turns, and what is being written changes meanwhile.
const show = (f) => {
  try {
    console.log(f());
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
};
class Node {
  constructor(name, args) {
    this.name = name;
    this.args = args;
  }
  toJSON(key) {
    return { node: this.name, key, args: this.args };
  }
}
const tree = { list: [new Node('a', [1, 'x', null, undefined, () => 1]), 2, new Node('b', [])], plain: { deep: [[1], { e: [] }] }, last: new Node('c', [new Node('d', undefined)]) };
for (const space of [undefined, 2, '--', new Number(1), new String('\t')]) show(() => JSON.stringify(tree, null, space));
show(() => JSON.stringify(new Node('root')));
show(() => JSON.stringify({ toJSON: () => undefined }));
show(() => JSON.stringify([{ toJSON: () => undefined }, { toJSON: () => Symbol() }, { toJSON: 5 }]));
show(() => JSON.stringify({ a: { toJSON: () => undefined }, b: 1 }));

// Order of what is called.
{
  const calls = [];
  const value = {
    get first() { calls.push('get first'); return { toJSON(key) { calls.push(`toJSON ${key}`); return [1, { z: 2 }]; } }; },
    plain: { x: 1 },
    get second() { calls.push('get second'); return 3; },
  };
  show(() => JSON.stringify(value));
  show(() => JSON.stringify(value, function (key, v) { calls.push(`replace ${key} in ${Array.isArray(this) ? 'array' : Object.keys(this).join()}`); return v; }, 1));
  show(() => calls.join('\n'));
}

// What is being written is changed.
show(() => {
  const o = { a: { toJSON() { delete o.b; o.c = 'new'; o.e = 1; return 'a'; } }, b: 1, c: 2, d: [1, 2] };
  return JSON.stringify(o);
});
show(() => {
  const list = [{ toJSON() { list.length = 2; list.push(7, 8, 9); return 0; } }, 1, 2, 3];
  return JSON.stringify(list) + list.length;
});
show(() => {
  const list = [{ toJSON() { list.length = 1; return 0; } }, 1, 2, 3];
  return JSON.stringify({ list });
});
show(() => {
  const o = { a: [1, 2, 3], b: { c: 1 } };
  return JSON.stringify(o, function (key, v) { if (key === 'a') this.b = { replaced: v }; if (v === 2) this.length = 2; return v; });
});

// Cycles and depth.
show(() => { const o = { x: { toJSON: () => ({ y: [0, o] }) } }; return JSON.stringify(o); });
show(() => { const a = []; const o = { a: { b: { c: a } } }; a.push(1, o.a); return JSON.stringify(o, (k, v) => v); });
show(() => { const o = {}; o.self = o; return JSON.stringify(o); });
show(() => { class Loop { toJSON() { return { again: new Loop() }; } } return JSON.stringify(new Loop()); });
show(() => { let deep = new Node('end'); for (let i = 0; i < 200; i++) deep = i % 2 ? [deep] : { d: deep }; return JSON.stringify(deep).length; });

// Wrappers, BigInts, functions with toJSON, lists of properties.
show(() => JSON.stringify([new Number(1), new String('s'), new Boolean(false), Object(Symbol()), Object(1n)]));
show(() => JSON.stringify({ n: 1n }));
show(() => { BigInt.prototype.toJSON = function () { return `${this}n`; }; try { return JSON.stringify({ n: 1n, l: [Object(2n)] }); } finally { delete BigInt.prototype.toJSON; } });
show(() => { const f = () => {}; f.toJSON = () => 'function'; return JSON.stringify([f, { f }, () => {}]); });
show(() => JSON.stringify({ b: 1, a: { b: [{ a: 3, c: 4 }], c: 5 }, 1: 'one', '': 'empty' }, ['a', 'b', 1, new String(''), 'b', 'length', {}]));
show(() => JSON.stringify({ a: 1, b: { a: [1, { b: 2 }] } }, ['b', 'a'], '..'));
show(() => JSON.stringify('text', (k, v) => v + '!') + JSON.stringify(5, () => undefined) + JSON.stringify(undefined, () => 'now') + JSON.stringify(null, [], 2));
show(() => JSON.stringify(undefined) + JSON.stringify(() => 1, ['a']) + JSON.stringify(Symbol(), null, 2));
show(() => JSON.stringify({ n: { valueOf: () => 3 }, d: new Date(0), m: new Map([[1, 2]]), s: new Set([1]), r: /x/, t: new Uint8Array(2), e: new Error('m') }));
show(() => { const o = new Number(3); o.valueOf = () => { throw new TypeError('asked'); }; return JSON.stringify([o]); });
show(() => { const o = new String('s'); o.toString = () => 'other'; return JSON.stringify({ o, p: new Number(NaN), q: -0, r: Infinity }); });

// Accessors and Proxies on the way and on prototypes.
show(() => { const p = new Proxy([1, [2], new Node('n', [])], {}); return JSON.stringify({ p, q: new Proxy({ a: p, b: undefined }, {}), f: new Proxy(() => 1, {}) }, null, 1); });
show(() => {
  const log = [];
  const p = new Proxy({ a: 1, b: { c: 2 } }, {
    get(t, k) { log.push(`get ${String(k)}`); return t[k]; },
    ownKeys(t) { log.push('ownKeys'); return Reflect.ownKeys(t); },
    getOwnPropertyDescriptor(t, k) { log.push(`describe ${String(k)}`); return Reflect.getOwnPropertyDescriptor(t, k); },
  });
  return JSON.stringify([p, Object.create(p, { own: { value: 1, enumerable: true } })]) + log.join(';');
});
show(() => { const p = new Proxy({}, {}); const o = { p }; Object.setPrototypeOf(p, { get o() { return 1; } }); p.inner = o; return JSON.stringify(o); });
show(() => { Object.defineProperty(Array.prototype, 1, { get() { return 'inherited'; }, configurable: true }); try { return JSON.stringify([0, , 2]) + JSON.stringify({ toJSON: () => [0, , 2] }); } finally { delete Array.prototype[1]; } });
show(() => { String.prototype.toJSON = () => 'never'; try { return JSON.stringify(['a', new String('b')]); } finally { delete String.prototype.toJSON; } });
show(() => { Object.prototype.toJSON = function () { return Object.keys(this).length; }; try { return JSON.stringify([{ a: 1 }]) + JSON.stringify(new Proxy({ a: 1 }, {})); } finally { delete Object.prototype.toJSON; } });
show(() => JSON.stringify({ get a() { throw new RangeError('from a getter'); } }));
show(() => JSON.stringify([1, { toJSON() { return JSON.stringify({ inner: new Node('i', [1]) }); } }]));

// Much of it.
{
  const many = Array.from({ length: 300 }, (_x, i) => (i % 3 ? new Node('n' + i, [i, String(i)]) : { i, text: '"quoted"\n', list: [i, i / 2] }));
  let sum = 0;
  for (let i = 0; i < 3; i++) {
    const text = JSON.stringify(many, i === 1 ? (k, v) => (typeof v === 'number' ? v + 1 : v) : undefined, i === 2 ? 1 : undefined);
    for (let j = 0; j < text.length; j += 7) sum = (sum * 31 + text.charCodeAt(j)) | 0;
  }
  console.log(sum);
}
