// Maps and Sets that change while they are walked, against the specification's own picture: a list whose deleted entries stay as holes.
let state = 281130;
function random(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}

const HOLE = {};
class Model {
  constructor() { this.list = []; }
  find(key) { return this.list.findIndex((e) => e !== HOLE && (e[0] === key || (e[0] !== e[0] && key !== key))); }
  set(key, value) {
    const i = this.find(key);
    if (i < 0) this.list.push([key === 0 ? 0 : key, value]);
    else this.list[i][1] = value;
  }
  delete(key) {
    const i = this.find(key);
    if (i >= 0) this.list[i] = HOLE;
    return i >= 0;
  }
  clear() { this.list.fill(HOLE); }
  next(walk) {
    while (!walk.done && walk.at < this.list.length) {
      const e = this.list[walk.at++];
      if (e !== HOLE) return e;
    }
    walk.done = true;
    return undefined;
  }
  get live() { return this.list.filter((e) => e !== HOLE); }
}

function check(condition, what) {
  if (!condition) throw new Error(`wrong: ${what}`);
}

const keysOf = [NaN, -0, 0, 'a', '', undefined, null, true, 1n, Symbol('s'), { o: 1 }, [], 1.5, '0'];
const kinds = ['keys', 'values', 'entries'];
let steps = 0;
for (let round = 0; round < 5; round++) {
  const map = new Map();
  const set = new Set();
  const model = new Model();
  const walks = [];
  const deleting = random(10);
  const range = 1 + random(60);
  for (let step = 0; step < 250; step++) {
    const n = random(range);
    const key = n < keysOf.length ? keysOf[n] : n;
    const action = random(22);
    if (action < 6) {
      check(map.set(key, step) === map && set.add(key) === set, 'set');
      model.set(key, step);
    } else if (action < 6 + deleting) {
      const expected = model.delete(key);
      check(map.delete(key) === expected && set.delete(key) === expected, 'delete');
    } else if (action === 16 && random(30) === 0) {
      map.clear();
      set.clear();
      model.clear();
    } else if (action < 19) {
      const kind = kinds[random(3)];
      walks.push({ at: 0, done: false, kind, map: map[kind](), set: set[kind]() });
    } else if (action === 19 && walks.length > 0) {
      // What is left is taken at once.
      const [walk] = walks.splice(random(walks.length), 1);
      const left = [];
      for (let e = model.next(walk); e !== undefined; e = model.next(walk)) left.push(e);
      const fromMap = [...walk.map];
      const fromSet = Array.from(walk.set);
      check(fromMap.length === left.length && fromSet.length === left.length, 'what is left');
      left.forEach(([k, v], i) => {
        const m = walk.kind === 'entries' ? fromMap[i] : [fromMap[i], fromMap[i]];
        check(Object.is(m[0], walk.kind === 'values' ? v : k) && Object.is(m[1], walk.kind === 'keys' ? k : v), 'left in a map');
        check(Object.is(walk.kind === 'entries' ? fromSet[i][1] : fromSet[i], k), 'left in a set');
      });
      check(walk.map.next().done && walk.set.next().done, 'the end');
    }
    const e = model.find(key);
    check(map.has(key) === e >= 0 && set.has(key) === e >= 0 && Object.is(map.get(key), e >= 0 ? model.list[e][1] : undefined), 'look');
    for (const walk of walks) {
      if (random(3) !== 0) continue;
      const expected = model.next(walk);
      const m = walk.map.next();
      const s = walk.set.next();
      steps++;
      check(m.done === (expected === undefined) && s.done === m.done, 'done');
      if (expected === undefined) continue;
      const [k, v] = expected;
      const value = walk.kind === 'keys' ? m.value === k || k !== k : walk.kind === 'values' ? m.value === v : (m.value[0] === k || k !== k) && m.value[1] === v;
      check(value, walk.kind);
      check(Object.is(walk.kind === 'entries' ? s.value[0] : s.value, k), 'set ' + walk.kind);
    }
  }
  check(map.size === model.live.length && set.size === model.live.length, 'size');
  check([...map].every(([k, v], i) => Object.is(k, model.live[i][0]) && v === model.live[i][1]), 'entries');
  check([...set].every((k, i) => Object.is(k, model.live[i][0])), 'elements');
}
console.log('steps', steps);

// Loops that change what they walk.
function loops() {
  const out = [];
  const m = new Map([['a', 1], ['b', 2], ['c', 3], ['d', 4]]);
  for (const [k, v] of m) {
    out.push(k + v);
    if (k === 'a') { m.delete('b'); m.set('e', 5); }
    if (k === 'c') { m.delete('c'); m.set('c', 6); }
    if (k === 'd') m.set('a', 9);
    if (out.length > 20) break;
  }
  out.push('|');
  const s = new Set([1, 2, 3]);
  for (const v of s) {
    out.push(v);
    s.delete(v);
    if (v < 9) s.add(v + 3);
  }
  out.push('|', s.size);
  m.forEach((v, k) => { out.push(k, v); if (k === 'a') { m.clear(); m.set('z', 0); } });
  const t = new Set(['x', 'y']);
  t.forEach((v) => { out.push(v); if (v === 'x') { t.delete('x'); t.add('x1'); } });
  for (const [v, w] of t.entries()) { out.push(v === w ? v : 'no'); if (v === 'y') t.clear(); }
  return out.join(' ');
}
let text = '';
for (let i = 0; i < 120; i++) text = loops();
console.log(text);

// Looking at an iterator does not move it; parts of entries are fresh arrays.
const m = new Map([['a', { x: 1 }], ['b', 2], ['c', 3]]);
const entries = m.entries();
const first = entries.next().value;
first[0] = 'changed';
first.push('more');
console.log(entries, m.keys(), new Set([1, 2]).entries());
console.log([...entries], entries, [...m][0], m);
const it = m.values();
it.next();
m.delete('a');
console.log(it);
m.set('d', 4);
console.log(it.next(), it);
m.clear();
m.set('e', 5).set('f', 6);
console.log(it, it.next(), it);
console.log([...it], it);
m.set('g', 7);
console.log(it.next(), it);
const end = new Set([1]).values();
end.next();
console.log(end, end.next(), end);
console.table(new Map([['k', 'v']]).entries());
console.table(new Set([1, 2]).entries());

// The canonical zero, and keys that are alike.
console.log(Object.is([...new Map([[-0, 1]]).keys()][0], 0), Object.is([...new Set([-0])][0], 0), new Map([[NaN, 1]]).get(NaN), new Set([NaN, NaN, 0, -0]).size);

// Receivers that are none, and `size` of them.
for (const f of [() => Map.prototype.get.call(new Set(), 1), () => Set.prototype.add.call(new Map(), 1), () => Map.prototype.size, () => Object.create(new Set()).size,
  () => Set.prototype.has.call(5, 1), () => WeakMap.prototype.set.call(new Map(), {}, 1), () => new WeakMap().set(1, 1), () => new WeakSet().add('s'), () => new WeakSet().add(Symbol.for('x')),
  () => Map.prototype.clear.call(Object.create(new Map())), () => WeakSet.prototype.has.call(new WeakMap(), {})]) {
  try { console.log(f()); } catch (e) { console.log(e.name + ': ' + e.message); }
}
const symbol = Symbol('own');
console.log(new WeakMap([[symbol, 1]]).get(symbol), new WeakSet([symbol, console.log]).has(console.log), new WeakMap().has(1), new WeakMap().delete('x'), new WeakSet().has(undefined));
class Counted extends Map { get size() { return super.size + 100; } get(k) { return super.get(k) ?? 'none'; } }
const counted = new Counted([[1, 2]]);
function sizes() { return counted.size + m.size + new Set([1]).size; }
for (let i = 0; i < 150; i++) sizes();
console.log(sizes(), counted.get(1), counted.get(2), Reflect.get(Map.prototype, 'size', counted));
