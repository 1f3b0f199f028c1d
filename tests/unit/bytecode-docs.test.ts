import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Op, opcodes } from '../../src/bytecode/opcodes.ts';
import { opcodeReference, withReference } from '../../src/bytecode/reference.ts';

test('docs/bytecode.md has the current reference (else run: node docs/generate.mjs)', () => {
  const page = readFileSync(new URL('../../docs/bytecode.md', import.meta.url), 'utf8');
  expect(withReference(page)).toBe(page);
});

test('the reference has a row for every opcode', () => {
  const rows = opcodeReference().match(/^\| \d+ \| `\w+` \|/gm) ?? [];
  expect(rows.length).toBe(opcodes.length);
  expect(rows[Op.Add]).toBe(`| ${Op.Add} | \`Add\` |`);
});
