// The compiler over everything there is to compile: programs of the tests, samples, the library, and big real programs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { compileLibrary, compileScript } from '../../src/bytecode/compile.ts';
import { verify } from '../../src/bytecode/verifier.ts';
import { checkCode } from '../support/code-check.ts';
import { readScript, scriptsUnder } from '../support/programs.ts';

test.each([...scriptsUnder('tests/programs'), ...scriptsUnder('samples')])('%s', (file) => {
  expect(checkCode(compileScript(readScript(file), file))).toEqual([]);
});

test.each(scriptsUnder('src/runtime/selfhosted'))('%s', (file) => {
  for (const template of compileLibrary(readScript(file), file).values()) expect(checkCode(template)).toEqual([]);
});

const require = createRequire(import.meta.url);

test('acorn', () => {
  const template = compileScript(readFileSync(require.resolve('acorn'), 'utf8'), 'acorn.js');
  verify(template);
  expect(checkCode(template)).toEqual([]);
});

/** Generators and async functions are made plain ones: the result is no program that runs, but one that compiles. */
function withoutUnsupported(text: string): string {
  return text
    .replace(/function\*/g, 'function ')
    .replace(/yield\*? /g, 'void ')
    .replace(/yield;/g, 'void 0;')
    .replace(/\basync (?=function|\(|\w+\()/g, '')
    .replace(/\bawait /g, '')
    .replace(/\*\[Symbol/g, '[Symbol')
    .replace(/import\(/g, 'import_(')
    .replace(/(\{ |^ +)\*(\w+\()/gm, '$1$2');
}

test('the TypeScript compiler', { timeout: 300_000 }, () => {
  const file = require.resolve('typescript/lib/typescript.js');
  verify(compileScript(withoutUnsupported(readFileSync(file, 'utf8')), file));
});
