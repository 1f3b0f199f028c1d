// Runs the command as users do: dist/cli.cjs in a process of its own.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const cli = path.join(root, 'dist/cli.cjs');

export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function anneal(args: readonly string[], options: { input?: string; cwd?: string; env?: NodeJS.ProcessEnv } = {}): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', cwd: options.cwd ?? root, env: options.env ?? process.env, input: options.input ?? '', maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}

/** A folder for the files of a test file, removed at the end; gives a function that writes a file there and tells its path. */
export function scratch(): (name: string, contents: string | Uint8Array) => string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'anneal-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (name, contents) => {
    const file = path.join(folder, name);
    writeFileSync(file, contents);
    return file;
  };
}

/** A program that gets hot within a few milliseconds: a function, a loop at the top level, and a guard that fails. */
export const hotProgram = `function area(shape) {
  return shape.width * shape.height;
}

let total = 0;
for (let i = 0; i < 5000; i++) {
  total += area({ width: i, height: 2 });
}
console.log(total, area({ width: '3', height: 4 }));
`;
