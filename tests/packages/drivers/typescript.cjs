// The TypeScript compiler transpiles a file, and says what is wrong with another one.
const ts = require('typescript');
const times = require('./times.cjs');
const source = `
import { type Shape, area as areaOf } from './shapes';
enum Color { Red, Green = 'green', Blue = 1 << 2 }
namespace Geometry { export const origin = { x: 0, y: 0 }; export function at<T extends number>(x: T) { return { ...origin, x }; } }
@sealed
export abstract class Canvas<T extends Shape> implements Iterable<T> {
  static #count = 0;
  constructor(private readonly shapes: T[] = [], protected color?: Color) { Canvas.#count++; }
  *[Symbol.iterator](): Iterator<T> { yield* this.shapes; }
  async total(): Promise<number> { let sum = 0; for await (const s of this) sum += areaOf(s) ?? 0; return sum ** 2; }
  get first() { return this.shapes[0]?.name!; }
  abstract draw<U>(this: Canvas<T>, on: U): asserts on is U;
}
const { a, ...rest } = { a: 1, b: \`t\${2}\` } satisfies Record<string, unknown>;
export default <const T,>(x: T) => x as unknown as typeof rest;
label: for (const [k, v] of Object.entries(rest)) { if (k) continue label; else break; }
`;
const options = { target: ts.ScriptTarget.ES2017, module: ts.ModuleKind.CommonJS, experimentalDecorators: true, sourceMap: true };
const { outputText, sourceMapText } = times(() => ts.transpileModule(source, { compilerOptions: options, fileName: 'canvas.ts' }));
console.log(ts.version);
console.log(outputText);
console.log(sourceMapText);
console.log(ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.ES2015, removeComments: true } }).outputText);
const wrong = ts.transpileModule('let x: = 1;\nclass { }\nconst y = `${', { reportDiagnostics: true });
for (const { messageText, start, code } of wrong.diagnostics) console.log(start, code, ts.flattenDiagnosticMessageText(messageText, '\n'));
const tree = ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true);
const kinds = new Map();
(function visit(node) {
  kinds.set(ts.SyntaxKind[node.kind], (kinds.get(ts.SyntaxKind[node.kind]) ?? 0) + 1);
  ts.forEachChild(node, visit);
})(tree);
console.log([...kinds].sort(([x], [y]) => (x < y ? -1 : 1)).join(' '));
