// Tests of a checkout of test262, with the front matter that says how to run them (INTERPRETING.md).

import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';

/** Paths below test/ of the tests in the given folders of it, sorted. Fixtures are no tests. */
export function listTests(dir, roots) {
  const tests = [];
  for (const root of roots) {
    for (const entry of fs.readdirSync(path.join(dir, 'test', root), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.js') || entry.name.includes('_FIXTURE')) continue;
      tests.push(path.relative(path.join(dir, 'test'), path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'));
    }
  }
  return tests.sort();
}

const plain = (text) => text.replace(/\s+#.*$/, '').trim().replace(/^(['"])(.*)\1$/, '$2');

/** A list of the front matter's YAML: `key: [a, b]` over any number of lines, lines with dashes, or a single scalar. */
function listOf(yaml, key) {
  const flow = new RegExp(`^${key}:[ \\t]*\\[([^\\]]*)\\]`, 'm').exec(yaml);
  if (flow !== null) return flow[1].split(/[,\n]/).map(plain).filter((item) => item !== '');
  const block = new RegExp(`^${key}:[ \\t]*\\n((?:[ \\t]*-[ \\t]*.+(?:\\n|$))+)`, 'm').exec(yaml);
  if (block !== null) return block[1].trim().split('\n').map((line) => plain(line.replace(/^\s*-\s*/, '')));
  const scalar = new RegExp(`^${key}:[ \\t]*([^\\s\\[].*)$`, 'm').exec(yaml);
  return scalar !== null ? [plain(scalar[1])] : [];
}

function negativeOf(yaml) {
  const section = /^negative:[ \t]*\n((?:[ \t]+.*(?:\n|$))*)/m.exec(yaml);
  if (section === null) return null;
  const field = (name) => new RegExp(`^\\s*${name}:\\s*["']?(\\w+)`, 'm').exec(section[1])?.[1] ?? '';
  return { phase: field('phase'), type: field('type') };
}

export function parseMetadata(source) {
  const comment = /\/\*---\r?\n?([\s\S]*?)---\*\//.exec(source);
  const yaml = (comment?.[1] ?? '').replace(/\r\n?/g, '\n');
  return {
    flags: new Set(listOf(yaml, 'flags')),
    includes: listOf(yaml, 'includes'),
    features: listOf(yaml, 'features'),
    negative: negativeOf(yaml),
  };
}

/** For each run of a test whether it is in strict mode. */
export function runsOf({ flags }) {
  if (flags.has('onlyStrict')) return [true];
  return flags.has('raw') || flags.has('module') || flags.has('noStrict') ? [false] : [false, true];
}

/** The harness files that come before the test, in order. */
export function preludeOf({ flags, includes }) {
  if (flags.has('raw')) return [];
  return [...new Set(['assert.js', 'sta.js', ...(flags.has('async') ? ['doneprintHandle.js'] : []), ...includes])];
}

/** All harness files by their names. */
export function readHarness(dir) {
  const harness = {};
  const root = path.join(dir, 'harness');
  for (const name of fs.readdirSync(root, { recursive: true })) {
    if (name.endsWith('.js')) harness[name.split(path.sep).join('/')] = fs.readFileSync(path.join(root, name), 'utf8');
  }
  return harness;
}

/** A number in [0, count) that depends on the text only: the part of a run that a test belongs to. */
export function partOf(text, count) {
  return createHash('sha1').update(text).digest().readUInt32BE(0) % count;
}
