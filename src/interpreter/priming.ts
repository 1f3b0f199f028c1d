// What V8 knows of the interpreter's loop before it optimises it.
//
// V8 leaves out of optimised code what has never run, and takes what it has seen for all that there is. A guest meets the loop's cases one after the other, and each
// new one throws the optimised loop away: a dozen times in a program of two seconds, which runs in baseline code, ten times slower, while V8 optimises the loop again
// (docs/performance.md). So a library function that uses all frequent instructions runs through the loop when the guest has run for a moment.

import { PRIMED_GLOBAL } from '../bytecode/compile-variable.ts';
import { InternalError } from '../runtime/errors.ts';
import { GlobalCell } from '../runtime/global-cell.ts';
import { isArrayIterationPristine } from '../runtime/iteration.ts';
import { linkedOf } from '../runtime/linked.ts';
import { DEPTH, FUEL } from '../runtime/realm.ts';
import type { Value } from '../runtime/values.ts';
import { hasRoom } from './first-calls.ts';
import { Activation, Frame } from './frame.ts';
import { QUANTUM } from './loop.ts';
import type { Machine } from './machine.ts';

/** Rounds after which V8 has noted what small functions that the loop calls do, too: it begins with their ninth call. */
const ROUNDS = 12;
/** More fuel than the rounds burn. */
const ENOUGH = 1 << 29;
/** More guest frames than PrimeLoop opens. */
const FRAMES = 10;

/** True where PrimeLoop neither calls the guest nor has to be stopped: arrays iterate as the standard says, half of the host's stack is left, and the guest's is not near its limit. */
function mayPrime(m: Machine): boolean {
  const { stressAgain, stressSuspend, maxDepth } = m.options;
  if (stressAgain > 0 || stressSuspend > 0 || m.cell[DEPTH] + FRAMES > maxDepth) return false;
  return hasRoom(m, true) && isArrayIterationPristine(m.mainRealm, m.mainRealm.prelude.makeArrayFrom([]));
}

/** Runs PrimeLoop (selfhosted/interpreter.js). The guest cannot tell: it is given back its fuel, and nothing of its own is called, read or written. */
function primeLoop(m: Machine): void {
  const { cell, mainRealm } = m;
  const fuel = cell[FUEL];
  const depth = cell[DEPTH];
  cell[FUEL] = ENOUGH;
  const f = mainRealm.selfHosted('PrimeLoop');
  const list = (...values: Value[]): Value => mainRealm.prelude.makeArrayFrom(values);
  const lists = list(list(1, 2, 3), list(list(1, 2), list(3, 4)), list(undefined, 1));
  // The first call links it.
  f.code(f, undefined, 0, lists);
  const { template, cells } = linkedOf(f);
  const global = new GlobalCell(PRIMED_GLOBAL);
  global.fill(0);
  cells[template.names.indexOf(PRIMED_GLOBAL)] = global;
  f.code(f, undefined, ROUNDS, lists);
  // V8 takes a field for constant until one object has it changed, and drops code that relies on it then: these two change when a loop is given back, and at a throw.
  const act = new Activation(new Frame(linkedOf(f), [], f, undefined, null, null, false), null, 0, 0, 0, false);
  act.renewTop();
  act.inLoop = true;
  if (cell[DEPTH] !== depth) throw new InternalError('priming the loop changed the depth');
  cell[FUEL] = fuel;
}

/** The guest has run for a moment. Without a tier it stays in the interpreter, whose loop is primed then; if that cannot be now, it is asked for again. */
export function beginForLong(m: Machine): void {
  const isPrimed = m.tier === null && mayPrime(m);
  if (m.tier !== null || isPrimed) m.quantum = QUANTUM;
  if (isPrimed) primeLoop(m);
  // Now the host may optimise the loop, with what it has seen.
  m.warmUp();
}
