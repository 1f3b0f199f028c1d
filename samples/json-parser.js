// A JSON parser (recursive descent) and serializer, written by hand, over generated documents.
//
// Shows: scanning strings with charCodeAt, substring and concatenation, objects with computed keys, recursion, a class
// with private state, errors with positions. Text and value go back and forth and must agree with the built-in JSON.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ROUNDS = 5 * SCALE;
const RECORDS = 400;

class JsonError extends SyntaxError {
  constructor(message, text, position) {
    const before = text.slice(0, position).split('\n');
    const line = before.length;
    const column = before[line - 1].length + 1;
    super(`${message} at line ${line}, column ${column}`);
    this.name = 'JsonError';
    this.line = line;
    this.column = column;
  }
}

const ESCAPES = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const isDigit = (code) => code >= 48 && code <= 57;

class JsonParser {
  #text;
  #at = 0;

  constructor(text) {
    this.#text = text;
  }

  static parse(text) {
    const parser = new JsonParser(text);
    const value = parser.#value();
    parser.#skipSpace();
    if (parser.#at < text.length) parser.#fail('unexpected text after the value');
    return value;
  }

  #fail(message) {
    throw new JsonError(message, this.#text, this.#at);
  }

  #skipSpace() {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.#at++;
    }
  }

  /** Skips space, and then the given character if it comes next. */
  #accept(char) {
    this.#skipSpace();
    if (this.#text[this.#at] !== char) return false;
    this.#at++;
    return true;
  }

  #expect(char) {
    if (!this.#accept(char)) this.#fail(`expected '${char}'`);
  }

  #value() {
    this.#skipSpace();
    switch (this.#text[this.#at]) {
      case '{': return this.#object();
      case '[': return this.#array();
      case '"': return this.#string();
      case 't': return this.#word('true', true);
      case 'f': return this.#word('false', false);
      case 'n': return this.#word('null', null);
      case undefined: return this.#fail('unexpected end');
      default: return this.#number();
    }
  }

  #object() {
    const result = {};
    this.#at++;
    if (this.#accept('}')) return result;
    do {
      this.#skipSpace();
      if (this.#text[this.#at] !== '"') this.#fail('expected a key');
      const key = this.#string();
      this.#expect(':');
      result[key] = this.#value();
    } while (this.#accept(','));
    this.#expect('}');
    return result;
  }

  #array() {
    const result = [];
    this.#at++;
    if (this.#accept(']')) return result;
    do {
      result.push(this.#value());
    } while (this.#accept(','));
    this.#expect(']');
    return result;
  }

  #word(word, value) {
    if (!this.#text.startsWith(word, this.#at)) this.#fail('unexpected word');
    this.#at += word.length;
    return value;
  }

  #string() {
    const text = this.#text;
    let result = '';
    let start = ++this.#at;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if (code === 34) {
        result += text.slice(start, this.#at++);
        return result;
      }
      if (code === 92) {
        result += text.slice(start, this.#at++) + this.#escape();
        start = this.#at;
      } else if (code >= 32) {
        this.#at++;
      } else {
        this.#fail('unterminated string');
      }
    }
  }

  #escape() {
    const char = this.#text[this.#at++];
    if (char === 'u') {
      const digits = this.#text.slice(this.#at, this.#at + 4);
      const code = Number.parseInt(digits, 16);
      if (digits.length < 4 || Number.isNaN(code)) this.#fail('bad unicode escape');
      this.#at += 4;
      return String.fromCharCode(code);
    }
    return ESCAPES[char] ?? this.#fail('unknown escape');
  }

  #digits() {
    const start = this.#at;
    while (isDigit(this.#text.charCodeAt(this.#at))) this.#at++;
    if (this.#at === start) this.#fail('expected a digit');
  }

  #number() {
    const text = this.#text;
    const start = this.#at;
    if (text[this.#at] === '-') this.#at++;
    if (text[this.#at] === '0') this.#at++;
    else this.#digits();
    if (text[this.#at] === '.') {
      this.#at++;
      this.#digits();
    }
    if (text[this.#at] === 'e' || text[this.#at] === 'E') {
      this.#at++;
      if (text[this.#at] === '+' || text[this.#at] === '-') this.#at++;
      this.#digits();
    }
    return Number(text.slice(start, this.#at));
  }
}

const SHORT_ESCAPES = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function quote(string) {
  let result = '"';
  let start = 0;
  for (let i = 0; i < string.length; i++) {
    const code = string.charCodeAt(i);
    if (code >= 32 && code !== 34 && code !== 92) continue;
    const escaped = SHORT_ESCAPES[string[i]] ?? `\\u${code.toString(16).padStart(4, '0')}`;
    result += string.slice(start, i) + escaped;
    start = i + 1;
  }
  return `${result}${string.slice(start)}"`;
}

function serialize(value) {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string': return quote(value);
    case 'number': return Number.isFinite(value) ? String(value) : 'null';
    case 'boolean': return value ? 'true' : 'false';
  }
  if (Array.isArray(value)) return `[${value.map(serialize).join(',')}]`;
  const members = [];
  for (const [key, member] of Object.entries(value)) members.push(`${quote(key)}:${serialize(member)}`);
  return `{${members.join(',')}}`;
}

function makeRandom(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const random = makeRandom(2024);
const pick = (list) => list[random(list.length)];

const NAMES = [
  'Ada', 'Bj\u00f6rn', 'Chloe "C"', 'Dmitri', 'Eve\\Eva',
  'F\tG', '\u4e2d\u6587', 'line\nbreak', '\u0001control', 'plain',
];
const TAGS = ['new', 'sale', 'fragile', 'heavy', 'a/b', ''];

function makeRecord(id) {
  return {
    id,
    name: pick(NAMES),
    price: random(100_000) / 100,
    ratio: (random(2_000_000) - 1_000_000) / 1e9,
    active: random(2) === 1,
    parent: id > 0 && random(3) > 0 ? random(id) : null,
    tags: Array.from({ length: random(4) }, () => pick(TAGS)),
    size: { width: random(300), height: random(300), [`depth of ${id % 7}`]: -random(300) },
    history: Array.from({ length: random(3) }, (_, i) => ({ at: 1e9 + random(1e9), event: `event ${i}`, data: [] })),
    extra: {},
  };
}

function hash(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(16).padStart(8, '0');
}

let characters = 0;
for (let round = 0; round < ROUNDS; round++) {
  const document = { round, records: Array.from({ length: RECORDS }, (_, id) => makeRecord(id)) };
  const text = serialize(document);
  if (text !== JSON.stringify(document)) throw new Error('the serializer differs from the built-in one');
  const pretty = JSON.stringify(document, null, 2);
  for (const source of [text, pretty]) {
    const copy = JsonParser.parse(source);
    if (serialize(copy) !== text) throw new Error('the parser lost something');
    characters += source.length;
  }
  if (round % 2 === 0) console.log(`round ${round}: ${text.length} characters, hash ${hash(text)}`);
}
console.log(`json-parser: ${ROUNDS} documents of ${RECORDS} records, ${characters} characters parsed`);

const broken = ['', '{"a":1,}', '[1, 2', '{"a" 1}', '[tru]', '"abc', '[1, -]', '"\\x"', '[1]\n\n  2', '01'];
for (const text of broken) {
  try {
    JsonParser.parse(text);
    throw new Error(`accepted ${text}`);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    console.log(`${JSON.stringify(text)}: ${error.message}`);
  }
}
