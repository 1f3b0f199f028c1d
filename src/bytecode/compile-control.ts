// Leaving statements: break, continue and return, through finally blocks and iterations; try.
//
// Takes and keeps the stack of what stands between a jump and its target. A finally block is compiled once: whoever
// leaves through it puts a number that says where it wants to go into a register and jumps there; behind the block a
// switch on the number goes on. The code that closes an iterator on the way out stands outside the regions that it leaves.
import type { BreakStatement, ContinueStatement, ReturnStatement, Statement, TryStatement } from 'acorn';
import type { FunctionCompiler } from './compile-function.ts';
import { emitAwait } from './compile-await.ts';
import { closeIteration } from './compile-iteration.ts';
import type { Iteration } from './compile-iteration.ts';
import { declarePattern } from './compile-pattern.ts';
import { emitReturn } from './compile-this.ts';
import { storeCaptured } from './compile-slot.ts';
import { bindingOf } from './compile-variable.ts';
import { Label, Region } from './emitter.ts';
import { Op } from './opcodes.ts';

/** A statement that can be left by break, and if it is a loop by continue. */
export interface JumpTarget {
  readonly kind: 'target';
  readonly labels: readonly string[];
  /** Found by a break without a label. */
  readonly isBreakable: boolean;
  readonly breakLabel: Label | null;
  readonly continueLabel: Label | null;
}

export interface TryRegion {
  readonly kind: 'region';
  readonly region: Region;
}

interface OpenIteration {
  readonly kind: 'iteration';
  readonly region: Region;
  readonly iteration: Iteration;
  readonly offset: number;
  /** Register that says whether the iterator is done already: a pattern. -1: it is not. */
  readonly done: number;
}

interface FinallyBlock {
  readonly kind: 'finally';
  readonly label: Label;
  /** Number of the way on. */
  readonly way: number;
  /** The value that a return takes along, or the exception. */
  readonly value: number;
  readonly exits: Exit[];
}

export type Control = JumpTarget | TryRegion | OpenIteration | FinallyBlock;

/** Where a jump goes: a label of a statement, or out of the function (label null). */
interface Exit {
  readonly target: JumpTarget | null;
  readonly label: Label | null;
}

/** Numbers of the ways through a finally block; exits follow. */
const fallThrough = 0;
const rethrow = 1;
const firstExit = 2;

/** Emits the way out to an exit from here. `value` is the register of what is returned. */
function leave(c: FunctionCompiler, exit: Exit, value: number): void {
  const { e, controls } = c;
  if (!e.reachable) return;
  const suspended: Region[] = [];
  let stopped = false;
  for (let i = controls.length - 1; i >= 0 && controls[i] !== exit.target; i--) {
    const control = controls[i];
    if (control.kind === 'target') continue;
    if (control.kind === 'finally') {
      leaveThrough(c, control, exit, value);
      stopped = true;
      break;
    }
    e.closeRegion(control.region);
    suspended.push(control.region);
    if (control.kind === 'iteration') {
      const closed = new Label();
      if (control.done >= 0) e.branch(Op.JumpIfTrue, control.done, closed);
      closeIteration(c, control.iteration, control.offset, closed);
      e.bind(closed);
    }
  }
  if (!stopped) {
    if (exit.label !== null) e.jump(exit.label);
    else emitReturn(c, value);
  }
  for (let region = suspended.pop(); region !== undefined; region = suspended.pop()) e.openRegion(region);
}

function leaveThrough(c: FunctionCompiler, block: FinallyBlock, exit: Exit, value: number): void {
  const { e } = c;
  let n = block.exits.findIndex((x) => x.label === exit.label);
  if (n < 0) n = block.exits.push(exit) - 1;
  if (exit.label === null && value !== block.value) e.emit(Op.Move, block.value, value);
  e.emit(Op.LoadInt, block.way, firstExit + n);
  e.jump(block.label);
}

export function compileReturn(c: FunctionCompiler, node: ReturnStatement): void {
  const mark = c.mark();
  let value = node.argument == null ? c.undef() : c.operand(node.argument);
  c.e.at(node.start);
  // 14.10.1: an async generator awaits what it returns.
  if (c.info.isAsync && c.info.isGenerator && node.argument != null) value = emitAwait(c, value, c.temp());
  leaveFunction(c, value);
  c.release(mark);
}

/** Returns r[value] from here, through finally blocks and iterations. */
export function leaveFunction(c: FunctionCompiler, value: number): void {
  leave(c, { target: null, label: null }, value);
}

/** The statement that a break or continue goes to: its index among the controls. */
function targetIndex(c: FunctionCompiler, node: BreakStatement | ContinueStatement): number {
  const isBreak = node.type === 'BreakStatement';
  const label = node.label?.name;
  for (let i = c.controls.length - 1; i >= 0; i--) {
    const control = c.controls[i];
    if (control.kind !== 'target' || labelOf(control, node) === null) continue;
    if (label === undefined ? !isBreak || control.isBreakable : control.labels.includes(label)) return i;
  }
  throw new Error('a jump without target');
}

function labelOf(target: JumpTarget, node: BreakStatement | ContinueStatement): Label | null {
  return node.type === 'BreakStatement' ? target.breakLabel : target.continueLabel;
}

export function compileJump(c: FunctionCompiler, node: BreakStatement | ContinueStatement): void {
  const target = c.controls[targetIndex(c, node)] as JumpTarget;
  c.e.at(node.start);
  leave(c, { target, label: labelOf(target, node) }, -1);
}

/** The label that a statement does nothing but jump to, so that a condition can jump there itself; null if it does more. */
export function plainJump(c: FunctionCompiler, node: Statement): Label | null {
  let statement = node;
  while (statement.type === 'BlockStatement' && statement.body.length === 1) statement = statement.body[0];
  if (statement.type !== 'BreakStatement' && statement.type !== 'ContinueStatement') return null;
  const index = targetIndex(c, statement);
  for (let i = index + 1; i < c.controls.length; i++) if (c.controls[i].kind !== 'target') return null;
  return labelOf(c.controls[index] as JumpTarget, statement);
}

export function compileTry(c: FunctionCompiler, node: TryStatement): void {
  const mark = c.mark();
  if (c.completion >= 0) c.e.emit(Op.LoadUndefined, c.completion);
  if (node.finalizer == null) tryCatch(c, node);
  else tryFinally(c, node);
  c.release(mark);
}

/** Compiles a body whose exceptions go to a handler, which is yet to be started. */
export function protect(c: FunctionCompiler, control: TryRegion | OpenIteration, body: () => void): Region {
  const { e } = c;
  e.openRegion(control.region);
  c.controls.push(control);
  body();
  c.controls.pop();
  e.closeRegion(control.region);
  return control.region;
}

function tryCatch(c: FunctionCompiler, node: TryStatement): void {
  const { handler, block } = node;
  if (handler == null) {
    c.statement(block);
    return;
  }
  const { e } = c;
  const end = new Label();
  const { param } = handler;
  const scope = c.unit.analysis.scopes.get(handler);
  const mark = c.mark();
  const outer = c.scope;
  const region = protect(c, { kind: 'region', region: new Region() }, () => c.statement(block));
  const simple = param?.type === 'Identifier' ? bindingOf(c, param) : null;
  let exception: number;
  if (scope !== undefined) c.allocate(scope);
  if (simple !== null && !simple.captured) exception = simple.register;
  else exception = c.temp();
  if (handler.body.body.length === 0 && (param == null || simple !== null) && c.completion < 0) {
    e.handleAt(region, exception, end);
    c.release(mark);
    return;
  }
  e.jump(end);
  if (e.startHandler(region, exception)) {
    e.at(handler.start);
    if (c.completion >= 0) e.emit(Op.LoadUndefined, c.completion);
    if (scope !== undefined) {
      c.createScope(scope);
      c.startDeadZone(scope);
      c.scope = scope;
    }
    if (simple !== null) {
      if (simple.captured) storeCaptured(c, simple, exception);
    } else if (param != null) {
      declarePattern(c, param, exception, null, false);
    }
    c.statement(handler.body);
    c.scope = outer;
  }
  e.bind(end);
  c.release(mark);
}

function tryFinally(c: FunctionCompiler, node: TryStatement): void {
  const { e } = c;
  const finalizer = node.finalizer as Statement;
  const block: FinallyBlock = { kind: 'finally', label: new Label(), way: c.local(), value: c.local(), exits: [] };
  const region = new Region();
  // Ways that carry no value must not leave an internal one of an earlier use of the register behind.
  e.emit(Op.LoadUndefined, block.value);
  c.controls.push(block);
  e.openRegion(region);
  tryCatch(c, node);
  e.closeRegion(region);
  c.controls.pop();
  const fallsThrough = e.reachable;
  if (fallsThrough) {
    e.emit(Op.LoadInt, block.way, fallThrough);
    e.jump(block.label);
  }
  const throws = e.startHandler(region, block.value);
  if (throws) e.emit(Op.LoadInt, block.way, rethrow);
  e.bind(block.label);
  if (!e.reachable) return;
  keepingCompletion(c, () => c.statement(finalizer));
  dispatch(c, block, fallsThrough, throws, finalizer.end - 1);
}

/** The value of a finally block that ends normally is dropped for that of the try statement. */
function keepingCompletion(c: FunctionCompiler, compile: () => void): void {
  const { completion, e } = c;
  if (completion < 0) {
    compile();
    return;
  }
  const saved = c.local();
  e.emit(Op.Move, saved, completion);
  e.emit(Op.LoadUndefined, completion);
  compile();
  e.emit(Op.Move, completion, saved);
}

/** Behind a finally block: on to where control was going. */
function dispatch(c: FunctionCompiler, block: FinallyBlock, fallsThrough: boolean, throws: boolean, offset: number): void {
  const { e } = c;
  if (!e.reachable) return;
  e.at(offset);
  const end = new Label();
  const throwing = new Label();
  const ways: Label[] = [];
  // The ways are numbered from 0; one that nobody takes goes where the first that is taken goes.
  if (fallsThrough) ways[fallThrough] = end;
  if (throws) ways[rethrow] = throwing;
  const exits = block.exits.map((exit) => ({ exit, label: new Label() }));
  exits.forEach(({ label }, i) => (ways[firstExit + i] = label));
  const taken = [...ways.keys()].filter((i) => ways[i] !== undefined);
  const otherwise = ways[taken[taken.length - 1]];
  const low = taken[0];
  const labels = Array.from({ length: ways.length - 1 - low }, (_, i) => ways[low + i] ?? otherwise);
  if (labels.length === 0) e.jump(otherwise);
  else e.switchInt(block.way, low, otherwise, labels);
  e.bind(throwing);
  if (throws) e.emit(Op.Throw, block.value);
  for (const { exit, label } of exits) {
    e.bind(label);
    leave(c, exit, block.value);
  }
  e.bind(end);
}

/** Compiles the body of a loop over an iteration: exceptions close the iterator and go on. */
export function closingOnExit(c: FunctionCompiler, iteration: Iteration, offset: number, body: () => void): Region {
  return protect(c, { kind: 'iteration', region: new Region(), iteration, offset, done: -1 }, body);
}
