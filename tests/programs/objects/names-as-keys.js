// Elements by string keys, where the names that are special must stay so.
const log = [];
const keys = ['plain', 'length', '0', '1.5', '-0', 'NaN', '01', '', '__proto__', 'constructor', 'name', 'prototype', '$plain', 'v0', 'ключ', 'plain'];
function read(o, k) {
  const v = o[k];
  return typeof v === 'function' ? 'function' : typeof v === 'object' && v !== null ? 'object' : String(v);
}
function write(o, k, v) {
  o[k] = v;
}
const receivers = () => [{}, [7, 8], function f(a) {}, 'text', 5, new Uint8Array(2), Object.create({ set plain(v) { log.push(`setter ${v}`); } }), new Map(), Object.freeze({ plain: 1 })];
for (let round = 0; round < 6; round++) {
  for (const o of receivers()) {
    for (const k of keys) {
      const before = read(o, k);
      if (k !== '__proto__' && !(Array.isArray(o) && k === 'length')) write(o, k, round);
      log.push(`${k}: ${before} ${read(o, k)}`);
    }
    log.push(typeof o === 'object' || typeof o === 'function' ? Object.keys(o).join() : typeof o);
  }
}
for (const o of [null, undefined]) {
  for (const k of keys) {
    try {
      read(o, k);
    } catch (e) {
      log.push(e.message);
    }
    try {
      write(o, k, 1);
    } catch (e) {
      log.push(e.message);
    }
  }
}
// Keys that share a length and some characters, more than any cache holds.
const counts = {};
let sum = 0;
for (let i = 0; i < 6000; i++) {
  const key = `a${String.fromCharCode(97 + (i % 26))}${i % 3000}z`;
  counts[key] = (counts[key] ?? 0) + 1;
}
for (const key in counts) sum += counts[key] * key.length;
log.push(Object.keys(counts).length, sum);
// Matches, with what a guest puts in the way of their properties.
const match = (text) => /(?<first>a)(b)?/.exec(text);
for (let i = 0; i < 3; i++) log.push(JSON.stringify(Object.entries(Object.getOwnPropertyDescriptors(match('xab'))).map(([k, d]) => [k, d.value, d.writable, d.enumerable, d.configurable])));
Object.defineProperty(Array.prototype, 'index', { set() { throw new Error('setter'); }, configurable: true });
log.push(match('xxab').index, Object.keys(match('ab')).join());
delete Array.prototype.index;
console.log(log.join('\n'));
