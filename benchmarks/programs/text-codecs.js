// Strings, scanned: UTF-8, base 64, quoted-printable, run lengths, CSV and URL encodings, written by hand over characters.
//
// charCodeAt, codePointAt, slices, fromCharCode and concatenation. Everything is decoded again; where the host has the
// same, results are compared.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ROUNDS = Math.max(1, Math.round(46 * SCALE));
const WORDS = SCALE < 0.1 ? 60 : 1500;

let state = 53;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

function encodeUtf8(text) {
  const bytes = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i);
    if (code < 0x80) {
      bytes.push(code);
    } else if (code < 0x800) {
      bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    } else if (code < 0x10000) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    } else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
      i++;
    }
  }
  return bytes;
}

function decodeUtf8(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i++];
    if (first < 0x80) {
      text += String.fromCharCode(first);
      continue;
    }
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    let code = first & (0x3f >> more);
    for (let k = 0; k < more; k++) code = (code << 6) | (bytes[i++] & 63);
    text += String.fromCodePoint(code);
  }
  return text;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = Object.fromEntries([...ALPHABET].map((c, i) => [c, i]));

function encodeBase64(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += ALPHABET[bits >> 18] + ALPHABET[(bits >> 12) & 63];
    text += i + 1 < bytes.length ? ALPHABET[(bits >> 6) & 63] : '=';
    text += i + 2 < bytes.length ? ALPHABET[bits & 63] : '=';
  }
  return text;
}

function decodeBase64(text) {
  const bytes = [];
  for (let i = 0; i < text.length; i += 4) {
    const bits = (VALUES[text[i]] << 18) | (VALUES[text[i + 1]] << 12) | ((VALUES[text[i + 2]] ?? 0) << 6) | (VALUES[text[i + 3]] ?? 0);
    bytes.push(bits >> 16);
    if (text[i + 2] !== '=') bytes.push((bits >> 8) & 255);
    if (text[i + 3] !== '=') bytes.push(bits & 255);
  }
  return bytes;
}

const HEX = '0123456789ABCDEF';
const hexByte = (byte) => HEX[byte >> 4] + HEX[byte & 15];
const isUnreserved = (c) => (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.!~*'()".includes(c);

function encodeUrl(text) {
  let result = '';
  for (const c of text) {
    if (isUnreserved(c)) result += c;
    else for (const byte of encodeUtf8(c)) result += '%' + hexByte(byte);
  }
  return result;
}

/** Lines of at most 76 characters; what is not printable becomes =XX. */
function encodeQuoted(bytes) {
  const lines = [];
  let line = '';
  for (const byte of bytes) {
    const part = byte >= 33 && byte <= 126 && byte !== 61 ? String.fromCharCode(byte) : '=' + hexByte(byte);
    if (line.length + part.length > 75) {
      lines.push(line + '=');
      line = '';
    }
    line += part;
  }
  lines.push(line);
  return lines.join('\n');
}

function decodeQuoted(text) {
  const bytes = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c !== 61) {
      bytes.push(c);
    } else if (text[i + 1] === '\n') {
      i++;
    } else {
      bytes.push(Number.parseInt(text.substring(i + 1, i + 3), 16));
      i += 2;
    }
  }
  return bytes;
}

function packRuns(text) {
  let result = '';
  for (let i = 0; i < text.length; ) {
    let end = i + 1;
    while (end < text.length && text.charCodeAt(end) === text.charCodeAt(i)) end++;
    result += end - i > 1 ? `${end - i}${text[i]}` : text[i];
    i = end;
  }
  return result;
}

function unpackRuns(text) {
  let result = '';
  let count = 0;
  for (const c of text) {
    if (c >= '0' && c <= '9') {
      count = count * 10 + Number(c);
    } else {
      result += c.repeat(count || 1);
      count = 0;
    }
  }
  return result;
}

const writeCsv = (rows) => rows.map((row) => row.map((field) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',')).join('\n');

function readCsv(text) {
  const rows = [[]];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (c === '"') {
      quoted = true;
    } else if (c === ',' || c === '\n') {
      rows.at(-1).push(field);
      field = '';
      if (c === '\n') rows.push([]);
    } else {
      field += c;
    }
  }
  rows.at(-1).push(field);
  return rows;
}

const PARTS = ['data', 'Grüße', 'naïve', '日本', '😀', 'a,b', '"q"', 'x\ny', 'zzzz', '& more', '', 'ooOOoo', '=sum'];

const check = (same, what) => {
  if (!same) throw new Error(`${what} is wrong`);
};

let characters = 0;
let checksum = 0;
for (let round = 0; round < ROUNDS; round++) {
  const words = Array.from({ length: WORDS }, () => PARTS[random(PARTS.length)] + (random(4) === 0 ? '-'.repeat(random(12)) : ''));
  const text = words.join(' ');
  const bytes = encodeUtf8(text);
  check(decodeUtf8(bytes) === text, 'UTF-8');
  const base64 = encodeBase64(bytes);
  check(decodeBase64(base64).every((byte, i) => byte === bytes[i]), 'base 64');
  const url = encodeUrl(text);
  check(url === encodeURIComponent(text) && decodeURIComponent(url) === text, 'the URL encoding');
  const quoted = encodeQuoted(bytes);
  check(decodeUtf8(decodeQuoted(quoted)) === text, 'quoted-printable');
  const runs = packRuns(base64.replace(/\d/g, '#'));
  check(unpackRuns(runs) === base64.replace(/\d/g, '#'), 'the run lengths');
  const rows = Array.from({ length: WORDS / 10 }, (_, i) => words.slice(10 * i, 10 * i + 10));
  check(JSON.stringify(readCsv(writeCsv(rows))) === JSON.stringify(rows), 'CSV');
  for (const coded of [base64, url, quoted, runs]) {
    characters += coded.length;
    for (let i = 0; i < coded.length; i += 7) checksum = (Math.imul(checksum, 31) + coded.charCodeAt(i)) | 0;
  }
}
console.log(`text-codecs: ${ROUNDS} texts of ${WORDS} words, ${characters} characters, checksum ${checksum}`);
