// What an embedder's operations cost, with benchmark.js: `node benchmarks/micro.mjs [TEXT]` times those whose name contains TEXT.
//
// These are operations of microseconds to milliseconds that can be repeated in one process; whole programs are in run.mjs.
import Benchmark from 'benchmark';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { compile, decode, encode, fallbackRealm, nodeRealm, Vm } from '../dist/node.js';

const text = readFileSync(fileURLToPath(new URL('../samples/deltablue.js', import.meta.url)), 'utf8');
const template = compile(text, 'deltablue.js');
const bytes = encode(template);
const kilobytes = (text.length / 1024).toFixed(0);
const small = compile('var s = 0; for (var i = 0; i < 10; i++) s += i; s', 'small.js');
const idle = new Vm({ realm: nodeRealm });
const counted = compile('for (let i = 0; i < 1000; i++);', 'loop.js');
const metered = new Vm({ realm: nodeRealm, jit: false });

const suite = new Benchmark.Suite();
const filter = process.argv[2] ?? '';
const add = (name, operation) => {
  if (name.includes(filter)) suite.add(name, operation);
};
add('make a VM in an emptied realm', () => new Vm({ realm: nodeRealm }));
add('make a VM in the fallback realm', () => new Vm({ realm: fallbackRealm }));
add('run a small compiled script in a VM', () => idle.run(small));
add('1,000 interpreted iterations', () => metered.run(counted));
add(`compile ${kilobytes} KB of source`, () => compile(text, 'deltablue.js'));
add(`encode ${kilobytes} KB of source as bytecode`, () => encode(template));
add(`decode and verify ${(bytes.length / 1024).toFixed(0)} KB of bytecode`, () => decode(bytes));

suite.on('cycle', ({ target }) => {
  const { mean, rme, sample } = target.stats;
  const micro = mean * 1e6;
  const time = micro < 1000 ? `${micro.toFixed(1)} us` : `${(micro / 1000).toFixed(2)} ms`;
  console.log(`${target.name.padEnd(44)}${time.padStart(12)}  ±${rme.toFixed(1)}%  (${sample.length} samples)`);
});
suite.on('error', ({ target }) => {
  console.error(`${target.name}: ${target.error}`);
  process.exitCode = 1;
});
suite.run();
