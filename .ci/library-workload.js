// The program by whose profile the build compiles functions of the library ahead (src/process/precompile.ts). It calls what programs call most, in the ways in which
// they do it: what it never reaches is left out of the units, which go on in the interpreter there, and what it only does with numbers is taken to be done with numbers.
'use strict';

const lists = [
  [], [1], [3, 1, 2], [0.5, -1, 1e9], ['b', 'a', 'c', 'longer'], [true, null, 'x', 7, 2.5, { y: 1 }], [undefined, 1, 'y', { x: 1 }],
  [{ id: 3, name: 'c' }, { id: 1, name: 'a' }, { id: 2, name: 'b' }], [[1, 2], [3], []], [/x/, new Map(), () => 1],
];
// Long enough for every part of a merge sort, with runs of both directions.
const long = Array.from({ length: 700 }, (_, i) => (i % 90 < 40 ? i : i % 90 < 60 ? -i : (i * 7919) % 1000));
let state = 5;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};
// Runs of all lengths, as merge sort finds them: none longer than a few, in order already, and long ones in front of short ones.
const unsorted = [
  Array.from({ length: 1500 }, () => random(1e6)),
  Array.from({ length: 300 }, (_, i) => i),
  Array.from({ length: 900 }, (_, i) => (i < 500 ? i : i < 600 ? 600 - i : random(1000))),
  Array.from({ length: 20 }, (_, run) => Array.from({ length: 33 + random(150) }, (_, i) => i * (run % 3 === 0 ? -1 : 1))).flat(),
  Array.from({ length: 400 }, (_, i) => (i < 200 ? i + 1000 : i)),
];
const words = long.map((n) => `w${n}`);
const records = long.map((n, i) => ({ n, text: `t${n}`, i }));
const results = [];
const keep = (value) => void results.push(value);

function* steps(list) {
  for (const v of list) yield v;
}

for (let round = 0; round < 6; round++) {
  for (const list of lists) {
    list.forEach((v, i, all) => keep(all.length + i));
    keep(list.map((v) => v));
    keep(list.map((v, i) => ({ v, i })));
    keep(list.map(String));
    keep(list.filter((v) => v));
    keep(list.filter((v, i) => i % 2 === 0));
    for (const answer of [true, false]) {
      keep(list.some(() => answer));
      keep(list.every(() => answer));
      keep(list.find(() => answer));
      keep(list.findIndex(() => answer));
      keep(list.findLast(() => answer));
      keep(list.findLastIndex(() => answer));
    }
    keep(list.reduce((sum, v, i) => sum + i, 0));
    keep(list.reduce((text, v) => text + typeof v, ''));
    keep(list.reduce((all, v) => (all.push(v), all), []));
    keep(list.reduce((all, v, i) => ({ ...all, [i]: v }), {}));
    if (list.length > 0) keep(list.reduce((last, v) => v));
    keep(list.reduceRight((all, v) => [...all, v], []));
    keep(list.flatMap((v) => [v, v]));
    keep(list.flatMap((v) => (v ? v : [])));
    keep([list, list, 1].flat());
    keep([[list], list].flat(Infinity));
    keep(Array.from(list));
    keep(Array.from(list, (v, i) => [v, i]));
    keep(Array.from(new Set(list)));
    keep(Array.from({ length: list.length }));
    keep(Array.from({ length: list.length }, (_, i) => i * i));
    keep(Array.from({ length: 3 }, () => list));
    keep(Array.from({ length: 2 }, () => 'x'));
    keep(list.map((v) => typeof v).toSorted());
    keep(Array.from(new Map(list.map((v, i) => [i, v])).values(), (v) => v));
    keep(Array.from(new Set(list), (v) => [v]));
    keep(Array.from(steps(list)));
    keep(Array.from(steps(list), (v) => [v]));
    keep(Array.from('text', (c) => c + c));
    keep(Array.from({ length: 2, 0: list, 1: 'x' }));
    keep(Array.prototype.map.call({ length: 2, 0: list, 1: 'x' }, (v) => v));
    keep(Array.prototype.filter.call('text', (v) => v));
    keep(Array.prototype.slice.call({ length: 3, 0: 1, 2: 2 }, 1));
    for (const at of [0, 1, -1, -100, 100, undefined]) {
      keep(list.slice(at));
      keep(list.slice(0, at));
      keep([...list].fill(0, at));
      keep([...list].fill(0, 0, at));
      keep(list.at(at));
      keep(list.includes(7, at));
      keep(list.indexOf(7, at));
      keep([...list].splice(at, 1, 'x'));
    }
    keep(Object.fromEntries(list.map((v, i) => [`k${i}`, v])));
    keep(Object.fromEntries(new Map(list.map((v, i) => [`k${i}`, v]))));
    new Map(list.map((v, i) => [v, i])).forEach((v, k) => keep(k));
    new Set(list).forEach((v) => keep(v));
    keep(new Map(new Map([[1, list]])));
    keep(Object.groupBy(list, (v) => typeof v));
    keep(Map.groupBy(list, (v) => typeof v));
    keep(list.map((v) => typeof v).join('-'));
    keep(JSON.stringify(list, (key, value) => (typeof value === 'number' ? value + 1 : value)));
    keep(JSON.stringify({ list, date: new Date(0), at: { toJSON: () => 'at' } }, null, 2));
    keep(JSON.parse('{"a":[1,"x",{"b":null}],"c":{"d":true,"e":1.5}}', (key, value) => (value === null ? undefined : value)));
  }
  for (const [less, more] of [[-1, 1], [1, -1]]) {
    keep([...long].sort((a, b) => (a < b ? less : a > b ? more : 0)));
    keep([...words].sort((a, b) => (a < b ? less : a > b ? more : 0)));
    keep([...words].sort((a, b) => a.localeCompare(b) * more));
    keep([...records].sort((a, b) => (a.n - b.n) * more));
    keep([...records].sort((a, b) => (a.text < b.text ? less : 1)));
    for (const size of [2, 3, 5, 9, 30, 70]) {
      keep(records.slice(0, size).sort((a, b) => (b.n - a.n) * more));
      keep(long.slice(round, size).sort((a, b) => (a - b) * more));
      keep(words.slice(round, size).toSorted((a, b) => (a > b ? more : less)));
    }
  }
  for (const list of unsorted) {
    keep([...list].sort((a, b) => a - b));
    keep(list.map((n) => ({ n })).sort((a, b) => b.n - a.n));
  }
  const numbers = Float64Array.from(long);
  const bytes = Uint8Array.from(long, (v) => v & 255);
  for (const array of [numbers, bytes, Int32Array.from([3, 1, 2])]) {
    keep(array.map((v) => v / 2));
    keep(array.reduce((sum, v) => sum + v, 0));
    keep(array.filter((v) => v > 1));
    keep(array.some((v) => v > 100));
    keep(array.every((v) => v > 100));
    keep(array.findIndex((v) => v > 100));
    array.forEach((v) => keep(v));
    keep([...array].length);
    for (const at of [0, 1, -2, 1000]) {
      keep(array.subarray(at));
      keep(array.subarray(0, at));
      keep(array.slice(at));
      keep(array.slice().fill(at, 1));
    }
    const copy = new Float64Array(array.length + 2);
    copy.set(array);
    copy.set([1, 2.5], array.length);
    copy.set(array.subarray(0, 2), 1);
    keep(array.slice().sort());
    keep(array.slice().sort((a, b) => b - a));
    keep(array.join());
    keep(array.indexOf(3));
    keep(array.includes(3));
    keep(Float64Array.from(array));
    keep(Float64Array.from(array, (v) => v / 2));
    keep(Float64Array.from(records, (record) => record.n));
    keep(Float64Array.from(words, (word) => word.length));
    keep(Float64Array.from({ length: 5 }, (_, i) => i / 2));
    keep(Uint8Array.from([1, 2, 3]));
    keep(Int32Array.from(long, (v) => v | 0));
    keep(new Float64Array(long));
    keep(new Uint8Array(array));
    keep(Array.from(array));
    keep(Array.from(array, (v) => [v]));
  }
  for (const text of ['a-b-c', 'x', '', 'one two  three', '2024-01-02']) {
    for (const pattern of [/-/g, /(\w)(\w*)/g, /\s+/, /(?<year>\d+)-(\d+)/]) {
      keep(text.replace(pattern, '+'));
      keep(text.replace(pattern, '<$&>'));
      keep(text.replace(pattern, (all) => all.toUpperCase()));
      keep(text.match(pattern));
      keep(text.search(pattern));
      keep(text.split(pattern));
      keep(pattern.test(text));
      keep(pattern.exec(text));
      if (pattern.global) keep([...text.matchAll(pattern)].map((match) => match[0]));
    }
    keep(text.replace('-', (all) => all + all));
    keep(text.replaceAll('-', '='));
    keep(text.split('-'));
  }
  class Point {
    constructor(x) {
      this.x = x;
    }
    valueOf() {
      return this.x;
    }
    toString() {
      return `(${this.x})`;
    }
  }
  for (const value of [new Point(1), new Point(2.5), new Date(5), [1, 2]]) {
    keep(+value);
    keep(`${value}`);
    keep(value + 1);
    keep('a' + value);
    keep(value - 1);
    keep(value < 2);
    keep(String(value));
    keep(Number(value));
    keep({ [value]: 1 });
  }
}

const wait = (value) => new Promise((resolve) => setTimeout(resolve, 0, value));
async function work(i) {
  if (i % 7 === 6) throw new Error('failed');
  return i % 3 === 0 ? wait(i) : i;
}
async function* pages(count) {
  for (let i = 0; i < count; i++) yield i % 2 === 0 ? i : wait(i);
}
(async () => {
  for (let round = 0; round < 12; round++) {
    const all = [0, 1, 2, 3].map((i) => work(i));
    keep(await Promise.all(all));
    keep(await Promise.allSettled([...all, work(6), round]));
    keep(await Promise.race([work(1), wait(1)]));
    keep(await Promise.any([work(6), work(1)]));
    keep(await work(1).then((v) => v + 1).then((v) => ({ v })).finally(() => keep(round)));
    keep(await work(6).catch((error) => error.message));
    keep(await Promise.resolve(round));
    keep(await new Promise((resolve, reject) => (round % 2 === 0 ? resolve(round) : reject(new Error('odd')))).catch(() => 0));
    keep(await { then: (resolve) => resolve(1) });
    const { promise, resolve } = Promise.withResolvers();
    resolve(round);
    keep(await promise);
    for await (const v of [1, work(2)]) keep(v);
    for await (const v of pages(3)) keep(v);
    const generator = pages(2);
    keep([await generator.next(), await generator.next(), await generator.next()]);
  }
})();
