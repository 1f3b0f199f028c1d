// What arrays of other prototypes change holds for a whole process (runtime/objects.ts, `complexity`): their program runs in one that has not seen any.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.ts';

const program = 'tests/programs/arrays/other-prototypes';

test.each(['--jit', '--jit-eager', '--no-jit', '--no-realm', '--stress-again 3'])('%s', (mode) => {
  const { status, stdout } = spawnSync(process.execPath, [cli, 'run', ...mode.split(' '), `${program}.js`], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 0, stdout: readFileSync(`${program}.expected`, 'utf8') });
});
