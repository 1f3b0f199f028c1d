// What starting costs: `node benchmarks/startup.mjs [--runs N] [--json]` (default 21 runs).
//
// The command on an empty program against an empty Node script, in fresh processes that take turns; and, in a fresh process for each realm
// provider, the time and the heap of a VM after the first one, of a further realm of a VM, and what is left when they are dropped.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './measure.mjs';
import { median } from './statistics.mjs';

const VMS = 200;

/** Runs in a process of its own (--in-process): figures of one realm provider. */
async function inProcess(provider) {
  const { Vm, nodeRealm, fallbackRealm } = await import('../dist/node.js');
  const realm = provider === 'node:vm' ? nodeRealm : fallbackRealm;
  /** Kilobytes of live heap. Contexts of node:vm go in two steps, with a turn of the event loop between them. */
  const heap = async () => {
    for (let i = 0; i < 4; i++) {
      globalThis.gc();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return process.memoryUsage().heapUsed / 1024;
  };
  const start = () => {
    const vm = new Vm({ realm });
    if (vm.evaluate('1+1').value !== 2) throw new Error('1+1 is not 2');
    return vm;
  };
  const timed = (f) => {
    const begun = performance.now();
    f();
    return performance.now() - begun;
  };
  const first = timed(start);
  const times = Array.from({ length: VMS }, () => timed(start));
  const evaluations = Array.from({ length: VMS }, () => {
    const vm = new Vm({ realm });
    return timed(() => vm.evaluate('1+1'));
  });
  /** Kilobytes for each of what `make` makes, and what is left of each afterwards. */
  const footprint = async (make) => {
    const before = await heap();
    const kept = Array.from({ length: VMS }, make);
    const full = await heap();
    kept.length = 0;
    return { each: (full - before) / VMS, left: ((await heap()) - before) / VMS };
  };
  const vm = await footprint(start);
  const parent = start();
  const further = await footprint(() => parent.createRealm());
  return { first, median: median(times), evaluation: median(evaluations), vmKilobytes: vm.each, vmLeft: vm.left, realmKilobytes: further.each, realmLeft: further.left };
}

/** Milliseconds of an empty Node script and of the command on an empty program, in turns. */
function commands(runs) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'anneal-'));
  const empty = path.join(folder, 'empty.js');
  writeFileSync(empty, '');
  const cli = path.join(root, 'dist/cli.cjs');
  const kinds = { node: [empty], command: [cli, 'run', empty], 'no-realm': [cli, 'run', '--no-realm', empty] };
  const times = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (let i = 0; i <= runs; i++) {
    for (const [kind, args] of Object.entries(kinds)) {
      const begun = performance.now();
      execFileSync(process.execPath, args, { stdio: 'ignore' });
      // The first round fills the caches of the machine.
      if (i > 0) times[kind].push(performance.now() - begun);
    }
  }
  rmSync(folder, { recursive: true });
  return Object.fromEntries(Object.entries(times).map(([kind, list]) => [kind, { median: median(list), min: Math.min(...list) }]));
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '21' }, json: { type: 'boolean' }, 'in-process': { type: 'string' } } });
if (values['in-process'] !== undefined) {
  console.log(JSON.stringify(await inProcess(values['in-process'])));
} else {
  const own = fileURLToPath(import.meta.url);
  const started = commands(Number(values.runs));
  const vms = Object.fromEntries(['node:vm', 'no-realm'].map((provider) =>
    [provider, JSON.parse(execFileSync(process.execPath, ['--expose-gc', own, '--in-process', provider], { encoding: 'utf8' }))]));
  if (values.json === true) {
    console.log(JSON.stringify({ started, vms }, null, 2));
  } else {
    const over = (kind) => `${(started[kind].median - started.node.median).toFixed(1)} ms over it, ${(started[kind].median / started.node.median).toFixed(2)} times`;
    console.log(`empty Node script                 ${started.node.median.toFixed(1)} ms (minimum ${started.node.min.toFixed(1)})`);
    for (const [kind, title] of [['command', 'anneal run'], ['no-realm', 'anneal run --no-realm']]) {
      console.log(`${title.padEnd(34)}${started[kind].median.toFixed(1)} ms (minimum ${started[kind].min.toFixed(1)}): ${over(kind)}`);
    }
    for (const [provider, v] of Object.entries(vms)) {
      console.log(`\n${provider}`);
      console.log(`  VM and 1+1: the first           ${v.first.toFixed(2)} ms\n  VM and 1+1: median of ${VMS} more   ${v.median.toFixed(2)} ms, 1+1 alone ${v.evaluation.toFixed(3)} ms`);
      console.log(`  heap of an idle VM              ${v.vmKilobytes.toFixed(0)} KB, ${v.vmLeft.toFixed(1)} KB left when it is dropped`);
      console.log(`  heap of a further realm         ${v.realmKilobytes.toFixed(0)} KB, ${v.realmLeft.toFixed(1)} KB left`);
    }
  }
}
