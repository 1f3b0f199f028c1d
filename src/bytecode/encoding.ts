// The bytecode file format (.anb): a tree of templates as bytes.
//
// Takes a template, gives bytes, and back. Decoding is total: whatever the bytes, it ends with a template, a FormatError
// or (decodeVerified) a VerifyError, after work and memory in proportion to the number of bytes, since every count is
// held against the bytes that are left before anything is allocated. A decoded template is well formed as a value of its
// type; only `verify` says that it is safe to run. docs/bytecode.md describes the format.

import { ByteReader, FormatError } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { readModule, writeModule } from './encoding-module.ts';
import { bindingKinds, ownerKinds, scopeKinds, type ContextBinding, type ContextScope } from '../scope/eval-context.ts';
import { opcodes } from './opcodes.ts';
import type { Constant, FunctionKind, Handler, ModuleTables, ScopeShape, SourceInfo, Template } from './template.ts';
import { verify } from './verifier.ts';

export { FormatError };

/** Raised whenever the layout described in docs/bytecode.md changes. */
export const FORMAT_VERSION = 4;

const MAGIC = [0x7f, 0x41, 0x4e, 0x42]; // DEL "ANB": no text file starts with it
const HEADER_LENGTH = 24;

// Code of evals is made when the program runs, so it is in no file.
const KINDS: readonly FunctionKind[] = ['script', 'function', 'arrow', 'method', 'class', 'derived', 'initializer', 'module'];

// Bits of a template's flags.
const STRICT = 1;
const USES_ARGUMENTS = 2;
const USES_NEW_TARGET = 4;
const SELF_HOSTED = 8;
const ASYNC = 16;
const GENERATOR = 32;
const ALL_FLAGS = STRICT | USES_ARGUMENTS | USES_NEW_TARGET | SELF_HOSTED | ASYNC | GENERATOR;

// Tags of constants.
const NUMBER = 0;
const INTEGER = 1;
const STRING = 2;
const BIGINT = 3;
const KEYS = 4;
const REGEXP = 5;
const TEMPLATE = 6;
const GLOBALS = 7;
const CONTEXT = 8;

// Bits of what a context says of a binding, above its kind.
const CHECKED = 16;
const SIMPLE_CATCH = 32;

export interface EncodeOptions {
  /** Leave the source text out. Function.prototype.toString then cannot show it; positions stay. */
  readonly dropSource?: boolean;
}

export interface DecodeOptions {
  /** Name of the file, for messages. */
  readonly name?: string;
}

/**
 * Identifies the opcode table, since code is a run of opcode numbers: a file made with another table is refused by name
 * rather than misread.
 */
function opcodeFingerprint(): number {
  return (knownFingerprint ??= fingerprint());
}
let knownFingerprint: number | undefined;

function fingerprint(): number {
  const text = opcodes.map((row) => `${row.name} ${row.operands.join(' ')} ${row.fuel}`).join('\n');
  const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
  return checksum(bytes, 0, bytes.length)[0];
}

/**
 * A 64-bit checksum as two 32-bit halves. It tells a damaged file, not a malicious one: nothing may rely on it for safety.
 * Two lanes of FNV-1a with different primes, finished as in MurmurHash3 so that every input bit reaches every output bit.
 */
export function checksum(bytes: Uint8Array, start: number, end: number): [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = start; i < end; i++) {
    a = Math.imul(a ^ bytes[i], 0x01000193);
    b = Math.imul((b << 5) ^ (b >>> 27) ^ bytes[i], 0x85ebca6b);
  }
  return [finish(a ^ (end - start)), finish(b ^ a)];
}

function finish(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** True if the bytes start like a bytecode file, so that a caller can tell it from source text. */
export function isBytecode(bytes: Uint8Array): boolean {
  return bytes.length >= MAGIC.length && MAGIC.every((byte, i) => bytes[i] === byte);
}

/** Recomputes length and checksum of a changed file in place. For tests that want to get behind the checksum. */
export function reseal(bytes: Uint8Array): void {
  if (bytes.length < HEADER_LENGTH) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint32(12, bytes.length - HEADER_LENGTH, true);
  const [low, high] = checksum(bytes, HEADER_LENGTH, bytes.length);
  view.setUint32(16, low, true);
  view.setUint32(20, high, true);
}

// --- Writing.

/** Gives each distinct string (or source) a number, in order of first use. */
class Table<T> {
  readonly items: T[] = [];
  private readonly indexes = new Map<T, number>();

  indexOf(item: T): number {
    let index = this.indexes.get(item);
    if (index === undefined) {
      index = this.items.length;
      this.items.push(item);
      this.indexes.set(item, index);
    }
    return index;
  }
}

export function encode(template: Template, options: EncodeOptions = {}): Uint8Array {
  const strings = new Table<string>();
  const sources = new Table<SourceInfo>();
  const body = new ByteWriter();
  const all = postOrder(template);
  body.uint(all.length);
  for (const t of all) writeTemplate(body, t, strings, sources);

  const tail = new ByteWriter();
  tail.uint(sources.items.length);
  for (const source of sources.items) {
    tail.uint(strings.indexOf(source.name));
    tail.uint(strings.indexOf(options.dropSource === true ? '' : source.text));
  }

  const out = new ByteWriter();
  for (const byte of MAGIC) out.byte(byte);
  out.fixed32(FORMAT_VERSION);
  out.fixed32(opcodeFingerprint());
  for (let i = 0; i < 3; i++) out.fixed32(0);
  out.uint(strings.items.length);
  for (const s of strings.items) out.string(s);
  out.append(tail);
  out.append(body);
  const bytes = out.finish();
  reseal(bytes);
  return bytes;
}

/** Children before their parents, so that a reader can build the immutable templates bottom up without recursion. */
function postOrder(root: Template): Template[] {
  const result: Template[] = [];
  const stack: { template: Template; next: number }[] = [{ template: root, next: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1];
    if (top.next < top.template.children.length) {
      stack.push({ template: top.template.children[top.next++], next: 0 });
    } else {
      result.push(top.template);
      stack.pop();
    }
  }
  return result;
}

function writeTemplate(out: ByteWriter, t: Template, strings: Table<string>, sources: Table<SourceInfo>): void {
  const string = (s: string): void => out.uint(strings.indexOf(s));
  const list = <T>(items: readonly T[], write: (item: T) => void): void => {
    out.uint(items.length);
    for (const item of items) write(item);
  };
  string(t.name);
  out.byte(KINDS.indexOf(t.kind));
  out.byte((t.strict ? STRICT : 0) | (t.usesArguments ? USES_ARGUMENTS : 0) | (t.usesNewTarget ? USES_NEW_TARGET : 0) | (t.selfHosted ? SELF_HOSTED : 0) | (t.isAsync ? ASYNC : 0) | (t.isGenerator ? GENERATOR : 0));
  out.uint(t.parameterCount);
  out.uint(t.length);
  out.uint(t.registerCount);
  out.uint(sources.indexOf(t.source));
  out.uint(t.start);
  out.uint(t.end);
  list(t.mappedSlots, (slot) => out.int(slot));
  list(t.constants, (constant) => writeConstant(out, constant, string, list));
  list(t.names, string);
  list(t.scopes, (shape) => {
    list(shape.names, string);
    for (let i = 0; i < shape.names.length; i++) out.byte(shape.lexical[i] ? 1 : 0);
  });
  out.uint(t.children.length);
  list(t.handlers, (h) => {
    out.uint(h.start);
    out.uint(h.end);
    out.uint(h.target);
    out.uint(h.register);
  });
  list(t.siteNames, string);
  out.uint(t.positions.length / 3);
  for (let i = 0; i < t.positions.length; i++) out.int((t.positions[i] - (i < 3 ? 0 : t.positions[i - 3])) | 0);
  out.uint(t.code.length);
  for (const word of t.code) out.int(word);
  if (t.kind === 'module') writeModule(out, t.module as ModuleTables, string);
}

function writeConstant(out: ByteWriter, constant: Constant, string: (s: string) => void, list: <T>(items: readonly T[], write: (item: T) => void) => void): void {
  if (typeof constant === 'number') {
    if ((constant | 0) === constant && !Object.is(constant, -0)) {
      out.byte(INTEGER);
      out.int(constant);
    } else {
      out.byte(NUMBER);
      out.float64(constant);
    }
  } else if (typeof constant === 'string') {
    out.byte(STRING);
    string(constant);
  } else if (typeof constant === 'bigint') {
    out.byte(BIGINT);
    out.bigint(constant);
  } else if (constant.type === 'keys') {
    out.byte(KEYS);
    list(constant.keys, string);
  } else if (constant.type === 'regexp') {
    out.byte(REGEXP);
    string(constant.source);
    string(constant.flags);
  } else if (constant.type === 'template') {
    out.byte(TEMPLATE);
    list(constant.raw, string);
    // Zero stands for undefined, so that strings start from one.
    list(constant.cooked, (s) => {
      if (s === undefined) out.byte(0);
      else {
        out.byte(1);
        string(s);
      }
    });
  } else if (constant.type === 'context') {
    out.byte(CONTEXT);
    out.byte(ownerKinds.indexOf(constant.owner));
    out.byte(Number(constant.strict));
    list(constant.imports, string);
    list(constant.scopes, ({ kind, isSeparate, bindings }) => {
      out.byte(scopeKinds.indexOf(kind));
      out.byte(Number(isSeparate));
      list(bindings, (b) => {
        out.byte(bindingKinds.indexOf(b.kind) | (b.checked ? CHECKED : 0) | (b.simpleCatch ? SIMPLE_CATCH : 0));
        string(b.name);
      });
    });
  } else {
    out.byte(GLOBALS);
    for (const names of [constant.lets, constant.consts, constant.vars, constant.functions, constant.annexB]) list(names, string);
  }
}

// --- Reading.

/** Gives the template tree of a file, unverified. */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Template {
  const name = options.name ?? 'bytecode';
  const reader = new ByteReader(bytes, name);
  if (!isBytecode(bytes)) reader.fail('not an Anneal bytecode file');
  if (bytes.length < HEADER_LENGTH) reader.fail('the file is truncated within its header');
  reader.offset = MAGIC.length;
  const version = reader.fixed32();
  if (version !== FORMAT_VERSION) reader.fail(`format version ${version}; this Anneal reads version ${FORMAT_VERSION}`);
  if (reader.fixed32() !== opcodeFingerprint()) reader.fail('made by an Anneal with another instruction set; compile the program again');
  const length = reader.fixed32();
  if (length > bytes.length - HEADER_LENGTH) reader.fail(`the file is truncated: ${length} bytes of content announced, ${bytes.length - HEADER_LENGTH} there`);
  if (length < bytes.length - HEADER_LENGTH) reader.fail('there are bytes after the end of the content');
  const [low, high] = checksum(bytes, HEADER_LENGTH, bytes.length);
  if (reader.fixed32() !== low || reader.fixed32() !== high) reader.fail('the checksum is wrong: the file is damaged');
  return readContent(reader, false);
}

/**
 * Gives the template tree of a file that the same build of Anneal has made, and that has not been anywhere since: a function of the self-hosted library. It may use LoadIntrinsic; a
 * file from outside must not reach the intrinsics of the VM.
 */
export function decodeOwn(bytes: Uint8Array, name: string): Template {
  const reader = new ByteReader(bytes, name);
  reader.offset = HEADER_LENGTH;
  return readContent(reader, true);
}

/** Gives a template that is safe to run; throws FormatError or VerifyError otherwise. */
export function decodeVerified(bytes: Uint8Array, options: DecodeOptions = {}): Template {
  const template = decode(bytes, options);
  verify(template);
  return template;
}

function readContent(reader: ByteReader, allowSelfHosted: boolean): Template {
  const strings = reader.list(1, 'strings', () => reader.string());
  const string = (): string => strings[reader.index(strings.length, 'string')];
  const sources = reader.list(2, 'sources', (): SourceInfo => ({ name: string(), text: string() }));
  const count = reader.count(20, 'templates');
  // Templates come children first: each takes its children off the end of this stack, so what results is a tree.
  const stack: Template[] = [];
  for (let i = 0; i < count; i++) stack.push(readTemplate(reader, string, sources, stack, allowSelfHosted));
  if (stack.length !== 1) reader.fail(`${stack.length} templates without a parent; one is the program`);
  if (reader.offset !== reader.end) reader.fail('there are bytes after the last template');
  return stack[0];
}

function readTemplate(reader: ByteReader, string: () => string, sources: readonly SourceInfo[], stack: Template[], allowSelfHosted: boolean): Template {
  const name = string();
  const kind = KINDS[reader.index(KINDS.length, 'function kind')];
  const flags = reader.byte();
  if ((flags & ~ALL_FLAGS) !== 0) reader.fail(`unknown template flags ${flags}`);
  const selfHosted = (flags & SELF_HOSTED) !== 0;
  if (selfHosted && !allowSelfHosted) reader.fail('the template claims to be part of the self-hosted library');
  const parameterCount = reader.uint();
  const length = reader.uint();
  const registerCount = reader.uint();
  const source = sources[reader.index(sources.length, 'source')];
  const start = reader.uint();
  const end = reader.uint();
  const mappedSlots = reader.list(1, 'mapped slots', () => reader.int());
  const constants = reader.list(1, 'constants', () => readConstant(reader, string));
  const names = reader.list(1, 'names', string);
  const scopes = reader.list(1, 'scope shapes', (): ScopeShape => {
    const slots = reader.list(1, 'scope slots', string);
    return { names: slots, lexical: slots.map(() => reader.index(2, 'scope slot flag') === 1) };
  });
  const childCount = reader.uint();
  if (childCount > stack.length) reader.fail(`${childCount} children, but only ${stack.length} templates to take them from`);
  const children = childCount === 0 ? [] : stack.splice(stack.length - childCount);
  const handlers = reader.list(4, 'handlers', (): Handler => ({ start: reader.uint(), end: reader.uint(), target: reader.uint(), register: reader.uint() }));
  const siteNames = reader.list(1, 'call sites', string);
  const positions = new Int32Array(3 * reader.count(3, 'positions'));
  for (let i = 0; i < positions.length; i++) positions[i] = reader.int() + (i < 3 ? 0 : positions[i - 3]);
  const code = new Int32Array(reader.count(1, 'words of code'));
  for (let i = 0; i < code.length; i++) code[i] = reader.int();
  const module = kind === 'module' ? { module: readModule(reader, string) } : {};
  return {
    name,
    kind,
    strict: (flags & STRICT) !== 0,
    parameterCount,
    length,
    registerCount,
    isAsync: (flags & ASYNC) !== 0,
    isGenerator: (flags & GENERATOR) !== 0,
    usesArguments: (flags & USES_ARGUMENTS) !== 0,
    usesNewTarget: (flags & USES_NEW_TARGET) !== 0,
    mappedSlots,
    selfHosted,
    code,
    constants,
    names,
    scopes,
    children,
    handlers,
    siteNames,
    positions,
    source,
    start,
    end,
    ...module,
  };
}

function readConstant(reader: ByteReader, string: () => string): Constant {
  const strings = (what: string): string[] => reader.list(1, what, string);
  const tag = reader.byte();
  switch (tag) {
    case NUMBER:
      return reader.float64();
    case INTEGER:
      return reader.int();
    case STRING:
      return string();
    case BIGINT:
      return reader.bigint();
    case KEYS:
      return { type: 'keys', keys: strings('keys') };
    case REGEXP:
      return { type: 'regexp', source: string(), flags: string() };
    case TEMPLATE: {
      const raw = strings('raw strings');
      const cooked = reader.list(1, 'cooked strings', () => (reader.index(2, 'cooked string flag') === 0 ? undefined : string()));
      return { type: 'template', cooked, raw };
    }
    case GLOBALS:
      return { type: 'globals', lets: strings('names'), consts: strings('names'), vars: strings('names'), functions: strings('names'), annexB: strings('names') };
    case CONTEXT: {
      const owner = ownerKinds[reader.index(ownerKinds.length, 'kind of owner')];
      const strict = reader.index(2, 'strictness') === 1;
      const imports = strings('imports');
      const scopes = reader.list(3, 'scopes', (): ContextScope => {
        const kind = scopeKinds[reader.index(scopeKinds.length, 'kind of scope')];
        const isSeparate = reader.index(2, 'separate scope flag') === 1;
        return { kind, isSeparate, bindings: reader.list(2, 'bindings', () => readBinding(reader, string)) };
      });
      return { type: 'context', owner, strict, imports, scopes };
    }
    default:
      return reader.fail(`unknown kind of constant ${tag}`);
  }
}

function readBinding(reader: ByteReader, string: () => string): ContextBinding {
  const bits = reader.index(64, 'binding');
  const index = bits & 15;
  if (index >= bindingKinds.length) reader.fail(`unknown kind of binding ${index}`);
  return { kind: bindingKinds[index], checked: (bits & CHECKED) !== 0, simpleCatch: (bits & SIMPLE_CATCH) !== 0, name: string() };
}
