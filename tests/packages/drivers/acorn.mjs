// acorn and astring from their own files.
import { parse, tokenizer } from 'acorn';
import { generate } from 'astring';
import times from './times.cjs';

const source = 'export async function* f(a, { b = 1, ...c }) { for await (const x of y) yield* x; }\nclass A { static #p = 1; get [x]() { return super.x?.y; } }\nlet t = `a${b}`, r = /x[/]/gu, n = 0x10;';
const tree = times(() => parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true }));
console.log(JSON.stringify(tree));
console.log(generate(tree));
console.log([...tokenizer(source, { ecmaVersion: 'latest' })].map((t) => t.type.label).join(' '));
