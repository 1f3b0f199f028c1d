// Closures: a library of parser combinators, and with it a parser of arithmetic with functions and let-expressions.
//
// A parser is a function from a text and a position to a result or a failure; everything else is made of functions that take
// and give parsers. Values are compared with those of a generator that knows the answer.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const EXPRESSIONS = Math.max(3, Math.round(2000 * SCALE));

const success = (value, at) => ({ ok: true, value, at });
const failure = (at, expected) => ({ ok: false, at, expected });

const char = (accepts, what) => (text, at) => (at < text.length && accepts(text.charCodeAt(at)) ? success(text[at], at + 1) : failure(at, what));

const string = (wanted) => (text, at) => (text.startsWith(wanted, at) ? success(wanted, at + wanted.length) : failure(at, `'${wanted}'`));

const map = (parser, f) => (text, at) => {
  const result = parser(text, at);
  return result.ok ? success(f(result.value), result.at) : result;
};

const sequence = (...parsers) => (text, at) => {
  const values = [];
  for (const parser of parsers) {
    const result = parser(text, at);
    if (!result.ok) return result;
    values.push(result.value);
    at = result.at;
  }
  return success(values, at);
};

/** The first of the alternatives that succeeds, or the failure that came furthest. */
const choice = (...parsers) => (text, at) => {
  let furthest = null;
  for (const parser of parsers) {
    const result = parser(text, at);
    if (result.ok) return result;
    if (furthest === null || result.at > furthest.at) furthest = result;
  }
  return furthest;
};

const many = (parser) => (text, at) => {
  const values = [];
  for (;;) {
    const result = parser(text, at);
    if (!result.ok) return success(values, at);
    values.push(result.value);
    at = result.at;
  }
};

const optional = (parser, otherwise) => (text, at) => {
  const result = parser(text, at);
  return result.ok ? result : success(otherwise, at);
};

const lazy = (make) => {
  let parser = null;
  return (text, at) => (parser ??= make())(text, at);
};

const separatedBy = (parser, separator) =>
  map(sequence(parser, many(map(sequence(separator, parser), ([, value]) => value))), ([first, rest]) => [first, ...rest]);

const leftAssociative = (operand, operator) =>
  map(sequence(operand, many(sequence(operator, operand))), ([first, rest]) => rest.reduce((left, [f, right]) => f(left, right), first));

const between = (open, parser, close) => map(sequence(open, parser, close), ([, value]) => value);

// -- The grammar: each expression becomes a closure from an environment to a number

const isDigit = (c) => c >= 48 && c <= 57;
const isLetter = (c) => (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
const space = many(char((c) => c === 32, 'a space'));
const token = (parser) => map(sequence(parser, space), ([value]) => value);
const symbol = (wanted) => token(string(wanted));

const digits = map(sequence(char(isDigit, 'a digit'), many(char(isDigit, 'a digit'))), ([first, rest]) => first + rest.join(''));
const number = token(map(digits, Number));
const word = token(map(sequence(char(isLetter, 'a letter'), many(char((c) => isLetter(c) || isDigit(c), 'a letter'))), ([first, rest]) => first + rest.join('')));

const FUNCTIONS = {
  max: (...values) => values.reduce((a, b) => (a > b ? a : b)),
  sum: (...values) => values.reduce((a, b) => (a + b) | 0, 0),
  square: (value) => Math.imul(value, value),
};

const lift = (f) => (left, right) => (env) => f(left(env), right(env));
const operators = (table) => choice(...Object.entries(table).map(([name, f]) => map(symbol(name), () => lift(f))));

const expression = lazy(() => choice(binding, sumExpression));
const call = map(
  sequence(word, optional(between(symbol('('), separatedBy(expression, symbol(',')), symbol(')')), null)),
  ([name, args]) => {
    if (args === null) return (env) => env(name);
    const f = FUNCTIONS[name];
    return (env) => f(...args.map((arg) => arg(env)));
  },
);
const atom = choice(map(number, (value) => () => value), between(symbol('('), expression, symbol(')')), call);
const factor = choice(map(sequence(symbol('-'), atom), ([, value]) => (env) => -value(env) | 0), atom);
const product = leftAssociative(factor, operators({ '*': Math.imul, '%': (a, b) => (b === 0 ? 0 : a % b | 0) }));
const sumExpression = leftAssociative(product, operators({ '+': (a, b) => (a + b) | 0, '-': (a, b) => (a - b) | 0 }));
const binding = map(
  sequence(symbol('let '), word, symbol('='), expression, symbol('in '), expression),
  ([, name, , value, , body]) => (env) => {
    const bound = value(env);
    return body((wanted) => (wanted === name ? bound : env(wanted)));
  },
);

function parse(text) {
  const result = sequence(space, expression)(text, 0);
  if (!result.ok || result.at < text.length) {
    throw new SyntaxError(`expected ${result.ok ? 'the end' : result.expected} at ${result.at} of '${text}'`);
  }
  return result.value[1];
}

// -- Random expressions with their values

const makeRandom = (seed) => {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
};

const random = makeRandom(11);
const NAMES = ['x', 'y', 'total', 'n1'];

function generate(depth, env) {
  if (depth === 0) {
    const names = Object.keys(env);
    if (names.length > 0 && random(2) === 0) {
      const name = names[random(names.length)];
      return [name, env[name]];
    }
    const value = random(1000);
    return [String(value), value];
  }
  const inner = (scope = env) => generate(depth - 1, scope);
  switch (random(8)) {
    case 0: {
      const name = NAMES[random(NAMES.length)];
      const [valueText, value] = inner();
      const [bodyText, body] = inner({ ...env, [name]: value });
      return [`(let ${name} = ${valueText} in ${bodyText})`, body];
    }
    case 1: {
      const list = [inner(), inner(), inner()];
      return [`max(${list.map(([text]) => text).join(', ')})`, Math.max(...list.map(([, value]) => value))];
    }
    case 2: {
      const list = [inner(), inner()];
      return [`sum( ${list.map(([text]) => text).join(' ,')})`, list.reduce((total, [, value]) => (total + value) | 0, 0)];
    }
    case 3: {
      const [text, value] = inner();
      return [`square(${text})`, Math.imul(value, value)];
    }
    case 4: {
      const [text, value] = inner();
      return [`-(${text})`, -value | 0];
    }
    case 5: {
      const [[a, left], [b, right]] = [inner(), inner()];
      return [`(${a})*(${b})`, Math.imul(left, right)];
    }
    default: {
      const [[a, left], [b, right]] = [inner(), inner()];
      return [`${a} + (${b})`, (left + right) | 0];
    }
  }
}

const unbound = (name) => {
  throw new ReferenceError(name);
};
let characters = 0;
let checksum = 0;
for (let i = 0; i < EXPRESSIONS; i++) {
  const [text, expected] = generate(1 + (i % 6), {});
  const value = parse(text)(unbound);
  if (value !== expected) throw new Error(`${text} is ${expected}, not ${value}`);
  characters += text.length;
  checksum = (Math.imul(checksum, 31) + value) | 0;
}
let rejected = 0;
for (const text of ['1 +', '(2', 'max(1,', 'let = 3 in 4', '3 4']) {
  try {
    parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    rejected++;
  }
}
if (rejected !== 5) throw new Error('accepted a malformed text');
console.log(`parser-combinators: ${EXPRESSIONS} expressions, ${characters} characters, checksum ${checksum}`);
