// Recursion over lists: a rewriting theorem prover in the manner of Boyer's benchmark of 1985.
//
// Terms are cons cells and symbols; lemmas rewrite a term to a normal form of if-expressions, and a tautology checker decides
// it. Theorems are made by substituting terms for variables; what is not a theorem must be rejected.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ROUNDS = Math.max(1, Math.round(120 * SCALE));

class Pair {
  constructor(car, cdr) {
    this.car = car;
    this.cdr = cdr;
  }
}

class Sym {
  static table = new Map();

  static intern(name) {
    let symbol = Sym.table.get(name);
    if (symbol === undefined) {
      symbol = new Sym(name);
      Sym.table.set(name, symbol);
    }
    return symbol;
  }

  constructor(name) {
    this.name = name;
    this.lemmas = null;
  }
}

const cons = (car, cdr) => new Pair(car, cdr);
const isPair = (x) => x instanceof Pair;
const list = (...items) => items.reduceRight((rest, item) => cons(item, rest), null);

/** Reads an S-expression. */
function read(text) {
  const tokens = text.match(/[()]|[^\s()]+/g);
  let at = 0;
  const expression = () => {
    const token = tokens[at++];
    if (token !== '(') return Sym.intern(token);
    const items = [];
    while (tokens[at] !== ')') items.push(expression());
    at++;
    return list(...items);
  };
  return expression();
}

const IF = Sym.intern('if');
const TRUE = list(Sym.intern('t'));
const FALSE = list(Sym.intern('f'));

function isEqual(a, b) {
  for (;;) {
    if (a === b) return true;
    if (!isPair(a) || !isPair(b)) return false;
    if (!isEqual(a.car, b.car)) return false;
    a = a.cdr;
    b = b.cdr;
  }
}

function isMember(term, terms) {
  for (let rest = terms; rest !== null; rest = rest.cdr) if (isEqual(term, rest.car)) return true;
  return false;
}

// -- One-way unification: variables of a lemma are symbols that stand for terms

let bindings = null;

const lookUp = (variable) => {
  for (let rest = bindings; rest !== null; rest = rest.cdr) if (rest.car.car === variable) return rest.car;
  return null;
};

function unify(term, pattern) {
  if (!isPair(pattern)) {
    const known = lookUp(pattern);
    if (known !== null) return isEqual(term, known.cdr);
    bindings = cons(cons(pattern, term), bindings);
    return true;
  }
  if (!isPair(term) || term.car !== pattern.car) return false;
  let patterns = pattern.cdr;
  for (let terms = term.cdr; terms !== null; terms = terms.cdr, patterns = patterns.cdr) {
    if (patterns === null || !unify(terms.car, patterns.car)) return false;
  }
  return patterns === null;
}

function substitute(term) {
  if (term === null) return null;
  if (!isPair(term)) {
    const known = lookUp(term);
    return known === null ? term : known.cdr;
  }
  return cons(term.car, substituteAll(term.cdr));
}

const substituteAll = (terms) => (terms === null ? null : cons(substitute(terms.car), substituteAll(terms.cdr)));

// -- Rewriting

let rewrites = 0;

function rewrite(term) {
  if (!isPair(term)) return term;
  const rewritten = cons(term.car, rewriteAll(term.cdr));
  for (let lemmas = term.car.lemmas; lemmas !== null; lemmas = lemmas.cdr) {
    const [left, right] = lemmas.car;
    bindings = null;
    if (unify(rewritten, left)) {
      rewrites++;
      return rewrite(substitute(right));
    }
  }
  return rewritten;
}

const rewriteAll = (terms) => (terms === null ? null : cons(rewrite(terms.car), rewriteAll(terms.cdr)));

function isTautology(term, known, refuted) {
  if (isEqual(term, TRUE) || isMember(term, known)) return true;
  if (isEqual(term, FALSE) || isMember(term, refuted)) return false;
  if (!isPair(term) || term.car !== IF) return false;
  const condition = term.cdr.car;
  const then = term.cdr.cdr.car;
  const otherwise = term.cdr.cdr.cdr.car;
  if (isEqual(condition, TRUE) || isMember(condition, known)) return isTautology(then, known, refuted);
  if (isEqual(condition, FALSE) || isMember(condition, refuted)) return isTautology(otherwise, known, refuted);
  return isTautology(then, cons(condition, known), refuted) && isTautology(otherwise, known, cons(condition, refuted));
}

const LEMMAS = [
  ['(if (if a b c) d e)', '(if a (if b d e) (if c d e))'],
  ['(if (t) a b)', 'a'],
  ['(if (f) a b)', 'b'],
  ['(and p q)', '(if p (if q (t) (f)) (f))'],
  ['(or p q)', '(if p (t) (if q (t) (f)))'],
  ['(not p)', '(if p (f) (t))'],
  ['(implies p q)', '(if p (if q (t) (f)) (t))'],
  ['(iff p q)', '(if p (if q (t) (f)) (if q (f) (t)))'],
  ['(xor p q)', '(if p (if q (f) (t)) (if q (t) (f)))'],
  ['(plus (zero) x)', 'x'],
  ['(plus (succ x) y)', '(succ (plus x y))'],
  ['(times (zero) x)', '(zero)'],
  ['(times (succ x) y)', '(plus y (times x y))'],
  ['(equal x x)', '(t)'],
  ['(equal (succ x) (succ y))', '(equal x y)'],
  ['(equal (zero) (succ x))', '(f)'],
  ['(equal (succ x) (zero))', '(f)'],
  ['(append (nil) x)', 'x'],
  ['(append (cons x y) z)', '(cons x (append y z))'],
  ['(reverse (nil))', '(nil)'],
  ['(reverse (cons x y))', '(append (reverse y) (cons x (nil)))'],
  ['(length (nil))', '(zero)'],
  ['(length (cons x y))', '(succ (length y))'],
  ['(even (zero))', '(t)'],
  ['(even (succ x))', '(not (even x))'],
];
// The later lemmas of a symbol are tried first.
for (const [left, right] of LEMMAS.map((sides) => sides.map(read))) {
  const symbol = left.car;
  symbol.lemmas = cons([left, right], symbol.lemmas);
}

const number = (n) => (n === 0 ? '(zero)' : `(succ ${number(n - 1)})`);
const listOf = (items) => (items.length === 0 ? '(nil)' : `(cons ${items[0]} ${listOf(items.slice(1))})`);

const THEOREMS = [
  '(implies (and (implies p q) (and (implies q r) (and (implies r s) (implies s u)))) (implies p u))',
  '(iff (xor p (xor q r)) (xor (xor p q) r))',
  '(iff (not (and p (or q r))) (or (not p) (and (not q) (not r))))',
  '(implies (and (iff p q) (iff q r)) (iff p r))',
];
const NOT_THEOREMS = ['(implies (or p q) p)', '(iff (xor p q) (iff p q))', '(implies (implies p q) (implies q p))'];

const prove = (term) => isTautology(rewrite(term), null, null);

let proved = 0;
for (let round = 0; round < ROUNDS; round++) {
  const names = ['p', 'q', 'r', 's', 'u'].map(Sym.intern);
  const values = [`(equal (plus a ${round % 5 === 0 ? 'b' : number(3)}) c)`, '(even (length (append x y)))', '(equal (reverse z) w)', '(less n m)', 'p'].map(read);
  const substitution = names.reduce((rest, name, i) => cons(cons(name, values[(i + round) % values.length]), rest), null);
  const instance = (text) => {
    bindings = substitution;
    return substitute(read(text));
  };
  for (const text of THEOREMS) {
    if (!prove(instance(text))) throw new Error(`${text} was not proved`);
    proved++;
  }
  for (const text of NOT_THEOREMS) if (prove(instance(text))) throw new Error(`${text} was proved`);
  const n = 4 + (round % 6);
  const items = Array.from({ length: n }, (_, i) => number(i % 3));
  const facts = [
    `(equal (times ${number(n)} ${number(n)}) (plus ${number(n * n - 5)} ${number(5)}))`,
    `(equal (reverse ${listOf(items)}) ${listOf([...items].reverse())})`,
    `(iff (even (length (append ${listOf(items)} ${listOf(items)}))) (t))`,
  ];
  for (const text of facts) {
    if (!prove(read(text))) throw new Error(`${text} was not computed`);
    proved++;
  }
  if (prove(read(`(equal (times ${number(n)} ${number(2)}) ${number(2 * n + 1)})`))) throw new Error('wrong arithmetic was proved');
}
console.log(`theorem-prover: ${proved} theorems proved with ${rewrites} rewrites`);
