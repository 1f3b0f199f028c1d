// Files of modules: what a file is found by is remembered, but never relied on when it is read; a text is compiled once.

import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FileModules } from '../../src/host/file-modules.ts';
import { OutsideRoot, RootedFiles } from '../../src/host/rooted-files.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anneal-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function project(name: string, files: Readonly<Record<string, string>>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name, file)), { recursive: true });
    writeFileSync(path.join(folder, name, file), text);
  }
  return path.join(folder, name);
}

test('what is there, through links and without', () => {
  const root = project('there', { 'a/b.js': '', 'a/c/d.js': '', 'x.js': '' });
  symlinkSync('a', path.join(root, 'to-a'));
  symlinkSync('a/b.js', path.join(root, 'to-b.js'));
  symlinkSync('nothing', path.join(root, 'to-nothing'));
  const files = new RootedFiles(root);
  for (let round = 0; round < 2; round++) {
    expect(files.file(path.join(root, 'a/b.js'))).toBe(path.join(files.root, 'a/b.js'));
    expect(files.file(path.join(root, 'to-a/b.js'))).toBe(path.join(files.root, 'a/b.js'));
    expect(files.file(path.join(root, 'to-a/c/d.js'))).toBe(path.join(files.root, 'a/c/d.js'));
    expect(files.file(path.join(root, 'to-b.js'))).toBe(path.join(files.root, 'a/b.js'));
    for (const nothing of ['nothing.js', 'to-nothing', 'to-nothing/x', 'x.js/y.js', 'a', 'to-a', 'a/n\0.js', `a/${'long'.repeat(500)}`, 'no/where.js']) expect(files.file(path.join(root, nothing))).toBeUndefined();
    expect(['', 'a', 'to-a', 'a/c', 'x.js', 'to-b.js', 'nothing', 'a/..'].map((name) => files.isDirectory(path.join(root, name)))).toEqual([true, true, true, true, false, false, false, true]);
    expect(() => files.file(path.join(root, '../there-too/x.js'))).toThrow(OutsideRoot);
    expect(() => files.isDirectory(path.dirname(root))).toThrow(OutsideRoot);
  }
});

test('a directory that has become a link to the outside is not read', () => {
  const root = project('replaced', { 'a/b.js': 'inside' });
  const outside = project('outside', { 'b.js': 'secret' });
  const files = new RootedFiles(root);
  const file = files.file(path.join(root, 'a/b.js')) as string;
  expect(files.read(file).toString()).toBe('inside');
  renameSync(path.join(root, 'a'), path.join(root, 'z'));
  symlinkSync(outside, path.join(root, 'a'));
  expect(() => files.read(file)).toThrow(OutsideRoot);
  const again = new RootedFiles(root);
  expect(() => again.file(path.join(root, 'a/b.js'))).toThrow(OutsideRoot);
});

test('what has to be compiled to know what it is, is not compiled again', () => {
  const root = project('formats', { 'cjs.js': 'exports.x = 1; return;', 'esm.js': 'export const x = 1;', 'meta.js': 'import.meta;', 'bad.js': 'let x = ;', 'said/package.json': '{ "type": "commonjs" }', 'said/cjs.js': 'exports.y = 1' });
  const modules = new FileModules({ root, commonJs: true });
  const at = (name: string): string => path.join(modules.files.root, name);
  expect(['cjs.js', 'esm.js', 'meta.js', 'bad.js', 'said/cjs.js'].map((name) => modules.formatOf(at(name)))).toEqual(['common-js', 'module', 'module', 'common-js', 'common-js']);
  const source = modules.commonJsLoader.load(at('cjs.js'));
  expect([source.type, source.template?.source.text]).toEqual(['source', 'exports.x = 1; return;']);
  expect(modules.commonJsLoader.load(at('cjs.js'))).toBe(source);
  expect(modules.commonJsLoader.load(at('bad.js')).template).toBeUndefined();
  expect(modules.commonJsLoader.load(at('said/cjs.js')).template).toBeUndefined();
  expect(() => modules.commonJsLoader.load(at('esm.js'))).toThrow('is an ES module: it cannot be required, only imported');
});

test('all files of a directory mean the same by a specifier', () => {
  const root = project('resolved', { 'a.js': '', 'b.js': '', 'c/b.js': '', 'node_modules/p/package.json': '{ "main": "./m" }', 'node_modules/p/m.js': '' });
  const modules = new FileModules({ root, commonJs: true });
  const resolve = (specifier: string, from: string): string => path.relative(modules.files.root, modules.commonJsLoader.resolve(specifier, path.join(modules.files.root, from)));
  for (let round = 0; round < 2; round++) {
    expect([resolve('./b', 'a.js'), resolve('./b', 'c/x.js'), resolve('p', 'a.js'), resolve('p', 'c/b.js')]).toEqual(['b.js', 'c/b.js', 'node_modules/p/m.js', 'node_modules/p/m.js']);
    expect(() => resolve('./no', 'a.js')).toThrow("Cannot find module './no' required by a.js");
    expect(() => resolve('./no', 'b.js')).toThrow("Cannot find module './no' required by b.js");
  }
});
