// Exceptions: a backtracking parser and a transactional store that use throw, catch and finally as their control flow.
//
// Errors of several classes are thrown through many frames, caught, wrapped with causes, and thrown again; transactions are
// rolled back in finally. The same results are computed without exceptions.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const FORMULAS = Math.max(10, Math.round(700 * SCALE));
const TRANSFERS = Math.max(20, Math.round(9000 * SCALE));

let state = 12;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

// -- A parser of chemical formulas that tries one rule after the other

class NoMatch extends Error {
  constructor(rule, at) {
    super(`no ${rule} at ${at}`);
    this.rule = rule;
    this.at = at;
  }
}

class FormulaError extends Error {
  name = 'FormulaError';
}

const MASSES = { H: 1, C: 12, N: 14, O: 16, Na: 23, S: 32, Cl: 35, Ca: 40, Fe: 56 };

class FormulaParser {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  /** The first of the rules that matches; the others leave no trace. */
  either(...rules) {
    const start = this.at;
    for (const rule of rules) {
      try {
        return rule.call(this);
      } catch (error) {
        if (!(error instanceof NoMatch)) throw error;
        this.at = start;
      }
    }
    throw new NoMatch(rules.map((rule) => rule.name).join(' or '), start);
  }

  element() {
    const two = this.text.slice(this.at, this.at + 2);
    const symbol = two in MASSES ? two : two[0];
    if (!(symbol in MASSES)) throw new NoMatch('element', this.at);
    this.at += symbol.length;
    return MASSES[symbol];
  }

  group() {
    if (this.text[this.at] !== '(') throw new NoMatch('group', this.at);
    this.at++;
    const mass = this.sum();
    if (this.text[this.at] !== ')') throw new FormulaError(`')' is missing at ${this.at}`);
    this.at++;
    return mass;
  }

  number() {
    const start = this.at;
    while (this.text[this.at] >= '0' && this.text[this.at] <= '9') this.at++;
    if (this.at === start) throw new NoMatch('number', start);
    return Number(this.text.slice(start, this.at));
  }

  one() {
    return 1;
  }

  part() {
    return this.either(this.group, this.element) * this.either(this.number, this.one);
  }

  sum() {
    let mass = this.part();
    for (;;) {
      const start = this.at;
      try {
        mass += this.part();
      } catch (error) {
        if (error instanceof NoMatch && error.at === start) return mass;
        throw error;
      }
    }
  }

  static massOf(text) {
    const parser = new FormulaParser(text);
    try {
      const mass = parser.sum();
      if (parser.at < text.length) throw new FormulaError(`'${text[parser.at]}' is not expected at ${parser.at}`);
      return mass;
    } catch (error) {
      throw error instanceof FormulaError ? error : new FormulaError(`'${text}' is no formula`, { cause: error });
    }
  }
}

function makeFormula(depth) {
  const symbols = Object.keys(MASSES);
  let text = '';
  let mass = 0;
  for (let n = 1 + random(4); n > 0; n--) {
    let inner;
    if (depth > 0 && random(3) === 0) {
      inner = makeFormula(depth - 1);
      text += `(${inner.text})`;
    } else {
      const symbol = symbols[random(symbols.length)];
      inner = { mass: MASSES[symbol] };
      text += symbol;
    }
    const count = random(2) === 0 ? 1 : 2 + random(11);
    if (count > 1) text += count;
    mass += inner.mass * count;
  }
  return { text, mass };
}

let masses = 0;
let malformed = 0;
for (let i = 0; i < FORMULAS; i++) {
  const { text, mass } = makeFormula(3);
  if (FormulaParser.massOf(text) !== mass) throw new Error(`${text} weighs ${mass}`);
  masses += mass;
  const broken = i % 2 === 0 ? text + ')' : text.replace(/[A-Z]/, 'x');
  try {
    FormulaParser.massOf(broken);
    throw new Error(`accepted ${broken}`);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    if (error.cause !== undefined && !(error.cause instanceof NoMatch)) throw error;
    malformed++;
  }
}
if (malformed !== FORMULAS) throw new Error('a malformed formula was accepted');

// -- Transfers between accounts; each transaction happens completely or not at all

class Overdrawn extends Error {
  constructor(account, missing) {
    super(`account ${account} misses ${missing}`);
    this.missing = missing;
  }
}

class Store {
  constructor(count) {
    this.balances = new Array(count).fill(1000);
    this.journal = [];
    this.depth = 0;
  }

  set(account, balance) {
    this.journal.push([account, this.balances[account]]);
    this.balances[account] = balance;
  }

  transaction(action) {
    const mark = this.journal.length;
    let committed = false;
    this.depth++;
    try {
      const result = action();
      committed = true;
      return result;
    } finally {
      this.depth--;
      if (!committed) {
        while (this.journal.length > mark) {
          const [account, balance] = this.journal.pop();
          this.balances[account] = balance;
        }
      } else if (this.depth === 0) {
        this.journal.length = 0;
      }
    }
  }

  move(from, to, amount) {
    this.set(to, this.balances[to] + amount);
    const rest = this.balances[from] - amount;
    if (rest < 0) throw new Overdrawn(from, -rest);
    this.set(from, rest);
  }
}

const ACCOUNTS = 40;
const store = new Store(ACCOUNTS);
const mirror = new Array(ACCOUNTS).fill(1000);
let refused = 0;
let missing = 0;
for (let i = 0; i < TRANSFERS; i++) {
  const chain = Array.from({ length: 3 }, () => ({ from: random(ACCOUNTS), to: random(ACCOUNTS), amount: random(900) }));
  try {
    store.transaction(() => {
      for (const { from, to, amount } of chain) store.transaction(() => store.move(from, to, amount));
    });
  } catch (error) {
    if (!(error instanceof Overdrawn)) throw error;
    refused++;
    missing += error.missing;
  }
  const after = [...mirror];
  let possible = true;
  for (const { from, to, amount } of chain) {
    after[to] += amount;
    if (after[from] < amount) {
      possible = false;
      break;
    }
    after[from] -= amount;
  }
  if (possible) after.forEach((balance, account) => (mirror[account] = balance));
}
if (store.balances.some((balance, account) => balance !== mirror[account])) throw new Error('the balances are wrong');
console.log(`backtracking-errors: ${FORMULAS} formulas of ${masses} u, ${refused} of ${TRANSFERS} transfers refused for ${missing}`);
