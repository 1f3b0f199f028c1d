// A textual form of templates: `assemble` reads it, `formatTemplate` prints it.
//
// Takes text in the form below, gives a template (unverified: tests write broken ones on purpose), or throws an
// AssembleError with the line. For every well-formed template, assemble(formatTemplate(t)) equals t.
//
//   function "area" strict params=2 length=2 registers=5 {     kind, name, properties
//     source "file.js" "text"                                   of a root; children have their parent's
//     const 1.5                                                 also 12n, "s", keys("a" "b"), regexp("a+" "g"), ...
//     name "x"
//     scope x! y "#p"                                           a slot that starts empty has a "!"
//     site "f"
//     mapped 0 -1
//     arrow "" { ... }                                          children t0, t1, ... in their order
//     at 3:12                                                   source position from here on
//     Entry auto                                                "auto": the fuel of the block is added up
//     GetProp r3 r1 "x"                                         a name or constant may stand for its index, n0 or k0
//     JumpIfTrue r3 L1
//     Block auto
//     Call r3 r1 r2 "f" [r1 r2]                                 a text as site adds one; c0 is an index
//   L1: Block auto; Return r3                                   ";" is as good as a new line
//     handler L0 L1 -> L1 r4
//   }
//
// Words of kind `count` and `profile` are not written; `//` starts a comment.

import { formatModule, ModuleBody } from './assembler-module.ts';
import { bindingKinds, ownerKinds, scopeKinds, type ContextBinding, type ContextScope } from '../scope/eval-context.ts';
import { instructionLength, isList, Op, opcodeByName, opcodes } from './opcodes.ts';
import type { Constant, FunctionKind, Handler, ScopeShape, SourceInfo, Template } from './template.ts';

export class AssembleError extends Error {
  override readonly name = 'AssembleError';
  readonly line: number;

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.line = line;
  }
}

const KINDS: readonly string[] = ['script', 'module', 'function', 'arrow', 'method', 'class', 'derived', 'initializer'] satisfies FunctionKind[];
const GLOBAL_LISTS = ['lets', 'consts', 'vars', 'functions', 'annexB'] as const;
const LEADERS: ReadonlySet<number> = new Set([Op.Entry, Op.Block, Op.Loop]);
/** For operand kinds that are an index into a table of the template: the letter before the index. */
const INDEX_LETTERS: Readonly<Record<string, string>> = { const: 'k', name: 'n', template: 't', scope: 's', site: 'c' };

export function assemble(text: string): Template {
  const lines = splitLines(text);
  const assembler = new Assembler(lines);
  const template = assembler.template({ name: 'test.js', text: '' });
  if (assembler.position < lines.length) throw new AssembleError(lines[assembler.position].number, 'text after the end of the template');
  return template;
}

interface Line {
  readonly number: number;
  readonly tokens: readonly string[];
}

const TOKEN = /\s+|\/\/.*|("(?:[^"\\]|\\.)*"|->|[[\]{}():=!;]|-?(?:Infinity|NaN)\b|-?\d[\w.]*(?:(?<=e)[+-]\d+)?|[A-Za-z_$%#][\w$%#]*)/y;

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  text.split('\n').forEach((content, i) => {
    let tokens: string[] = [];
    const flush = (): void => {
      if (tokens.length > 0) lines.push({ number: i + 1, tokens });
      tokens = [];
    };
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < content.length) {
      const at = TOKEN.lastIndex;
      const match = TOKEN.exec(content);
      if (match === null) throw new AssembleError(i + 1, `unexpected text ${JSON.stringify(content.slice(at, at + 10))}`);
      const token = match[1] as string | undefined;
      if (token === undefined) continue;
      if (token === ';') flush();
      else if (token === '}') {
        flush();
        lines.push({ number: i + 1, tokens: ['}'] });
      } else {
        tokens.push(token);
        if (token === '{') flush();
      }
    }
    flush();
  });
  return lines;
}

/** The tokens of one line, consumed from the left. */
class Cursor {
  private at = 0;
  readonly line: Line;

  constructor(line: Line) {
    this.line = line;
  }

  fail(reason: string): never {
    throw new AssembleError(this.line.number, reason);
  }

  get done(): boolean {
    return this.at >= this.line.tokens.length;
  }

  peek(): string {
    return this.line.tokens[this.at] ?? '';
  }

  next(): string {
    if (this.done) this.fail('the line ends too early');
    return this.line.tokens[this.at++];
  }

  accept(token: string): boolean {
    if (this.peek() !== token) return false;
    this.at++;
    return true;
  }

  expect(token: string): void {
    const found = this.next();
    if (found !== token) this.fail(`expected ${token}, found ${found}`);
  }

  string(): string {
    const token = this.next();
    if (!token.startsWith('"')) this.fail(`expected a string, found ${token}`);
    try {
      return JSON.parse(token) as string;
    } catch {
      return this.fail(`malformed string ${token}`);
    }
  }

  int(): number {
    const token = this.next();
    const value = Number(token);
    if (!Number.isInteger(value)) this.fail(`expected an integer, found ${token}`);
    return value;
  }

  end(): void {
    if (!this.done) this.fail(`unexpected ${this.peek()}`);
  }
}

/** A label that is used before its place is known: the word at `at` gets the place. */
interface Fixup {
  readonly at: number;
  readonly label: string;
  readonly cursor: Cursor;
}

class Assembler {
  position = 0;
  private readonly lines: readonly Line[];

  constructor(lines: readonly Line[]) {
    this.lines = lines;
  }

  private nextLine(): Cursor {
    if (this.position >= this.lines.length) throw new AssembleError(this.lines.at(-1)?.number ?? 1, 'the text ends within a template');
    return new Cursor(this.lines[this.position++]);
  }

  template(source: SourceInfo): Template {
    const header = this.nextLine();
    const kind = header.next();
    if (!KINDS.includes(kind)) header.fail(`expected a template, found ${kind}`);
    const body = new Body(kind as FunctionKind, header.string(), source);
    while (!header.accept('{')) body.property(header);
    header.end();
    for (;;) {
      const line = this.nextLine();
      if (line.accept('}')) break;
      if (KINDS.includes(line.peek())) {
        this.position--;
        body.children.push(this.template(body.source));
      } else {
        body.item(line);
      }
    }
    return body.finish(header);
  }
}

/** One template while its lines are read. */
class Body {
  source: SourceInfo;
  readonly children: Template[] = [];
  private readonly kind: FunctionKind;
  private readonly name: string;
  private readonly flags = new Set<string>();
  private readonly numbers = new Map<string, number>();
  private readonly constants: Constant[] = [];
  private readonly constantIndexes = new Map<string, number>();
  private readonly names: string[] = [];
  private readonly scopes: ScopeShape[] = [];
  private readonly siteNames: string[] = [];
  private mappedSlots: number[] = [];
  private readonly module = new ModuleBody();
  private readonly handlerLines: Cursor[] = [];
  private readonly positions: number[] = [];
  private readonly code: number[] = [];
  private readonly labels = new Map<string, number>();
  private readonly fixups: Fixup[] = [];
  /** Place of the fuel word that is being added up, or -1. */
  private autoFuel = -1;
  private maxRegister = 0;

  constructor(kind: FunctionKind, name: string, source: SourceInfo) {
    this.kind = kind;
    this.name = name;
    this.source = source;
  }

  property(header: Cursor): void {
    const word = header.next();
    if (['strict', 'async', 'generator', 'arguments', 'newtarget', 'selfhosted'].includes(word)) {
      this.flags.add(word);
    } else if (['params', 'length', 'registers', 'start', 'end'].includes(word)) {
      header.expect('=');
      this.numbers.set(word, header.int());
    } else {
      header.fail(`unknown property ${word}`);
    }
  }

  item(line: Cursor): void {
    const word = line.next();
    switch (word) {
      case 'source':
        this.source = { name: line.string(), text: line.string() };
        break;
      case 'const':
        this.addConstant(parseConstant(line));
        break;
      case 'name':
        this.names.push(line.string());
        break;
      case 'site':
        this.siteNames.push(line.string());
        break;
      case 'mapped':
        this.mappedSlots = [];
        while (!line.done) this.mappedSlots.push(line.int());
        break;
      case 'scope':
        this.scopes.push(parseScope(line));
        break;
      case 'handler':
        // Resolved at the end, when all labels are known.
        this.handlerLines.push(line);
        return;
      case 'at':
        this.positions.push(this.code.length, line.int());
        line.expect(':');
        this.positions.push(line.int());
        break;
      default:
        if (line.accept(':')) {
          if (this.labels.has(word)) line.fail(`label ${word} is defined twice`);
          this.labels.set(word, this.code.length);
          if (!line.done) this.item(line);
          return;
        }
        if (this.kind === 'module' && this.module.item(word, line)) break;
        this.instruction(word, line);
    }
    line.end();
  }

  private instruction(name: string, line: Cursor): void {
    const info = opcodeByName.get(name);
    if (info === undefined) return line.fail(`unknown opcode ${name}`);
    if (LEADERS.has(info.code)) this.autoFuel = -1;
    else if (this.autoFuel >= 0) this.code[this.autoFuel] += info.fuel;
    this.code.push(info.code);
    for (const kind of info.operands) {
      if (kind === 'count' || kind === 'profile') this.code.push(0);
      else if (isList(kind)) this.list(kind === 'srcs' ? 'src' : 'label', line);
      else this.operand(kind, line);
    }
  }

  private list(kind: string, line: Cursor): void {
    const countAt = this.code.length;
    this.code.push(0);
    line.expect('[');
    while (!line.accept(']')) {
      this.operand(kind, line);
      this.code[countAt]++;
    }
  }

  private operand(kind: string, line: Cursor): void {
    const token = line.peek();
    if (kind === 'label') {
      this.fixups.push({ at: this.code.length, label: line.next(), cursor: line });
      this.code.push(-1);
    } else if (kind === 'imm') {
      if (line.accept('auto')) {
        this.autoFuel = this.code.length;
        this.code.push(0);
      } else {
        this.code.push(line.int());
      }
    } else if (kind in INDEX_LETTERS) {
      const index = new RegExp(`^${INDEX_LETTERS[kind]}(\\d+)$`).exec(token);
      if (index !== null) {
        line.next();
        this.code.push(Number(index[1]));
      } else if (kind === 'const') {
        this.code.push(this.internConstant(parseConstant(line)));
      } else if (kind === 'name') {
        const text = line.string();
        if (!this.names.includes(text)) this.names.push(text);
        this.code.push(this.names.indexOf(text));
      } else if (kind === 'site') {
        this.siteNames.push(line.string());
        this.code.push(this.siteNames.length - 1);
      } else {
        line.fail(`expected a ${kind}, found ${token}`);
      }
    } else {
      const register = parseRegister(line);
      this.maxRegister = Math.max(this.maxRegister, register);
      this.code.push(register);
    }
  }

  private addConstant(constant: Constant): number {
    const text = formatConstant(constant);
    if (!this.constantIndexes.has(text)) this.constantIndexes.set(text, this.constants.length);
    return this.constants.push(constant) - 1;
  }

  private internConstant(constant: Constant): number {
    return this.constantIndexes.get(formatConstant(constant)) ?? this.addConstant(constant);
  }

  private labelPlace(label: string, line: Cursor): number {
    // A number stands for a word index, so that tests can jump to where no label may be.
    const place = /^-?\d+$/.test(label) ? Number(label) : this.labels.get(label);
    return place ?? line.fail(`undefined label ${label}`);
  }

  finish(header: Cursor): Template {
    for (const { at, label, cursor } of this.fixups) this.code[at] = this.labelPlace(label, cursor);
    const handlers = this.handlerLines.map((line): Handler => {
      const start = this.labelPlace(line.next(), line);
      const end = this.labelPlace(line.next(), line);
      line.expect('->');
      const handler = { start, end, target: this.labelPlace(line.next(), line), register: parseRegister(line) };
      this.maxRegister = Math.max(this.maxRegister, handler.register);
      line.end();
      return handler;
    });
    const parameterCount = this.numbers.get('params') ?? 0;
    if (this.code.length === 0) header.fail('a template without code');
    return {
      name: this.name,
      kind: this.kind,
      strict: this.flags.has('strict'),
      parameterCount,
      length: this.numbers.get('length') ?? parameterCount,
      registerCount: this.numbers.get('registers') ?? 1 + Math.max(this.maxRegister, parameterCount),
      isAsync: this.flags.has('async'),
      isGenerator: this.flags.has('generator'),
      usesArguments: this.flags.has('arguments'),
      usesNewTarget: this.flags.has('newtarget'),
      mappedSlots: this.mappedSlots,
      selfHosted: this.flags.has('selfhosted'),
      code: Int32Array.from(this.code),
      constants: this.constants,
      names: this.names,
      scopes: this.scopes,
      children: this.children,
      handlers,
      siteNames: this.siteNames,
      positions: Int32Array.from(this.positions),
      source: this.source,
      start: this.numbers.get('start') ?? 0,
      end: this.numbers.get('end') ?? 0,
      ...(this.kind === 'module' ? { module: this.module.tables } : {}),
    };
  }
}

function parseRegister(line: Cursor): number {
  const token = line.next();
  const match = /^r(\d+)$/.exec(token);
  return match === null ? line.fail(`expected a register, found ${token}`) : Number(match[1]);
}

function parseScope(line: Cursor): ScopeShape {
  const names: string[] = [];
  const lexical: boolean[] = [];
  while (!line.done) {
    names.push(line.peek().startsWith('"') ? line.string() : line.next());
    lexical.push(line.accept('!'));
  }
  return { names, lexical };
}

function parseConstant(line: Cursor): Constant {
  const token = line.peek();
  if (token.startsWith('"')) return line.string();
  line.next();
  if (/^-?\d+n$/.test(token)) return BigInt(token.slice(0, -1));
  if (/^-?(?:\d|Infinity$|NaN$)/.test(token)) {
    const value = Number(token);
    if (Number.isNaN(value) && token !== 'NaN') line.fail(`malformed number ${token}`);
    return value;
  }
  line.expect('(');
  const strings = (): string[] => {
    const result: string[] = [];
    while (line.peek().startsWith('"')) result.push(line.string());
    return result;
  };
  let constant: Constant;
  switch (token) {
    case 'keys':
      constant = { type: 'keys', keys: strings() };
      break;
    case 'regexp':
      constant = { type: 'regexp', source: line.string(), flags: line.string() };
      break;
    case 'template': {
      const raw = strings();
      line.expect(':');
      const cooked: (string | undefined)[] = [];
      while (line.peek() !== ')') cooked.push(line.accept('undefined') ? undefined : line.string());
      constant = { type: 'template', cooked, raw };
      break;
    }
    case 'globals': {
      const lists: string[][] = GLOBAL_LISTS.map(() => []);
      for (;;) {
        const index = (GLOBAL_LISTS as readonly string[]).indexOf(line.peek());
        if (index < 0) break;
        line.next();
        lists[index] = strings();
      }
      const [lets, consts, vars, functions, annexB] = lists;
      constant = { type: 'globals', lets, consts, vars, functions, annexB };
      break;
    }
    case 'context': {
      const owner = oneOf(line, ownerKinds);
      const strict = line.accept('strict');
      const imports: string[] = [];
      while (line.accept('import')) imports.push(line.string());
      const scopes: ContextScope[] = [];
      while (line.accept('scope')) {
        const kind = oneOf(line, scopeKinds);
        const isSeparate = line.accept('separate');
        const bindings: ContextBinding[] = [];
        while (line.accept('binding')) {
          bindings.push({ kind: oneOf(line, bindingKinds), name: line.string(), checked: line.accept('checked'), simpleCatch: line.accept('simple') });
        }
        scopes.push({ kind, isSeparate, bindings });
      }
      constant = { type: 'context', owner, strict, imports, scopes };
      break;
    }
    default:
      return line.fail(`unknown constant ${token}`);
  }
  line.expect(')');
  return constant;
}

function oneOf<T extends string>(line: Cursor, words: readonly T[]): T {
  const word = line.next();
  return (words as readonly string[]).includes(word) ? (word as T) : line.fail(`${word} is none of ${words.join(', ')}`);
}

// --- Printing.

export function formatConstant(constant: Constant): string {
  if (typeof constant === 'number') return Object.is(constant, -0) ? '-0' : String(constant);
  if (typeof constant === 'bigint') return `${constant}n`;
  if (typeof constant === 'string') return JSON.stringify(constant);
  const strings = (list: readonly (string | undefined)[]): string => list.map((s) => (s === undefined ? 'undefined' : JSON.stringify(s))).join(' ');
  switch (constant.type) {
    case 'keys':
      return `keys(${strings(constant.keys)})`;
    case 'regexp':
      return `regexp(${strings([constant.source, constant.flags])})`;
    case 'template':
      return `template(${strings(constant.raw)} : ${strings(constant.cooked)})`;
    case 'globals':
      return `globals(${GLOBAL_LISTS.filter((list) => constant[list].length > 0)
        .map((list) => `${list} ${strings(constant[list])}`)
        .join(' ')})`;
    case 'context':
      return `context(${constant.owner}${constant.strict ? ' strict' : ''}${constant.imports.map((name) => ` import ${JSON.stringify(name)}`).join('')}${constant.scopes.map(formatScope).join('')})`;
  }
}

function formatScope({ kind, isSeparate, bindings }: ContextScope): string {
  const items = bindings.map((b) => ` binding ${b.kind} ${JSON.stringify(b.name)}${b.checked ? ' checked' : ''}${b.simpleCatch ? ' simple' : ''}`);
  return ` scope ${kind}${isSeparate ? ' separate' : ''}${items.join('')}`;
}

/** Prints a template that `verify` accepts (or one whose instructions at least are well formed). */
export function formatTemplate(template: Template): string {
  const lines: string[] = [];
  format(template, '', undefined, lines);
  return lines.join('\n') + '\n';
}

function format(t: Template, indent: string, parentSource: SourceInfo | undefined, lines: string[]): void {
  const flags = [t.strict ? ' strict' : '', t.isAsync ? ' async' : '', t.isGenerator ? ' generator' : '', t.usesArguments ? ' arguments' : '', t.usesNewTarget ? ' newtarget' : '', t.selfHosted ? ' selfhosted' : ''].join('');
  lines.push(`${indent}${t.kind} ${JSON.stringify(t.name)}${flags} params=${t.parameterCount} length=${t.length} registers=${t.registerCount} start=${t.start} end=${t.end} {`);
  const inner = indent + '  ';
  const item = (text: string): void => {
    lines.push(inner + text);
  };
  if (t.source !== parentSource) item(`source ${JSON.stringify(t.source.name)} ${JSON.stringify(t.source.text)}`);
  if (t.mappedSlots.length > 0) item(`mapped ${t.mappedSlots.join(' ')}`);
  for (const constant of t.constants) item(`const ${formatConstant(constant)}`);
  for (const name of t.names) item(`name ${JSON.stringify(name)}`);
  for (const shape of t.scopes) item(`scope ${shape.names.map((name, i) => JSON.stringify(name) + (shape.lexical[i] ? '!' : '')).join(' ')}`.trimEnd());
  for (const site of t.siteNames) item(`site ${JSON.stringify(site)}`);
  if (t.module !== undefined) for (const line of formatModule(t.module)) item(line);
  for (const child of t.children) format(child, inner, t.source, lines);
  formatCode(t, inner, lines);
  for (const h of t.handlers) item(`handler L${h.start} L${h.end} -> L${h.target} r${h.register}`);
  lines.push(indent + '}');
}

function formatCode(t: Template, indent: string, lines: string[]): void {
  const labels = new Set<number>(t.handlers.flatMap((h) => [h.start, h.end, h.target]));
  // Constants and names are written out where reading them back gives the same index.
  const constants = indexed(t.constants.map(formatConstant), 'k');
  const names = indexed(t.names.map((name) => JSON.stringify(name)), 'n');
  const operands = (visit: (pc: number, texts: string[]) => void): void => {
    for (let pc = 0; pc < t.code.length; pc += instructionLength(t.code, pc)) visit(pc, formatOperands(t.code, pc, labels, constants, names));
  };
  // Once to collect the labels, and once to print.
  operands(() => undefined);
  let position = 0;
  operands((pc, texts) => {
    while (position < t.positions.length && t.positions[position] <= pc) {
      lines.push(`${indent}at ${t.positions[position + 1]}:${t.positions[position + 2]}`);
      position += 3;
    }
    const label = labels.has(pc) ? `L${pc}:`.padEnd(6) : '      ';
    lines.push(`${indent}${label}${[opcodes[t.code[pc]].name, ...texts].join(' ')}`);
  });
  if (labels.has(t.code.length)) lines.push(`${indent}L${t.code.length}:`);
}

/** Each text, or its index where an equal one comes before it. */
function indexed(texts: readonly string[], letter: string): string[] {
  const seen = new Set<string>();
  return texts.map((text, i) => {
    if (seen.has(text)) return letter + i;
    seen.add(text);
    return text;
  });
}

function formatOperands(code: Int32Array, pc: number, labels: Set<number>, constants: readonly string[], names: readonly string[]): string[] {
  const texts: string[] = [];
  let at = pc + 1;
  const one = (kind: string): string => {
    const word = code[at++];
    switch (kind) {
      case 'imm':
        return String(word);
      case 'label':
        labels.add(word);
        return `L${word}`;
      case 'const':
        return constants[word];
      case 'name':
        return names[word];
      default:
        return `${INDEX_LETTERS[kind] ?? 'r'}${word}`;
    }
  };
  for (const kind of opcodes[code[pc]].operands) {
    if (kind === 'count' || kind === 'profile') {
      at++;
    } else if (isList(kind)) {
      const count = code[at++];
      const items: string[] = [];
      for (let i = 0; i < count; i++) items.push(one(kind === 'srcs' ? 'src' : 'label'));
      texts.push(`[${items.join(' ')}]`);
    } else {
      texts.push(one(kind));
    }
  }
  return texts;
}
