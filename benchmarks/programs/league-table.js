// Sorting with comparators: tables of a league sorted by many criteria, merged, ranked and searched.
//
// Array.prototype.sort and toSorted-like copies with comparators of numbers, strings and several keys, next to a merge sort and
// a quickselect of our own, which must agree with it.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ROUNDS = Math.max(1, Math.round(9 * SCALE));
const TEAMS = SCALE < 0.1 ? 40 : 2000;

let state = 77;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

const SYLLABLES = ['ar', 'bor', 'cas', 'dun', 'el', 'fin', 'gal', 'hol', 'is', 'jen'];
const makeName = () => Array.from({ length: 2 + random(3) }, () => SYLLABLES[random(SYLLABLES.length)]).join('') + (random(3) === 0 ? ' United' : '');
const makeTeam = (id) => ({ id, name: makeName(), points: random(90), scored: random(100), conceded: random(100), rating: random(1e6) / 1e3, founded: 1880 + random(140) });

const by = (keyOf) => (a, b) => {
  const [x, y] = [keyOf(a), keyOf(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};
const descending = (compare) => (a, b) => compare(b, a);
const then = (...compares) => (a, b) => {
  for (const compare of compares) {
    const order = compare(a, b);
    if (order !== 0) return order;
  }
  return 0;
};

const COMPARATORS = {
  points: (a, b) => b.points - a.points,
  rating: (a, b) => a.rating - b.rating,
  name: (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  table: then((a, b) => b.points - a.points, (a, b) => b.scored - b.conceded - (a.scored - a.conceded), descending(by(({ scored }) => scored)), by(({ name }) => name), by(({ id }) => id)),
  age: then(by(({ founded }) => founded), descending(by(({ rating }) => rating))),
};

function mergeSort(list, compare) {
  let from = [...list];
  let to = new Array(list.length);
  for (let width = 1; width < list.length; width *= 2) {
    for (let start = 0; start < list.length; start += 2 * width) {
      const middle = Math.min(start + width, list.length);
      const end = Math.min(start + 2 * width, list.length);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        to[at] = left < middle && (right >= end || compare(from[left], from[right]) <= 0) ? from[left++] : from[right++];
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

/** The element that is at `rank` in the sorted list. */
function quickselect(list, rank, compare) {
  const items = [...list];
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const pivot = items[(low + high) >> 1];
    let i = low;
    let j = high;
    while (i <= j) {
      while (compare(items[i], pivot) < 0) i++;
      while (compare(items[j], pivot) > 0) j--;
      if (i <= j) {
        [items[i], items[j]] = [items[j], items[i]];
        i++;
        j--;
      }
    }
    if (rank <= j) high = j;
    else if (rank >= i) low = i;
    else break;
  }
  return items[rank];
}

function search(list, wanted, compare) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(list[middle], wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

let checksum = 0;
for (let round = 0; round < ROUNDS; round++) {
  const teams = Array.from({ length: TEAMS }, (_, id) => makeTeam(id));
  for (const [criterion, compare] of Object.entries(COMPARATORS)) {
    const sorted = [...teams].sort(compare);
    const merged = mergeSort(teams, compare);
    for (let i = 0; i < TEAMS; i++) {
      if (sorted[i] !== merged[i]) throw new Error(`the sorts by ${criterion} differ at ${i}`);
      checksum = (Math.imul(checksum, 31) + sorted[i].id) | 0;
    }
    for (const rank of [0, TEAMS >> 1, TEAMS - 1]) {
      if (compare(quickselect(teams, rank, compare), sorted[rank]) !== 0) throw new Error(`rank ${rank} by ${criterion} is wrong`);
    }
    for (const team of teams.slice(0, 200)) {
      const at = search(sorted, team, compare);
      if (compare(sorted[at], team) !== 0) throw new Error(`team ${team.id} was not found by ${criterion}`);
    }
  }
  const numbers = Float64Array.from(teams, ({ rating }) => rating).sort((a, b) => b - a);
  const words = teams.map(({ name }) => name).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  if (numbers[0] < numbers[TEAMS - 1] || words[0].length > words[TEAMS - 1].length) throw new Error('sorted the wrong way');
  const almost = [...teams.keys()];
  for (let n = 0; n < 20; n++) [almost[random(TEAMS)], almost[random(TEAMS)]] = [random(TEAMS), random(TEAMS)];
  almost.sort((a, b) => a - b);
  for (let i = 1; i < TEAMS; i++) if (almost[i - 1] > almost[i]) throw new Error('numbers are out of order');
}
console.log(`league-table: ${ROUNDS} leagues of ${TEAMS} teams, checksum ${checksum}`);
