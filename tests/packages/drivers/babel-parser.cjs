// Babel's parser: JavaScript, TypeScript, JSX, and errors it recovers from.
const { parse, parseExpression } = require('@babel/parser');
const times = require('./times.cjs');
const source = `import d, { a as b } from "x" with { type: "json" };
export default class A<T> extends (B as any) { #p: number = 1; static { this.#q?.(); } @dec accessor y = <T,>(z: T) => z!; async *m() { yield* await x; } }
const el = <div className="a" {...props}>text {value} <></></div>;
label: for await (const { p = 1, ...q } of /re[/]x/giu.exec(\`t\${1}\`) ?? []) { if (x) continue label; else debugger }
a ||= b ** -c, x?.[0]?.(1n, 0b11_0, .5e-3), new.target?.y, async (x) => { await import("y") };
type U = { readonly [K in keyof T]?: T[K] } | ((a: string) => asserts a is number); enum E { A = 1, B } declare module "m" {}
`;
const options = { sourceType: 'module', plugins: ['typescript', 'jsx', ['decorators', { version: '2023-11' }], 'decoratorAutoAccessors'], errorRecovery: true, ranges: true, tokens: true, allowNewTargetOutsideFunction: true };
const tree = times(() => parse(source, options));
console.log(tree.errors.map((e) => `${e.code} ${e.reasonCode} ${e.message}`));
console.log(JSON.stringify(tree.program));
console.log(tree.tokens.length, tree.comments.length);
console.log(JSON.stringify(parseExpression('(a, b) => ({ a, [b]: `${a}` })'), null, 1));
for (const wrong of ['let x = ;', 'class { }', 'x = { a: 1, a = 2 }', '`${', 'for (const x of y z', '"\\u{110000}"']) {
  try {
    parse(wrong);
  } catch (e) {
    console.log(e instanceof SyntaxError, e.message, e.pos, e.loc.line, e.loc.column);
  }
}
