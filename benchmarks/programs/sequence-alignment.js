// Integer numerics in arrays of arrays: alignments of sequences (Needleman and Wunsch, Smith and Waterman), edit distances, and knapsacks.
//
// Classic dynamic programming with tables of small integers. Alignments are traced back and scored again; distances obey their
// laws.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ROUNDS = Math.max(1, Math.round(11 * SCALE));
const LENGTH = SCALE < 0.1 ? 40 : 420;

let state = 3;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

const MATCH = 2;
const MISMATCH = -1;
const GAP = -2;

const makeTable = (rows, columns) => Array.from({ length: rows }, () => new Array(columns).fill(0));
const makeSequence = (length) => Array.from({ length }, () => 'ACGT'[random(4)]).join('');

function mutate(sequence) {
  let result = '';
  for (const base of sequence) {
    switch (random(12)) {
      case 0: break;
      case 1: result += base + 'ACGT'[random(4)]; break;
      case 2: result += 'ACGT'[random(4)]; break;
      default: result += base;
    }
  }
  return result;
}

/** The best alignment; of parts of the sequences if it is local. */
function align(a, b, local) {
  const scores = makeTable(a.length + 1, b.length + 1);
  if (!local) {
    for (let i = 1; i <= a.length; i++) scores[i][0] = i * GAP;
    for (let j = 1; j <= b.length; j++) scores[0][j] = j * GAP;
  }
  let best = { score: 0, i: 0, j: 0 };
  for (let i = 1; i <= a.length; i++) {
    const row = scores[i];
    const above = scores[i - 1];
    for (let j = 1; j <= b.length; j++) {
      let score = above[j - 1] + (a[i - 1] === b[j - 1] ? MATCH : MISMATCH);
      if (above[j] + GAP > score) score = above[j] + GAP;
      if (row[j - 1] + GAP > score) score = row[j - 1] + GAP;
      if (local && score < 0) score = 0;
      row[j] = score;
      if (local && score > best.score) best = { score, i, j };
    }
  }
  if (!local) best = { score: scores[a.length][b.length], i: a.length, j: b.length };
  return { score: best.score, ...traceBack(scores, a, b, best, local) };
}

function traceBack(scores, a, b, { i, j }, local) {
  const [top, bottom] = [[], []];
  while (local ? scores[i][j] > 0 : i > 0 || j > 0) {
    const score = scores[i][j];
    if (i > 0 && j > 0 && score === scores[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? MATCH : MISMATCH)) {
      top.push(a[--i]);
      bottom.push(b[--j]);
    } else if (i > 0 && score === scores[i - 1][j] + GAP) {
      top.push(a[--i]);
      bottom.push('-');
    } else {
      top.push('-');
      bottom.push(b[--j]);
    }
  }
  return { top: top.reverse().join(''), bottom: bottom.reverse().join('') };
}

function scoreOf({ top, bottom }) {
  let score = 0;
  for (let k = 0; k < top.length; k++) score += top[k] === '-' || bottom[k] === '-' ? GAP : top[k] === bottom[k] ? MATCH : MISMATCH;
  return score;
}

/** Edit distance in two rows. */
function distance(a, b) {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  let current = new Array(b.length + 1).fill(0);
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      current[j] = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length];
}

/** The length of the longest common subsequence. */
function common(a, b) {
  const table = makeTable(a.length + 1, b.length + 1);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  return table[0][0];
}

/** The most valuable choice of items within a weight, and what it weighs. */
function knapsack(items, capacity) {
  const best = makeTable(items.length + 1, capacity + 1);
  items.forEach(({ weight, value }, i) => {
    const [before, after] = [best[i], best[i + 1]];
    for (let room = 0; room <= capacity; room++) {
      const without = before[room];
      const taken = room >= weight ? before[room - weight] + value : 0;
      after[room] = taken > without ? taken : without;
    }
  });
  const chosen = [];
  for (let i = items.length, room = capacity; i > 0; i--) {
    if (best[i][room] === best[i - 1][room]) continue;
    chosen.push(items[i - 1]);
    room -= items[i - 1].weight;
  }
  return { value: best[items.length][capacity], chosen };
}

const check = (holds, what) => {
  if (!holds) throw new Error(what);
};
const withoutGaps = (text) => text.replaceAll('-', '');

let [scores, distances, values] = [0, 0, 0];
for (let round = 0; round < ROUNDS; round++) {
  const a = makeSequence(LENGTH);
  const b = mutate(a);
  const c = mutate(b);
  const whole = align(a, b, false);
  check(withoutGaps(whole.top) === a && withoutGaps(whole.bottom) === b, 'an alignment is of both sequences');
  check(scoreOf(whole) === whole.score, 'an alignment has its score');
  const part = align(a, c, true);
  check(a.includes(withoutGaps(part.top)) && c.includes(withoutGaps(part.bottom)) && scoreOf(part) === part.score, 'a local alignment is of parts');
  check(part.score >= align(a, c, false).score, 'a local alignment is at least as good');
  const [ab, bc, ac] = [distance(a, b), distance(b, c), distance(a, c)];
  check(ac <= ab + bc && ab === distance(b, a) && distance(a, a) === 0, 'the distance is a metric');
  const shared = common(a, b);
  check(a.length + b.length - 2 * shared >= ab && shared <= Math.min(a.length, b.length), 'a common part needs no edits');
  const items = Array.from({ length: 60 }, () => ({ weight: 1 + random(40), value: 1 + random(100) }));
  const { value, chosen } = knapsack(items, 1000);
  check(chosen.reduce((sum, item) => sum + item.value, 0) === value && chosen.reduce((sum, { weight }) => sum + weight, 0) <= 1000, 'a knapsack holds what it is said to hold');
  scores += whole.score + part.score;
  distances += ab + bc + ac;
  values += value;
}
console.log(`sequence-alignment: ${ROUNDS} rounds of length ${LENGTH}, scores ${scores}, distances ${distances}, values ${values}`);
