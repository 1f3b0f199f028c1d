// Packages from npm, unmodified and from their own files, at work as guests: they print what they print natively, and burn the same
// fuel in all modes. The large ones run in fewer modes.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileModules } from 'anneal';
import { describe, expect, test, vi } from 'vitest';
import { modes, type ModeResult } from '../support/modes.ts';

// On a loaded machine.
vi.setConfig({ testTimeout: 120_000 });

const folder = fileURLToPath(new URL('drivers', import.meta.url));
const drivers = readdirSync(folder).filter((file) => !file.startsWith('times.'));

/** So large that loading them takes most of the time. */
const large = ['typescript.cjs', 'prettier.mjs', 'terser.mjs'];
const largeModes = ['interp', 'jit'];

function runNatively(file: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', file], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`native: ${stderr.slice(-2000)}`);
  return stdout;
}

describe.each(drivers)('%s', (name) => {
  const file = path.join(folder, name);
  // Shared by the modes, which so compile each file once.
  const files = new FileModules({ root: fileURLToPath(new URL('../..', import.meta.url)), commonJs: true });
  const own = large.includes(name) ? modes.filter((mode) => largeModes.includes(mode.name)) : modes;
  let expected: string | undefined;
  let reference: ModeResult | undefined;

  test.each(own.map((mode) => [mode.name, mode] as const))('%s', (_name, mode) => {
    expected ??= runNatively(file);
    const result = mode.runFile(file, files);
    reference ??= result;
    expect(result.error).toBeUndefined();
    expect(result.output).toBe(expected);
    expect(result.output.length).toBeGreaterThan(100);
    expect(result.fuel).toBe(reference.fuel);
  });
});
