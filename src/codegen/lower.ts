// Lowering of instructions to statements.
//
// Takes a unit builder whose types are those before the instruction; gives statements that do what the opcode table says of it. An
// instruction that may trap, call or leave sets `pc` first. Where the host's operator, used bare, neither rejects nor gets right
// what the guest means, there is an explicit guard (I2). What has no lowering of its own runs the interpreter's slow path on a
// scratch frame (`execute`), so every instruction compiles.

import type * as E from 'estree';
import { Op, opcodes } from '../bytecode/opcodes.ts';
import { Seen } from '../bytecode/profile.ts';
import type { Constant } from '../bytecode/template.ts';
import type { Instruction } from '../ir/cfg.ts';
import { IrOp } from '../ir/ir-opcodes.ts';
import { convertiblesOnly, hasHostLength, makesNumber, numbersOnly, Type } from '../ir/types.ts';
import type { RegExpLiteral } from '../runtime/intrinsics/regexp-data.ts';
import { mangle } from '../runtime/keys.ts';
import { lengths } from '../runtime/objects.ts';
import type { ModuleRecord } from '../runtime/module-record.ts';
import { DEPTH, FUEL } from '../runtime/realm.ts';
import { EMPTY, FAST_ITERATION, isFunction } from '../runtime/values.ts';
import * as b from './builders.ts';
import { hostNameOf } from './for-in-names.ts';
import { lowerCall, lowerNew } from './lower-call.ts';
import { lowerByExecute, type Lowering } from './lower-execute.ts';
import { functionLowerings } from './lower-function.ts';
import { coroutineLowerings } from './lower-coroutine.ts';
import { inlineLowerings } from './lower-inline.ts';
import { nameLowerings } from './lower-names.ts';
import { objectLowerings } from './lower-object.ts';
import { lowerExportRead, readCell } from './lower-namespace.ts';
import { lowerProxied, meetsProxies } from './lower-proxy.ts';
import { scopeLiteral, slotIn } from './slot-access.ts';
import type { UnitBuilder } from './unit-builder.ts';
import { lowerVirtual } from './virtual-arguments.ts';
import { lowerVirtualList } from './virtual-lists.ts';

const lowerings: (Lowering | undefined)[] = new Array<undefined>(opcodes.length).fill(undefined);
for (const [op, lowering] of [...objectLowerings, ...functionLowerings, ...coroutineLowerings, ...inlineLowerings, ...nameLowerings]) lowerings[op] = lowering;

/** Lowers an instruction that does not end its block by a branch. */
export function lowerInstruction(u: UnitBuilder, ins: Instruction): E.Statement[] {
  const virtual = lowerVirtualList(u, ins.pc) ?? lowerVirtual(u, ins);
  if (virtual !== null) return virtual;
  const lowering = lowerings[ins.op] ?? lowerByExecute;
  return lowerProxied(u, ins, lowering) ?? lowering(u, ins);
}

const value = (make: (u: UnitBuilder, ins: Instruction) => E.Expression): Lowering => (u, ins) => [u.setR(u.code[ins.pc + 1], make(u, ins))];

lowerings[Op.LoadUndefined] = value(() => b.voidZero());
lowerings[Op.LoadNull] = value(() => b.lit(null));
lowerings[Op.LoadTrue] = value(() => b.lit(true));
lowerings[Op.LoadFalse] = value(() => b.lit(false));
lowerings[Op.LoadEmpty] = value((u) => u.constant(EMPTY));
lowerings[Op.LoadInt] = value((u, ins) => b.lit(u.code[ins.pc + 2]));
lowerings[Op.LoadConst] = value((u, ins) => {
  const constant = u.linked.template.constants[u.code[ins.pc + 2]];
  return typeof constant === 'number' || typeof constant === 'string' ? b.lit(constant) : u.constant(constant);
});
lowerings[Op.Move] = value((u, ins) => u.r(u.code[ins.pc + 2]));
lowerings[Op.LoadCallee] = value((u) => u.callee());
lowerings[Op.LoadNewTarget] = value((u) => u.newTarget());
lowerings[Op.LoadScope] = value((u) => {
  const scope = u.knownScope();
  return scope === undefined ? b.member(u.callee(), 'scope') : u.constant(scope, 'S');
});
lowerings[Op.LoadHome] = value((u) => b.member(u.callee(), 'home'));
// One object for the life of the module.
lowerings[Op.LoadImportMeta] = value((u) => u.constant((u.linked.module as ModuleRecord).meta()));
lowerings[Op.CoerceThis] = (u, ins) => {
  const self = ins.base;
  if (u.type(self) === Type.object) return [];
  return [b.iff(b.logic('||', b.bin('!==', b.unary('typeof', u.r(self)), b.lit('object')), b.bin('===', u.r(self), b.lit(null))), [u.setR(self, b.call(u.rt('coerceThis'), u.r(self)))])];
};
const checkEmpty: Lowering = (u, ins) => {
  const r = u.code[ins.pc + 1];
  if ((u.type(r) & Type.internal) === 0) return [];
  // The interpreter executes the instruction again and throws.
  return [b.iff(b.bin('===', u.r(r), u.constant(EMPTY)), [u.quietPc(ins.pc), b.breakTo('body')])];
};
lowerings[Op.CheckEmpty] = checkEmpty;
lowerings[Op.CheckThis] = checkEmpty;
lowerings[Op.CheckNotInitialised] = (u, ins) => u.type(u.code[ins.pc + 1]) === Type.internal ? [] : [b.iff(b.bin('!==', u.r(u.code[ins.pc + 1]), u.constant(EMPTY)), [u.quietPc(ins.pc), b.breakTo('body')])];
lowerings[Op.CheckObject] = (u, ins) => {
  const r = u.code[ins.pc + 1];
  if (u.type(r) === Type.object) return [];
  return [b.iff(b.logic('||', b.bin('!==', b.unary('typeof', u.r(r)), b.lit('object')), b.bin('===', u.r(r), b.lit(null))), [u.quietPc(ins.pc), b.breakTo('body')])];
};
lowerings[Op.CheckCoercible] = (u, ins) => {
  const r = u.code[ins.pc + 1];
  if ((u.type(r) & (Type.undefined | Type.null)) === 0) return [];
  return [b.iff(b.logic('||', b.bin('===', u.r(r), b.voidZero()), b.bin('===', u.r(r), b.lit(null))), [u.quietPc(ins.pc), b.breakTo('body')])];
};

// --- Scopes.

lowerings[Op.NewScope] = value((u, ins) => {
  const shape = u.linked.template.scopes[u.code[ins.pc + 3]];
  return scopeLiteral(u.r(u.code[ins.pc + 2]), shape.names.length, (i) => (shape.lexical[i] ? u.constant(EMPTY) : b.voidZero()));
});
lowerings[Op.CopyScope] = value((u, ins) => {
  const shape = u.linked.template.scopes[u.code[ins.pc + 3]];
  const from = u.code[ins.pc + 2];
  return scopeLiteral(b.member(u.r(from), 'up'), shape.names.length, (i) => slotIn(u.r(from), i));
});
function slotOf(u: UnitBuilder, scope: number, hops: number, slot: number): E.MemberExpression {
  let object: E.Expression = u.r(scope);
  for (let i = 0; i < hops; i++) object = b.member(object, 'up');
  return slotIn(object, slot);
}
/** The instruction with what the slot holds for good in its place; null if that is not known. */
function lowerFixed(u: UnitBuilder, ins: Instruction): E.Statement[] | null {
  const value = u.fixedValue(ins.pc, u.code[ins.pc + 3], u.code[ins.pc + 4]);
  if (value === EMPTY) return null;
  const dst = u.code[ins.pc + 1];
  if (typeof value === 'number') return [b.at(u.setR(dst, b.lit(value)), ins.pc)];
  const inText = value === null || typeof value === 'boolean' || (typeof value === 'string' && value.length <= MAX_TEXT);
  return u.result(ins.pc, dst, inText ? b.lit(value) : u.constant(value, isFunction(value) ? 'F' : 'K'), false);
}
/** Longer strings are constants of the unit. */
const MAX_TEXT = 40;

lowerings[Op.GetSlot] = (u, ins) => lowerFixed(u, ins) ?? u.result(ins.pc, u.code[ins.pc + 1], slotOf(u, u.code[ins.pc + 2], u.code[ins.pc + 3], u.code[ins.pc + 4]), false);
lowerings[Op.GetSlotChecked] = (u, ins) => lowerFixed(u, ins) ?? [
  b.set('t', slotOf(u, u.code[ins.pc + 2], u.code[ins.pc + 3], u.code[ins.pc + 4])),
  b.iff(b.bin('===', b.id('t'), u.constant(EMPTY)), [u.quietPc(ins.pc), b.breakTo('body')]),
  ...u.result(ins.pc, u.code[ins.pc + 1], b.id('t'), false),
];
lowerings[Op.SetSlot] = (u, ins) => [b.stmt(b.assign(slotOf(u, u.code[ins.pc + 1], u.code[ins.pc + 2], u.code[ins.pc + 3]), u.r(u.code[ins.pc + 4])))];
lowerings[Op.SetSlotChecked] = (u, ins) => {
  const slot = () => slotOf(u, u.code[ins.pc + 1], u.code[ins.pc + 2], u.code[ins.pc + 3]);
  return [b.iff(b.bin('===', slot(), u.constant(EMPTY)), [u.quietPc(ins.pc), b.breakTo('body')]), b.stmt(b.assign(slot(), u.r(u.code[ins.pc + 4])))];
};

// --- Globals: the cell answers unless it is EMPTY (globals.ts).

/** The global has a value now; where it has none any more the unit is left. */
function readsCell(u: UnitBuilder, pc: number): boolean {
  return u.optimisations.speculate && u.linked.cell(u.code[pc + 2]).v !== EMPTY;
}
lowerings[Op.GetGlobal] = (u, ins) => {
  const of = u.linked.cell(u.code[ins.pc + 2]);
  return readsCell(u, ins.pc) ? [u.quietPc(ins.pc), ...readCell(u, ins, of)] : asksCell(u, ins, false);
};
lowerings[Op.GetGlobalOrUndefined] = (u, ins) => asksCell(u, ins, true);
/** The value in the cell, or what its global object says. */
function asksCell(u: UnitBuilder, ins: Instruction, orUndefined: boolean): E.Statement[] {
  const cell = u.constant(u.linked.cell(u.code[ins.pc + 2]), 'G');
  return [
    b.set('t', b.member(cell, 'v')),
    b.iff(b.bin('===', b.id('t'), u.constant(EMPTY)), [u.pc(ins.pc), b.at(b.set('t', b.call(u.rt('getGlobal'), cell, b.lit(orUndefined), b.lit(u.linked.template.names[u.code[ins.pc + 2]]))), ins.pc)]),
    ...u.result(ins.pc, u.code[ins.pc + 1], b.id('t'), false),
  ];
}
lowerings[Op.SetGlobal] = (u, ins) => {
  const to = u.linked.cell(u.code[ins.pc + 1]);
  const cell = u.constant(to, 'G');
  const value = (): E.Expression => u.r(u.code[ins.pc + 2]);
  // No unit gets a box for it from now on.
  to.varies = true;
  const boxes = to.box === null ? [] : [b.stmt(b.assign(b.member(u.constant(to.box, 'B'), 'v'), value()))];
  return [
    b.iff(
      b.logic('&&', b.member(cell, 'writable'), b.bin('!==', b.member(cell, 'v'), u.constant(EMPTY))),
      [b.stmt(b.assign(b.member(cell, 'v'), value())), ...boxes],
      [u.pc(ins.pc), b.at(b.stmt(b.call(u.rt('setGlobal'), cell, u.r(u.code[ins.pc + 2]), b.lit(u.linked.template.strict))), ins.pc)],
    ),
  ];
};
lowerings[Op.InitGlobal] = (u, ins) => [b.stmt(b.call(u.rt('initGlobal'), u.constant(u.linked.cell(u.code[ins.pc + 1]), 'G'), u.r(u.code[ins.pc + 2])))];

// --- Operators.

const signs: Record<string, E.BinaryOperator> = {
  Add: '+', Sub: '-', Mul: '*', Div: '/', Mod: '%', Exp: '**', BitAnd: '&', BitOr: '|', BitXor: '^', Shl: '<<', Shr: '>>', UShr: '>>>',
  Lt: '<', Le: '<=', Gt: '>', Ge: '>=', Eq: '==', Ne: '!=', StrictEq: '===', StrictNe: '!==',
};
const arithmetic = ['Sub', 'Mul', 'Div', 'Mod', 'Exp', 'BitAnd', 'BitOr', 'BitXor', 'Shl', 'Shr', 'UShr'] as const;
const comparisons = ['Lt', 'Le', 'Gt', 'Ge', 'Eq', 'Ne'] as const;

function right(u: UnitBuilder, ins: Instruction, immediate: boolean): E.Expression {
  return immediate ? b.lit(u.code[ins.pc + 3]) : u.r(u.code[ins.pc + 3]);
}
/** Whatever the operands are, the host's operator gives the number that the guest means, and does not trap. */
function isNumeric(u: UnitBuilder, ins: Instruction, immediate: boolean): boolean {
  return makesNumber(ins.op, u.type(u.code[ins.pc + 2]), immediate ? Type.number : u.type(u.code[ins.pc + 3]));
}
/** The instruction has given nothing but numbers: it is the host's operator, with a guard of the result. */
function isGuarded(u: UnitBuilder, ins: Instruction, immediate: boolean): boolean {
  const profile = u.code[ins.pc + 4];
  return u.optimisations.speculate && convertiblesOnly(profile) && !((ins.op === Op.Add || ins.op === Op.AddInt) && meetsStrings(u, ins, immediate));
}
function meetsStrings(u: UnitBuilder, ins: Instruction, immediate: boolean): boolean {
  return (u.code[ins.pc + 4] & Seen.string) !== 0 || u.type(u.code[ins.pc + 2]) === Type.string || (!immediate && u.type(u.code[ins.pc + 3]) === Type.string);
}
/** Where an operator on two bigints charges nothing (interpreter/primitive-operators.ts) and gives a bigint; null where that is not known. */
function chargesNothing(u: UnitBuilder, op: number, left: E.Expression, right: E.Expression): E.Expression | null {
  const isShort = (e: E.Expression): E.Expression => b.call(u.rt('isShortBigint'), e);
  switch (op) {
    case Op.Exp:
    case Op.Shl:
    case Op.UShr:
      return null;
    case Op.Div:
    case Op.Mod:
      return b.logic('&&', b.logic('&&', isShort(left), isShort(right)), b.bin('!==', right, u.constant(0n)));
    case Op.Shr:
      return b.logic('&&', isShort(left), b.bin('>=', right, u.constant(0n)));
    default:
      return b.logic('&&', isShort(left), isShort(right));
  }
}
function generic2(u: UnitBuilder, ins: Instruction, immediate: boolean): E.Statement[] {
  const left = u.code[ins.pc + 2];
  const general = b.call(u.rt('operator2'), b.lit(ins.op), u.r(left), right(u, ins, immediate));
  const onBigints = u.support.bigintOperators[ins.op];
  if (immediate || onBigints === undefined || u.code[ins.pc + 4] !== Seen.bigint) return [u.pc(ins.pc), b.at(u.setR(u.code[ins.pc + 1], general), ins.pc)];
  const isBigint = (r: number): E.Expression => b.bin('===', b.unary('typeof', u.r(r)), b.lit('bigint'));
  const other = u.code[ins.pc + 3];
  const charging = b.call(u.constant(onBigints, 'N'), u.r(left), u.r(other));
  const free = chargesNothing(u, ins.op, u.r(left), u.r(other));
  const onBoth = free === null ? charging : b.cond(free, b.bin(signs[opcodes[ins.op].name], u.r(left), u.r(other)), charging);
  const value = b.cond(b.logic('&&', isBigint(left), isBigint(other)), onBoth, general);
  return [u.pc(ins.pc), b.at(u.setR(u.code[ins.pc + 1], value), ins.pc)];
}
const isNotType = (name: string, type: string): E.Expression => b.bin('!==', b.unary('typeof', b.id(name)), b.lit(type));
/** dst = what has to be a number, or the unit is left and the instruction goes again. */
function numberOnly(u: UnitBuilder, ins: Instruction, expression: E.Expression): E.Statement[] {
  const { target } = u;
  // A variable that holds nothing at the exit may have been assigned to there.
  const isFree = target !== null && ![...u.aliases.values()].includes(target.name);
  const name = isFree ? target.name : 't';
  const head = [u.quietPc(ins.pc), b.at(b.set(name, expression), ins.pc), u.guard(isNotType(name, 'number'))];
  return isFree ? head : [...head, u.setR(u.code[ins.pc + 1], b.id('t'))];
}

for (const name of arithmetic) {
  for (const immediate of [false, true]) {
    const opcode = (Op as Record<string, number>)[immediate ? name + 'Int' : name];
    if (opcode === undefined) continue;
    lowerings[opcode] = (u, ins) => {
      const dst = u.code[ins.pc + 1];
      const expression = () => b.bin(signs[name], u.r(u.code[ins.pc + 2]), right(u, ins, immediate));
      if (isNumeric(u, ins, immediate)) return [u.setR(dst, expression())];
      if (!isGuarded(u, ins, immediate)) return generic2(u, ins, immediate);
      // Objects, symbols and mixed bigints trap; what else is not a number is a bigint.
      return numberOnly(u, ins, expression());
    };
  }
}
for (const immediate of [false, true]) {
  lowerings[immediate ? Op.AddInt : Op.Add] = (u, ins) => {
    const dst = u.code[ins.pc + 1];
    const expression = () => b.bin('+', u.r(u.code[ins.pc + 2]), right(u, ins, immediate));
    if (isNumeric(u, ins, immediate)) return [u.setR(dst, expression())];
    if (!u.optimisations.speculate || !convertiblesOnly(u.code[ins.pc + 4])) return generic2(u, ins, immediate);
    if (!meetsStrings(u, ins, immediate)) return numberOnly(u, ins, expression());
    const charge = b.iff(b.bin('>', b.member(b.id('t'), 'length'), b.lit(1023)), [b.stmt(b.call(u.rt('chargeString'), b.member(b.id('t'), 'length')))]);
    return [
      u.pc(ins.pc),
      b.at(b.set('t', expression()), ins.pc),
      b.iff(b.bin('===', b.unary('typeof', b.id('t')), b.lit('string')), [charge], [u.guard(isNotType('t', 'number'))]),
      u.setR(dst, b.id('t')),
    ];
  };
}
for (const name of comparisons) {
  for (const immediate of [false, true]) {
    const opcode = (Op as Record<string, number>)[immediate ? name + 'Int' : name];
    if (opcode === undefined) continue;
    lowerings[opcode] = (u, ins) => {
      const dst = u.code[ins.pc + 1];
      const compare = b.bin(signs[name], u.r(u.code[ins.pc + 2]), right(u, ins, immediate));
      if (isNumeric(u, ins, immediate)) return [u.setR(dst, compare)];
      if ((u.code[ins.pc + 4] & (Seen.trapped | Seen.object)) !== 0) return generic2(u, ins, immediate);
      // The host compares primitives as the guest does; objects that would be converted trap.
      return [u.quietPc(ins.pc), b.at(u.setR(dst, compare), ins.pc)];
    };
  }
}
for (const name of ['StrictEq', 'StrictNe'] as const) {
  lowerings[Op[name]] = value((u, ins) => b.bin(signs[name], u.r(u.code[ins.pc + 2]), u.r(u.code[ins.pc + 3])));
  lowerings[Op[`${name}Int`]] = value((u, ins) => b.bin(signs[name], u.r(u.code[ins.pc + 2]), b.lit(u.code[ins.pc + 3])));
}
/** A comparison that gives a boolean without a guard of its own. */
export function isComparison(u: UnitBuilder, ins: Instruction): boolean {
  const { name } = ins.info;
  const base = name.endsWith('Int') ? name.slice(0, -3) : name;
  if (base === 'StrictEq' || base === 'StrictNe') return true;
  return (comparisons as readonly string[]).includes(base) && (u.code[ins.pc + 4] & (Seen.trapped | Seen.object)) === 0;
}

/** The expression of what `isComparison` accepts, and whether it can trap. */
export function compareExpression(u: UnitBuilder, ins: Instruction): { expression: E.Expression; exits: boolean } {
  const { name } = ins.info;
  const immediate = name.endsWith('Int');
  const base = immediate ? name.slice(0, -3) : name;
  const exits = !base.startsWith('Strict') && !isNumeric(u, ins, immediate);
  return { expression: b.bin(signs[base], u.r(u.code[ins.pc + 2]), right(u, ins, immediate)), exits };
}

lowerings[Op.Not] = value((u, ins) => b.unary('!', u.r(u.code[ins.pc + 2])));
lowerings[Op.Typeof] = (u, ins) => {
  const a = () => u.r(u.code[ins.pc + 2]);
  return [u.setR(u.code[ins.pc + 1], b.cond(b.bin('===', b.unary('typeof', a()), b.lit('object')), b.call(u.rt('typeOf'), a()), b.unary('typeof', a())))];
};
function lowerUnary(op: number, expression: (a: E.Expression) => E.Expression): void {
  lowerings[op] = (u, ins) => {
    const dst = u.code[ins.pc + 1];
    const a = u.code[ins.pc + 2];
    const profile = u.code[ins.pc + 3];
    const converted = () => expression(u.isNumber(a) ? u.r(a) : b.unary('+', u.r(a)));
    if (makesNumber(op, u.type(a), Type.number)) return [u.setR(dst, converted())];
    if (!u.optimisations.speculate || !convertiblesOnly(profile)) {
      return [u.pc(ins.pc), b.at(u.setR(dst, b.call(u.rt('operator1'), b.lit(op), u.r(a))), ins.pc)];
    }
    // A string with 1 added to it is no number; other primitives give the number that they are to give.
    if (numbersOnly(profile) && (op === Op.Inc || op === Op.Dec)) return numberOnly(u, ins, expression(u.r(a)));
    // Of a bigint there is no unary plus: it traps, as objects and symbols do.
    if (!numbersOnly(profile)) return [u.quietPc(ins.pc), b.at(u.setR(dst, converted()), ins.pc)];
    return [u.quietPc(ins.pc), u.guard(b.bin('!==', b.unary('typeof', u.r(a)), b.lit('number'))), u.setR(dst, expression(u.r(a)))];
  };
}
lowerUnary(Op.Neg, (a) => b.unary('-', a));
lowerUnary(Op.BitNot, (a) => b.unary('~', a));
lowerUnary(Op.ToNumeric, (a) => a);
lowerUnary(Op.ToNumber, (a) => a);
lowerUnary(Op.Inc, (a) => b.bin('+', a, b.lit(1)));
lowerUnary(Op.Dec, (a) => b.bin('-', a, b.lit(1)));
lowerings[Op.ToString] = (u, ins) => {
  const a = u.code[ins.pc + 2];
  const dst = u.code[ins.pc + 1];
  if (u.type(a) === Type.string) return [u.setR(dst, u.r(a))];
  return [
    b.iff(
      b.bin('===', b.unary('typeof', u.r(a)), b.lit('string')),
      [u.setR(dst, u.r(a))],
      [b.iff(b.bin('===', b.unary('typeof', u.r(a)), b.lit('number')), [u.setR(dst, b.bin('+', b.lit(''), u.r(a)))], lowerByExecute(u, ins))],
    ),
  ];
};

// --- Properties.

lowerings[Op.GetProp] = (u, ins) => {
  const o = u.code[ins.pc + 2];
  const dst = u.code[ins.pc + 1];
  const key = u.linked.keys[u.code[ins.pc + 3]] as string;
  const read = b.prop(u.r(o), key);
  const binding = lowerExportRead(u, ins, o, key);
  if (binding !== null) return binding;
  if ((u.code[ins.pc + 4] & Seen.trapped) !== 0) return [u.pc(ins.pc), ...u.result(ins.pc, dst, b.call(u.rt('getPrimitive'), u.r(o), b.lit(key)))];
  // In the emptied realm the host finds the guest's prototypes of primitives by itself. Elsewhere a primitive reads undefined, and the slow
  // path looks again (I2).
  if (u.type(o) === Type.object || u.realm.host.emptied) return [u.pc(ins.pc), ...u.result(ins.pc, dst, read)];
  return [
    u.pc(ins.pc),
    b.at(b.set('t', read), ins.pc),
    b.iff(b.logic('&&', b.bin('===', b.id('t'), b.voidZero()), b.bin('!==', b.unary('typeof', u.r(o)), b.lit('object'))), [
      b.at(b.set('t', b.call(u.rt('getPrimitive'), u.r(o), b.lit(key))), ins.pc),
    ]),
    ...u.result(ins.pc, dst, b.id('t')),
  ];
};
lowerings[Op.SetProp] = (u, ins) => {
  const { code } = u;
  const o = code[ins.pc + 1];
  const key = u.linked.keys[code[ins.pc + 2]] as string;
  const v = code[ins.pc + 3];
  const general = b.at(b.stmt(b.call(u.rt('setProperty'), u.r(o), b.lit(key), u.r(v), b.lit(u.linked.template.strict))), ins.pc);
  if ((code[ins.pc + 4] & (Seen.trapped | Seen.primitive)) !== 0 || (key === '$length' && !u.realm.host.emptied)) return [u.pc(ins.pc), general];
  if (key === '$length') {
    const assigned = b.at(b.stmt(b.assign(b.member(u.r(o), key), u.r(v))), ins.pc);
    // Arrays and their like have no such property of their own.
    const isOwn = b.logic('&&', b.bin('===', b.unary('typeof', u.r(o)), b.lit('object')), b.logic('&&', b.bin('!==', u.r(o), b.lit(null)), b.call(u.rt('hasOwn'), u.r(o), b.lit(key))));
    return [u.pc(ins.pc), b.iff(isOwn, [assigned], [general])];
  }
  return [u.pc(ins.pc), b.at(b.stmt(b.assign(b.prop(u.r(o), key), u.r(v))), ins.pc)];
};
lowerings[Op.GetLength] = (u, ins) => {
  const o = u.code[ins.pc + 2];
  const dst = u.code[ins.pc + 1];
  const profile = u.code[ins.pc + 3];
  const length = () => b.member(u.r(o), 'length');
  if (profile === 0 && u.optimisations.speculate) return [u.quietPc(ins.pc), u.guard(b.unary('!', b.call(u.rt('isArray'), u.r(o)))), u.setR(dst, length())];
  if (profile === Seen.view && u.optimisations.speculate) {
    // The host's own length of an array or a typed array, as long as no guest has put another in its place (protectors.ts).
    const isKnown = b.logic('||', b.call(u.rt('isView'), u.r(o)), b.call(u.rt('isArray'), u.r(o)));
    return [
      u.pc(ins.pc),
      u.guard(b.unary('!', b.logic('&&', b.member(u.constant(u.realm.protectors.viewLength), 'plain'), isKnown))),
      b.set('t', length()),
      u.guard(isNotType('t', 'number')),
      u.setR(dst, b.id('t')),
    ];
  }
  if (profile === Seen.string && u.optimisations.speculate) {
    const read = u.setR(dst, length());
    return u.type(o) === Type.string ? [read] : [u.quietPc(ins.pc), u.guard(b.bin('!==', b.unary('typeof', u.r(o)), b.lit('string'))), read];
  }
  const isHosts = b.logic('||', b.call(u.rt('isArray'), u.r(o)), b.bin('===', b.unary('typeof', u.r(o)), b.lit('string')));
  if (hasHostLength(profile) && u.optimisations.speculate) return [u.quietPc(ins.pc), u.guard(b.unary('!', isHosts)), u.setR(dst, length())];
  const general = b.call(u.rt('getLength'), u.r(o));
  if ((profile & Seen.object) === 0 || !u.realm.host.emptied) return [u.pc(ins.pc), b.at(u.setR(dst, b.cond(isHosts, length(), general)), ins.pc)];
  return [u.pc(ins.pc), b.at(u.setR(dst, b.cond(isHosts, length(), b.cond(hasPlainLength(u, o), b.id('t'), general))), ins.pc)];
};
/** `o` is an object with a property `length` that is not the host's; its value is then in `t`. */
function hasPlainLength(u: UnitBuilder, o: number): E.Expression {
  const found = b.bin('!==', b.assign(b.id('t'), b.member(u.r(o), '$length')), b.voidZero());
  // A getter that gave undefined must not be called again.
  return b.logic('&&', b.logic('&&', u.isObject(o), b.member(u.constant(lengths), 'plain')), b.logic('||', found, b.bin('in', b.lit('$length'), u.r(o))));
}
lowerings[Op.GetElem] = (u, ins) => {
  const { code } = u;
  const o = code[ins.pc + 2];
  const k = code[ins.pc + 3];
  const dst = code[ins.pc + 1];
  const profile = code[ins.pc + 4];
  const general = b.call(u.rt('getElement'), u.r(o), u.r(k));
  if ((profile & Seen.trapped) !== 0) return [u.pc(ins.pc), ...u.result(ins.pc, dst, general)];
  const bare = u.result(ins.pc, dst, u.element(u.r(o), u.r(k)));
  // With a key of type number the bare read is right for every receiver: undefined and null trap.
  if (u.isNumber(k)) return [u.pc(ins.pc), ...bare];
  if ((profile & (Seen.stringKey | Seen.otherKey)) === 0 && u.optimisations.speculate) {
    return [u.pc(ins.pc), u.guard(b.bin('!==', b.unary('typeof', u.r(k)), b.lit('number'))), ...bare];
  }
  if ((profile & Seen.otherKey) !== 0) return [u.pc(ins.pc), ...u.result(ins.pc, dst, b.cond(hasSymbolKey(u, o, k), b.index(u.r(o), u.r(k)), general))];
  // The access itself is in the unit, where V8 learns which objects and keys meet here.
  return [u.pc(ins.pc), ...u.result(ins.pc, dst, b.cond(isOrdinaryAccess(u, o, k), b.index(u.r(o), b.id('t')), general))];
};
/** `k` is a symbol and `o` an object. */
function hasSymbolKey(u: UnitBuilder, o: number, k: number): E.Expression {
  return b.logic('&&', b.bin('===', b.unary('typeof', u.r(k)), b.lit('symbol')), u.isObject(o));
}
/** `k` is a name that can be accessed as it is, which is then in `t`, and `o` an object. */
function isOrdinaryAccess(u: UnitBuilder, o: number, k: number): E.Expression {
  const isName = b.logic('&&', b.bin('===', b.unary('typeof', u.r(k)), b.lit('string')), b.bin('!==', b.assign(b.id('t'), hostNameOf(u, k, 'ordinaryName')), b.lit('')));
  return u.type(o) === Type.object ? isName : b.logic('&&', u.isObject(o), isName);
}
lowerings[Op.SetElem] = (u, ins) => {
  const { code } = u;
  const o = code[ins.pc + 1];
  const k = code[ins.pc + 2];
  const v = code[ins.pc + 3];
  const profile = code[ins.pc + 4];
  const generic = () => [u.pc(ins.pc), b.at(b.stmt(b.call(u.rt('setElement'), u.r(o), u.r(k), u.r(v), b.lit(u.linked.template.strict))), ins.pc)];
  if ((profile & (Seen.trapped | Seen.primitive)) !== 0) return generic();
  const bare = b.at(u.setElement(u.r(o), u.r(k), u.r(v)), ins.pc);
  if (u.isNumber(k)) return [u.pc(ins.pc), bare];
  if ((profile & (Seen.stringKey | Seen.otherKey)) === 0 && u.optimisations.speculate) {
    return [u.pc(ins.pc), u.guard(b.bin('!==', b.unary('typeof', u.r(k)), b.lit('number'))), bare];
  }
  if ((profile & Seen.otherKey) !== 0) return [u.pc(ins.pc), b.iff(hasSymbolKey(u, o, k), [b.at(b.stmt(b.assign(b.index(u.r(o), u.r(k)), u.r(v))), ins.pc)], generic().slice(1))];
  const named = b.at(b.stmt(b.assign(b.index(u.r(o), b.id('t')), u.r(v))), ins.pc);
  return [u.pc(ins.pc), b.iff(isOrdinaryAccess(u, o, k), [named], generic().slice(1))];
};

// --- Literals and closures.

lowerings[Op.NewObject] = (u, ins) => {
  const { code, linked } = u;
  const { keys } = linked.template.constants[code[ins.pc + 2]] as Extract<Constant, { type: 'keys' }>;
  if (!u.realm.host.emptied) return lowerByExecute(u, ins);
  return [u.setR(code[ins.pc + 1], b.objectLiteral(keys.map((key, i): [string, E.Expression] => [mangle(key), u.r(code[ins.pc + 4 + i])])))];
};
lowerings[Op.NewRegExp] = (u, ins) => {
  const { source, flags } = u.linked.template.constants[u.code[ins.pc + 2]] as Extract<Constant, { type: 'regexp' }>;
  const literal: RegExpLiteral = { source, flags, compiled: null };
  return [u.pc(ins.pc), b.at(u.setR(u.code[ins.pc + 1], b.call(u.rt('createRegExp'), u.constant(literal, 'P'))), ins.pc)];
};
lowerings[Op.NewArray] = (u, ins) => {
  const { code } = u;
  if (!u.realm.host.emptied) return lowerByExecute(u, ins);
  const count = code[ins.pc + 2];
  return [u.setR(code[ins.pc + 1], b.array(...Array.from({ length: count }, (_, i) => u.r(code[ins.pc + 3 + i]))))];
};
lowerings[Op.NewClosure] = (u, ins) => {
  const { code, linked } = u;
  const child = linked.child(code[ins.pc + 2]);
  child.expectClosures();
  const L = u.constant(child, 'T');
  return [
    u.setR(
      code[ins.pc + 1],
      b.newExpr(
        u.constant(child.guestFunction, 'Closure'), b.member(L, 'entry'), L, u.r(code[ins.pc + 3]),
        child.construct === null ? b.lit(null) : u.constant(child.construct), u.constant(child.initialProto), b.lit(child.lazy), b.lit(null),
      ),
    ),
  ];
};

lowerings[Op.Call] = lowerCall;
lowerings[Op.New] = lowerNew;

// --- Blocks.

/** The leader of a block: the charge, which has been made for a Block where control joins, and the safepoint of Entry and Loop. */
export function lowerLeader(u: UnitBuilder, ins: Instruction, joins: boolean): E.Statement[] {
  const charge = u.chargeAt(ins.pc);
  if (ins.op !== Op.Block || !joins) u.unpaid += charge;
  if (ins.pc === 0 && !u.osr) {
    // At the entry of the unit the fuel is looked at together with the depth (unit-function.ts); inlined activations have entries of their own.
    u.exits.add(0);
    return [];
  }
  if (ins.op === Op.Block || (charge === 0 && !u.metered)) return [];
  // A negative pc tells a safepoint from a guard: execution goes on after the leader.
  u.exits.add(ins.pc + 3);
  u.exitUnpaid.set(~(ins.pc + 3), u.unpaid);
  const left = u.quiet ? b.bin('-', u.cell(FUEL), b.id('q')) : u.cell(FUEL);
  return [b.at(b.iff(b.bin('<', left, b.lit(u.unpaid)), [b.set('pc', b.lit(~(ins.pc + 3))), b.breakTo('body')]), ins.pc)];
}

/** The instruction is lowered to a bare property access of the host: nothing but an accessor runs. */
export function isBareAccess(u: UnitBuilder, ins: Instruction): boolean {
  const { code } = u;
  const { op, pc } = ins;
  if (meetsProxies(u, ins)) return false;
  const profile = code[pc + 4];
  const hasNumberKey = (k: number): boolean => u.isNumber(k) || ((profile & (Seen.stringKey | Seen.otherKey)) === 0 && u.optimisations.speculate);
  switch (op) {
    case Op.GetProp:
      return (profile & Seen.trapped) === 0 && (u.realm.host.emptied || u.type(code[pc + 2]) === Type.object);
    case Op.GetElem:
      return (profile & Seen.trapped) === 0 && hasNumberKey(code[pc + 3]);
    case Op.SetProp:
      return u.linked.keys[code[pc + 2]] !== '$length' && (profile & (Seen.trapped | Seen.primitive)) === 0;
    case Op.SetElem:
      return (profile & (Seen.trapped | Seen.primitive)) === 0 && hasNumberKey(code[pc + 2]);
    default:
      return false;
  }
}

const silent = new Set<number>([
  Op.Jump, Op.JumpIfTrue, Op.JumpIfFalse, Op.JumpIfNullish, Op.JumpIfNotNullish, Op.JumpIfUndefined, Op.JumpIfNotUndefined, Op.JumpIfFastIter,
  Op.SwitchInt, Op.Return, Op.IterStart, Op.IterStartList, Op.LoadUndefined, Op.LoadNull, Op.LoadTrue, Op.LoadFalse, Op.LoadEmpty, Op.LoadInt,
  Op.LoadConst, Op.Move, Op.LoadCallee, Op.LoadNewTarget, Op.LoadScope, Op.LoadHome, Op.LoadImportMeta, Op.LoadIntrinsic, Op.CheckEmpty, Op.CheckThis,
  Op.CheckNotInitialised, Op.CheckObject, Op.CheckCoercible, Op.NewScope, Op.CopyScope, Op.GetSlot, Op.GetSlotChecked, Op.SetSlot, Op.SetSlotChecked,
  IrOp.InlineGuard, IrOp.InlineElse, IrOp.InlineThis, IrOp.InlineEnter, IrOp.InlineExit, IrOp.InlineResult,
  Op.InitGlobal, Op.StrictEq, Op.StrictNe, Op.StrictEqInt, Op.StrictNeInt, Op.Not, Op.Typeof, Op.NewClosure,
]);

/** As it is lowered here, the instruction runs nothing that could notice fuel that is not charged yet. */
export function isSilent(u: UnitBuilder, ins: Instruction): boolean {
  const { code } = u;
  const { op, pc, info } = ins;
  if (silent.has(op)) return true;
  if (op === Op.GetGlobal) return readsCell(u, pc);
  if (op === Op.GetLength) return u.virtualArguments.some(({ uses }) => uses.has(pc)) || (u.optimisations.speculate && hasHostLength(code[pc + 3]));
  if (info.operands[3] === 'profile' && op !== Op.GetProp && op !== Op.GetElem && op !== Op.SetElem && op !== Op.SetProp) {
    if (isComparison(u, ins)) return true;
    const immediate = info.operands[2] === 'imm';
    return isNumeric(u, ins, immediate) || isGuarded(u, ins, immediate);
  }
  if (info.operands[2] === 'profile') return makesNumber(op, u.type(code[pc + 2]), Type.number) || (u.optimisations.speculate && convertiblesOnly(code[pc + 3]));
  return false;
}

export { DEPTH, FAST_ITERATION };
