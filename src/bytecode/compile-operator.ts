// The binary operators: which instructions they are, and which take a small integer as they are.
import type { Expression } from 'acorn';
import type { FunctionCompiler } from './compile-function.ts';
import { numberOf } from './compile-literal.ts';
import { literalOf } from './compile-variable.ts';
import { Op } from './opcodes.ts';

/** Code of the binary operators: with two registers, and with a small integer on the right. */
export const binaryOps: Record<string, { readonly op: number; readonly int?: number; readonly flipped?: number; readonly flippedInt?: number }> = {
  '+': { op: Op.Add, int: Op.AddInt },
  '-': { op: Op.Sub, int: Op.SubInt },
  '*': { op: Op.Mul, int: Op.MulInt, flippedInt: Op.MulInt },
  '/': { op: Op.Div },
  '%': { op: Op.Mod },
  '**': { op: Op.Exp },
  '&': { op: Op.BitAnd, int: Op.BitAndInt, flippedInt: Op.BitAndInt },
  '|': { op: Op.BitOr, int: Op.BitOrInt, flippedInt: Op.BitOrInt },
  '^': { op: Op.BitXor },
  '<<': { op: Op.Shl, int: Op.ShlInt },
  '>>': { op: Op.Shr, int: Op.ShrInt },
  '>>>': { op: Op.UShr, int: Op.UShrInt },
  '<': { op: Op.Lt, int: Op.LtInt, flippedInt: Op.GtInt },
  '<=': { op: Op.Le, int: Op.LeInt, flippedInt: Op.GeInt },
  '>': { op: Op.Gt, int: Op.GtInt, flippedInt: Op.LtInt },
  '>=': { op: Op.Ge, int: Op.GeInt, flippedInt: Op.LeInt },
  '==': { op: Op.Eq },
  '!=': { op: Op.Ne },
  '===': { op: Op.StrictEq, int: Op.StrictEqInt, flippedInt: Op.StrictEqInt },
  '!==': { op: Op.StrictNe, int: Op.StrictNeInt, flippedInt: Op.StrictNeInt },
  in: { op: Op.In },
  instanceof: { op: Op.InstanceOf },
};

/** r[dst] = r[left] operator right, the right operand still to be compiled. */
export function emitBinaryWith(c: FunctionCompiler, operator: string, dst: number, left: number, right: Expression, offset: number): void {
  const { int, op } = binaryOps[operator];
  const immediate = int === undefined ? null : immediateOf(literalOf(c, right));
  if (immediate !== null) {
    c.e.at(offset);
    c.e.emit(int as number, dst, left, immediate);
    return;
  }
  const mark = c.mark();
  const operand = c.operand(right);
  c.e.at(offset);
  c.e.emit(op, dst, left, operand);
  c.release(mark);
}

const limit = 2 ** 30;

/** The value of a literal that fits an immediate operand, or null. */
export function immediateOf(node: Expression): number | null {
  const value = numberOf(node);
  if (value === null || !Number.isInteger(value) || value > limit || value < -limit || Object.is(value, -0)) return null;
  return value;
}

/** The jump that leaves with the left value. */
export function shortCircuit(operator: string): number {
  if (operator.startsWith('&&')) return Op.JumpIfFalse;
  return operator.startsWith('||') ? Op.JumpIfTrue : Op.JumpIfNotNullish;
}

/** The value of the expression is no object, whatever its operands are: as a property key it needs no conversion by guest code. */
export function isPrimitive(node: Expression): boolean {
  let last = node;
  for (;;) {
    switch (last.type) {
      case 'Literal':
        return !('regex' in last);
      case 'TemplateLiteral':
      case 'UnaryExpression':
      case 'UpdateExpression':
      case 'BinaryExpression':
        return true;
      case 'AssignmentExpression':
        if (last.operator !== '=') return !['&&=', '||=', '??='].includes(last.operator);
        last = last.right;
        break;
      case 'LogicalExpression':
        if (!isPrimitive(last.right)) return false;
        last = last.left;
        break;
      case 'ConditionalExpression':
        if (!isPrimitive(last.consequent)) return false;
        last = last.alternate;
        break;
      case 'SequenceExpression':
        last = last.expressions[last.expressions.length - 1];
        break;
      case 'ParenthesizedExpression':
        last = last.expression;
        break;
      default:
        return false;
    }
  }
}
