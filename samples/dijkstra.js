// Shortest paths by Dijkstra's algorithm, with a binary heap as priority queue, on a generated road map.
//
// Shows: a generic container with a comparator, arrays of objects as adjacency lists, generated input.
// The result proves itself: no road may lead to a town faster than the distance found, and every town but the start
// must have a road that accounts for its distance.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const TOWNS = 14_000;
const ROADS_PER_TOWN = 4;
const STARTS = 4 * SCALE;

class PriorityQueue {
  #heap = [];
  #compare;

  constructor(compare) {
    this.#compare = compare;
  }

  get size() {
    return this.#heap.length;
  }

  push(item) {
    const heap = this.#heap;
    const compare = this.#compare;
    let at = heap.length;
    heap.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (compare(heap[parent], item) <= 0) break;
      heap[at] = heap[parent];
      at = parent;
    }
    heap[at] = item;
  }

  pop() {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (heap.length > 0) this.#sink(last);
    return top;
  }

  #sink(item) {
    const heap = this.#heap;
    const compare = this.#compare;
    const half = heap.length >> 1;
    let at = 0;
    while (at < half) {
      let child = 2 * at + 1;
      if (child + 1 < heap.length && compare(heap[child + 1], heap[child]) < 0) child++;
      if (compare(item, heap[child]) <= 0) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = item;
  }
}

function makeRandom(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Towns on a plane, each with two-way roads to some towns that were founded at about the same time. */
function makeMap(random) {
  const towns = Array.from({ length: TOWNS }, (_, id) => ({ id, x: random(10_000), y: random(10_000), roads: [] }));
  const connect = (a, b) => {
    const length = 1 + Math.floor(Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)) + random(500);
    a.roads.push({ to: b, length });
    b.roads.push({ to: a, length });
  };
  for (const town of towns.slice(1)) {
    for (let i = 0; i < ROADS_PER_TOWN / 2; i++) {
      connect(town, towns[town.id - 1 - random(Math.min(town.id, 400))]);
    }
  }
  return towns;
}

function shortestPaths(towns, start) {
  const distances = new Array(towns.length).fill(Infinity);
  const previous = new Array(towns.length).fill(null);
  const queue = new PriorityQueue((a, b) => a.distance - b.distance);
  let settled = 0;
  distances[start.id] = 0;
  queue.push({ town: start, distance: 0 });
  while (queue.size > 0) {
    const { town, distance } = queue.pop();
    if (distance > distances[town.id]) continue;
    settled++;
    for (const { to, length } of town.roads) {
      const candidate = distance + length;
      if (candidate < distances[to.id]) {
        distances[to.id] = candidate;
        previous[to.id] = town;
        queue.push({ town: to, distance: candidate });
      }
    }
  }
  return { distances, previous, settled };
}

function verify(towns, start, distances) {
  for (const { id, roads } of towns) {
    let tight = id === start.id;
    for (const { to, length } of roads) {
      if (distances[id] + length < distances[to.id]) throw new Error(`there is a shorter way to ${to.id}`);
      if (distances[to.id] + length === distances[id]) tight = true;
    }
    if (!tight) throw new Error(`nothing accounts for the distance of ${id}`);
  }
}

function pathTo(town, previous) {
  const path = [];
  for (let at = town; at !== null; at = previous[at.id]) path.unshift(at.id);
  return path;
}

const random = makeRandom(31);
const towns = makeMap(random);
for (let i = 0; i < STARTS; i++) {
  const start = towns[random(TOWNS)];
  const { distances, previous, settled } = shortestPaths(towns, start);
  verify(towns, start, distances);
  const farthest = towns.reduce((far, town) => (distances[town.id] > distances[far.id] ? town : far), start);
  const path = pathTo(farthest, previous);
  const mean = distances.reduce((sum, d) => sum + d, 0) / TOWNS;
  console.log(`from ${start.id}: ${settled} towns reached, mean distance ${mean.toFixed(3)}`);
  const route = `${path.length - 1} roads, ${path.slice(0, 5).join(' > ')}`;
  console.log(`  farthest ${farthest.id}: ${distances[farthest.id]} by ${route}`);
}

// The queue alone, as a sorter.
const numbers = Array.from({ length: 30_000 }, () => random(1_000_000));
const queue = new PriorityQueue((a, b) => a - b);
for (const number of numbers) queue.push(number);
const sorted = [];
while (queue.size > 0) sorted.push(queue.pop());
numbers.sort((a, b) => a - b);
if (!sorted.every((number, i) => number === numbers[i])) throw new Error('the heap does not sort');
console.log(`heap sort: ${sorted.length} numbers, median ${sorted[sorted.length >> 1]}`);
