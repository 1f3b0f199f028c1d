// The file that `anneal` runs. It is CommonJS, since Node takes ten milliseconds to get ready for modules.

import process from 'node:process';
import type * as Bundle from './bundle.ts';
import { ExitCode } from './exit-codes.ts';
import { loadBundle } from './load.ts';

let bundle: typeof Bundle | undefined;
try {
  bundle = loadBundle(__dirname);
} catch (error) {
  // A file that cannot be read; anything else is a fault of what is in it.
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  process.stderr.write(`anneal: it is not installed as a whole: ${error.message}\n`);
  process.exitCode = ExitCode.fault;
}
// What it rejects with is a fault, which ends the process with a trace.
void bundle?.startCommand();
