// The ordered table against the specification's own picture: a list whose deleted entries stay as holes.
import { describe, expect, it } from 'vitest';
import { OrderedTable } from '../../src/runtime/ordered-table.ts';
import type { Value } from '../../src/runtime/values.ts';

const HOLE = Symbol('hole');

class Model {
  readonly list: ({ key: Value; value: Value } | typeof HOLE)[] = [];
  find(key: Value): number {
    return this.list.findIndex((e) => e !== HOLE && (e.key === key || (e.key !== e.key && key !== key)));
  }
  set(key: Value, value: Value): void {
    const i = this.find(key);
    if (i < 0) this.list.push({ key: key === 0 ? 0 : key, value });
    else (this.list[i] as { value: Value }).value = value;
  }
  delete(key: Value): boolean {
    const i = this.find(key);
    if (i >= 0) this.list[i] = HOLE;
    return i >= 0;
  }
  clear(): void {
    this.list.fill(HOLE);
  }
  next(walk: { at: number }): { key: Value; value: Value } | undefined {
    while (walk.at < this.list.length) {
      const e = this.list[walk.at++];
      if (e !== HOLE) return e;
    }
    return undefined;
  }
}

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('OrderedTable', () => {
  it('walks as the specification says while it changes', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const random = randomFrom(seed);
      const keys = 1 + random(200);
      const table = new OrderedTable();
      const model = new Model();
      const walks: { at: number; cursor: number }[] = [];
      const deleting = random(10);
      for (let step = 0; step < 1500; step++) {
        const key = random(keys);
        const action = random(20);
        if (action < 6) {
          table.set(key, step);
          model.set(key, step);
        } else if (action < 6 + deleting) {
          expect(table.delete(key)).toBe(model.delete(key));
        } else if (action === 16 && random(40) === 0) {
          table.clear();
          model.clear();
        } else if (action === 17 && walks.length < 20) {
          walks.push({ at: 0, cursor: 0 });
        } else if (walks.length > 0) {
          const w = random(walks.length);
          const walk = walks[w];
          const expected = model.next(walk);
          const cursor = table.advance(walk.cursor);
          if (expected === undefined) {
            expect(cursor).toBe(-1);
            walks.splice(w, 1);
          } else {
            expect(cursor).toBeGreaterThan(walk.cursor - 1);
            expect([table.keys[table.found], table.values[table.found]]).toEqual([expected.key, expected.value]);
            expect(table.indexBefore(cursor)).toBe(table.found);
            walk.cursor = cursor;
          }
        }
        expect(table.get(key)).toBe((model.list[model.find(key)] as { value: Value } | undefined)?.value);
      }
      const copy = table.copy();
      const all = model.list.filter((e) => e !== HOLE);
      expect(copy.keys).toEqual(all.map((e) => (e as { key: Value }).key));
      expect(copy.values).toEqual(all.map((e) => (e as { value: Value }).value));
      expect(table.size).toBe(all.length);
    }
  });

  it('compares keys by SameValueZero and keeps +0', () => {
    const table = new OrderedTable();
    table.add(-0);
    table.add(NaN);
    table.add(NaN);
    table.add(0);
    expect(table.size).toBe(2);
    expect(Object.is(table.keys[0], 0)).toBe(true);
    expect(table.has(NaN)).toBe(true);
  });

  it('stays linear as a queue and as a cache of bounded size', () => {
    const queue = new OrderedTable();
    for (let i = 0; i < 200000; i++) {
      queue.set(i, i);
      if (i < 1000) continue;
      queue.advance(0);
      queue.delete(queue.keys[queue.found]);
    }
    expect(queue.size).toBe(1000);
    expect(queue.keys.length).toBeLessThan(4000);
    queue.advance(0);
    expect(queue.keys[queue.found]).toBe(199000);
  });
});
