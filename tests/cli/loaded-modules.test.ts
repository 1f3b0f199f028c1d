// What a start of the command loads: each module of Node's costs an empty program some of its time.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'anneal-start-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The modules of Node's own that the command loads for a program, beside those that are there before it starts. */
function loaded(program: string): string[] {
  const file = path.join(folder, 'program.js');
  writeFileSync(file, program);
  const script = `
    const before = new Set(process.moduleLoadList);
    process.on('exit', () => require('node:fs').writeSync(1, JSON.stringify(process.moduleLoadList.filter((name) => !before.has(name)))));
    process.argv = [process.argv[0], ${JSON.stringify(cli)}, 'run', ${JSON.stringify(file)}];
    require(${JSON.stringify(cli)});`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--eval', script], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as string[];
}

const costly = (names: string[]): string[] => names.filter((name) => /^NativeModule (v8|perf_hooks|stream|child_process|tty)$/.test(name));

test('an empty program needs little of Node', () => {
  expect(costly(loaded(''))).toEqual([]);
});

test('one that runs for a moment needs the flags of V8', () => {
  expect(costly(loaded('let sum = 0; for (let i = 0; i < 5000; i++) sum += i;'))).toContain('NativeModule v8');
});
