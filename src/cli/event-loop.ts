// What goes on after a program's last line: imports that are being loaded, timers.

import type { Outcome, Vm } from '../process/vm.ts';

const nothing = new Int32Array(new SharedArrayBuffer(4));

/** Runs what a program has left for later, to its end or first stop. The process sleeps until a timer is due; `flush` comes before that. */
export async function runToEnd(vm: Vm, started: Outcome, flush: () => void): Promise<Outcome> {
  let outcome = started;
  while (outcome.type === 'done') {
    outcome = await vm.settled();
    if (outcome.type === 'stopped') break;
    const time = vm.timeToNextTimer;
    if (time === undefined) break;
    if (time > 0) {
      flush();
      Atomics.wait(nothing, 0, 0, time);
    }
    outcome = vm.runTimers();
  }
  return outcome;
}
