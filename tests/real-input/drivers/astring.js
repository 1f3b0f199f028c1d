// astring prints the tree of acorn's source, in two styles, and a program with the corners of the language.
import { parse } from 'acorn';
import { generate } from 'astring';
import source from 'file:acorn/dist/acorn.js';
import { digest, repeated } from './digest.js';

const comments = [];
const tree = parse(source, { ecmaVersion: 'latest' });
const text = repeated(() => generate(tree));
digest('text', text);
digest('narrow', generate(tree, { indent: '', lineEnd: '' }));

const sample = `// A comment.
async function* f(a, { b = 1, ...c }, [d, , e] = [], ...rest) { for await (const x of y) yield* x; }
label: for (let i = 0, n = 5; i < n; i++) { if (i) continue label; else if (!i) break label; else ; }
class A extends (B, C) { static #p = 1; get [x]() { return super.x?.y?.[0]?.(); } static { this.#p ??= new.target; } }
x = (a ?? b) || c && (-d) ** -e, \`\${a + \`b\`}c\`, /[/]\\/(?<name>x)/gu, typeof void delete a.b, 0x10n, (() => ({}))();
try { throw null } catch { } finally { debugger }
switch (a) { case 1: case 2: b(); break; default: c() }`;
console.log(generate(parse(sample, { ecmaVersion: 'latest', onComment: comments }), { comments: true }));
