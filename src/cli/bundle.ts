// What is bundled for Node: the command and the library, neither of which is evaluated before it is asked for. See load.ts.

import type * as Library from '../index.ts';

/** Starts the command with the arguments of the process. It sets the exit code when it is done. */
export async function startCommand(): Promise<void> {
  await import('./main.ts');
}

/** What embedders import. */
export function library(): Promise<typeof Library> {
  return import('../index.ts');
}
