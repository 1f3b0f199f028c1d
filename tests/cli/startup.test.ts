import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import * as shipped from 'anneal';
import { nodeRealm, Vm } from '../../src/index.ts';
import { cli, root, scratch } from '../support/cli.ts';

const file = scratch();

test('an empty program takes at most 80 ms more than an empty Node script', { timeout: 120_000 }, () => {
  const empty = file('empty.js', '');
  // Processor time, told by each process at its end: other work on the machine makes elapsed time mean nothing.
  const preload = file('preload.cjs', "process.on('exit', () => require('node:fs').writeSync(3, JSON.stringify(process.cpuUsage())));");
  const time = (args: string[]): number => {
    const { output } = spawnSync(process.execPath, ['-r', preload, ...args], { encoding: 'utf8', stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
    const { user, system } = JSON.parse(output[3] as string) as NodeJS.CpuUsage;
    return (user + system) / 1000;
  };
  const node: number[] = [];
  const anneal: number[] = [];
  for (let i = 0; i < 10; i++) {
    node.push(time([empty]));
    anneal.push(time([cli, 'run', empty]));
  }
  // Neighbours slow even the processor down: an empty script takes 40 ms on an idle machine.
  const slowdown = Math.max(1, Math.min(...node) / 40);
  expect(Math.min(...anneal) - Math.min(...node)).toBeLessThan(80 * slowdown);
});

describe('what Node imports', () => {
  const program = "import * as anneal from 'anneal'; console.log(JSON.stringify({ names: Object.keys(anneal), sum: new anneal.Vm({ realm: anneal.nodeRealm }).evaluate('6 * 7').value }));";
  const nodeModule = (directory: string): { names: string[]; sum: number } => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: directory, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    return JSON.parse(stdout) as { names: string[]; sum: number };
  };
  const expected = { names: Object.keys(shipped).toSorted(), sum: 42 };

  test('is the library, from the bundle that has a code cache', () => {
    const { exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { exports: { '.': { node: string } } };
    expect(exports['.'].node).toBe('./dist/node.js');
    expect(nodeModule(root)).toEqual(expected);
  });

  test('is dist/index.js where the bundle is not beside it', () => {
    const copy = path.dirname(file('package.json', readFileSync(path.join(root, 'package.json'))));
    mkdirSync(path.join(copy, 'dist'));
    for (const name of ['node.js', 'index.js']) file(path.join('dist', name), readFileSync(path.join(root, 'dist', name)));
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    expect(nodeModule(copy)).toEqual(expected);
  });
});

test('the command starts from a code cache that V8 accepts', () => {
  const text = readFileSync(path.join(root, 'dist/cli/main.cjs'), 'latin1');
  const cache = readFileSync(path.join(root, 'dist/cli/main.cache'));
  const line = text.slice(0, text.indexOf('\n') + 1);
  expect(line).toMatch(/^\/\/ build [0-9a-f]{16}\n$/);
  expect(cache.toString('latin1', 0, line.length)).toBe(line);
  const script = new Script(text, { filename: path.join(root, 'dist/cli/main.cjs'), cachedData: cache.subarray(line.length) });
  expect(script.cachedDataRejected).toBe(false);
});

describe('the library compiled ahead', () => {
  const program = `
    const log = [];
    log.push([5, 3, 9, 1].map((x) => x * 2).filter((x) => x > 2).sort((a, b) => b - a).join());
    log.push('a-b-c'.replace(/-/g, () => '+'), JSON.stringify({ list: [1, { two: 2 }], toJSON() { return this.list; } }));
    log.push([...new Set([1, 2, 2])].reduce((a, b) => a + b), Object.entries({ x: 1 }).flat().join(), String([].map), [].map.length, [].map.name);
    try { [1].forEach(() => null.x); } catch (e) { log.push(e.stack); }
    log.join('\\n');`;

  test('does what the library does that is compiled from its text', () => {
    const source = new Vm({ realm: nodeRealm, jit: false });
    const ahead = new shipped.Vm({ realm: shipped.nodeRealm, jit: false });
    expect(ahead.evaluate(program, 'program.js')).toEqual(source.evaluate(program, 'program.js'));
    expect(ahead.fuelUsed).toBe(source.fuelUsed);
  });
});
