// What the pages show is what happens. `UPDATE_DOCS=1 npx vitest run tests/cli/docs.test.ts` puts what commands print now into
// the pages, except where a page abridges it with `...`.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultTuning, eagerTuning } from '../../src/tiering/tuning.ts';
import { commandsOf, likeness, programsOf, shellLinesOf, type Command } from '../support/doc-examples.ts';
import { cli, root } from '../support/cli.ts';

const pages = ['README.md', ...readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];
const read = (page: string): string => readFileSync(path.join(root, page), 'utf8');

// Commands run in a folder that looks like the project's and takes the files they write.
const folder = mkdtempSync(path.join(os.tmpdir(), 'anneal-docs-'));
for (const name of ['docs', 'samples']) symlinkSync(path.join(root, name), path.join(folder, name));
mkdirSync(path.join(folder, 'bin'));
// What reports on the JIT does so as on an idle machine: however long the compiler takes, what is hot is compiled.
const patience = `case "$*" in *--tuning*) ;; run\\ --trace-jit*|run\\ --stats*) shift; set -- run --tuning '{"compileAllowance":1000000}' "$@";; esac`;
writeFileSync(path.join(folder, 'bin/npx'), `#!/bin/sh\nshift\n${patience}\nexec "${process.execPath}" "${cli}" "$@"\n`, { mode: 0o755 });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function shell(command: string): string {
  const { stdout } = spawnSync('sh', ['-c', `( ${command} ) 2>&1`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${path.join(folder, 'bin')}:${process.env.PATH ?? ''}` },
  });
  return stdout;
}

/** The page with what its commands print now. */
function updated(page: string, printed: readonly (Command & { readonly actual: string })[]): string {
  const lines = page.split('\n');
  for (const { line, expected, actual } of [...printed].reverse()) {
    if (!expected.includes('...')) lines.splice(line, expected.length, ...(actual === '' ? [] : actual.trimEnd().split('\n')));
  }
  return lines.join('\n');
}

describe.each(pages)('%s', (page) => {
  const text = read(page);
  const commands = commandsOf(text).filter(({ command }) => !command.startsWith('npm '));

  test.runIf(commands.length > 0)('its commands print what it shows', { timeout: 300_000 }, () => {
    const printed = commands.map((one) => ({ ...one, actual: shell(one.command) }));
    if (process.env.UPDATE_DOCS) {
      writeFileSync(path.join(root, page), updated(text, printed));
      return;
    }
    for (const { line, command, expected, actual } of printed) {
      expect.soft(likeness(expected, actual), `${page}:${line}: $ ${command}\n${actual}`).toBeGreaterThanOrEqual(0.6);
    }
  });

  test('the npm commands that it names exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...shellLinesOf(text), ...commandsOf(text).map(({ command }) => command)].flatMap((line) => [...line.matchAll(/\bnpm (run )?([a-z]+)/g)]);
    for (const [, run, name] of named) if (run !== undefined || !['ci', 'install'].includes(name)) expect(Object.keys(scripts)).toContain(name);
  });

  test('its links to files lead somewhere', () => {
    for (const [, target] of text.replace(/`[^`]*`/g, '').matchAll(/\]\(([^)#:\s,[]+)(?:#[^)]*)?\)/g)) expect(existsSync(path.join(root, path.dirname(page), target)), target).toBe(true);
  });

  const programs = programsOf(text).filter(({ text: program }) => program.includes("from 'anneal'"));
  test.each(programs)('the program at line $line runs', ({ line, text: program, expected }) => {
    const file = path.join(folder, `${path.basename(page, '.md')}-${line}.mjs`);
    writeFileSync(file, program.replaceAll("from 'anneal'", `from '${pathToFileURL(path.join(root, 'dist/node.js')).href}'`));
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    if (expected !== undefined) expect(stdout.trimEnd()).toBe(expected.trimEnd());
  });
});

test('docs/tiering.md lists every knob with its values', () => {
  const page = read('docs/tiering.md');
  const { optimisations, inlining, ...numbers } = defaultTuning;
  for (const [name, value] of Object.entries(numbers)) expect(page).toMatch(new RegExp(`\\| \`${name}\` +\\| ${String(value)} +\\| ${String(eagerTuning[name as keyof typeof numbers])} +\\|`));
  for (const [name, value] of Object.entries(inlining)) {
    const eager = eagerTuning.inlining[name as keyof typeof inlining];
    expect(page).toMatch(new RegExp(`\\| \`inlining\\.${name}\` +\\| ${String(value)} +\\| ${String(eager)} +\\|`));
  }
  for (const [name, value] of Object.entries(optimisations)) {
    const eager = eagerTuning.optimisations[name as keyof typeof optimisations];
    expect(page).toMatch(new RegExp(`\\| \`optimisations\\.${name}\` +\\| ${String(value)} +\\| ${String(eager)} +\\|`));
  }
});
