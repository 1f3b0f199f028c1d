// `npm run renumber`: puts the numbers of the opcode table into the interpreter's loop, where an opcode is written as its number with its
// name in a comment, `case 3 /* Jump */:`. Needed after a change to the order of src/bytecode/opcodes.ts.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const loop = path.join(root, 'src/interpreter/loop.ts');

/** The text with the right numbers; `numberOf` gives the number of a name, or undefined. */
export function renumbered(text, numberOf) {
  return text.replace(/\b\d+ \/\* ([A-Z]\w*) \*\//g, (_, name) => {
    const number = numberOf(name);
    if (number === undefined) throw new Error(`there is no opcode ${name}`);
    return `${number} /* ${name} */`;
  });
}

async function opcodeNumbers() {
  const { outputFiles } = await esbuild.build({ entryPoints: [path.join(root, 'src/bytecode/opcodes.ts')], bundle: true, write: false, format: 'esm', logLevel: 'silent' });
  const { Op } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return Op;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await readFile(loop, 'utf8');
  const numbers = await opcodeNumbers();
  const result = renumbered(text, (name) => numbers[name]);
  if (result !== text) await writeFile(loop, result);
  console.log(result === text ? 'the numbers are right' : `rewrote ${path.relative(root, loop)}`);
}
