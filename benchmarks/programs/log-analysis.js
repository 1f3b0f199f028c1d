// Regular expressions: server logs parsed, filtered, rewritten and summed up.
//
// Named groups, alternatives, lookbehind, sticky scanning, matchAll, replace with functions, split. Lines are generated from
// records, and what is read back has to be the records.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const LINES = Math.max(20, Math.round(15_000 * SCALE));

let state = 5;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};
const pick = (list) => list[random(list.length)];

const METHODS = ['GET', 'GET', 'GET', 'POST', 'PUT', 'DELETE'];
const PATHS = ['/', '/index.html', '/cart/items', '/user/profile', '/api/v2/orders', '/static/app.js'];
const AGENTS = ['Mozilla/5.0 (X11; Linux)', 'curl/8.1', 'Robot "deep" crawler', 'probe'];
const two = (n) => String(n).padStart(2, '0');

function makeRecord() {
  const query = random(3) === 0 ? [] : Array.from({ length: 1 + random(3) }, () => [pick(['id', 'page', 'q', 'lang']), pick(['7', 'a b', 'x&y', 'Zürich', '100'])]);
  return {
    ip: `${10 + random(200)}.${random(256)}.${random(256)}.${1 + random(254)}`,
    time: `${2020 + random(5)}-${two(1 + random(12))}-${two(1 + random(28))}T${two(random(24))}:${two(random(60))}:${two(random(60))}`,
    method: pick(METHODS), path: pick(PATHS), query,
    status: pick([200, 200, 200, 204, 301, 404, 500]), bytes: random(50_000), agent: pick(AGENTS),
  };
}

const encode = (text) => text.replace(/[^\w-]/g, (c) => encodeURIComponent(c));
const formatRecord = ({ ip, time, method, path, query, status, bytes, agent }) =>
  `${ip} - [${time}] "${method} ${path}${query.length > 0 ? '?' : ''}${query.map(([k, v]) => `${k}=${encode(v)}`).join('&')} HTTP/1.1" ${status} ${bytes} "${agent.replace(/"/g, '\\"')}"`;

const LINE = /^(?<ip>\d{1,3}(?:\.\d{1,3}){3}) - \[(?<time>[^\]]+)\] "(?<method>[A-Z]+) (?<path>[^ ?]*)(?:\?(?<query>[^ ]*))? HTTP\/1\.[01]" (?<status>\d{3}) (?<bytes>\d+) "(?<agent>(?:[^"\\]|\\.)*)"$/;

function parseLine(line) {
  const match = LINE.exec(line);
  if (match === null) throw new SyntaxError(line);
  const { ip, time, method, path, query = '', status, bytes, agent } = match.groups;
  return {
    ip, time, method, path,
    query: Array.from(query.matchAll(/([^&=]+)=([^&]*)/g), ([, key, value]) => [key, decodeURIComponent(value)]),
    status: Number(status), bytes: Number(bytes), agent: agent.replace(/\\(.)/g, '$1'),
  };
}

/** A small query language: `status>=500 and method=GET or path~^/api`. */
function parseQuery(text) {
  const token = /\s*(?:(?<word>and|or)\b|(?<field>[a-z]+)\s*(?<operator>[<>]=?|!?=|~)\s*(?<value>\S+))/y;
  const alternatives = [[]];
  for (token.lastIndex = 0; token.lastIndex < text.length; ) {
    const match = token.exec(text);
    if (match === null) throw new SyntaxError(text);
    const { word, field, operator, value } = match.groups;
    if (word === 'or') alternatives.push([]);
    if (word !== undefined) continue;
    const pattern = operator === '~' ? new RegExp(value) : null;
    const wanted = /^\d+$/.test(value) ? Number(value) : value;
    alternatives.at(-1).push((record) => {
      const actual = record[field];
      switch (operator) {
        case '=': return actual === wanted;
        case '!=': return actual !== wanted;
        case '<': return actual < wanted;
        case '>': return actual > wanted;
        case '<=': return actual <= wanted;
        case '>=': return actual >= wanted;
        default: return pattern.test(actual);
      }
    });
  }
  return (record) => alternatives.some((tests) => tests.every((test) => test(record)));
}

/** Lines without what is personal: the end of addresses, the values of ids. */
const anonymous = (line) =>
  line.replace(/\b(\d+\.\d+)\.\d+\.\d+\b/, '$1.x.x').replace(/(?<=[?&]id=)[^& ]*/g, (id) => '*'.repeat(id.length));

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const queries = ['status>=500 and method=GET', 'path~^/(api|cart)/ and bytes<1000 or agent=probe', 'method!=GET and path~[^/]$'].map(parseQuery);
const plain = [
  (r) => r.status >= 500 && r.method === 'GET',
  (r) => ((r.path.startsWith('/api/') || r.path.startsWith('/cart/')) && r.bytes < 1000) || r.agent === 'probe',
  (r) => r.method !== 'GET' && !r.path.endsWith('/'),
];

const records = Array.from({ length: LINES }, makeRecord);
const text = records.map(formatRecord).join('\r\n');
const lines = text.split(/\r?\n/);
const counts = [0, 0, 0];
const perHour = {};
let hidden = 0;
lines.forEach((line, i) => {
  const record = parseLine(line);
  if (!same(record, records[i])) throw new Error(`line ${i + 1} was read as ${JSON.stringify(record)}`);
  queries.forEach((query, k) => {
    const found = query(record);
    if (found !== plain[k](record)) throw new Error(`query ${k} is wrong on line ${i + 1}`);
    if (found) counts[k]++;
  });
  const [, hour] = /T(\d\d):/.exec(record.time);
  perHour[hour] = (perHour[hour] ?? 0) + record.bytes;
  hidden += anonymous(line).match(/[*x]/g)?.length ?? 0;
});
const busiest = Object.entries(perHour).sort(([, a], [, b]) => b - a)[0];
console.log(`log-analysis: ${LINES} lines, found ${counts.join(', ')}, busiest hour ${busiest.join(' with ')} bytes, ${hidden} characters hidden`);
