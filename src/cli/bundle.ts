// What is bundled for Node: the command and the library, neither of which is evaluated before it is asked for. See load.ts.

import type * as Library from '../index.ts';

/** Runs the command with the arguments of the process, and sets its exit code. */
export async function runCommand(): Promise<void> {
  await import('./main.ts');
}

/** What embedders import. */
export function library(): Promise<typeof Library> {
  return import('../index.ts');
}
