// Calls: plain, of methods, new, super(), tagged templates, each with or without spread arguments.
//
// A call with a spread argument first builds an array of all arguments. In self-hosted code `Call(f, thisValue, ...args)`
// and `Construct(f, ...args)` are instructions, so that the library needs no Function.prototype.call of the guest's; `NextValue(iterator, next)` is a step
// of an iteration as loops have it.
import type { CallExpression, Expression, NewExpression, SpreadElement, Super, TaggedTemplateExpression } from 'acorn';
import { isDirectEval } from '../scope/declarations.ts';
import { describeContext } from '../scope/eval-context.ts';
import type { FunctionCompiler } from './compile-function.ts';
import { appendTo } from './compile-literal.ts';
import { nextValue } from './compile-iteration.ts';
import { computeHead, linkOperand, placeOf, readPlace } from './compile-member.ts';
import { superCall } from './compile-this.ts';
import { bindingOf, readVariableAt } from './compile-variable.ts';
import { dynamicsOf, lookUp } from './compile-with.ts';
import { Label } from './emitter.ts';
import { Op } from './opcodes.ts';
import { callOffset, printed } from './source-text.ts';

type Argument = Expression | SpreadElement;

function hasSpread(args: readonly Argument[]): boolean {
  return args.some((a) => a.type === 'SpreadElement');
}

function operands(c: FunctionCompiler, args: readonly Argument[], until: number): number[] {
  return args.map((a) => c.operand(a as Expression, until));
}

/** A temporary with an array of the arguments. */
function argumentArray(c: FunctionCompiler, args: readonly Argument[]): number {
  const array = c.temp();
  const first = args.findIndex((a) => a.type === 'SpreadElement');
  const mark = c.mark();
  const before = args.slice(0, first);
  c.e.emitList(Op.NewArray, [array], operands(c, before, args[first].start));
  c.release(mark);
  appendTo(c, array, args.slice(first));
  return array;
}

/** The callee and the receiver of a call. */
interface Target {
  readonly callee: number;
  readonly receiver: number;
}

function targetOf(c: FunctionCompiler, node: Expression, until: number, nullish: Label | null, preferred: number): Target {
  if (node.type === 'MemberExpression') {
    const place = placeOf(c, node, until, nullish);
    const callee = c.temp();
    readPlace(c, place, callee);
    return { callee, receiver: place.type === 'super' ? place.self : place.object };
  }
  if (node.type === 'ChainExpression' && node.expression.type === 'MemberExpression') {
    // (a?.b)(): the parentheses end the chain but not the reference.
    return chainTarget(c, node.expression, until);
  }
  if (node.type === 'Identifier') {
    const dynamics = dynamicsOf(c, node);
    if (dynamics !== undefined) {
      const receiver = c.temp();
      const callee = c.temp();
      readVariableAt(c, node, lookUp(c, node, dynamics, receiver), callee);
      return { callee, receiver };
    }
  }
  const callee = nullish === null ? c.operandIn(node, preferred, until) : linkOperand(c, node, preferred, until, nullish);
  return { callee, receiver: c.undef() };
}

function chainTarget(c: FunctionCompiler, node: Expression, until: number): Target {
  const { e } = c;
  const receiver = c.temp();
  const callee = c.temp();
  const nullish = new Label();
  const end = new Label();
  const mark = c.mark();
  const target = targetOf(c, node, until, nullish, -1);
  e.emit(Op.Move, callee, target.callee);
  e.emit(Op.Move, receiver, target.receiver);
  c.release(mark);
  e.jump(end);
  e.bind(nullish);
  e.emit(Op.LoadUndefined, callee);
  e.emit(Op.LoadUndefined, receiver);
  e.bind(end);
  return { callee, receiver };
}

export function compileCall(c: FunctionCompiler, node: CallExpression, dst: number, nullish: Label | null): void {
  const { callee, arguments: args } = node;
  if (callee.type === 'Super') {
    compileSuperCall(c, callee, args, node, dst);
    return;
  }
  if (c.unit.selfHosted && callee.type === 'Identifier' && bindingOf(c, callee) === null) {
    if (callee.name === 'Call') {
      explicitCall(c, node, dst);
      return;
    }
    if (callee.name === 'NextValue') {
      const mark = c.mark();
      const [iterator, next] = operands(c, args, node.end);
      nextValue(c, iterator, next, dst, node.start);
      c.release(mark);
      return;
    }
    if (callee.name === 'Construct') {
      const [target, ...rest] = args as Expression[];
      construct(c, target, rest, node.start, node.end, dst);
      return;
    }
  }
  const { e } = c;
  const mark = c.mark();
  computeHead(c, node, nullish);
  const target = targetOf(c, callee, node.end, nullish, dst);
  if (node.optional && nullish !== null) e.branch(Op.JumpIfNullish, target.callee, nullish);
  const offset = callOffset(c.unit.text, callee, node.optional);
  if (isDirectEval(node)) evalCall(c, dst, target, args, node.end, offset);
  else emitCall(c, dst, target, args, node.end, offset, printed(callee));
  c.release(mark);
}

/** eval(...): a direct eval if it calls the intrinsic, which only the running program knows. */
function evalCall(c: FunctionCompiler, dst: number, target: Target, args: readonly Argument[], until: number, offset: number): void {
  const { e } = c;
  const isSpread = hasSpread(args);
  const registers = isSpread ? [] : operands(c, args, until);
  const array = isSpread ? argumentArray(c, args) : -1;
  const other = new Label();
  const end = new Label();
  const scope = c.scopeRegister();
  const test = c.temp();
  e.at(offset);
  e.emit(Op.IsEval, test, target.callee);
  e.branch(Op.JumpIfFalse, test, other);
  let text = registers[0] ?? -1;
  if (isSpread) {
    text = test;
    const zero = c.temp();
    e.emit(Op.LoadInt, zero, 0);
    e.emit(Op.GetElem, text, array, zero);
  }
  if (text < 0) e.emit(Op.LoadUndefined, dst);
  else e.emit(Op.DirectEval, dst, text, scope, e.constant(describeContext(c.scope, c.info)));
  e.jump(end);
  e.bind(other);
  if (isSpread) e.emit(Op.CallSpread, dst, target.callee, target.receiver, e.site('eval'), array);
  else e.emitList(Op.Call, [dst, target.callee, target.receiver, e.site('eval')], registers);
  e.bind(end);
}

function emitCall(c: FunctionCompiler, dst: number, target: Target, args: readonly Argument[], until: number, offset: number, name: string): void {
  const { e } = c;
  if (hasSpread(args)) {
    const array = argumentArray(c, args);
    e.at(offset);
    e.emit(Op.CallSpread, dst, target.callee, target.receiver, e.site(name), array);
    return;
  }
  const registers = operands(c, args, until);
  e.at(offset);
  e.emitList(Op.Call, [dst, target.callee, target.receiver, e.site(name)], registers);
}

/** Call(f, thisValue, ...args) of self-hosted code. */
function explicitCall(c: FunctionCompiler, node: CallExpression, dst: number): void {
  const [f, self, ...args] = node.arguments as Expression[];
  const mark = c.mark();
  const callee = c.operand(f, node.end);
  const receiver = self === undefined ? c.undef() : c.operand(self, node.end);
  emitCall(c, dst, { callee, receiver }, args, node.end, node.start, printed(f));
  c.release(mark);
}

export function compileNew(c: FunctionCompiler, node: NewExpression, dst: number): void {
  construct(c, node.callee, node.arguments, node.start, node.end, dst);
}

function construct(c: FunctionCompiler, callee: Expression, args: readonly Argument[], offset: number, until: number, dst: number): void {
  const { e } = c;
  const mark = c.mark();
  const target = c.operandIn(callee, dst, until);
  const name = printed(callee);
  if (hasSpread(args)) {
    const array = argumentArray(c, args);
    e.at(offset);
    e.emit(Op.NewSpread, dst, target, e.site(name), array);
  } else {
    const registers = operands(c, args, until);
    e.at(offset);
    e.emitList(Op.New, [dst, target, e.site(name)], registers);
  }
  c.release(mark);
}

function compileSuperCall(c: FunctionCompiler, callee: Super, args: readonly Argument[], node: CallExpression, dst: number): void {
  const { e } = c;
  superCall(c, dst, callee.start, (result, parent, newTarget) => {
    const mark = c.mark();
    if (hasSpread(args)) {
      const array = argumentArray(c, args);
      e.at(callee.start);
      e.emit(Op.SuperCallSpread, result, parent, newTarget, e.site('super'), array);
    } else {
      const registers = operands(c, args, node.end);
      e.at(callee.start);
      e.emitList(Op.SuperCall, [result, parent, newTarget, e.site('super')], registers);
    }
    c.release(mark);
  });
}

export function compileTagged(c: FunctionCompiler, node: TaggedTemplateExpression, dst: number): void {
  const { e } = c;
  const { tag, quasi } = node;
  const mark = c.mark();
  computeHead(c, node, null);
  const target = targetOf(c, tag, node.end, null, dst);
  const strings = c.temp();
  const cooked = quasi.quasis.map((q) => q.value.cooked ?? undefined);
  const raw = quasi.quasis.map((q) => q.value.raw);
  e.emit(Op.GetTemplateObject, strings, e.constant({ type: 'template', cooked, raw }));
  const args = [strings, ...operands(c, quasi.expressions, node.end)];
  e.at(quasi.start);
  e.emitList(Op.Call, [dst, target.callee, target.receiver, e.site(printed(tag))], args);
  c.release(mark);
}
