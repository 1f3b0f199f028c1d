// Blocks of the graph as statements: their instructions, what ends them, and what control has to do where it merges, leaves a try region or is caught.

import type * as E from 'estree';
import { Op } from '../bytecode/opcodes.ts';
import { CompileRefusal, type Block, type Edge, type Instruction, type Region } from '../ir/cfg.ts';
import type { InlineSite } from '../ir/inline.ts';
import { IrOp } from '../ir/ir-opcodes.ts';
import { isLive, type Liveness } from '../ir/liveness.ts';
import { forEachDef } from '../ir/operands.ts';
import { stepTypes, Type, type TypeState } from '../ir/types.ts';
import { DEPTH } from '../runtime/realm.ts';
import { EMPTY, FAST_ITERATION } from '../runtime/values.ts';
import * as b from './builders.ts';
import { nextKey } from './for-in-names.ts';
import { lowerDelegateStep, lowerSuspension } from './lower-coroutine.ts';
import { isCallee } from './lower-inline.ts';
import { lowerIterStart, lowerIterStartList, lowerIterStep, lowerIterStepPair } from './lower-iteration.ts';
import { meetsProxies } from './lower-proxy.ts';
import { compareExpression, isSilent, lowerInstruction, lowerLeader } from './lower.ts';
import { NO_ERROR } from './support.ts';
import type { SmallConstant, UnitBuilder } from './unit-builder.ts';
import { isFused } from './unit-registers.ts';

/**
 * Forgets what is dead where control merges. All exits hand over the same registers, so without this a dead temporary that holds a
 * number on one path and a boolean on another would be carried through each merge and loop as a tagged value, and numbers boxed
 * on every iteration for the sake of an exit that does not need them. The code that V8 makes for entering a loop in its middle carries numbers
 * boxed, too: a dead one starts each iteration as 0.
 */
export function killDead(u: UnitBuilder, block: Block, liveness: Liveness): E.Statement[] {
  if (block.preds.length < 2 && block !== u.cfg.entry) return [];
  const isHeader = block.loop !== null && block.loop.header === block;
  const set = liveness.before(block.start);
  let value: E.Expression | null = null;
  let number: E.Expression | null = null;
  for (let r = u.body.registerCount - 1; r > 0; r--) {
    const type = u.types[r];
    if (isHeader && u.numberRegisters.has(r) && !isLive(set, r)) number = b.assign(u.variable(r), number ?? b.lit(0));
    if (!u.assigned.has(r) || u.numberRegisters.has(r) || isLive(set, r) || type === Type.undefined || type === Type.none || (!isHeader && type === Type.number)) continue;
    u.types[r] = Type.undefined;
    value = b.assign(u.variable(r), value ?? b.voidZero());
  }
  return [value, number].filter((killed) => killed !== null).map((killed) => b.stmt(killed));
}

/** Forgets the registers of an activation that is over, so that later exits do not keep what was in them. */
function killActivation(u: UnitBuilder, { base, linked, args }: InlineSite): E.Statement[] {
  let value: E.Expression | null = null;
  for (let r = base + linked.registerCount + (args?.length ?? 0) - 1; r >= base; r--) {
    if (!u.assigned.has(r) || u.numberRegisters.has(r) || u.aliases.has(r) || u.constantRegisters.has(r) || u.types[r] === Type.undefined) continue;
    u.types[r] = Type.undefined;
    value = b.assign(u.variable(r), value ?? b.voidZero());
  }
  return value === null ? [] : [b.stmt(value)];
}

export function lowerRegion(u: UnitBuilder, region: Region, statements: E.Statement[], toHandler: E.Statement[]): E.Statement {
  return b.tryCatch(statements, 'e', [
    b.set('err', b.id('e')),
    b.iff(b.unary('!', b.call(u.rt('isThrow'), b.id('e'))), [b.breakTo('body')]),
    b.set('err', u.constant(NO_ERROR)),
    u.setR(region.register, b.id('e')),
    b.stmt(b.assign(u.cell(DEPTH), u.depth(u.body.siteAt(region.target)))),
    ...u.limitDepth(null),
    // The activations above it that were inlined are over.
    ...u.body.sites.filter(({ level }) => level > u.body.siteAt(region.target).level).flatMap((site, i, sites) => (sites.findIndex(({ level }) => level === site.level) === i ? u.noteTrace(site, 0) : [])),
    ...toHandler,
  ]);
}

/** What a block where control joins charges, however it is reached. A loop header starts with its own charge unpaid instead. */
export function leaderCharge(u: UnitBuilder, block: Block): number {
  const { op, pc } = block.instructions[0];
  return op === Op.Block ? u.chargeAt(pc) : 0;
}

/** What holds at the end of a block (what is unpaid, types, aliases) does so on each of its edges, whatever is placed along the others. */
export function keepingState(u: UnitBuilder, branch: (edge: Edge) => E.Statement[]): (edge: Edge) => E.Statement[] {
  return (edge) => {
    const { unpaid, quiet, types, site } = u;
    const aliases = [...u.aliases];
    const constants = [...u.constantRegisters];
    const leavesQuiet = quiet && edge.block !== null && !u.quietBlocks.has(edge.block);
    const statements = [...(leavesQuiet ? u.settle() : []), ...branch(edge)];
    u.unpaid = unpaid;
    u.quiet = quiet;
    u.types = types;
    u.site = site;
    u.aliases.clear();
    for (const [register, name] of aliases) u.aliases.set(register, name);
    u.constantRegisters.clear();
    for (const [register, value] of constants) u.constantRegisters.set(register, value);
    return statements;
  };
}

export function lowerBlock(u: UnitBuilder, block: Block, joins: boolean, branch: (edge: Edge) => E.Statement[], liveness: Liveness, locals: ReadonlySet<Instruction>): E.Statement[] {
  const out: E.Statement[] = [];
  const { instructions } = block;
  u.block = block;
  const last = instructions[instructions.length - 1];
  let after: TypeState;
  for (let i = 0; i < instructions.length; i++) {
    const ins = instructions[i];
    u.previous = i > 0 ? instructions[i - 1] : null;
    u.at(ins.pc);
    if (ins.op === Op.Entry || ins.op === Op.Block || ins.op === Op.Loop) {
      out.push(...lowerLeader(u, ins, joins));
      continue;
    }
    // A handler in the unit does not look at what is unpaid.
    if (block.regions.length > 0 || !isSilent(u, ins)) out.push(...u.pay());
    if (ins === last && (ins.info.terminates === true || ins.info.suspends === true || block.edges.length > 1)) {
      out.push(...lowerTerminator(u, block, ins, branch));
      return out;
    }
    if (instructions[i + 1] === last) {
      const fused = lowerCompareAndBranch(u, block, ins, last, branch, liveness);
      if (fused !== null) return [...out, ...fused];
    }
    const register = u.code[ins.pc + 1];
    if (locals.has(ins) && loadsConstant(u, ins)) {
      u.aliases.delete(register);
      u.constantRegisters.set(register, constantOf(u, ins));
      stepTypes(u.cfg, ins, u.types);
      continue;
    }
    if (locals.has(ins)) {
      stepTypes(u.cfg, ins, (after = u.types.slice()));
      u.target = { register, name: u.localVariable(register, after[register] === Type.number) };
    }
    out.push(...marked(lowerInstruction(u, ins), ins.pc));
    forEachDef(u.code, ins, (r) => {
      u.aliases.delete(r);
      u.constantRegisters.delete(r);
    });
    if (u.target !== null) u.aliases.set(register, u.target.name);
    u.target = null;
    stepTypes(u.cfg, ins, u.types);
    if (ins.op === IrOp.InlineExit) out.push(...killActivation(u, u.body.sites[u.code[ins.pc + 1]]));
  }
  if (block.edges.length === 1) out.push(...branch(block.edges[0]));
  return out;
}

/** Texts longer than this stand in the code once. */
const LONG_TEXT = 40;

/** The instruction loads a constant whose text may stand in the place of its register. */
function loadsConstant({ linked, code }: UnitBuilder, { op, pc }: Instruction): boolean {
  if (op !== Op.LoadConst) return op === Op.LoadInt || op === Op.LoadUndefined || op === Op.LoadNull || op === Op.LoadTrue || op === Op.LoadFalse;
  const constant = linked.template.constants[code[pc + 2]];
  return typeof constant === 'number' || (typeof constant === 'string' && constant.length <= LONG_TEXT);
}

function constantOf({ linked, code }: UnitBuilder, { op, pc }: Instruction): SmallConstant {
  switch (op) {
    case Op.LoadInt:
      return code[pc + 2];
    case Op.LoadConst:
      return linked.template.constants[code[pc + 2]] as number | string;
    case Op.LoadNull:
      return null;
    case Op.LoadUndefined:
      return undefined;
    default:
      return op === Op.LoadTrue;
  }
}

/** Gives the statements of an instruction its pc where they have none: for reading the code (`anneal dump`). */
function marked(statements: E.Statement[], pc: number): E.Statement[] {
  for (const statement of statements) if (statement.loc == null) b.at(statement, pc);
  return statements;
}

/** A comparison whose result only decides the branch after it. */
function lowerCompareAndBranch(u: UnitBuilder, block: Block, ins: Instruction, last: Instruction, branch: (edge: Edge) => E.Statement[], liveness: Liveness): E.Statement[] | null {
  if (!isFused(u, block, ins, last, liveness)) return null;
  const compare = compareExpression(u, ins);
  const before = compare.exits ? [u.quietPc(ins.pc)] : [];
  stepTypes(u.cfg, ins, u.types);
  const [taken, next] = block.edges;
  const test = last.op === Op.JumpIfTrue ? compare.expression : b.unary('!', compare.expression);
  return [...before, b.at(b.iff(test, branch(taken)), ins.pc), ...branch(next)];
}

function leaveAt(u: UnitBuilder, pc: number): E.Statement[] {
  u.exitAt(pc);
  return [b.set('pc', b.lit(pc)), b.breakTo('body')];
}

const truthy = Type.true | Type.object | Type.symbol;

const falsy = Type.false | Type.undefined | Type.null;

function lowerTerminator(u: UnitBuilder, block: Block, ins: Instruction, branch: (edge: Edge) => E.Statement[]): E.Statement[] {
  const { code } = u;
  const { pc, op } = ins;
  const a = code[pc + 1];
  const [first, second] = block.edges;
  const test = (expression: E.Expression): E.Statement[] => [b.iff(expression, branch(first)), ...branch(second)];
  /** Goes where the type of the register sends it, if that is known: types with which the test always holds, and never. */
  const decide = (always: number, never: number, expression: () => E.Expression): E.Statement[] => {
    const type = u.type(a);
    if (type === Type.none) return test(expression());
    return (type & ~always) === 0 ? branch(first) : (type & ~never) === 0 ? branch(second) : test(expression());
  };
  const nullish = (): E.Expression => b.logic('||', b.bin('===', u.r(a), b.voidZero()), b.bin('===', u.r(a), b.lit(null)));
  switch (op) {
    case Op.Jump:
      return branch(first);
    case IrOp.InlineElse:
      return test(b.unary('!', isCallee(u, ins)));
    case Op.JumpIfTrue:
      return decide(truthy, falsy, () => u.r(a));
    case Op.JumpIfFalse:
      return decide(falsy, truthy, () => b.unary('!', u.r(a)));
    case Op.JumpIfNullish:
      return decide(Type.undefined | Type.null, ~(Type.undefined | Type.null), nullish);
    case Op.JumpIfNotNullish:
      return decide(~(Type.undefined | Type.null), Type.undefined | Type.null, () => b.unary('!', nullish()));
    case Op.JumpIfUndefined:
      return decide(Type.undefined, ~Type.undefined, () => b.bin('===', u.r(a), b.voidZero()));
    case Op.JumpIfNotUndefined:
      return decide(~Type.undefined, Type.undefined, () => b.bin('!==', u.r(a), b.voidZero()));
    case Op.JumpIfFastIter:
      return decide(Type.marker, ~Type.marker, () => b.bin('===', u.r(a), u.constant(FAST_ITERATION)));
    case Op.SwitchInt: {
      const discriminant = u.r(a);
      const base = code[pc + 2];
      const cases: [E.Expression | null, E.Statement[]][] = block.edges.slice(1).map((edge, i) => [b.lit(base + i), branch(edge)]);
      return [b.switchStmt(discriminant, [...cases, [null, branch(first)]])];
    }
    case Op.Return:
      if (u.osr) return leaveAt(u, pc);
      return [...u.pay(), ...u.leaveActivation(), b.ret(u.r(a))];
    case Op.ReturnDerived: {
      if (u.osr) return leaveAt(u, pc);
      const self = code[pc + 2];
      const returns = (value: E.Expression): E.Statement[] => [...u.leaveActivation(), b.ret(value)];
      const type = u.type(a);
      if (type === Type.undefined && (u.type(self) & Type.internal) === 0) return returns(u.r(self));
      return [
        ...(type === Type.undefined ? [] : [b.iff(u.isObject(a), returns(u.r(a)))]),
        b.iff(b.logic('&&', b.bin('===', u.r(a), b.voidZero()), b.bin('!==', u.r(self), u.constant(EMPTY))), returns(u.r(self))),
        // What is wrong goes the interpreter's way, which knows whose error it is.
        ...leaveAt(u, pc),
      ];
    }
    case Op.Throw:
      return [u.pc(pc), b.at(b.throwStmt(u.r(a)), pc)];
    case Op.IterStart:
      return lowerIterStart(u, pc, block.edges, branch);
    case Op.IterStartList:
      return lowerIterStartList(u, pc, block.edges, branch);
    case Op.IterStep:
      return lowerIterStep(u, pc, block.edges, branch);
    case Op.IterStepPair:
      return lowerIterStepPair(u, pc, block.edges, branch);
    case Op.DelegateStep:
      return lowerDelegateStep(u, pc, block.edges, branch);
    case Op.ForInNext:
      return [
        u.pc(pc),
        b.at(b.set('t', meetsProxies(u, ins) ? b.call(u.rt('nextKey'), u.r(code[pc + 2])) : nextKey(u, code[pc + 2], a)), pc),
        b.iff(b.bin('===', b.id('t'), b.voidZero()), branch(first)),
        u.setR(a, b.id('t')),
        ...branch(second),
      ];
    default:
      // ThrowError, ThrowConstAssign and their like: the interpreter does them.
      if (block.edges.length === 0) return lowerSuspension(u, ins) ?? leaveAt(u, pc);
      throw new CompileRefusal(`no lowering of terminator ${ins.info.name}`);
  }
}
