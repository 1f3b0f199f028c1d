// The first part of the verifier: everything about one template that can be checked without following its control flow.
//
// Takes a template that may be any value of its type; gives its layout (where instructions and blocks start, which
// handler covers a place), or throws a VerifyError. After it, code can be walked instruction by instruction, every operand
// word is in range for its kind, every jump goes to a block, every cycle of control goes through a Loop, and fuel words
// are what the opcode table says. Work is proportional to the size of the template.

import { instructionLength, isList, Op, opcodes, type OpcodeInfo, type OperandKind, type OpName } from './opcodes.ts';
import type { EvalContext } from '../scope/eval-context.ts';
import { isConstructible, type Constant, type FunctionKind, type Template } from './template.ts';
import { VerifyError } from './verify-error.ts';
import { moduleFault } from './verify-module.ts';

export const MAX_REGISTERS = 32767;
/** Upper bound of argument counts, list lengths and slots per scope. */
export const MAX_COUNT = 65535;
/** Private names of one class. The analysis of what is set in a fresh scope is quadratic in it. */
export const MAX_PRIVATE_NAMES = 4096;

export interface Layout {
  /** Per word: 1 where an instruction starts. */
  readonly starts: Uint8Array;
  /** Word indexes of Entry, Block and Loop instructions, ascending. */
  readonly leaders: readonly number[];
  /** Per word the index of its leader in `leaders`, or -1. */
  readonly leaderIndex: Int32Array;
  /** Per word the index of the innermost handler that covers it, or -1. */
  readonly handlerAt: Int32Array;
  /** Whether the code asks for the home object of its closure. */
  readonly usesHome: boolean;
}

/** Range of the immediate operands that have one; per opcode (operand position, least, greatest). */
const immediates: Partial<Record<OpName, readonly [position: number, least: number, greatest: number]>> = {
  ThrowError: [0, 0, 4],
  CheckObject: [1, 0, 2],
  Yield: [2, 0, 1],
  SettleAsync: [1, 0, 1],
  AsyncGeneratorComplete: [1, 0, 2],
  CreateArguments: [1, 0, 1],
  CreateRest: [1, 0, MAX_COUNT],
  NewPrivateName: [2, 0, 5],
  SetPrivateMethod: [2, 0, 2],
  DefineMethod: [3, 0, 1],
  DefineGetter: [3, 0, 1],
  DefineSetter: [3, 0, 1],
  SetFunctionName: [2, 0, 2],
  LookupName: [3, 0, 1],
};

function isString(c: Constant): boolean {
  return typeof c === 'string';
}

function isLiteralText(c: Constant): boolean {
  if (typeof c !== 'string') return false;
  try {
    const tree = JSON.parse(c) as unknown;
    return typeof tree === 'object' && tree !== null;
  } catch {
    // All that JSON.parse raises about a string is that it is no JSON.
    return false;
  }
}

/** What constants an instruction takes: a predicate and its words. */
const constantTypes: Partial<Record<OpName, readonly [(c: Constant) => boolean, string]>> = {
  LoadConst: [(c) => typeof c !== 'object', 'a number, string or bigint'],
  ThrowError: [isString, 'a string'],
  CheckCoercible: [isString, 'a string'],
  ArraySpread: [isString, 'a string'],
  GetIteratorMethod: [isString, 'a string'],
  GetAsyncIterator: [isString, 'a string'],
  NewObject: [(c) => typeof c === 'object' && c.type === 'keys', 'a list of keys'],
  NewLiteral: [isLiteralText, 'the JSON text of an object or array'],
  NewRegExp: [(c) => typeof c === 'object' && c.type === 'regexp', 'a regular expression'],
  GetTemplateObject: [(c) => typeof c === 'object' && c.type === 'template', 'a template literal'],
  DirectEval: [(c) => typeof c === 'object' && c.type === 'context', 'a context of an eval'],
  DeclareEvalVars: [(c) => typeof c === 'object' && c.type === 'globals', 'a list of declarations'],
  DeclareGlobals: [(c) => typeof c === 'object' && c.type === 'globals', 'global declarations'],
};

type Flavour = 'plain' | 'generator' | 'async' | 'async generator';

function flavourOf(t: Template): Flavour {
  return t.isAsync ? (t.isGenerator ? 'async generator' : 'async') : t.isGenerator ? 'generator' : 'plain';
}

/** In which kinds of templates an instruction may stand, and how strict they may be, where not in all. */
const places: Partial<Record<OpName, { kinds?: readonly FunctionKind[]; sloppy?: boolean; flavours?: readonly Flavour[] }>> = {
  StartGenerator: { flavours: ['generator', 'async generator'] },
  Yield: { flavours: ['generator'] },
  ReturnGenerator: { flavours: ['generator'] },
  StartAsync: { flavours: ['async'] },
  Await: { flavours: ['async', 'async generator'] },
  SettleAsync: { flavours: ['async'] },
  ReturnAsync: { flavours: ['async', 'async generator'] },
  AsyncGeneratorComplete: { flavours: ['async generator'] },
  AsyncGeneratorYield: { flavours: ['async generator'] },
  AsyncGeneratorDrain: { flavours: ['async generator'] },
  Return: { kinds: ['script', 'module', 'function', 'arrow', 'method', 'class', 'initializer'], flavours: ['plain'] },
  ReturnDerived: { kinds: ['derived'] },
  // Scripts and modules have no closure, as far as they can see.
  LoadCallee: { kinds: ['function', 'arrow', 'method', 'class', 'derived', 'initializer'] },
  LoadScope: { kinds: ['function', 'arrow', 'method', 'class', 'derived', 'initializer'] },
  LoadNewTarget: { kinds: ['function', 'method', 'class', 'derived', 'initializer'] },
  LoadHome: { kinds: ['method', 'class', 'derived', 'initializer'] },
  CoerceThis: { kinds: ['function', 'method'], sloppy: true },
  CreateArguments: { kinds: ['function', 'method', 'class', 'derived'] },
  CreateMappedArguments: { kinds: ['function', 'method'], sloppy: true },
  CreateRest: { kinds: ['function', 'arrow', 'method', 'class', 'derived'] },
  DeclareGlobals: { kinds: ['script'] },
  DefineGlobalFunction: { kinds: ['script'] },
  InitGlobal: { kinds: ['script', 'module'] },
  DeleteGlobal: { sloppy: true },
  InitFields: { kinds: ['class', 'derived', 'arrow'] },
  SuperCall: { kinds: ['derived', 'arrow'] },
  SuperCallSpread: { kinds: ['derived', 'arrow'] },
};

const closureKinds: readonly FunctionKind[] = ['function', 'arrow', 'method', 'initializer'];
const classKinds: readonly FunctionKind[] = ['class', 'derived'];

/** What is wrong with the context of an eval: text compiled in it relies on the hidden bindings that go with the kind of its owner. */
function contextFault({ owner, strict, scopes }: EvalContext, isStrict: boolean): string | null {
  if (isStrict && !strict) return 'a sloppy eval in strict code';
  const has = (name: string): boolean => scopes.some(({ bindings }) => bindings.some((b) => b.name === name && b.kind === 'hidden'));
  const isMethod = owner === 'method' || owner === 'class' || owner === 'derived' || owner === 'initializer';
  const needed = ['this', ...(isMethod || owner === 'function' ? ['new.target'] : []), ...(isMethod ? ['%home'] : []), ...(owner === 'derived' ? ['%callee'] : [])];
  if (owner === 'arrow') return 'an arrow function has no this of its own';
  for (const name of needed) if (!has(name)) return `an eval in code of kind ${owner} needs the binding ${name}`;
  const hasVariables = strict || scopes.every(({ kind, bindings }) => (kind !== 'function' && kind !== 'body') || bindings.some((b) => b.name === '%vars')) || has('%vars');
  if (!hasVariables) return 'a sloppy eval in a function needs the binding %vars';
  for (const { bindings } of scopes) {
    for (const { name, kind } of bindings) {
      const isReserved = name.startsWith('%') || name === 'this' || name === 'new.target';
      if (isReserved !== (kind === 'hidden') || name.startsWith('#') !== (kind === 'private')) return `a binding ${name} of kind ${kind}`;
    }
  }
  return null;
}

function isLeader(op: number): boolean {
  return op === Op.Entry || op === Op.Block || op === Op.Loop;
}

function isCount(value: number, greatest: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= greatest;
}

/** What the checks of all templates of a tree share. */
export class StructureContext {
  /** The tree is that of a module. */
  readonly inModule: boolean;
  private readonly regExps = new Map<string, Set<string>>();

  constructor(inModule: boolean) {
    this.inModule = inModule;
  }

  /** Whether the host has such a regular expression. Each text is tried once a mode, however many constants share it. */
  isRegExp(source: string, flags: string): boolean {
    if (!/^[dgimsuvy]{0,8}$/.test(flags) || new Set(flags).size !== flags.length || (flags.includes('u') && flags.includes('v'))) return false;
    const mode = flags.includes('u') ? 'u' : flags.includes('v') ? 'v' : '';
    const valid = this.regExps.get(source) ?? new Set();
    this.regExps.set(source, valid);
    if (valid.has(mode)) return true;
    try {
      new RegExp(source, mode);
    } catch {
      return false;
    }
    valid.add(mode);
    return true;
  }
}

export function checkStructure(template: Template, context: StructureContext): Layout {
  return new StructureCheck(template, context).run();
}

class StructureCheck {
  private readonly t: Template;
  private readonly context: StructureContext;
  private readonly starts: Uint8Array;
  private readonly leaders: number[] = [];
  private readonly leaderIndex: Int32Array;
  private readonly usedSites: Uint8Array;
  /** What the DeclareGlobals in the entry block declares, if there is one. */
  private globals: { readonly functions: ReadonlySet<string>; readonly lexical: ReadonlySet<string> } | undefined;
  private usesArguments = false;
  private usesNewTarget = false;
  private usesMapped = false;
  private usesHome = false;

  constructor(template: Template, context: StructureContext) {
    this.t = template;
    this.context = context;
    this.starts = new Uint8Array(template.code.length);
    this.leaderIndex = new Int32Array(template.code.length).fill(-1);
    this.usedSites = new Uint8Array(template.siteNames.length);
  }

  run(): Layout {
    this.header();
    this.t.constants.forEach((constant, i) => {
      this.constant(constant, i);
    });
    this.findInstructions();
    this.checkInstructions();
    this.flags();
    this.positions();
    const handlerAt = this.handlers();
    return { starts: this.starts, leaders: this.leaders, leaderIndex: this.leaderIndex, handlerAt, usesHome: this.usesHome };
  }

  private fail(offset: number, reason: string): never {
    throw new VerifyError(this.t, offset, reason);
  }

  // --- Tables.

  private header(): void {
    const t = this.t;
    if (!isCount(t.registerCount, MAX_REGISTERS)) this.fail(-1, `${t.registerCount} registers; at most ${MAX_REGISTERS} are possible`);
    if (!isCount(t.parameterCount, MAX_REGISTERS) || t.registerCount < 1 + t.parameterCount) {
      this.fail(-1, `${t.registerCount} registers cannot hold this and ${t.parameterCount} parameters`);
    }
    if (!isCount(t.length, MAX_COUNT)) this.fail(-1, `length ${t.length} out of range`);
    if ((t.kind === 'script' || t.kind === 'module') && t.parameterCount !== 0) this.fail(-1, `a ${t.kind} has no parameters`);
    if (t.module !== undefined && t.kind !== 'module') this.fail(-1, `module tables in code of kind ${t.kind}`);
    if (t.kind === 'module') this.module();
    if (!t.strict && (classKinds.includes(t.kind) || t.kind === 'initializer')) this.fail(-1, 'class code is always strict');
    const textLength = t.source.text.length;
    if (!(t.start >= 0 && t.start <= t.end) || (textLength > 0 && t.end > textLength)) this.fail(-1, `source range ${t.start}-${t.end} out of range`);
    if (t.isGenerator && t.kind !== 'function' && t.kind !== 'method') this.fail(-1, `a generator of kind ${t.kind}`);
    if (t.isAsync && t.kind !== 'function' && t.kind !== 'method' && t.kind !== 'arrow' && t.kind !== 'module') this.fail(-1, `async code of kind ${t.kind}`);
    t.scopes.forEach((shape, i) => {
      if (shape.names.length !== shape.lexical.length) this.fail(-1, `scope shape ${i} has ${shape.names.length} names and ${shape.lexical.length} flags`);
      if (shape.names.length > MAX_COUNT) this.fail(-1, `scope shape ${i} has too many slots`);
      if (shape.names.filter((name) => name.startsWith('#')).length > MAX_PRIVATE_NAMES) this.fail(-1, `scope shape ${i} has too many private names`);
    });
    for (const child of t.children) {
      if (child.kind === 'script' || child.kind === 'module') this.fail(-1, `a ${child.kind} as a child`);
      if (child.selfHosted !== t.selfHosted) this.fail(-1, 'self-hosted and ordinary templates are mixed');
      if (t.strict && !child.strict) this.fail(-1, `strict code holds the sloppy function ${child.name === '' ? '(anonymous)' : child.name}`);
    }
  }

  private module(): void {
    const t = this.t;
    if (!t.strict) this.fail(-1, 'module code is always strict');
    const { module } = t;
    if (module === undefined) return this.fail(-1, 'a module without its tables');
    const reason = moduleFault(module, t.children);
    if (reason !== undefined) this.fail(-1, reason);
    this.globals = { functions: new Set(), lexical: new Set([...module.lets, ...module.consts]) };
  }

  private constant(constant: Constant, index: number): void {
    if (typeof constant !== 'object') return;
    const fail = (reason: string): never => this.fail(-1, `constant ${index}: ${reason}`);
    switch (constant.type) {
      case 'keys':
        if (new Set(constant.keys).size !== constant.keys.length) fail('an object literal has a key twice');
        if (constant.keys.includes('__proto__')) fail('an object literal has the key "__proto__"');
        break;
      case 'regexp':
        // NewRegExp is an instruction that does not throw.
        if (!this.context.isRegExp(constant.source, constant.flags)) fail(`/${constant.source}/${constant.flags} is not a regular expression`);
        break;
      case 'template':
        if (constant.raw.length === 0 || constant.raw.length !== constant.cooked.length) {
          fail(`a template literal of ${constant.raw.length} raw and ${constant.cooked.length} cooked strings`);
        }
        break;
      case 'context': {
        const reason = contextFault(constant, this.t.strict);
        if (reason !== null) fail(reason);
        break;
      }
      case 'globals': {
        const lexical = new Set<string>();
        for (const name of [...constant.lets, ...constant.consts]) {
          if (lexical.has(name)) fail(`${name} is declared twice`);
          lexical.add(name);
        }
        for (const name of [...constant.vars, ...constant.functions]) {
          if (lexical.has(name)) fail(`${name} is declared both as a lexical and as a var binding`);
        }
      }
    }
  }

  private positions(): void {
    const p = this.t.positions;
    if (p.length % 3 !== 0) this.fail(-1, 'the position table is not made of triples');
    for (let i = 0; i < p.length; i += 3) {
      if (p[i] < 0 || p[i] >= this.t.code.length || this.starts[p[i]] === 0) this.fail(-1, `position ${i / 3} is of word ${p[i]}, where no instruction starts`);
      if (i > 0 && p[i] <= p[i - 3]) this.fail(-1, `positions are not sorted (word ${p[i]} after ${p[i - 3]})`);
      if (p[i + 1] < 1 || p[i + 2] < 0) this.fail(-1, `position ${i / 3} is line ${p[i + 1]}, column ${p[i + 2]}`);
    }
  }

  private flags(): void {
    const t = this.t;
    const check = (flag: boolean, fact: boolean, name: string): void => {
      if (flag !== fact) this.fail(-1, `${name} is ${flag}, but the code says ${fact}`);
    };
    check(t.usesArguments, this.usesArguments, 'usesArguments');
    check(t.usesNewTarget, this.usesNewTarget, 'usesNewTarget');
    if (t.mappedSlots.length !== (this.usesMapped ? t.parameterCount : 0)) {
      this.fail(-1, `${t.mappedSlots.length} mapped slots for ${this.usesMapped ? t.parameterCount : 0} parameters of mapped arguments`);
    }
    for (const slot of t.mappedSlots) if (slot !== -1 && !isCount(slot, MAX_COUNT)) this.fail(-1, `mapped slot ${slot} out of range`);
  }

  // --- Code.

  private findInstructions(): void {
    const { code } = this.t;
    if (code.length === 0) this.fail(-1, 'there is no code');
    let pc = 0;
    while (pc < code.length) {
      const op = code[pc];
      if (op < 0 || op >= opcodes.length) this.fail(pc, `unknown opcode ${op}`);
      const fixed = 1 + opcodes[op].operands.length;
      if (pc + fixed > code.length) this.fail(pc, 'the code ends within the instruction');
      const length = instructionLength(code, pc);
      if (length < fixed || length > fixed + MAX_COUNT) this.fail(pc, `a list of ${length - fixed} operands`);
      if (pc + length > code.length) this.fail(pc, 'the code ends within the instruction');
      if (isLeader(op)) {
        this.leaderIndex[pc] = this.leaders.length;
        this.leaders.push(pc);
      }
      this.starts[pc] = 1;
      pc += length;
    }
    if (code[0] !== Op.Entry) this.fail(0, 'the first instruction is not Entry');
  }

  private checkInstructions(): void {
    const { code } = this.t;
    let leader = 0;
    let fuel = 0;
    let last: OpcodeInfo = opcodes[Op.Entry];
    for (let pc = 0; pc < code.length; pc += instructionLength(code, pc)) {
      const info = opcodes[code[pc]];
      if (isLeader(info.code)) {
        if (pc > 0 && info.code === Op.Entry) this.fail(pc, 'Entry that is not the first instruction');
        if (pc > 0) this.checkFuel(leader, fuel);
        leader = pc;
        fuel = 0;
      } else {
        fuel += info.fuel;
        // An implementation may cut the code at leaders only, so control must not part or join elsewhere.
        if (last.terminates === true || last.suspends === true || last.operands.includes('label')) this.fail(pc, `no block starts after ${last.name}`);
      }
      this.operands(pc, info);
      this.instruction(pc, info, leader);
      last = info;
    }
    this.checkFuel(leader, fuel);
    if (last.terminates !== true) this.fail(-1, `control runs off the end of the code, after ${last.name}`);
  }

  private checkFuel(leader: number, fuel: number): void {
    if (this.t.code[leader + 1] !== fuel) this.fail(leader, `the block charges ${this.t.code[leader + 1]} fuel, its instructions take ${fuel}`);
  }

  private operands(pc: number, info: OpcodeInfo): void {
    const { code } = this.t;
    let at = pc + 1;
    for (const kind of info.operands) {
      if (isList(kind)) {
        const end = at + 1 + code[at];
        for (at++; at < end; at++) this.operand(pc, kind === 'srcs' ? 'src' : 'label', code[at]);
      } else {
        this.operand(pc, kind, code[at++]);
      }
    }
  }

  private operand(pc: number, kind: OperandKind, word: number): void {
    const t = this.t;
    const index = (length: number): void => {
      if (word < 0 || word >= length) this.fail(pc, `${kind} ${word} out of range (there are ${length})`);
    };
    switch (kind) {
      case 'dst':
      case 'update':
        this.written(pc, word);
      // falls through
      case 'src':
        if (word < 0 || word >= t.registerCount) this.fail(pc, `register ${word} out of range (there are ${t.registerCount})`);
        break;
      case 'const':
        return index(t.constants.length);
      case 'name':
        return index(t.names.length);
      case 'template':
        return index(t.children.length);
      case 'scope':
        return index(t.scopes.length);
      case 'site':
        index(t.siteNames.length);
        if (this.usedSites[word] === 1) this.fail(pc, `call site ${word} is used twice`);
        this.usedSites[word] = 1;
        break;
      case 'label':
        return this.label(pc, word);
      case 'count':
      case 'profile':
        if (word !== 0) this.fail(pc, `a ${kind} word is ${word}; templates have zero there`);
    }
  }

  /** `new f` gives r[0] where f returns no object, so r[0] has to stay the object that it was given. */
  private written(pc: number, register: number): void {
    if (register === 0 && isConstructible(this.t) && this.t.kind !== 'derived') this.fail(pc, '`this` of a constructor is overwritten');
  }

  private label(pc: number, target: number): void {
    const { code } = this.t;
    if (target < 0 || target >= code.length || this.starts[target] === 0) this.fail(pc, `label ${target} is not the start of an instruction`);
    const op = code[target];
    if (op !== Op.Block && op !== Op.Loop) this.fail(pc, `label ${target} is a ${opcodes[op].name}, not a Block or Loop`);
    // Every cycle goes back somewhere; if that place is a Loop, every cycle has a safepoint.
    if (target <= pc && op !== Op.Loop) this.fail(pc, `jump back to ${target}, which is not a Loop`);
  }

  /** What concerns the instruction as a whole. */
  private instruction(pc: number, info: OpcodeInfo, leader: number): void {
    const t = this.t;
    const name = info.name as OpName;
    const word = (position: number): number => t.code[pc + 1 + position];
    const place = places[name];
    if (place?.kinds !== undefined && !place.kinds.includes(t.kind)) this.fail(pc, `not possible in code of kind ${t.kind}`);
    if (place?.sloppy === true && t.strict) this.fail(pc, 'not possible in strict code');
    if (place?.flavours !== undefined && !place.flavours.includes(flavourOf(t))) this.fail(pc, `not possible in ${flavourOf(t)} code`);
    const range = immediates[name];
    if (range !== undefined && (word(range[0]) < range[1] || word(range[0]) > range[2])) {
      this.fail(pc, `operand ${word(range[0])} is not from ${range[1]} to ${range[2]}`);
    }
    if (info.operands.includes('const')) {
      const index = word(info.operands.indexOf('const'));
      const constant = t.constants[index];
      const [isRight, wanted] = constantTypes[name] ?? [() => false, 'of a type that the verifier knows'];
      if (!isRight(constant)) this.fail(pc, `constant ${index} is not ${wanted}`);
      if (info.code === Op.NewObject && typeof constant === 'object' && constant.type === 'keys' && constant.keys.length !== word(2)) {
        this.fail(pc, `${word(2)} values for ${constant.keys.length} keys`);
      }
    }
    this.declarations(pc, leader, word);
    switch (info.code) {
      case Op.CreateArguments:
      case Op.CreateRest:
        this.usesArguments = true;
        break;
      case Op.CreateMappedArguments:
        this.usesArguments = true;
        this.usesMapped = true;
        break;
      case Op.LoadNewTarget:
        this.usesNewTarget = true;
        break;
      case Op.LoadHome:
        this.usesHome = true;
        break;
      case Op.LoadImportMeta:
        if (!this.context.inModule) this.fail(pc, 'only modules have import.meta');
        break;
      case Op.LoadIntrinsic:
        if (!t.selfHosted) this.fail(pc, 'only self-hosted code has intrinsics');
        break;
      case Op.DeclareEvalVars:
        this.fail(pc, 'the text of an eval is in no file');
        break;
      case Op.GetSlot:
      case Op.GetSlotChecked:
        if (word(2) < 0 || word(3) < 0) this.fail(pc, `slot ${word(3)} of ${word(2)} scopes up`);
        break;
      case Op.SetSlot:
      case Op.SetSlotChecked:
        if (word(1) < 0 || word(2) < 0) this.fail(pc, `slot ${word(2)} of ${word(1)} scopes up`);
        break;
      case Op.NewClosure:
        this.child(pc, word(1), closureKinds);
        break;
      case Op.NewClass:
        this.child(pc, word(2), classKinds);
        if (word(0) === word(1)) this.fail(pc, 'class and prototype go to one register');
        break;
      case Op.IterStart:
        if (word(0) === word(1) || word(1) === word(2) || word(0) === word(2)) this.fail(pc, 'an iteration needs three registers');
        break;
      case Op.IterStepPair:
        if (word(0) === word(1)) this.fail(pc, 'the elements of a pair go to one register');
        break;
      case Op.IterStartList:
        if (new Set([word(0), word(1), word(2), word(3)]).size < 4) this.fail(pc, 'the iteration of a list needs four registers');
    }
  }

  private child(pc: number, index: number, kinds: readonly FunctionKind[]): void {
    const { kind } = this.t.children[index];
    if (!kinds.includes(kind)) this.fail(pc, `template ${index} is of kind ${kind}`);
  }

  /** Global bindings are instantiated once, before any is initialised. */
  private declarations(pc: number, leader: number, word: (position: number) => number): void {
    const t = this.t;
    switch (t.code[pc]) {
      case Op.DeclareGlobals: {
        const constant = t.constants[word(0)];
        if (leader !== 0) this.fail(pc, 'globals are declared outside the entry block');
        if (this.globals !== undefined) this.fail(pc, 'globals are declared twice');
        if (typeof constant === 'object' && constant.type === 'globals') {
          this.globals = { functions: new Set(constant.functions), lexical: new Set([...constant.lets, ...constant.consts]) };
        }
        break;
      }
      case Op.DefineGlobalFunction:
        if (this.globals?.functions.has(t.names[word(0)]) !== true) this.fail(pc, `${t.names[word(0)]} is not declared as a global function`);
        break;
      case Op.InitGlobal:
        if (this.globals?.lexical.has(t.names[word(0)]) !== true) this.fail(pc, `${t.names[word(0)]} is not declared as a lexical global`);
    }
  }

  // --- Handlers.

  /** Checks the handler table and gives for each word the innermost handler, by one sweep over the nested ranges. */
  private handlers(): Int32Array {
    const t = this.t;
    const handlerAt = new Int32Array(t.code.length).fill(-1);
    const boundary = (pc: number): boolean => pc >= 0 && (pc === t.code.length || (pc < t.code.length && this.starts[pc] === 1));
    t.handlers.forEach((h, i) => {
      const fail = (reason: string): never => this.fail(-1, `handler ${i}: ${reason}`);
      if (!boundary(h.start) || !boundary(h.end)) fail(`the range ${h.start}-${h.end} does not start and end with an instruction`);
      if (h.start >= h.end) fail(`the range ${h.start}-${h.end} is empty`);
      if (h.register < 0 || h.register >= t.registerCount) fail(`register ${h.register} out of range (there are ${t.registerCount})`);
      this.written(-1, h.register);
      const op = this.leaderIndex[h.target] !== undefined && this.leaderIndex[h.target] >= 0 ? t.code[h.target] : -1;
      if (op !== Op.Block && op !== Op.Loop) fail(`target ${h.target} is not a Block or Loop`);
      if (h.target >= h.start && h.target < h.end) fail(`target ${h.target} lies in its own range ${h.start}-${h.end}`);
      if (h.target < h.start && op !== Op.Loop) fail(`target ${h.target} lies before its range and is not a Loop`);
    });
    // Outer ranges before inner ones: by start, then the longer first, then the one that is listed later.
    const order = t.handlers.map((_, i) => i);
    order.sort((a, b) => t.handlers[a].start - t.handlers[b].start || t.handlers[b].end - t.handlers[a].end || b - a);
    const open: number[] = [];
    let filled = 0;
    const fillTo = (pc: number): void => {
      if (open.length > 0) handlerAt.fill(open[open.length - 1], filled, pc);
      filled = pc;
    };
    const closeTo = (pc: number): void => {
      while (open.length > 0 && t.handlers[open[open.length - 1]].end <= pc) {
        fillTo(t.handlers[open[open.length - 1]].end);
        open.pop();
      }
    };
    for (const i of order) {
      const h = t.handlers[i];
      closeTo(h.start);
      fillTo(h.start);
      if (open.length > 0) {
        const outer = open[open.length - 1];
        if (h.end > t.handlers[outer].end) this.fail(-1, `handlers ${i} and ${outer} overlap without one being inside the other`);
        if (outer < i) this.fail(-1, `handler ${i} is inside handler ${outer}, but listed after it`);
      }
      open.push(i);
    }
    closeTo(t.code.length);
    return handlerAt;
  }
}
