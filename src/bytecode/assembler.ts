// A textual form of templates: `assemble` reads it, `formatTemplate` (assembler-print.ts) prints it.
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

import { formatConstant, parseConstant } from './assembler-constants.ts';
import { AssembleError, Cursor, INDEX_LETTERS, parseRegister, splitLines, type Line } from './assembler-lines.ts';
import { ModuleBody } from './assembler-module.ts';
import { isList, Op, opcodeByName } from './opcodes.ts';
import type { Constant, FunctionKind, Handler, ScopeShape, SourceInfo, Template } from './template.ts';

const KINDS: readonly string[] = ['script', 'module', 'function', 'arrow', 'method', 'class', 'derived', 'initializer'] satisfies FunctionKind[];
const LEADERS: ReadonlySet<number> = new Set([Op.Entry, Op.Block, Op.Loop]);

export function assemble(text: string): Template {
  const lines = splitLines(text);
  const assembler = new Assembler(lines);
  const template = assembler.template({ name: 'test.js', text: '' });
  if (assembler.position < lines.length) throw new AssembleError(lines[assembler.position].number, 'text after the end of the template');
  return template;
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

function parseScope(line: Cursor): ScopeShape {
  const names: string[] = [];
  const lexical: boolean[] = [];
  while (!line.done) {
    names.push(line.peek().startsWith('"') ? line.string() : line.next());
    lexical.push(line.accept('!'));
  }
  return { names, lexical };
}
