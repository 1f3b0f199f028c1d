import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';
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
  /** Imports the package as an embedder does, and tells what it has, what it does, and in which file its code is. */
  const program = `
    import * as anneal from 'anneal';
    let place;
    try { anneal.compile('x ='); } catch (error) { place = /[a-z]+\\.c?js(?=:\\d)/.exec(error.stack)[0]; }
    console.log(JSON.stringify({ names: Object.keys(anneal), sum: new anneal.Vm({ realm: anneal.nodeRealm }).evaluate('6 * 7').value, place }));`;
  const imported = (directory: string, ...flags: string[]): unknown => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, '--input-type=module', '-e', program], { cwd: directory, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    return JSON.parse(stdout);
  };
  const library = (place: string): object => ({ names: Object.keys(shipped).toSorted(), sum: 42, place });
  const copy = (...names: string[]): string => {
    const folder = path.dirname(file('package.json', readFileSync(path.join(root, 'package.json'))));
    mkdirSync(path.join(folder, 'dist/cli'), { recursive: true });
    for (const name of names) file(path.join('dist', name), readFileSync(path.join(root, 'dist', name)));
    if (!existsSync(path.join(folder, 'node_modules'))) symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
    return folder;
  };

  test('is the library, from the bundle that has a code cache', () => {
    expect(imported(root)).toEqual(library('main.cjs'));
  });

  test('is dist/index.js where V8 would not take the cache', () => {
    expect(imported(root, '--no-flush-bytecode')).toEqual(library('index.js'));
  });

  test('is dist/index.js where the bundle is not beside it, or is something else', () => {
    const folder = copy('node.js', 'index.js');
    expect(imported(folder)).toEqual(library('index.js'));
    file('dist/cli/main.cjs', 'throw new Error("not for this");');
    expect(imported(folder)).toEqual(library('index.js'));
  });

  test('is dist/index.js where another Node has made the cache, which V8 would crash on', () => {
    const folder = copy('node.js', 'index.js', 'cli/main.cjs', 'cli/main.cache');
    expect(imported(folder)).toEqual(library('main.cjs'));
    const cache = readFileSync(path.join(root, 'dist/cli/main.cache'));
    cache.write('"node":"0', cache.indexOf('"node":"'), 'latin1');
    file('dist/cli/main.cache', cache);
    expect(imported(folder)).toEqual(library('index.js'));
  });

  test('can be bundled, by what has no await at the top level, too', async () => {
    for (const format of ['esm', 'cjs'] as const) {
      const outfile = path.join(path.dirname(file('empty.js', '')), `bundled-${format}.${format === 'esm' ? 'mjs' : 'cjs'}`);
      await build({ stdin: { contents: "import { Vm, nodeRealm } from 'anneal'; console.log(new Vm({ realm: nodeRealm }).evaluate('6 * 7').value);", resolveDir: root }, outfile, bundle: true, format, platform: 'node', tsconfigRaw: '{}', logLevel: 'silent' });
      const { stdout } = spawnSync(process.execPath, [outfile], { encoding: 'utf8' });
      expect(stdout).toBe('42\n');
    }
  });

  test('is its own in a context of node:vm', () => {
    const { stdout } = spawnSync(
      process.execPath,
      ['--experimental-vm-modules', '--no-warnings', '-e', `
        const vm = require('node:vm');
        const { readFileSync } = require('node:fs');
        const context = vm.createContext({ URL });
        const url = ${JSON.stringify(pathToFileURL(path.join(root, 'dist/node.js')).href)};
        const main = new vm.SourceTextModule(readFileSync(new URL(url), 'utf8'), {
          context,
          initializeImportMeta: (meta) => { meta.url = url; },
          importModuleDynamically: async (specifier) => { console.log(specifier); process.exit(); },
        });
        const host = async (specifier) => {
          const exports = await import(specifier);
          const module = new vm.SyntheticModule(Object.keys(exports), function () { for (const name of Object.keys(exports)) this.setExport(name, exports[name]); }, { context });
          return module;
        };
        main.link(host).then(() => main.evaluate()).then(() => console.log('the bundle'));`],
      { encoding: 'utf8' },
    );
    expect(stdout.trim()).toBe('./index.js');
  });
});

test('the command starts from a code cache that V8 accepts, made by this Node', () => {
  const text = readFileSync(path.join(root, 'dist/cli/main.cjs'), 'latin1');
  const cache = readFileSync(path.join(root, 'dist/cli/main.cache'));
  const line = text.slice(0, text.indexOf('\n') + 1);
  expect(line).toMatch(/^\/\/ Anneal, build [0-9a-f]{16}\n$/);
  const header = `${line}${JSON.stringify([process.versions, process.platform, process.arch])}\n`;
  expect(cache.toString('latin1', 0, header.length)).toBe(header);
  const script = new Script(text, { filename: 'main.cjs', cachedData: cache.subarray(header.length) });
  expect(script.cachedDataRejected).toBe(false);
});

test('the command has its earlier name, too', () => {
  const { stdout, status } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), '--version'], { encoding: 'utf8' });
  expect({ stdout, status }).toEqual({ stdout: spawnSync(process.execPath, [cli, '--version'], { encoding: 'utf8' }).stdout, status: 0 });
  expect(stdout).toMatch(/^\d/);
});

test('a command without its bundle says so', () => {
  const lonely = file('lonely-cli.cjs', readFileSync(cli));
  const { stderr, status } = spawnSync(process.execPath, [lonely, '--version'], { encoding: 'utf8' });
  expect(stderr).toMatch(/^anneal: it is not installed as a whole: ENOENT.*main\.cjs'\n$/);
  expect(status).toBe(70);
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
