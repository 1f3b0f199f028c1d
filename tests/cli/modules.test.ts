// Programs from disk: ES modules, CommonJS, packages, TypeScript, and the root that nothing is read outside of.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { anneal } from '../support/cli.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anneal-modules-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
/** Writes files into a folder of their own, and gives the folder. */
function project(files: Readonly<Record<string, string>>): string {
  const root = path.join(folder, `p${count++}`);
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}

/** Runs a program of a project with the project as current directory. */
function run(files: Readonly<Record<string, string>>, args: readonly string[], input?: string) {
  return anneal(['run', ...args], { cwd: project(files), input });
}

describe('ES modules', () => {
  test('relative imports, JSON, import.meta, import()', () => {
    const files = {
      'app.mjs': 'import { f } from "./lib/f.mjs"; import d from "./d.json" with { type: "json" };\nconsole.log(f(d.n), import.meta.filename === import.meta.dirname + "/app.mjs", import.meta.url.startsWith("file:///")); console.log((await import("./lib/f.mjs")).f === f);',
      'lib/f.mjs': 'import d from "../d.json" with { type: "json" }; export const f = (n) => n + d.n;',
      'd.json': '{ "n": 21 }',
    };
    expect(run(files, ['app.mjs'])).toEqual({ status: 0, stdout: '42 true true\ntrue\n', stderr: '' });
    expect(run(files, ['--no-jit', '--fuel', '100', 'app.mjs']).status).toBe(3);
  });
  test('.js by its package, by --module, and from standard input', () => {
    expect(run({ 'package.json': '{ "type": "module" }', 'a.js': 'import "./b.js"; console.log(this)', 'b.js': 'console.log("b")' }, ['a.js']).stdout).toBe('b\nundefined\n');
    expect(run({ 'a.js': 'export {}; console.log(this)' }, ['--module', 'a.js']).stdout).toBe('undefined\n');
    expect(run({ 'b.mjs': 'export default 1' }, ['--module', '--root', '.', '-'], 'import b from "./b.mjs"; console.log(b)').stdout).toBe('1\n');
    expect(run({ 'b.mjs': 'export default 1' }, ['--module', '-'], 'import b from "./b.mjs"; console.log(b)').stderr).toContain('can import files only with --root');
    expect(run({ 'a.js': 'console.log(typeof module, this === globalThis)' }, ['a.js']).stdout).toBe('undefined true\n');
  });
  test('a script can import()', () => {
    expect(run({ 'a.js': 'import("./b.mjs").then((ns) => console.log(ns.default)); console.log("first")', 'b.mjs': 'export default "b"' }, ['a.js']).stdout).toBe('first\nb\n');
  });
  test('what is wrong is shown in its file', () => {
    const { status, stderr } = run({ 'a.mjs': 'import { x } from "./b.mjs";', 'b.mjs': '' }, ['a.mjs']);
    expect(status).toBe(1);
    expect(stderr).toBe("a.mjs:1:10\n> 1 | import { x } from \"./b.mjs\";\n    |          ^\n\nSyntaxError: The requested module './b.mjs' does not provide an export named 'x'\n");
    expect(run({ 'a.mjs': 'import "./b";', 'b.mjs': '' }, ['a.mjs']).stderr).toContain("Cannot find module './b' imported by a.mjs: did you mean './b.mjs'?");
    expect(run({ 'a.mjs': 'import fs from "node:fs";' }, ['a.mjs']).stderr).toContain("'node:fs' is a built-in module of Node, which Anneal does not have (imported by a.mjs)");
    expect(run({ 'a.mjs': 'import "https://example.org/x.js";' }, ['a.mjs']).stderr).toContain("'https://example.org/x.js' is no file");
    expect(run({ 'a.mjs': 'import "./b.mjs"', 'b.mjs': '\nthrow new Error("in b")' }, ['a.mjs']).stderr).toContain('b.mjs:2:7\n  1 |\n> 2 | throw new Error("in b")');
    expect(run({ 'a.mjs': 'await 1; throw new Error("late")' }, ['a.mjs']).stderr).toContain('Uncaught Error: late');
  });
  test('waiting for ever', () => {
    const { status, stderr } = run({ 'a.mjs': 'await new Promise(() => {})' }, ['a.mjs']);
    expect([status, stderr]).toEqual([1, 'The module waits at a top-level await for something that nobody is going to settle\n']);
  });
});

describe('packages', () => {
  const files = {
    'main.mjs': `import a from 'a'; import b from 'b'; import { sub } from 'b/sub/x'; import c from '@scope/c/data.json' with { type: 'json' }; import self from 'me/self'; import inner from '#inner/one';
      console.log(a, b, sub, c.c, self, inner);`,
    'package.json': '{ "name": "me", "exports": { "./self": "./self.mjs" }, "imports": { "#inner/*": "./inner/*.mjs" } }',
    'self.mjs': 'export default "self"',
    'inner/one.mjs': 'export default "inner one"',
    'node_modules/a/package.json': '{ "name": "a", "main": "./lib/main.mjs" }',
    'node_modules/a/lib/main.mjs': 'export default "a";',
    'node_modules/b/package.json': '{ "name": "b", "exports": { ".": { "require": "./no.cjs", "import": "./main.mjs" }, "./sub/*": { "node": "./node/*.mjs", "default": "./sub/*.mjs" }, "./sub/private/*": null } }',
    'node_modules/b/main.mjs': 'export default "b";',
    'node_modules/b/sub/x.mjs': 'export const sub = "sub x";',
    'node_modules/@scope/c/data.json': '{ "c": "c" }',
  };
  test('main, exports with conditions and patterns, scopes, self-reference, imports', () => {
    expect(run(files, ['main.mjs'])).toEqual({ status: 0, stdout: 'a b sub x c self inner one\n', stderr: '' });
  });
  test.each([
    ['b/nope', "The package 'b' does not export './nope' for import ('b/nope' imported by x.mjs)"],
    ['b/sub/private/x', "does not export './sub/private/x'"],
    ['none', "Cannot find module 'none' imported by x.mjs: there is no such package in node_modules below"],
    ['#inner/two', "Cannot find module '#inner/two' imported by x.mjs: 'inner/two.mjs' does not exist"],
    ['#other', "'#other' is not among the imports of a package.json"],
  ])('%s', (specifier, message) => {
    const { status, stderr } = run({ ...files, 'x.mjs': `import ${JSON.stringify(specifier)};` }, ['x.mjs']);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });
});

describe('CommonJS', () => {
  const files = {
    'main.cjs': `const { double } = require('./lib'); const a = require('./cycle-a');
      console.log(double(4), a.done, require('./data').n, require('./data.json') === require('./data'), require('pkg'), typeof exports, this === exports, arguments.length);
      console.log(__filename.endsWith('main.cjs'), __dirname + '/main.cjs' === __filename, require.main === module, module.id, module.loaded, require('./lib').parent === module);
      const file = require.resolve('./lib'); console.log(file.endsWith('lib/index.js'), require.cache[file].exports === require('./lib'));
      delete require.cache[file]; console.log(require('./lib') === require.cache[file].exports);
      if (module.children.length > 3) return; console.log('not here');`,
    'lib/index.js': 'exports.double = (x) => require("./twice")(x); exports.parent = module.parent; exports.id = Symbol();',
    'lib/twice.js': 'module.exports = (x) => x * 2;',
    'data.json': '{ "n": 1 }',
    'cycle-a.js': 'exports.done = false; const b = require("./cycle-b"); exports.seen = b.seen; exports.done = true;',
    'cycle-b.js': 'exports.seen = require("./cycle-a").done;',
    'node_modules/pkg/package.json': '{ "exports": { "import": "./m.mjs", "require": { "node": "./node.js", "default": "./no.js" } } }',
    'node_modules/pkg/node.js': 'module.exports = "for node"',
  };
  test('require, cycles, cache, packages', () => {
    expect(run(files, ['main.cjs'])).toEqual({ status: 0, stdout: '8 true 1 true for node object true 5\ntrue true true . false true\ntrue true\ntrue\n', stderr: '' });
  });
  test('.js with --cjs', () => {
    expect(run({ 'a.js': 'console.log(require("./b"))', 'b.js': 'module.exports = "b"' }, ['--cjs', 'a.js']).stdout).toBe('b\n');
  });
  test('what cannot be required', () => {
    const program = `for (const name of ['fs', './nope', './m.mjs', './bad', './bad.json', './throws', 1]) {
      try { require(name); } catch (error) { console.log(error.constructor.name, error.code, error.message); }
    }
    try { require('./throws'); } catch (error) { console.log(error.message, Object.keys(require.cache).length); }`;
    const { stdout } = run({ 'main.cjs': program, 'm.mjs': '', 'bad.js': '\nlet x = ;', 'bad.json': '{', 'throws.js': 'throw new RangeError("thrown")' }, ['main.cjs']);
    expect(stdout).toBe(`Error MODULE_NOT_FOUND 'fs' is a built-in module of Node, which Anneal does not have (required by main.cjs)
Error MODULE_NOT_FOUND Cannot find module './nope' required by main.cjs
Error ERR_REQUIRE_ESM 'm.mjs' is an ES module: it cannot be required, only imported
SyntaxError undefined Unexpected token ';' (bad.js:2:9)
SyntaxError undefined bad.json: Expected property name or '}' in JSON at position 1
RangeError undefined thrown
TypeError undefined The "id" argument must be of type string. Received 1
thrown 1
`);
  });
  test('an ES module imports CommonJS with --cjs, with the names that can be seen', () => {
    const mixed = {
      'main.mjs': 'import whole, { a, b, c, star } from "./lib.cjs"; import { x } from "./literal.js"; console.log(whole.a === a, a, b, c, star, x); import * as ns from "./lib.cjs"; console.log(Object.keys(ns));',
      'lib.cjs': 'exports.a = 1; module.exports.b = 2; Object.defineProperty(exports, "c", { enumerable: true, get: () => 3 }); __exportStar(require("./star.js"), exports); function __exportStar(from, to) { Object.assign(to, from); }',
      'star.js': 'exports.star = "star"',
      'literal.js': 'const x = "x"; module.exports = { x, "not an identifier": 1 };',
    };
    expect(run(mixed, ['--cjs', 'main.mjs'])).toEqual({ status: 0, stdout: "true 1 2 3 star x\n[ 'a', 'b', 'c', 'default', 'module.exports', 'star' ]\n", stderr: '' });
    expect(run(mixed, ['main.mjs']).stderr).toContain("'lib.cjs' is a CommonJS module, which is loaded only with --cjs");
  });
  test('the same in all modes, stopped and taken apart', () => {
    const results = [[], ['--no-jit'], ['--jit-eager'], ['--stress-suspend', '97'], ['--stress-deopt', '3'], ['--no-realm']].map((flags) => {
      const { stdout, stderr } = run(files, ['--stats', ...flags, 'main.cjs']);
      return `${stdout}${/fuel .*/.exec(stderr)?.[0]}`;
    });
    expect(new Set(results).size).toBe(1);
  });
});

describe('the root', () => {
  const outside = project({ 'secret.mjs': 'export default "secret"', 'secret.json': '"secret"', 'secret.js': 'module.exports = "secret"' });
  function inside(program: string, args: readonly string[] = [], name = 'app/main.mjs') {
    const root = project({ [name]: program, 'beside.mjs': 'export default "beside"' });
    symlinkSync(path.join(outside, 'secret.mjs'), path.join(root, 'app/link.mjs'));
    symlinkSync(outside, path.join(root, 'app/linked'));
    symlinkSync('/nowhere/at/all', path.join(root, 'app/broken.mjs'));
    return anneal(['run', ...args, name], { cwd: root });
  }
  test.each([
    ['..', '../beside.mjs'],
    ['an absolute path', path.join(outside, 'secret.mjs')],
    ['a URL', `file://${path.join(outside, 'secret.mjs')}`],
    ['a link to a file', './link.mjs'],
    ['a link to a directory', './linked/secret.mjs'],
    ['a link and ..', './linked/../../beside.mjs'],
    ['an encoded path', './%2e%2e/beside.mjs'],
  ])('is not left by %s', (_title, specifier) => {
    for (const program of [`import x from ${JSON.stringify(specifier)}; console.log(x);`, `console.log((await import(${JSON.stringify(specifier)})).default)`]) {
      const { status, stdout, stderr } = inside(program);
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/outside of the root directory|Cannot find module/);
      expect(stderr).not.toContain("'secret'");
    }
  });
  test('is not left by require', () => {
    const { stdout } = inside(`for (const id of ['../beside.mjs', './linked/secret', './linked/secret.json', '/etc/passwd', 'linked/secret.js']) { try { console.log(require(id)); } catch (e) { console.log(e.message.includes('outside') || e.message.includes('Cannot find')); } }`, [], 'app/main.cjs');
    expect(stdout).toBe('true\n'.repeat(5));
  });
  test('what is outside and what is nowhere look the same by their path', () => {
    const messages = ['../beside.mjs', '../nothing.mjs'].map((specifier) => inside(`import(${JSON.stringify(specifier)}).catch((e) => console.log(e.message.replace(/.*'/, '')))`).stdout);
    expect(messages[0]).toBe(messages[1]);
  });
  test('can be a directory above', () => {
    expect(inside('import x from "../beside.mjs"; console.log(x)', ['--root', '.']).stdout).toBe('beside\n');
    expect(inside('console.log(1)', ['--root', 'nowhere']).stderr).toContain("--root 'nowhere' is no directory");
    expect(inside('console.log(1)', ['--root', outside]).stderr).toContain('is outside of the root directory');
  });
});

describe('TypeScript', () => {
  test('types are erased, and places stay', () => {
    const files = {
      'a.ts': `import { type T, f } from './b.mts';
interface I { x: number }
class B0 { m(): void {} }
class A<T> extends B0 implements I {
  override m(): void {}
  private y?: T
  constructor(readonly_: number, public_ = readonly_) { super(); this.x = public_ }
  x!: number
  abstract?: string;
  toString(this: A<T>): string { return \`A \${this.x as any}\` }
}
function g<const U extends I>(u: U): asserts u is U
function g(u: unknown) { console.log(\`\${u}\`) }
g(new A<string>(f<T>(20)!));
const h = (a: number): {
  n: number
} => ({ n: a });
let z = h(1) as { n: number }
(console.log(z.n))
declare global { var q: string }
export type { T };
throw new Error('line 22');`,
      'b.mts': 'export type T = number;\nexport function f<X>(x: X & number): number { return x + 1; }',
    };
    const { stdout, stderr, status } = run(files, ['a.ts']);
    expect(stderr).toContain("a.ts:22:7\n  20 | declare global { var q: string }\n  21 | export type { T };\n> 22 | throw new Error('line 22');");
    expect([stdout, status]).toEqual(['A 21\n1\n', 1]);
  });
  test('as CommonJS', () => {
    expect(run({ 'a.cts': 'const b: number = require("./b"); console.log(b as number)', 'b.ts': 'module.exports = 1 as number' }, ['a.cts']).stdout).toBe('1\n');
  });
  test.each([
    ['enum E { a }', 'enums'],
    ['const enum E { a }', 'enums'],
    ['namespace N { export const x = 1 }', 'namespaces'],
    ['class A { constructor(private x: number) {} }', 'parameter properties'],
    ['import x = require("x")', "'import ... ='"],
    ['export = 1', "'export ='"],
    ['@d class A {}', 'decorators'],
  ])('%s is refused', (text, what) => {
    const { status, stderr } = run({ 'a.ts': `\n${text}` }, ['a.ts']);
    expect(status).toBe(1);
    expect(stderr).toContain(`not supported in TypeScript: ${what}`);
    expect(stderr).toContain('a.ts:2:');
  });
  test('what is wrong with it is shown in it', () => {
    expect(run({ 'a.ts': 'let x: = 1' }, ['a.ts']).stderr).toContain('a.ts:1:8\n> 1 | let x: = 1');
  });
});

describe('other commands', () => {
  const files = { 'a.mjs': 'import { f } from "./b.mjs"; let n = 0; for (let i = 0; i < 5000; i++) n = f(n); console.log(n); export { n };', 'b.mjs': 'export function f(n) { return n + 1 }', 'c.cjs': 'console.log(1)' };
  test('compile, run and disasm', () => {
    const cwd = project(files);
    expect(anneal(['compile', 'a.mjs', '-o', 'a.anb'], { cwd })).toMatchObject({ status: 0, stderr: '' });
    expect(anneal(['compile', 'b.mjs', '-o', 'b.anb'], { cwd }).status).toBe(0);
    expect(anneal(['run', 'a.anb'], { cwd })).toMatchObject({ status: 0, stdout: '5000\n' });
    writeFileSync(path.join(cwd, 'd.mjs'), 'import { f } from "./b.anb"; console.log(f(1))');
    expect(anneal(['run', 'd.mjs'], { cwd }).stdout).toBe('2\n');
    expect(anneal(['disasm', 'a.anb'], { cwd }).stdout).toContain('import 0 "f" "f" 1:9');
    expect(anneal(['compile', 'c.cjs', '-o', 'c.anb'], { cwd })).toMatchObject({ status: 2, stderr: "anneal: 'c.cjs' is a CommonJS module: these can only be run\n" });
  });
  test('dump', () => {
    const cwd = project(files);
    expect(anneal(['dump', '--function', 'f', '--stage', 'bytecode', 'a.mjs'], { cwd }).stdout).toContain('; f  b.mjs:1:8');
    expect(anneal(['dump', '--eager', 'c.cjs'], { cwd }).stderr).toContain('leave --eager out');
    expect(anneal(['dump', 'c.cjs'], { cwd }).status).toBe(0);
  });
  test('bench', () => {
    const cwd = project({ ...files, 'c.cjs': 'console.log(require("./d.json").n)', 'd.json': '{ "n": 1 }' });
    for (const file of ['a.mjs', 'c.cjs']) expect(anneal(['bench', '--runs', '1', file], { cwd })).toMatchObject({ status: 0, stderr: '' });
  });
});
