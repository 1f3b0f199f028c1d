// The self-hosted library: builtins that call the guest, written in guest JavaScript (selfhosted/*.js, DESIGN I5).
//
// Takes the texts of selfhosted/sources.ts; gives, for a realm, the function objects of the library by their names there
// and the values that LoadIntrinsic loads. Nothing is compiled before it is first called: a cheap scan finds the
// functions with their names and lengths, a function object starts out with a stub as its code, and the first call compiles
// that one function. Templates do not depend on a realm and are compiled once per process.
//
// The scan relies on how the files are written: they open with a comment; a function starts at the beginning of a line with
// `function name(a, b) {`, parameters without parentheses, its directives on the lines right after, and ends with the next line
// that is `}`.

import { compileLibrary } from '../bytecode/compile.ts';
import { decodeOwn } from '../bytecode/encoding.ts';
import type { SourceInfo, Template } from '../bytecode/template.ts';
import { InternalError } from './errors.ts';
import { makeNative } from './function.ts';
import { LinkedTemplate } from './linked.ts';
import type { Realm } from './realm.ts';
import { precompiledLibrary } from './selfhosted/precompiled.ts';
import { librarySources } from './selfhosted/sources.ts';
import type { GuestFunction, GuestObject, HostCode, Value } from './values.ts';

/** What is known of a library function without compiling it. */
export interface LibraryEntry {
  readonly file: string;
  /** Range of the function's text in its file. */
  readonly start: number;
  readonly end: number;
}

/** What its first lines say of a library function, as the guest sees it. */
export interface LibraryHead {
  readonly name: string;
  readonly length: number;
  readonly isConstructor: boolean;
  /** It accesses elements of typed arrays and of the library's own lists only, and never those of the guest's arrays (directive 'private lists'). */
  readonly ownsLists: boolean;
}

const START = '\nfunction ';

/** Notes where the functions of a file are. String searches only: this runs at every start. */
function scan(file: string, text: string, index: Map<string, LibraryEntry>): void {
  for (let at = text.indexOf(START); at >= 0; at = text.indexOf(START, at + 1)) {
    const start = at + 1;
    const name = text.slice(at + START.length, text.indexOf('(', start));
    const close = text.indexOf('\n}', start);
    if (close < 0) throw new InternalError(`${file}: the function ${name} has no end`);
    if (index.has(name)) throw new InternalError(`two self-hosted functions are called ${name}`);
    index.set(name, { file, start, end: close + 2 });
  }
}

/** Name, length and kind of a library function, from its parameters and directives. */
export function libraryHead(name: string): LibraryHead {
  const { file, start, end } = entryOf(name);
  const text = librarySources[file];
  const open = text.indexOf('(', start);
  const close = text.indexOf(')', open);
  let length = 0;
  for (const parameter of text.slice(open + 1, close).split(',')) {
    if (parameter.trim() === '' || parameter.includes('=') || parameter.includes('...')) break;
    length++;
  }
  let visible = name;
  let isConstructor = false;
  let ownsLists = false;
  for (let line = text.indexOf('\n', close) + 1; line < end && text.startsWith("  '", line); line = text.indexOf('\n', line) + 1) {
    const directive = text.slice(line + 3, text.indexOf("';", line));
    if (directive.startsWith('name: ')) visible = directive.slice('name: '.length);
    else if (directive.startsWith('length: ')) length = Number(directive.slice('length: '.length));
    else if (directive === 'constructor') isConstructor = true;
    else if (directive === 'private lists') ownsLists = true;
  }
  return { name: visible, length, isConstructor, ownsLists };
}

let scanned: Map<string, LibraryEntry> | undefined;

/** All functions of the library by their names there. */
export function libraryIndex(): ReadonlyMap<string, LibraryEntry> {
  if (scanned === undefined) {
    scanned = new Map();
    for (const file of Object.keys(librarySources)) scan(file, librarySources[file], scanned);
  }
  return scanned;
}

function entryOf(name: string): LibraryEntry {
  const entry = libraryIndex().get(name);
  if (entry === undefined) throw new InternalError(`there is no intrinsic called ${name}`);
  return entry;
}

const templates = new Map<string, Template>();
const names = new Map<Template, string>();
const listOwners = new Set<Template>();

/** The name of a template as a function of the library; undefined of all others, the functions inside of library functions among them. */
export const libraryName = (template: Template): string | undefined => names.get(template);

/** A function of the library that meets no arrays but typed ones and those that the library made for itself: V8 may convert them as it likes. */
export const ownsLists = (template: Template): boolean => listOwners.has(template);

/** The template of a library function, on first need: from the bytecode that the build made, else compiled from its text. */
export function libraryTemplate(name: string): Template {
  let template = templates.get(name);
  if (template === undefined) {
    template = precompiled(name) ?? compileLibraryFunction(name);
    templates.set(name, template);
    names.set(template, name);
    if (libraryHead(name).ownsLists) listOwners.add(template);
  }
  return template;
}

/** Compiles a library function from its text. */
export function compileLibraryFunction(name: string): Template {
  const source = sourceOf(name);
  const template = compileLibrary(source.text, source.name).get(name);
  if (template === undefined) throw new InternalError(`compiling ${source.name} gave no function ${name}`);
  return template;
}

/** The source of one library function; empty lines before it keep the positions right, for dumps of the library's code. */
function sourceOf(name: string): SourceInfo {
  const { file, start, end } = entryOf(name);
  return {
    name: `selfhosted/${file}`,
    get text() {
      const text = librarySources[file];
      return '\n'.repeat(text.slice(0, start).split('\n').length - 1) + text.slice(start, end) + '\n';
    },
  };
}

/** The template that the build made of a library function, if there was a build. It is our own, so it is neither checked nor verified: a checksum takes longer than all else. */
function precompiled(name: string): Template | undefined {
  if (!Object.hasOwn(precompiledLibrary, name)) return undefined;
  const text = atob(precompiledLibrary[name]);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  const source = sourceOf(name);
  const withSource = (t: Template): Template => ({ ...t, source, children: t.children.map(withSource) });
  return withSource(decodeOwn(bytes, name));
}

/**
 * The stub that a library function has as its code until its first call: it makes the function a closure of its template
 * and goes on in it.
 */
function linkingStub(realm: Realm, name: string): HostCode {
  return (f, self, ...args) => {
    if (f.linked === null) link(realm, f, name);
    return f.code(f, self, ...args);
  };
}

function link(realm: Realm, f: GuestFunction, name: string): void {
  const linked = new LinkedTemplate(realm, libraryTemplate(name));
  f.linked = linked;
  f.native = null;
  f.code = linked.entry;
}

/** A function of the library as a closure, for the embedder to call. */
export function libraryClosure(realm: Realm, name: string): GuestFunction & GuestObject {
  const f = realm.selfHosted(name);
  if (f.linked === null) link(realm, f, name);
  return f;
}

function makeLibraryFunction(realm: Realm, name: string): GuestFunction & GuestObject {
  const head = libraryHead(name);
  // A constructor needs the template's kind from its first `new` on; there are few.
  if (head.isConstructor) return new LinkedTemplate(realm, libraryTemplate(name)).closure(undefined);
  const info = { name: head.name, length: head.length, conversions: [], body: null, realm };
  return makeNative(realm, info, linkingStub(realm, name)) as GuestFunction & GuestObject;
}

/** Sets realm.selfHosted. */
export function installLibrary(realm: Realm): void {
  const functions = new Map<string, GuestFunction & GuestObject>();
  realm.selfHosted = (name) => {
    let f = functions.get(name);
    if (f === undefined) {
      f = makeLibraryFunction(realm, name);
      functions.set(name, f);
    }
    return f;
  };
}

/** What LoadIntrinsic loads: an intrinsic of the realm, else a function of the library. */
export function resolveIntrinsic(realm: Realm, name: string): Value {
  const value = realm.intrinsics.get(name);
  return value !== undefined ? value : (realm.selfHosted(name) as Value);
}
