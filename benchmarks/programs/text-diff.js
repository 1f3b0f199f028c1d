// Strings, split and as keys of maps: a line diff (Myers' O(ND) algorithm), patches as text, and patches applied.
//
// Texts are edited at random; the patch from one to the other is written, read again and applied, and has to give the other.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const EDITIONS = Math.max(2, Math.round(300 * SCALE));
const LINES = SCALE < 0.1 ? 60 : 400;

/** Lines as small integers: equal lines get equal numbers. */
class LineTable {
  constructor() {
    this.numbers = new Map();
  }

  encode(text) {
    const { numbers } = this;
    return text.split('\n').map((line) => {
      let number = numbers.get(line);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(line, number);
      }
      return number;
    });
  }
}

/** The shortest edit script from a to b as a list of [operation, line of a, line of b]. */
function shortestEdit(a, b) {
  const most = a.length + b.length;
  const furthest = new Array(2 * most + 2).fill(0);
  const history = [];
  for (let d = 0; d <= most; d++) {
    history.push(furthest.slice(most - d, most + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && furthest[most + k - 1] < furthest[most + k + 1]);
      let x = down ? furthest[most + k + 1] : furthest[most + k - 1] + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++;
        y++;
      }
      furthest[most + k] = x;
      if (x >= a.length && y >= b.length) return trace(history, d, a.length, b.length);
    }
  }
  throw new Error('no edit script was found');
}

/** Walks the history back from the end of both texts. */
function trace(history, distance, x, y) {
  const script = [];
  for (let d = distance; d > 0; d--) {
    const row = history[d];
    const at = (k) => row[k + d];
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const previousK = down ? k + 1 : k - 1;
    const previousX = at(previousK);
    const previousY = previousX - previousK;
    while (x > previousX && y > previousY) script.push(['=', --x, --y]);
    if (down) script.push(['+', x, --y]);
    else script.push(['-', --x, y]);
  }
  while (x > 0 && y > 0) script.push(['=', --x, --y]);
  return script.reverse();
}

const CONTEXT = 2;

/** A patch in the manner of `diff -u`. */
function makePatch(before, after) {
  const table = new LineTable();
  const script = shortestEdit(table.encode(before), table.encode(after));
  const [oldLines, newLines] = [before.split('\n'), after.split('\n')];
  const hunks = [];
  let open = null;
  let quiet = 0;
  script.forEach(([operation, x, y], at) => {
    if (operation === '=') {
      if (open === null) return;
      if (++quiet <= CONTEXT) open.lines.push(' ' + oldLines[x]);
      else open = null;
      return;
    }
    if (open === null) {
      open = { x, y, lines: [] };
      for (let i = Math.max(0, at - CONTEXT); i < at; i++) {
        const [earlier, fromX, fromY] = script[i];
        if (earlier !== '=' || (hunks.length > 0 && fromX < hunks.at(-1).end)) continue;
        if (open.lines.length === 0) Object.assign(open, { x: fromX, y: fromY });
        open.lines.push(' ' + oldLines[fromX]);
      }
      hunks.push(open);
    }
    quiet = 0;
    open.lines.push(operation + (operation === '+' ? newLines[y] : oldLines[x]));
    open.end = x + CONTEXT + 1;
  });
  return hunks
    .map(({ x, y, lines }) => {
      const count = (kinds) => lines.filter((line) => kinds.includes(line[0])).length;
      return [`@@ -${x + 1},${count(' -')} +${y + 1},${count(' +')} @@`, ...lines].join('\n');
    })
    .join('\n');
}

function applyPatch(before, patch) {
  const lines = before.split('\n');
  const result = [];
  let at = 0;
  for (const line of patch === '' ? [] : patch.split('\n')) {
    if (line.startsWith('@@ -')) {
      const start = Number(line.slice(4, line.indexOf(','))) - 1;
      while (at < start) result.push(lines[at++]);
      continue;
    }
    const text = line.substring(1);
    if (line[0] === '+') {
      result.push(text);
      continue;
    }
    if (lines[at] !== text) throw new Error(`line ${at + 1} is '${lines[at]}', not '${text}'`);
    if (line[0] === ' ') result.push(text);
    at++;
  }
  return result.concat(lines.slice(at)).join('\n');
}

let state = 23;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};
const VERBS = ['reads', 'writes', 'sends', 'keeps', 'drops', 'checks'];
const NOUNS = ['the file', 'a letter', 'every key', 'some value', 'the list', 'an answer'];
const makeLine = () => `${VERBS[random(6)]} ${NOUNS[random(6)]} ${random(40)}`;

function edit(text) {
  const lines = text.split('\n');
  for (let n = 5 + random(30); n > 0; n--) {
    const at = random(lines.length);
    switch (random(4)) {
      case 0: lines.splice(at, 1 + random(2)); break;
      case 1: lines.splice(at, 0, makeLine(), makeLine()); break;
      case 2: lines[at] = lines[at]?.replace('the', 'this') + '.'; break;
      case 3: lines.push(...lines.splice(at, 2)); break;
    }
  }
  return lines.join('\n');
}

let text = Array.from({ length: LINES }, makeLine).join('\n');
let added = 0;
let removed = 0;
for (let edition = 1; edition <= EDITIONS; edition++) {
  const next = edit(text);
  const patch = makePatch(text, next);
  if (applyPatch(text, patch) !== next) throw new Error(`the patch of edition ${edition} gives another text`);
  for (const line of patch.split('\n')) {
    if (line[0] === '+') added++;
    else if (line[0] === '-') removed++;
  }
  text = next;
}
if (text.split('\n').length !== LINES + added - removed) throw new Error('the lines do not add up');
console.log(`text-diff: ${EDITIONS} editions, ${added} lines added, ${removed} removed, ${text.length} characters at the end`);
