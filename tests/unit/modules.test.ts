// Modules from the embedder's side: loaders, errors with their places, bytecode, stopping.
import { compileModule, decode, disassemble, encode, GuestError, SourceError, Vm, type ModuleLoader, type ModuleSource, type Template } from 'anneal';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/bytecode/assembler.ts';
import { decodeVerified, reseal } from '../../src/bytecode/encoding.ts';
import { verify } from '../../src/bytecode/verifier.ts';

type Files = Readonly<Record<string, string | ModuleSource>>;

function loaderOf(files: Files): ModuleLoader {
  return {
    resolve: (specifier) => specifier.replace(/^\.\//, ''),
    load(key, { type }) {
      if (!Object.hasOwn(files, key)) throw new Error(`there is no ${key}`);
      const file = files[key];
      return typeof file !== 'string' ? file : type === 'json' ? { type: 'json', text: file } : { type: 'source', text: file };
    },
  };
}

function run(files: Files, options: { fuel?: number } = {}): { output: string; vm: Vm } {
  let output = '';
  const vm = new Vm({ modules: loaderOf(files), write: (_stream, text) => void (output += text), ...options });
  vm.importModuleNow('main.mjs');
  return { output, vm };
}

function failure(files: Files): SourceError {
  try {
    run(files);
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error('it ran');
}

describe('what is wrong is shown at the import', () => {
  const cases: [title: string, files: Files, file: string, line: number, column: number, message: string][] = [
    ['a missing module', { 'main.mjs': '\n  import "./nope.mjs";' }, 'main.mjs', 2, 9, 'there is no nope.mjs'],
    ['a missing export', { 'main.mjs': 'import { a,\n  b as c } from "./a.mjs";', 'a.mjs': 'export let a;' }, 'main.mjs', 2, 2, "The requested module './a.mjs' does not provide an export named 'b'"],
    ['a missing default export', { 'main.mjs': 'import x from "./a.mjs";', 'a.mjs': 'export let a;' }, 'main.mjs', 1, 7, "The requested module './a.mjs' does not provide an export named 'default'"],
    ['no default through export *', { 'main.mjs': 'import x from "./a.mjs";', 'a.mjs': 'export * from "./b.mjs";', 'b.mjs': 'export default 1;' }, 'main.mjs', 1, 7, "The requested module './a.mjs' does not provide an export named 'default'"],
    ['an ambiguous name', { 'main.mjs': 'import { x } from "./a.mjs";', 'a.mjs': 'export * from "./b.mjs"; export * from "./c.mjs";', 'b.mjs': 'export let x;', 'c.mjs': 'export let x;' }, 'main.mjs', 1, 9, "The requested module './a.mjs' contains conflicting star exports for name 'x'"],
    ['a missing name passed on', { 'main.mjs': 'import "./a.mjs";', 'a.mjs': '\nexport { x as y } from "./b.mjs";', 'b.mjs': '' }, 'a.mjs', 2, 9, "The requested module './b.mjs' does not provide an export named 'x'"],
    ['names that go in circles', { 'main.mjs': 'export { a } from "./a.mjs";', 'a.mjs': 'export { a } from "./main.mjs";' }, 'a.mjs', 1, 9, "Detected cycle while resolving name 'a' in './main.mjs'"],
    ['a module that does not parse', { 'main.mjs': 'import "./a.mjs";', 'a.mjs': 'let x = ;' }, 'a.mjs', 1, 8, "Unexpected token ';'"],
    ['JSON that is none', { 'main.mjs': 'import x from "./a.json" with { type: "json" };', 'a.json': '{\n "a": 1,\n}' }, 'a.json', 3, 0, 'Expected double-quoted property name in JSON at position 11'],
    ['an unknown type', { 'main.mjs': 'import x from "./a.css" with { type: "css" };', 'a.css': '' }, 'main.mjs', 1, 14, 'Import attribute type "css" is not supported'],
    ['an unknown attribute', { 'main.mjs': 'import x from "./a.mjs" with { integrity: "x" };', 'a.mjs': '' }, 'main.mjs', 1, 14, 'Import attribute "integrity" with value "x" is not supported'],
    ['JSON without its attribute', { 'main.mjs': 'import x from "./a.json";', 'a.json': { type: 'json', text: '1' } }, 'main.mjs', 1, 14, "'a.json' is JSON: its import needs an attribute, with { type: 'json' }"],
    ['source text where JSON is asked for', { 'main.mjs': 'import x from "./a.mjs" with { type: "json" };', 'a.mjs': { type: 'source', text: '' } }, 'main.mjs', 1, 14, "'a.mjs' is not JSON, which the import asks for"],
    ['a name that a namespace passes on', { 'main.mjs': 'import { a as b } from "./a.mjs";', 'a.mjs': { type: 'synthetic', exports: { c: 1 } } }, 'main.mjs', 1, 9, "The requested module './a.mjs' does not provide an export named 'a'"],
  ];
  test.each(cases)('%s', (_title, files, file, line, column, message) => {
    const error = failure(files);
    expect({ message: error.message, file: error.file, line: error.line, column: error.column }).toEqual({ message, file, line, column });
    expect(error.codeFrame).toContain(`> ${line} |`);
  });

  test('nothing has run by then', () => {
    let output = '';
    const vm = new Vm({ modules: loaderOf({ 'main.mjs': 'import "./a.mjs"; import { x } from "./b.mjs";', 'a.mjs': 'console.log("ran")', 'b.mjs': '' }), write: (_s, text) => void (output += text) });
    expect(() => vm.importModuleNow('main.mjs')).toThrow(SourceError);
    expect(output).toBe('');
  });

  test('the place is known without the source text', () => {
    const template = decode(encode(compileModule('\n import { x } from "./a.mjs";', 'main.mjs'), { dropSource: true }));
    const error = failure({ 'main.mjs': { type: 'template', template }, 'a.mjs': '' });
    expect([error.file, error.line, error.column, error.codeFrame]).toEqual(['main.mjs', 2, 10, '']);
  });
});

test('a module that failed fails again, with the same error, and so do those that need it', () => {
  const files = { 'main.mjs': 'import "./a.mjs"; console.log("main")', 'a.mjs': 'console.log("a"); throw new TypeError("no")', 'other.mjs': 'import "./main.mjs"; console.log("other")' };
  let output = '';
  const vm = new Vm({ modules: loaderOf(files), write: (_s, text) => void (output += text) });
  const errors = ['main.mjs', 'main.mjs', 'a.mjs', 'other.mjs'].map((name) => {
    try {
      vm.importModuleNow(name);
    } catch (error) {
      return error as GuestError;
    }
    return undefined;
  });
  expect(output).toBe('a\n');
  expect(errors[0]).toBeInstanceOf(GuestError);
  expect(errors[0]?.report).toBe('Uncaught TypeError: no\n    at a.mjs:1:25');
  for (const error of errors) expect(error?.value).toBe(errors[0]?.value);
});

test('the value of a run is the namespace', () => {
  const vm = new Vm({ modules: loaderOf({ 'a.mjs': 'export const a = 1;' }) });
  const outcome = vm.evaluateModule('import { a } from "./a.mjs"; export const b = a + 1;', 'main.mjs');
  expect(outcome.type).toBe('done');
  expect(vm.evaluateModule('import { b } from "./main.mjs"; export default b;', 'second.mjs').type).toBe('done');
  expect(() => vm.evaluateModule('', 'main.mjs')).toThrow("there is a module 'main.mjs' already");
});

test('synthetic modules', () => {
  const { output } = run({ 'main.mjs': 'import d, { version, "odd name" as odd } from "host:info"; import * as ns from "host:info"; console.log(d, version, odd, ns)', 'host:info': { type: 'synthetic', exports: { version: 2, default: 'd', 'odd name': null } } });
  expect(output).toBe("d 2 null [Module: null prototype] { default: 'd', 'odd name': null, version: 2 }\n");
});

test('a module is loaded once however it is reached', async () => {
  const loads: string[] = [];
  const files: Record<string, string> = { '/a': 'import "./b"; import "./c"; console.log("a")', '/b': 'import "./c"; console.log("b")', '/c': 'console.log("c")' };
  let output = '';
  const vm = new Vm({
    write: (_s, text) => void (output += text),
    modules: {
      resolve: async (specifier) => `/${specifier.replace(/^\.?\//, '')}`,
      load: async (key) => {
        await Promise.resolve();
        loads.push(key);
        return { type: 'source', text: files[key] };
      },
    },
  });
  expect(() => vm.importModuleNow('a')).toThrow('the module loader is asynchronous');
  expect((await vm.importModule('a')).type).toBe('done');
  expect(loads).toEqual(['/a', '/b', '/c']);
  expect(output).toBe('c\nb\na\n');
});

test('out of fuel in the middle of evaluation, and on', () => {
  const files = { 'main.mjs': 'import { n } from "./a.mjs"; import "./b.mjs"; console.log("main", n)', 'a.mjs': 'export let n = 0; for (let i = 0; i < 1000; i++) n++;\nconsole.log("a")', 'b.mjs': 'console.log("b")' };
  const whole = run(files);
  let output = '';
  const vm = new Vm({ modules: loaderOf(files), fuel: 100, write: (_s, text) => void (output += text) });
  let outcome = vm.importModuleNow('main.mjs');
  let stops = 0;
  while (outcome.type === 'stopped') {
    stops++;
    expect(['a.mjs', 'b.mjs', 'main.mjs']).toContain(outcome.location.file);
    vm.addFuel(100);
    outcome = vm.resume();
  }
  expect(stops).toBeGreaterThan(10);
  expect(output).toBe('a\nb\nmain 1000\n');
  expect(vm.fuelUsed).toBe(whole.vm.fuelUsed);
});

describe('bytecode', () => {
  const source = `import d, { a as b, "x y" as c } from './a.mjs'; import * as ns from './a.mjs'; import json from './j.json' with { type: 'json' };
    export { b, ns, c as 'c d' }; export * from './b.mjs'; export * as all from './b.mjs'; export { z as default } from './z.mjs';
    export let l = 1, [k] = [2]; export const q = () => q; export class C {} export function f() { return l; } export var v; let hidden = 1, caught = 2; function g() { return caught + f(); }
    hidden++; import.meta.url;`;
  const template = compileModule(source, 'm.mjs', { lazy: false });

  test('survives a file', () => {
    expect(decode(encode(template))).toEqual(template);
  });
  test('survives assembler text', () => {
    const read = assemble(disassemble(template));
    expect(read.module).toEqual(template.module);
    expect(read.code).toEqual(template.code);
    verify(read);
  });
  test('what only the top level uses is in registers', () => {
    const { lets, consts, vars, functions } = template.module as NonNullable<Template['module']>;
    expect([lets, consts, vars, functions.map(({ name }) => name)]).toEqual([['l', 'k', 'C', 'caught'], ['q'], ['v'], ['f']]);
  });

  const broken: [string, (module: NonNullable<Template['module']>) => unknown, RegExp][] = [
    ['a name declared twice', (m) => ({ vars: [...m.vars, 'l'] }), /declares l twice/],
    ['a name exported twice', (m) => ({ localExports: [...m.localExports, { name: 'l', local: 'k' }] }), /exports l twice/],
    ['an export of nothing', (m) => ({ localExports: [...m.localExports, { name: 'new', local: 'nothing' }] }), /has no cell of its own/],
    ['an export of an import', (m) => ({ localExports: [...m.localExports, { name: 'new', local: 'b' }] }), /has no cell of its own/],
    ['a request out of range', (m) => ({ starExports: [m.requests.length] }), /out of range/],
    ['a negative request', (m) => ({ imports: m.imports.map((entry) => ({ ...entry, request: -1 })) }), /out of range/],
    ['a function out of range', () => ({ functions: [{ name: 'new', template: 99 }], localExports: [] }), /out of range/],
    ['attributes out of order', (m) => ({ requests: m.requests.map((r) => ({ ...r, attributes: [['b', ''], ['a', '']] })) }), /not sorted/],
    ['a binding that is not initialised any more', (m) => ({ lets: m.lets.filter((name) => name !== 'caught') }), /caught is not declared as a lexical/],
  ];
  test.each(broken)('%s is refused', (_title, change, reason) => {
    const module = template.module as NonNullable<Template['module']>;
    const changed = { ...template, module: { ...module, ...(change(module) as object) } };
    expect(() => verify(changed)).toThrow(reason);
  });
  test('functions that ask for a home object are not made by the linker', () => {
    const withHome = assemble(`module "" strict {
      linked "f" t0
      method "f" strict { Entry auto; LoadHome r1; Return r1 }
      Entry auto; Return r0
    }`);
    expect(() => verify(withHome)).toThrow(/asks for a home object/);
  });
  test('a script has neither tables nor import.meta', () => {
    expect(() => verify(assemble('script "" { Entry auto; LoadImportMeta r1; Return r1 }'))).toThrow(/only modules have import.meta/);
    expect(() => verify({ ...template, kind: 'script' })).toThrow('module tables in code of kind script');
    expect(() => new Vm().run(template)).toThrow('run it with runModule()');
    expect(() => new Vm().runModule(decode(encode(assemble('script "" { Entry auto; Return r0 }'))))).toThrow('run it with run()');
  });
});

test('the same namespace from two modules is one export', () => {
  const files = { 'main.mjs': 'import { ns } from "./all.mjs"; console.log(ns.x)', 'all.mjs': 'export * from "./a.mjs"; export * from "./b.mjs";', 'a.mjs': 'import * as ns from "./x.mjs"; export { ns };', 'b.mjs': 'export * as ns from "./x.mjs";', 'x.mjs': 'export const x = 1;' };
  expect(run(files).output).toBe('1\n');
});

test('super on a namespace asks it for its own property, unless there is a setter', () => {
  const source = `import * as ns from "./main.mjs";
    class A { constructor() { return ns; } set setter(v) { console.log('set', v, this === ns); } }
    class B extends A { constructor(name) { super(); super[name] = 1; } }
    for (const name of ['x', 'setter']) try { new B(name); } catch (e) { console.log(e.name); }
    export let x = 1, setter = 2;
    try { new B('x'); } catch (e) { console.log(e.name); }`;
  expect(run({ 'main.mjs': source }).output).toBe('ReferenceError\nset 1 true\nTypeError\n');
});

test('damaged bytecode of a module is refused, or runs within its fuel', () => {
  const source = `import d, { a as b } from './a.mjs'; import * as ns from './a.mjs';
    export { b }; export * from './b.mjs'; export * as all from './b.mjs';
    export let l = 1, [k] = [2]; export const q = () => q; export class C { static x = l; } export function f() { return l + (() => k)(); } let n = 0;
    for (const x of [1, 2, 3]) n += f() + x; console.log(n, ns.a, d, b, import.meta.url); export default n; await n;`;
  const whole = encode(compileModule(source, 'm.mjs'), { dropSource: true });
  const empty: ModuleSource = { type: 'source', text: 'export const a = 1; export default 2;' };
  let seed = 12345;
  const random = (below: number): number => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % below;
  let [refused, ran] = [0, 0];
  for (let round = 0; round < 1500; round++) {
    const bytes = whole.slice();
    for (let flips = 1 + random(2); flips > 0; flips--) bytes[24 + random(bytes.length - 24)] ^= 1 << random(8);
    reseal(bytes);
    let template: Template;
    try {
      template = decodeVerified(bytes);
    } catch (error) {
      expect((error as Error).name).toMatch(/^(?:FormatError|VerifyError)$/);
      refused++;
      continue;
    }
    if (template.kind !== 'module') continue;
    try {
      new Vm({ fuel: 100_000, modules: { resolve: (specifier) => specifier, load: () => empty } }).runModule(template, 'm.mjs');
      ran++;
    } catch (error) {
      // Its own exceptions, and what cannot be linked.
      if (!(error instanceof GuestError) && !(error instanceof SourceError)) expect(String((error as Error).message)).toMatch(/^(?:'.*' is|Import attribute)/);
    }
  }
  expect(refused).toBeGreaterThan(100);
  expect(ran).toBeGreaterThan(50);
});
