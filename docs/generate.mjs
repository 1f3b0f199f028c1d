// Brings the generated part of docs/bytecode.md up to date: node docs/generate.mjs
//
// The tables come from the TypeScript sources, which esbuild bundles in memory.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const entry = fileURLToPath(new URL('../src/bytecode/reference.ts', import.meta.url));
const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false });
const { withReference } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const path = new URL('bytecode.md', import.meta.url);
const page = readFileSync(path, 'utf8');
const updated = withReference(page);
if (updated === undefined) throw new Error('docs/bytecode.md lacks the markers of the generated part');
if (updated !== page) writeFileSync(path, updated);
console.log(updated === page ? 'docs/bytecode.md is up to date' : 'docs/bytecode.md updated');
