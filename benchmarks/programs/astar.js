// Map and Set: A* through mazes with doors and keys, with a heap, a Map of costs, a Set of visited states.
//
// States are strings ("x,y,keys"), as one writes it when states are many and sparse. A breadth-first search over
// numbers checks the length of every path.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const MAZES = Math.max(1, Math.round(30 * SCALE));
const SIZE = SCALE < 0.1 ? 13 : 41;

function makeRandom(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const STEPS = [[1, 0], [0, 1], [-1, 0], [0, -1]];

/** A maze as rows of characters: '#' walls, '.' floor, 'a'..'c' keys, 'A'..'C' doors that need them. */
function makeMaze(random) {
  const cells = Array.from({ length: SIZE }, () => new Array(SIZE).fill('#'));
  const stack = [[1, 1]];
  cells[1][1] = '.';
  while (stack.length > 0) {
    const [x, y] = stack[stack.length - 1];
    const open = STEPS.filter(([dx, dy]) => cells[y + 2 * dy]?.[x + 2 * dx] === '#');
    if (open.length === 0) {
      stack.pop();
      continue;
    }
    const [dx, dy] = open[random(open.length)];
    cells[y + dy][x + dx] = '.';
    cells[y + 2 * dy][x + 2 * dx] = '.';
    stack.push([x + 2 * dx, y + 2 * dy]);
  }
  // Some walls are taken away, so that there is more than one way.
  for (let n = 0; n < SIZE; n++) cells[1 + random(SIZE - 2)][1 + random(SIZE - 2)] = '.';
  const floor = () => {
    for (;;) {
      const [x, y] = [1 + random(SIZE - 2), 1 + random(SIZE - 2)];
      if (cells[y][x] === '.' && x + y > 2 && x + y < 2 * SIZE - 4) return [x, y];
    }
  };
  for (const key of 'abc') {
    for (const what of [key, key.toUpperCase()]) {
      const [x, y] = floor();
      cells[y][x] = what;
    }
  }
  return cells;
}

class PriorityQueue {
  #items = [];

  get size() {
    return this.#items.length;
  }

  push(priority, value) {
    const items = this.#items;
    let at = items.push({ priority, value }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent].priority <= items[at].priority) break;
      [items[parent], items[at]] = [items[at], items[parent]];
      at = parent;
    }
  }

  pop() {
    const items = this.#items;
    const { value } = items[0];
    const last = items.pop();
    if (items.length === 0) return value;
    items[0] = last;
    for (let at = 0; ; ) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (items[child + 1]?.priority < items[child].priority) child++;
      if (items[at].priority <= items[child].priority) break;
      [items[child], items[at]] = [items[at], items[child]];
      at = child;
    }
    return value;
  }
}

/** The keys held after entering a cell as a sorted string, or null if it cannot be entered. */
function keysAfter(cell, keys) {
  if (cell === '#') return null;
  if (cell >= 'A' && cell <= 'C') return keys.includes(cell.toLowerCase()) ? keys : null;
  if (cell >= 'a' && cell <= 'c' && !keys.includes(cell)) return [...keys, cell].sort().join('');
  return keys;
}

function findPath(cells) {
  const goal = SIZE - 2;
  const distance = (x, y) => Math.abs(goal - x) + Math.abs(goal - y);
  const start = { x: 1, y: 1, keys: '', name: '1,1,' };
  const costs = new Map([[start.name, 0]]);
  const from = new Map();
  const done = new Set();
  const queue = new PriorityQueue();
  queue.push(distance(1, 1), start);
  while (queue.size > 0) {
    const state = queue.pop();
    const { x, y, keys, name } = state;
    if (x === goal && y === goal) {
      const path = [name];
      while (from.has(path[0])) path.unshift(from.get(path[0]));
      return { path, visited: done.size };
    }
    if (done.has(name)) continue;
    done.add(name);
    const cost = costs.get(name) + 1;
    for (const [dx, dy] of STEPS) {
      const next = { x: x + dx, y: y + dy, keys: keysAfter(cells[y + dy][x + dx], keys), name: '' };
      if (next.keys === null) continue;
      next.name = `${next.x},${next.y},${next.keys}`;
      const known = costs.get(next.name);
      if (known !== undefined && known <= cost) continue;
      costs.set(next.name, cost);
      from.set(next.name, name);
      queue.push(cost + distance(next.x, next.y), next);
    }
  }
  return { path: [], visited: done.size };
}

/** The length of the shortest path, or -1, by a search over numbers. */
function shortest(cells) {
  const encode = (x, y, keys) => (keys * SIZE + y) * SIZE + x;
  const distances = new Int32Array(8 * SIZE * SIZE).fill(-1);
  const queue = [encode(1, 1, 0)];
  distances[queue[0]] = 0;
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head];
    const x = state % SIZE;
    const y = Math.floor(state / SIZE) % SIZE;
    const keys = Math.floor(state / SIZE / SIZE);
    if (x === SIZE - 2 && y === SIZE - 2) return distances[state];
    for (const [dx, dy] of STEPS) {
      const cell = cells[y + dy][x + dx];
      const lock = 'ABC'.indexOf(cell);
      if (cell === '#' || (lock >= 0 && (keys & (1 << lock)) === 0)) continue;
      const key = 'abc'.indexOf(cell);
      const next = encode(x + dx, y + dy, key >= 0 ? keys | (1 << key) : keys);
      if (distances[next] >= 0) continue;
      distances[next] = distances[state] + 1;
      queue.push(next);
    }
  }
  return -1;
}

const random = makeRandom(3);
let steps = 0;
let visited = 0;
let closed = 0;
for (let maze = 0; maze < MAZES; maze++) {
  const cells = makeMaze(random);
  const found = findPath(cells);
  const expected = shortest(cells);
  if (found.path.length - 1 !== expected) throw new Error(`a path of ${found.path.length - 1} steps, the shortest has ${expected}`);
  if (expected < 0) closed++;
  else steps += expected;
  visited += found.visited;
}
console.log(`astar: ${MAZES} mazes, ${closed} closed, ${steps} steps, ${visited} states visited`);
