// Runs bytecode that may be anything: what the decoder and the verifier accept has to be harmless.
//
// Takes the bytes of a file; gives what became of them, or throws if the VM itself failed: an internal error, a host error, an
// endless run, or an interpreter and a compiler that do not agree. The VM is the bundle as it ships.

import vm from 'node:vm';
import { decode, eagerTuning, FormatError, GuestError, nodeRealm, VerifyError, Vm, type Template, type VmOptions } from 'anneal';

/** Enough for most test programs to end by themselves. */
const FUEL = 150_000;
/** Milliseconds; far more than so much fuel takes. */
const TOO_LONG = 20_000;

export type Fate = 'format' | 'verify' | 'done' | 'threw' | 'out of fuel';

const context = vm.createContext({});
const call = new vm.Script('f()');

/** Calls a function, and throws if it has not returned after `TOO_LONG`, whatever it does. */
function within<T>(f: () => T): T {
  context['f'] = f;
  return call.runInContext(context, { timeout: TOO_LONG }) as T;
}

function runIn(template: Template, options: VmOptions): { fate: Fate; output: string; fuel: number } {
  let output = '';
  const machine = new Vm({ realm: nodeRealm, fuel: FUEL, now: () => 0, monotonic: () => 0, write: (_stream, text) => void (output += text), ...options });
  let fate: Fate;
  try {
    fate = machine.run(template).type === 'done' ? 'done' : 'out of fuel';
  } catch (e) {
    if (!(e instanceof GuestError)) throw e;
    output += e.report;
    fate = 'threw';
  }
  return { fate, output, fuel: machine.fuelUsed };
}

export function runHostile(bytes: Uint8Array): Fate {
  let template: Template;
  try {
    template = decode(bytes);
  } catch (e) {
    if (e instanceof FormatError) return 'format';
    if (e instanceof VerifyError) return 'verify';
    throw e;
  }
  const interpreted = within(() => runIn(template, { jit: false }));
  const compiled = within(() => runIn(template, { jit: eagerTuning }));
  if (compiled.fate !== interpreted.fate || compiled.fuel !== interpreted.fuel || compiled.output !== interpreted.output) {
    throw new Error(`the modes differ: ${JSON.stringify(interpreted)} interpreted, ${JSON.stringify(compiled)} compiled`);
  }
  return interpreted.fate;
}
