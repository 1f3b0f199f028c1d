import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A small project laid out as ours is. The config is the real one; only the sources are made up. */
const files: Record<string, string> = {
  'src/raw.d.ts': "declare module '*?raw' {\n  const text: string;\n  export default text;\n}\n",
  'src/leaf.ts': 'export const leaf = 1;\n',
  'src/index.ts': "export { late } from './cli/late.ts';\nexport { clock } from './host/clock.ts';\n",
  'src/scope/early.ts': 'export const early = 1;\nexport type Early = number;\n',
  'src/bytecode/table.ts': "import { early } from '../scope/early.ts';\nexport const table = early;\n",
  'src/cli/late.ts': "import { clock } from '../host/clock.ts';\nexport const late = clock;\nexport type Late = number;\n",
  'src/host/clock.ts': "import { hrtime } from 'node:process';\nexport const clock = hrtime;\nexport type Clock = number;\n",
  'src/ir/a.ts': "import { b } from './b.ts';\nexport const a = (): number => b();\n",
  'src/ir/b.ts': "import { c } from './c.ts';\nexport const b = (): number => c();\n",
  'src/ir/c.ts': "import { a } from './a.ts';\nexport const c = (): number => a();\n",
  'src/ir/node.ts': "import type { Edge } from './edge.ts';\nexport interface Node { out: Edge[] }\nexport const node = 1;\n",
  'src/ir/edge.ts': "import { node, type Node } from './node.ts';\nexport interface Edge { to: Node }\nexport const edge = node;\n",
};

let folder: string;
let eslint: ESLint;

beforeAll(() => {
  folder = mkdtempSync(path.join(root, 'node_modules/.lint-rules-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  eslint = new ESLint({ cwd: folder, overrideConfigFile: path.join(root, 'eslint.config.js'), ignore: false });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The rules that a file's text violates, once for each finding. */
async function findings(name: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: path.join(folder, name), warnIgnored: true });
  for (const { ruleId, message } of result.messages) if (ruleId === null) throw new Error(message);
  return result.messages.map(({ ruleId }) => ruleId);
}

describe('direction of imports', () => {
  it.each([
    ['a later folder', 'src/scope/x.ts', "import { late } from '../cli/late.ts';\nexport const x = late;\n"],
    ['a neighbour that comes later', 'src/scope/x.ts', "import { table } from '../bytecode/table.ts';\nexport const x = table;\n"],
    ['a value beside a type', 'src/scope/x.ts', "import { late, type Late } from '../cli/late.ts';\nexport const x: Late = Number(late);\n"],
    ['a re-export', 'src/scope/x.ts', "export { late } from '../cli/late.ts';\n"],
    ['a re-export of everything', 'src/scope/x.ts', "export * from '../cli/late.ts';\n"],
    ['a dynamic import', 'src/scope/x.ts', "export const x = import('../cli/late.ts');\n"],
    ['an import for its effects', 'src/scope/x.ts', "import '../cli/late.ts';\n"],
    ['text from a later folder', 'src/scope/x.ts', "import text from '../runtime/selfhosted/array.js?raw';\nexport const x = text;\n"],
    ['a host adapter from the core', 'src/process/x.ts', "import { clock } from '../host/clock.ts';\nexport const x = clock;\n"],
    ['the type of a host adapter', 'src/process/x.ts', "import type { Clock } from '../host/clock.ts';\nexport const x: Clock = 1;\n"],
    ['the index from the core', 'src/process/x.ts', "import { late } from '../index.ts';\nexport const x = late;\n"],
    ['a folder from a file directly in src', 'src/x.ts', "import { early } from './scope/early.ts';\nexport const x = early;\n"],
    ['a folder that the order does not know', 'src/misc/x.ts', 'export const x = 1;\n'],
  ])('refuses %s', async (_, name, text) => {
    expect(await findings(name, text)).toEqual(['anneal/direction']);
  });

  it.each([
    ['an earlier folder', 'src/bytecode/x.ts', "import { early } from '../scope/early.ts';\nexport const x = early;\n"],
    ['its own folder', 'src/bytecode/deep/x.ts', "import { table } from '../table.ts';\nexport const x = table;\n"],
    ['a type of a later folder', 'src/scope/x.ts', "import type { Late } from '../cli/late.ts';\nexport const x: Late = 1;\n"],
    ['a file directly in src', 'src/source/x.ts', "import { leaf } from '../leaf.ts';\nexport const x = leaf;\n"],
    ['anything, as a host adapter', 'src/host/x.ts', "import { table } from '../bytecode/table.ts';\nexport const x = table;\n"],
    ['anything, as the index', 'src/index.ts', files['src/index.ts']],
    ['a host adapter from the command line', 'src/cli/late.ts', files['src/cli/late.ts']],
    ['text of its own folder', 'src/runtime/x.ts', "import text from './selfhosted/array.js?raw';\nexport const x = text;\n"],
    ['anything, as a test', 'tests/unit/x.test.ts', "import { late } from '../../src/cli/late.ts';\nexport const x = late;\n"],
  ])('allows %s', async (_, name, text) => {
    expect(await findings(name, text)).toEqual([]);
  });
});

describe('cycles', () => {
  it('are refused, through any number of files', async () => {
    expect(await findings('src/ir/a.ts', files['src/ir/a.ts'])).toEqual(['anneal/no-cycle']);
    expect(await findings('src/ir/c.ts', files['src/ir/c.ts'])).toEqual(['anneal/no-cycle']);
  });

  it('of one file are refused', async () => {
    const text = "import * as self from './self.ts';\nexport const x = (): unknown => self;\n";
    writeFileSync(path.join(folder, 'src/ir/self.ts'), text);
    expect(await findings('src/ir/self.ts', text)).toEqual(['anneal/no-cycle']);
  });

  it('of types are allowed', async () => {
    expect(await findings('src/ir/node.ts', files['src/ir/node.ts'])).toEqual([]);
    expect(await findings('src/ir/edge.ts', files['src/ir/edge.ts'])).toEqual([]);
  });
});

describe('modules of Node', () => {
  it.each([
    ["import vm from 'node:vm';\nexport const x = vm;\n"],
    ["import { readFileSync } from 'fs';\nexport const x = readFileSync;\n"],
    ["import { readFile } from 'fs/promises';\nexport const x = readFile;\n"],
    ["import type { Context } from 'node:vm';\nexport type X = Context;\n"],
    ["export const x = import('node:vm');\n"],
  ])('are refused in the core: %j', async (text) => {
    expect(await findings('src/runtime/x.ts', text)).toEqual(['anneal/no-node']);
  });

  it('are refused in the index', async () => {
    expect(await findings('src/index.ts', "export { hrtime } from 'node:process';\n")).toEqual(['anneal/no-node']);
  });

  it('are allowed in the command line, the host adapters and tests', async () => {
    const text = "import vm from 'node:vm';\nexport const x = vm;\n";
    for (const name of ['src/cli/x.ts', 'src/host/x.ts', 'tests/x.test.ts', 'benchmarks/x.ts']) {
      expect(await findings(name, text)).toEqual([]);
    }
  });

  it('are refused as globals, too', async () => {
    expect(await findings('src/runtime/x.ts', 'export const x = process.argv;\n')).toEqual(['no-restricted-globals']);
  });
});

describe('other rules', () => {
  it('refuse a relative import without its extension', async () => {
    expect(await findings('tests/x.test.ts', "import { early } from '../src/scope/early';\nexport const x = early;\n")).toEqual([
      'anneal/extension',
    ]);
  });

  it('refuse `any` and unused variables, save those with an underscore', async () => {
    expect(await findings('src/scope/x.ts', 'export const x = (a: any) => a;\n')).toEqual(['@typescript-eslint/no-explicit-any']);
    expect(await findings('src/scope/x.ts', 'const a = 1;\n')).toEqual(['@typescript-eslint/no-unused-vars']);
    expect(await findings('src/scope/x.ts', 'export const x = (_a: number) => 1;\n')).toEqual([]);
  });
});
