// Generators: lazy pipelines over infinite sequences, recursive walks with yield*, permutations, a lexer, and coroutines that
// are sent values.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const PRIMES = Math.max(20, Math.round(9000 * SCALE));
const NODES = Math.max(20, Math.round(16_000 * SCALE));
const TEXTS = Math.max(2, Math.round(260 * SCALE));

const check = (holds, what) => {
  if (!holds) throw new Error(what);
};

// -- Sequences

function* count(start = 0, step = 1) {
  for (let n = start; ; n += step) yield n;
}
function* map(values, f) {
  for (const value of values) yield f(value);
}
function* filter(values, keep) {
  for (const value of values) if (keep(value)) yield value;
}
function* take(values, limit) {
  if (limit <= 0) return;
  for (const value of values) {
    yield value;
    if (--limit === 0) return;
  }
}
function* zip(...sources) {
  const iterators = sources.map((source) => source[Symbol.iterator]());
  try {
    for (;;) {
      const results = iterators.map((iterator) => iterator.next());
      if (results.some(({ done }) => done)) return;
      yield results.map(({ value }) => value);
    }
  } finally {
    for (const iterator of iterators) iterator.return?.();
  }
}
function* windows(values, size) {
  const window = [];
  for (const value of values) {
    window.push(value);
    if (window.length > size) window.shift();
    if (window.length === size) yield [...window];
  }
}

/** The primes by an incremental sieve: each composite knows the primes that will cross it out. */
function* primes() {
  const composites = new Map();
  for (const n of count(2)) {
    const factors = composites.get(n);
    if (factors === undefined) {
      yield n;
      composites.set(n * n, [n]);
      continue;
    }
    composites.delete(n);
    for (const p of factors) {
      const others = composites.get(n + p);
      if (others === undefined) composites.set(n + p, [p]);
      else others.push(p);
    }
  }
}

const found = [...take(primes(), PRIMES)];
check(found.every((p, i) => i === 0 || p > found[i - 1]), 'primes come in order');
const last = found.at(-1);
const composite = new Uint8Array(last + 1);
for (let n = 2; n * n <= last; n++) if (!composite[n]) for (let m = n * n; m <= last; m += n) composite[m] = 1;
let expected = 0;
for (let n = 2; n <= last; n++) if (!composite[n]) expected++;
check(found.length === expected, `${expected} primes up to ${last}`);

let twins = 0;
for (const [p, q] of take(windows(primes(), 2), PRIMES >> 1)) if (q === p + 2) twins++;
const squares = filter(map(count(1), (n) => n * n), (n) => n % 3 === 1);
let pairs = 0;
for (const [a, b] of take(zip(squares, count(0, 7)), PRIMES)) pairs = (pairs + (a ^ b)) | 0;

// -- Trees

class Tree {
  constructor(key) {
    this.key = key;
    this.left = null;
    this.right = null;
  }

  insert(key) {
    let at = this;
    for (;;) {
      const side = key < at.key ? 'left' : 'right';
      if (at[side] === null) {
        at[side] = new Tree(key);
        return;
      }
      at = at[side];
    }
  }

  *[Symbol.iterator]() {
    if (this.left !== null) yield* this.left;
    yield this.key;
    if (this.right !== null) yield* this.right;
  }
}

const tree = new Tree(NODES >> 1);
for (let i = 1, key = 1; i < NODES; i++) {
  key = (Math.imul(key, 1103515245) + 12345) & 0x7fffffff;
  tree.insert(key % NODES);
}
let previous = -1;
let nodes = 0;
for (const key of tree) {
  check(key >= previous, 'a tree is walked in order');
  previous = key;
  nodes++;
}
check(nodes === NODES, 'a walk visits every node');

// -- Permutations

function* permutations(list, length = list.length) {
  if (length <= 1) yield list;
  else {
    for (let i = 0; i < length; i++) {
      yield* permutations(list, length - 1);
      const j = length % 2 === 0 ? i : 0;
      [list[length - 1], list[j]] = [list[j], list[length - 1]];
    }
  }
}
let derangements = 0;
const size = SCALE < 0.1 ? 4 : 7;
for (const list of permutations([...take(count(), size)])) if (list.every((value, at) => value !== at)) derangements++;
check(derangements === (size === 4 ? 9 : 1854), `${derangements} derangements`);

// -- A lexer, and a coroutine that adds up what it is sent

function* lex(text) {
  let at = 0;
  while (at < text.length) {
    const c = text[at];
    if (c === ' ') at++;
    else if (c >= '0' && c <= '9') {
      let value = 0;
      while (text[at] >= '0' && text[at] <= '9') value = value * 10 + (text.charCodeAt(at++) - 48);
      yield { type: 'number', value };
    } else {
      yield { type: c };
      at++;
    }
  }
}

/** Takes tokens by next(), gives the value of the sum so far. */
function* adder() {
  let sum = 0;
  let sign = 1;
  for (;;) {
    const token = yield sum;
    if (token.type === 'number') {
      sum += sign * token.value;
      sign = 1;
    } else if (token.type === '-') sign = -sign;
  }
}

let checksum = 0;
for (let n = 0; n < TEXTS; n++) {
  const terms = Array.from({ length: 60 }, (_, i) => (i % 3 === 1 ? -1 : 1) * ((n * 37 + i * 11) % 500));
  const text = terms.map((term) => (term < 0 ? `- ${-term}` : `+ ${term}`)).join(' ');
  const machine = adder();
  let { value } = machine.next();
  for (const token of lex(text)) ({ value } = machine.next(token));
  check(value === terms.reduce((a, b) => a + b, 0), `'${text}' is not ${value}`);
  checksum = (Math.imul(checksum, 31) + value) | 0;
}
console.log(`generator-pipelines: ${PRIMES} primes to ${last}, ${twins} twins, ${nodes} nodes, ${pairs} ${checksum}`);
