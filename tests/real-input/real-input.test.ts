// Packages from npm at work on their own files, in all modes: they print what they print natively, and burn the same fuel.
import { spawnSync } from 'node:child_process';
import { describe, expect, test, vi } from 'vitest';
import { modes, type ModeResult } from '../support/modes.ts';
import { bundle, bundleNames } from './bundles.mjs';

// On a loaded machine.
vi.setConfig({ testTimeout: 120_000 });

/** What a script prints in a Node process of its own. */
function runNatively(source: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-'], { input: source, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`native: ${stderr}`);
  return stdout;
}

describe.each(bundleNames)('%s', async (name) => {
  const source = await bundle(name);
  const expected = runNatively(source);
  let reference: ModeResult | undefined;

  test('says something', () => {
    expect(expected.split('\n').length).toBeGreaterThan(10);
    expect(expected).not.toContain('asynchronous');
  });

  test.each(modes.map((mode) => [mode.name, mode] as const))('%s', (_name, mode) => {
    const result = mode.run(source, `${name}.js`);
    reference ??= result;
    expect(result.error).toBeUndefined();
    expect(result.output).toBe(expected);
    expect(result.fuel).toBe(reference.fuel);
  });
});
