// Exceptions: custom error classes, finally in all its roles, causes, rethrowing, errors as a way out of recursion.
//
// Shows: try/catch/finally inside hot loops and across many frames, instanceof, errors thrown by the language itself.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const REQUESTS = 10_000 * SCALE;
const TRANSFERS = 10_000 * SCALE;
const SEARCHES = 600 * SCALE;
const FLOWS = 50_000 * SCALE;

class AppError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = this.constructor.name;
  }

  get retryable() {
    return false;
  }
}

class ValidationError extends AppError {
  constructor(field, message) {
    super(`${field}: ${message}`);
    this.field = field;
  }
}

class NetworkError extends AppError {
  constructor(attempt) {
    super(`no answer to attempt ${attempt}`);
    this.attempt = attempt;
  }

  get retryable() {
    return true;
  }
}

class ServiceError extends AppError {}

class Tally {
  constructor() {
    this.counts = new Map();
  }

  add(key) {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  toString() {
    return [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${key} ${count}`).join(', ');
  }
}

// -- A service that validates, fails now and then, retries, and wraps what it cannot handle

function validate({ id, amount }) {
  if (amount < 0) throw new ValidationError('amount', 'must not be negative');
  if (id % 97 === 0) throw new ValidationError('id', 'is on the list');
}

function send({ id }, attempt) {
  if ((id * 7 + attempt * 3) % 5 === 0) throw new NetworkError(attempt);
  if (id % 101 === 0) return null.answer; // a TypeError
  return attempt;
}

function withRetries(action, limit) {
  for (let attempt = 1; ; attempt++) {
    try {
      return action(attempt);
    } catch (error) {
      if (!error.retryable || attempt === limit) throw error;
    }
  }
}

const connections = { open: 0, opened: 0, most: 0 };

function handle(request) {
  connections.open++;
  connections.opened++;
  connections.most = Math.max(connections.most, connections.open);
  try {
    validate(request);
    return withRetries((attempt) => send(request, attempt), 1 + (request.id % 3));
  } catch (error) {
    if (error instanceof ValidationError) throw error;
    throw new ServiceError(`request ${request.id} failed`, { cause: error });
  } finally {
    connections.open--;
  }
}

function serve(count) {
  const outcomes = new Tally();
  for (let id = 1; id <= count; id++) {
    try {
      const attempts = handle({ id, amount: (id % 11) - 1 });
      outcomes.add(`ok after ${attempts}`);
    } catch (error) {
      const { name, cause, field } = error;
      outcomes.add(cause ? `${name} by ${cause.name}` : `${name} of ${field}`);
    }
  }
  return outcomes;
}

// -- Transactions: all or nothing

class Bank {
  constructor(accounts, money) {
    this.balances = new Array(accounts).fill(money);
    this.rollbacks = 0;
  }

  transfer(from, to, amount) {
    const { balances } = this;
    const saved = [balances[from], balances[to]];
    let done = false;
    try {
      balances[from] -= amount;
      if (balances[from] < 0) throw new RangeError('not enough money');
      if (to >= balances.length) throw new ReferenceError('no such account');
      balances[to] += amount;
      done = true;
    } finally {
      if (!done) {
        balances[from] = saved[0];
        if (to < balances.length) balances[to] = saved[1];
        this.rollbacks++;
      }
    }
  }

  get total() {
    return this.balances.reduce((a, b) => a + b, 0);
  }
}

function transferAtRandom(count) {
  const bank = new Bank(64, 1000);
  const failures = new Tally();
  let state = 5;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    try {
      bank.transfer((state >>> 8) % 64, (state >>> 14) % 70, (state >>> 20) % 1500);
    } catch (error) {
      if (error instanceof RangeError || error instanceof ReferenceError) failures.add(error.message);
      else throw error;
    }
  }
  return { bank, failures };
}

// -- An exception as the way out of a deep recursion

class Found {
  constructor(path) {
    this.path = path;
  }
}

function search(value, depth, path) {
  if (value % 1009 === 17) throw new Found(path);
  if (depth === 0) return;
  search((value * 3 + 1) % 65_536, depth - 1, `${path}L`);
  search((value * 5 + 2) % 65_536, depth - 1, `${path}R`);
}

function searchAll(count) {
  let found = 0;
  let longest = '';
  for (let start = 0; start < count; start++) {
    try {
      search(start, 9, '');
    } catch (thrown) {
      if (!(thrown instanceof Found)) throw thrown;
      found++;
      if (thrown.path.length > longest.length) longest = thrown.path;
    }
  }
  return { found, longest };
}

// -- Every way through try, catch and finally

function flow(way, log) {
  outer: for (let i = 0; i < 2; i++) {
    try {
      log.count++;
      try {
        if (way === 0) return 'return';
        if (way === 1) continue outer;
        if (way === 2) break outer;
        if (way === 3) throw way;
        if (way === 4) throw null;
      } catch (thrown) {
        if (thrown === null) throw undefined;
        log.caught += thrown;
      } finally {
        log.inner++;
        if (way === 5) return 'finally';
      }
    } catch {
      return 'rethrown';
    } finally {
      log.outer++;
      if (way === 6 && i === 0) continue outer;
      if (way === 7) break outer;
    }
  }
  return 'end';
}

function flowAll(count) {
  const log = { count: 0, caught: 0, inner: 0, outer: 0 };
  const ends = new Tally();
  const names = [];
  for (let i = 0; i < count; i++) {
    const end = flow(i % 9, log);
    if (i < 9) names.push(end);
    if (i % 16 === 0) ends.add(end);
  }
  return { log, ends, names };
}

// -- What the language itself throws

const mistakes = {
  'property of undefined': () => undefined.x,
  'call of a number': () => (5)(),
  'not a constructor': () => new (() => {})(),
  'const assignment': () => { const a = 1; a = 2; },
  'dead zone': () => { early; let early = 1; },
  'unknown name': () => noSuchName,
  'negative length': () => new Array(-1),
  'negative repeat': () => 'x'.repeat(-1),
  'bad JSON': () => JSON.parse('{'),
  'bad URI': () => decodeURIComponent('%'),
  'frozen object': () => { Object.freeze([1]).push(2); },
  'mixed BigInt': () => 1n + 1,
  'endless recursion': () => { const f = () => 1 + f(); return f(); },
};

function name(action) {
  try {
    return String(action());
  } catch ({ name: errorName }) {
    return errorName;
  }
}

console.log(`requests: ${serve(REQUESTS)}`);
const { opened, most, open } = connections;
console.log(`connections: ${opened} opened, at most ${most} at once, ${open} left open`);

const { bank, failures } = transferAtRandom(TRANSFERS);
console.log(`transfers: ${failures}; ${bank.rollbacks} rolled back, ${bank.total} in all accounts`);

const { found, longest } = searchAll(SEARCHES);
console.log(`searches: ${found} of ${SEARCHES} found, the longest path is ${longest}`);

const { log, ends, names } = flowAll(FLOWS);
console.log(`flows: ${names.join(' ')}`);
const counts = Object.entries(log).map(([key, count]) => `${key} ${count}`);
console.log(`flows: ${ends}; ${counts.join(', ')}`);

for (const [what, action] of Object.entries(mistakes)) console.log(`${what}: ${name(action)}`);
