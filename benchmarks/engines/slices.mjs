// Runs a program with the JIT in slices of equal fuel and reports on file descriptor 3 when each ended: `slices.mjs FILE SLICES FUEL ARGUMENT...`. FUEL is
// what the whole program burns; with - the program runs in one piece, and that is reported.
//
// The clock is read here, outside of the guest, at the stop after each slice. What a stop costs (frames taken apart and entered again) is in the times.
import { readFileSync, writeSync } from 'node:fs';
import process from 'node:process';
import { compile, nodeRealm, tuneHost, Vm } from '../../dist/node.js';

const [file, slices, total, ...args] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
let output = '';

tuneHost();
const slice = total === '-' ? Infinity : Math.ceil(Number(total) / Number(slices));
const vm = new Vm({ realm: nodeRealm, fuel: slice, write: (_stream, text) => (output += text) });
vm.evaluate(`globalThis.scriptArgs = ${JSON.stringify(args)};`, 'arguments.js');
const before = vm.fuelUsed;

const ends = [];
const begun = performance.now();
let outcome = vm.run(compile(text, file));
while (outcome.type === 'stopped') {
  ends.push(performance.now() - begun);
  vm.addFuel(slice);
  outcome = vm.resume();
}
if (vm.timeToNextTimer !== undefined) throw new Error(`${file} waits for timers: it cannot be timed in slices`);
ends.push(performance.now() - begun);
writeSync(1, output);
writeSync(3, JSON.stringify({ fuel: vm.fuelUsed - before, ends, milliseconds: ends.at(-1) }) + '\n');
