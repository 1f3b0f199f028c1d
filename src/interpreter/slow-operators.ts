// Slow paths of the operators, and of conversions to primitives: everything but numbers in the loop's own cases. An operand that is an object is converted
// by self-hosted code, which then does the whole instruction.

import { Op } from '../bytecode/opcodes.ts';
import { Seen } from '../bytecode/profile.ts';
import { toHostKey, toNumber, toNumeric, toStringPrimitive, typeOf } from '../runtime/conversions.ts';
import { throwTypeError } from '../runtime/errors.ts';
import { hasProperty } from '../runtime/objects.ts';
import { isObject, type Value } from '../runtime/values.ts';
import type { Machine } from './machine.ts';
import { store, type HandlerTable } from './slow-common.ts';
import { addPrimitives, compare, numeric, unary, type NumericOperator, type UnaryOperator } from './primitive-operators.ts';

const handlers: HandlerTable = [];
export const operatorHandlers: HandlerTable = handlers;

function seenKind(v: Value): number {
  switch (typeof v) {
    case 'number':
      return Seen.number;
    case 'string':
      return Seen.string;
    case 'bigint':
      return Seen.bigint;
    case 'object':
      return v === null ? Seen.primitive : Seen.object;
    default:
      return Seen.primitive;
  }
}

const numericOperators: [name: keyof typeof Op, op: NumericOperator][] = [
  ['Sub', '-'], ['Mul', '*'], ['Div', '/'], ['Mod', '%'], ['Exp', '**'], ['BitAnd', '&'], ['BitOr', '|'], ['BitXor', '^'],
  ['Shl', '<<'], ['Shr', '>>'], ['UShr', '>>>'],
];

function binary(opcode: number, name: string, immediate: boolean, apply: (m: Machine, a: Value, b: Value) => Value): void {
  handlers[opcode] = (m, act, frame, pc) => {
    const { code, regs } = frame;
    const a = regs[code[pc + 2]];
    const b = immediate ? code[pc + 3] : regs[code[pc + 3]];
    code[pc + 4] |= seenKind(a) | seenKind(b);
    if (isObject(a) || isObject(b)) return m.callSelfHosted(act, frame, `operator_${name}`, [a, b]);
    return store(frame, pc, apply(m, a, b));
  };
}

binary(Op.Add, 'Add', false, (m, a, b) => addPrimitives(m.realm, a, b));
binary(Op.AddInt, 'Add', true, (m, a, b) => addPrimitives(m.realm, a, b));
for (const [name, op] of numericOperators) {
  binary(Op[name], name, false, (m, a, b) => numeric(m.realm, op, a, b));
  const immediate = (Op as Record<string, number>)[`${name}Int`];
  if (immediate !== undefined) binary(immediate, name, true, (m, a, b) => numeric(m.realm, op, a, b));
}
for (const [name, op] of [['Lt', '<'], ['Le', '<='], ['Gt', '>'], ['Ge', '>=']] as const) {
  binary(Op[name], name, false, (m, a, b) => compare(m.realm, op, a, b));
  binary(Op[`${name}Int`], name, true, (m, a, b) => compare(m.realm, op, a, b));
}

/** IsLooselyEqual where no object has to be converted; undefined if one has. */
function looselyEqual(a: Value, b: Value): boolean | undefined {
  const objectA = isObject(a);
  const objectB = isObject(b);
  if (objectA && objectB) return a === b;
  if (objectA || objectB) {
    const other = objectA ? b : a;
    return other === undefined || other === null ? false : undefined;
  }
  // eslint-disable-next-line eqeqeq -- IsLooselyEqual of primitives is the host's own
  return a == b;
}
for (const [name, negate] of [['Eq', false], ['Ne', true]] as const) {
  handlers[Op[name]] = (m, act, frame, pc) => {
    const { code, regs } = frame;
    const a = regs[code[pc + 2]];
    const b = regs[code[pc + 3]];
    const result = looselyEqual(a, b);
    // Objects count only where one is converted: without that the host's operator is right by itself.
    code[pc + 4] |= result === undefined ? Seen.object : (seenKind(a) | seenKind(b)) & ~Seen.object;
    if (result === undefined) return m.callSelfHosted(act, frame, `operator_${name}`, [a, b]);
    return store(frame, pc, result !== negate);
  };
}

function unaryOp(opcode: number, name: string, apply: (m: Machine, a: Value) => Value): void {
  handlers[opcode] = (m, act, frame, pc) => {
    const { code, regs } = frame;
    const a = regs[code[pc + 2]];
    code[pc + 3] |= seenKind(a);
    if (isObject(a)) return m.callSelfHosted(act, frame, `operator_${name}`, [a]);
    return store(frame, pc, apply(m, a));
  };
}
for (const [name, op] of [['Neg', '-'], ['BitNot', '~'], ['Inc', '++'], ['Dec', '--']] as [keyof typeof Op, UnaryOperator][]) {
  unaryOp(Op[name], name, (m, a) => unary(m.realm, op, a));
}
unaryOp(Op.ToNumber, 'ToNumber', (m, a) => toNumber(m.realm, a));
unaryOp(Op.ToNumeric, 'ToNumeric', (m, a) => toNumeric(m.realm, a));

handlers[Op.ToString] = (m, act, frame, pc) => {
  const a = frame.regs[frame.code[pc + 2]];
  if (isObject(a)) return m.callSelfHosted(act, frame, 'operator_ToString', [a]);
  return store(frame, pc, toStringPrimitive(m.realm, a));
};
handlers[Op.ToPropertyKey] = (m, act, frame, pc) => {
  const a = frame.regs[frame.code[pc + 2]];
  if (isObject(a)) return m.callSelfHosted(act, frame, 'operator_ToPropertyKey', [a]);
  return store(frame, pc, typeof a === 'number' || typeof a === 'symbol' ? a : String(a));
};
handlers[Op.ConvertKey] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const k = regs[code[pc + 3]];
  code[pc + 4] |= Seen.otherKey;
  if (!isObject(k)) return store(frame, pc, k);
  const o = regs[code[pc + 2]];
  if (o === undefined || o === null) throwTypeError(m.realm, `Cannot read properties of ${String(o)}`);
  return m.callSelfHosted(act, frame, 'operator_ToPropertyKey', [k]);
};
handlers[Op.Typeof] = (_m, _act, frame, pc) => store(frame, pc, typeOf(frame.regs[frame.code[pc + 2]]));
handlers[Op.In] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const key = regs[code[pc + 2]];
  const o = regs[code[pc + 3]];
  if (!isObject(o)) throwTypeError(m.realm, `Cannot use 'in' operator to search for '${isObject(key) ? '#<Object>' : String(key)}' in ${String(o)}`);
  if (isObject(key)) return m.callSelfHosted(act, frame, 'operator_In', [key, o]);
  return store(frame, pc, hasProperty(o, toHostKey(key)));
};
handlers[Op.InstanceOf] = (m, act, frame, pc) => {
  const { code, regs } = frame;
  const v = regs[code[pc + 2]];
  const target = regs[code[pc + 3]];
  if (!isObject(target)) throwTypeError(m.realm, "Right-hand side of 'instanceof' is not an object");
  const result = m.instanceOf(m.realm, v, target);
  if (result === undefined) return m.callSelfHosted(act, frame, 'operator_InstanceOf', [v, target]);
  return store(frame, pc, result);
};
