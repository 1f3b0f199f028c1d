// String building: many ways to make long strings out of short ones, each with a check.
//
// Shows: += in loops, join, template literals, padding, char codes back and forth, slicing, comparison.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const CONCATENATIONS = 120_000 * SCALE;
const ROWS = 5_000 * SCALE;
const TEXT_LENGTH = 60_000 * SCALE;
const LOOK_AND_SAY = 35 + Math.round(Math.log2(SCALE) / Math.log2(1.304));
const EDIT_LENGTH = Math.round(400 * Math.sqrt(SCALE));

function hash(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(16).padStart(8, '0');
}

function report(what, text) {
  console.log(`${what.padEnd(16)}${String(text.length).padStart(9)} characters, hash ${hash(text)}`);
}

function same(a, b, what) {
  if (a !== b) throw new Error(`${what}: the strings differ`);
}

function makeText(length) {
  const letters = 'etaoin shrdlu, cmfwyp vbgkjqxz. ';
  let state = 12345;
  let text = '';
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const run = (state >>> 8) % 11 === 0 ? 1 + (state >>> 28) : 1;
    const letter = letters[(state >>> 16) % letters.length];
    for (let k = 0; k < run; k++) text += letter;
  }
  return text;
}

function concatenateNumbers(count) {
  let result = '';
  for (let i = 0; i < count; i++) {
    result += i;
    if (i % 7 === 0) result += ';';
  }
  return result;
}

function joinNumbers(count) {
  const parts = [];
  for (let i = 0; i < count; i++) parts.push(i % 7 === 0 ? `${i};` : String(i));
  return parts.join('');
}

function table(rows) {
  const lines = [];
  for (let i = 0; i < rows; i++) {
    const name = `item-${((i * 7919) % 10007).toString(36)}`;
    const price = (((i * 104729) % 99991) / 100).toFixed(2);
    lines.push(`| ${name.padEnd(12)} | ${price.padStart(9)} | ${'*'.repeat(i % 6).padEnd(5, '.')} |`);
  }
  return lines.join('\n');
}

function caesar(text, shift) {
  let result = '';
  for (const char of text) {
    const code = char.charCodeAt(0);
    result += code >= 97 && code <= 122 ? String.fromCharCode(((code - 97 + shift + 26) % 26) + 97) : char;
  }
  return result;
}

function encodeRuns(text) {
  let result = '';
  let i = 0;
  while (i < text.length) {
    let end = i + 1;
    while (end < text.length && text[end] === text[i]) end++;
    result += end - i > 1 ? `${end - i}${text[i]}` : text[i];
    i = end;
  }
  return result;
}

function decodeRuns(text) {
  let result = '';
  let count = 0;
  for (const char of text) {
    if (char >= '0' && char <= '9') {
      count = count * 10 + Number(char);
    } else {
      result += char.repeat(count || 1);
      count = 0;
    }
  }
  return result;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function toBase64(text) {
  const digits = [];
  for (let i = 0; i < text.length; i += 3) {
    const left = text.length - i;
    const a = text.charCodeAt(i);
    const b = left > 1 ? text.charCodeAt(i + 1) : 0;
    const c = left > 2 ? text.charCodeAt(i + 2) : 0;
    digits.push(
      BASE64[a >> 2],
      BASE64[((a & 3) << 4) | (b >> 4)],
      left > 1 ? BASE64[((b & 15) << 2) | (c >> 6)] : '=',
      left > 2 ? BASE64[c & 63] : '=',
    );
  }
  return digits.join('');
}

function fromBase64(text) {
  let result = '';
  for (let i = 0; i < text.length; i += 4) {
    const [a, b, c, d] = [0, 1, 2, 3].map((k) => BASE64.indexOf(text[i + k]));
    result += String.fromCharCode((a << 2) | (b >> 4));
    if (c >= 0) result += String.fromCharCode(((b & 15) << 4) | (c >> 2));
    if (d >= 0) result += String.fromCharCode(((c & 3) << 6) | d);
  }
  return result;
}

/** 1, 11, 21, 1211, 111221, ...: each term reads the one before aloud. */
function lookAndSay(terms) {
  let term = '1';
  for (let n = 1; n < terms; n++) {
    let next = '';
    for (let i = 0; i < term.length; ) {
      const digit = term[i];
      let count = 1;
      while (term[i + count] === digit) count++;
      next += count + digit;
      i += count;
    }
    term = next;
  }
  return term;
}

/** The number of insertions, deletions and replacements that turn one string into the other. */
function editDistance(a, b) {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[b.length];
}

const concatenated = concatenateNumbers(CONCATENATIONS);
same(concatenated, joinNumbers(CONCATENATIONS), 'concatenation');
report('concatenation', concatenated);
report('table', table(ROWS));

const text = makeText(TEXT_LENGTH);
report('text', text);
const secret = caesar(text, 3);
same(caesar(secret, -3), text, 'caesar');
report('caesar', secret);
const runs = encodeRuns(text);
same(decodeRuns(runs), text, 'runs');
report('runs', runs);
const base64 = toBase64(text);
same(fromBase64(base64), text, 'base64');
report('base64', base64);
const reversed = [...text].reverse().join('');
same([...reversed].reverse().join(''), text, 'reversal');
report('reversal', reversed);
const sentences = text.split('. ').map((s) => s.trim()).filter((s) => s.length > 20).sort();
report('sentences', sentences.join('\n'));
report('look and say', lookAndSay(LOOK_AND_SAY));
const distance = editDistance(text.slice(0, EDIT_LENGTH), text.slice(200, 200 + EDIT_LENGTH));
console.log(`edit distance   ${distance}`);
