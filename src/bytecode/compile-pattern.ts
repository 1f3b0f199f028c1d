// Destructuring: the names of declarations and parameters, and the targets of assignments.
//
// Takes a pattern and the register of the value to take apart. Array patterns run the iteration protocol and close the
// iterator when an element's target or default throws, or when the pattern is done before the iterator.
import type { ArrayExpression, ArrayPattern, AssignmentPattern, Expression, Identifier, ObjectPattern, Pattern } from 'acorn';
import type { FunctionCompiler } from './compile-function.ts';
import { closeIteration, closeQuietly, startIteration, startListIteration, startUnlessList, stepIteration } from './compile-iteration.ts';
import type { Iteration, List } from './compile-iteration.ts';
import { keyOperand, literalKey, nameFor } from './compile-literal.ts';
import { placeOf, writePlace } from './compile-member.ts';
import { assignVariable, assignVariableAt, bindingOf, initialise, initialiseFrom, targetRegister, variablePlace } from './compile-variable.ts';
import { dynamicsOf } from './compile-with.ts';
import { Label, Region } from './emitter.ts';
import { Op } from './opcodes.ts';
import { printed, printedIterable } from './source-text.ts';

/** What the names of a pattern are: new bindings to be initialised, or things to assign to. */
type Mode = 'initialise' | 'assign';

/** Binds the names of a declaration to the value in `source`. `text` is how the value is named in error messages. */
export function initialisePattern(c: FunctionCompiler, pattern: Pattern, source: number, text: string): void {
  target(c, 'initialise', pattern, source, text, '');
}

/** Assigns to the targets of a pattern. `value` is the expression that the value comes from. */
export function assignPattern(c: FunctionCompiler, pattern: Pattern, source: number, value: Expression): void {
  target(c, 'assign', pattern, source, printed(value), printedIterable(value));
}

/** Binds or assigns what a declaration of `mode` var, or a pattern in it, says. */
export function declarePattern(c: FunctionCompiler, pattern: Pattern, source: number, value: Expression | null, isVar: boolean): void {
  const text = value === null ? '' : printed(value);
  target(c, isVar ? 'assign' : 'initialise', pattern, source, text, value === null ? '' : printedIterable(value));
}

/** The target is a call, in sloppy code: it is evaluated and throws, before anything else is evaluated. */
export function callTarget(c: FunctionCompiler, target: Pattern | Expression, message: string): boolean {
  if (target.type !== 'CallExpression') return false;
  c.effect(target);
  c.e.at(target.start);
  c.e.emit(Op.ThrowError, 2, c.e.primitive(`Invalid left-hand side ${message}`));
  return true;
}

function target(c: FunctionCompiler, mode: Mode, pattern: Pattern, source: number, text: string, iterable: string): void {
  const mark = c.mark();
  switch (pattern.type) {
    case 'Identifier':
      if (mode === 'initialise') initialiseFrom(c, pattern, source);
      else assignVariable(c, pattern, source, pattern.start);
      break;
    case 'MemberExpression':
      writePlace(c, placeOf(c, pattern, 0, null), source, pattern.start);
      break;
    case 'AssignmentPattern':
      withDefault(c, mode, pattern, source, null);
      break;
    case 'ObjectPattern':
      objectPattern(c, mode, pattern, source, text);
      break;
    case 'ArrayPattern':
      arrayPattern(c, mode, pattern, source, iterable);
      break;
    case 'RestElement':
      target(c, mode, pattern.argument, source, text, iterable);
      break;
  }
  c.release(mark);
}

/** Writes a register to a target that has been evaluated. */
type Writer = (source: number, offset: number) => void;

/** A target evaluated ahead of the value that goes there, if it is a property or a name that has to be looked for. */
function targetAhead(c: FunctionCompiler, mode: Mode, pattern: Pattern): Writer | null {
  const inner = pattern.type === 'AssignmentPattern' ? pattern.left : pattern;
  if (inner.type === 'MemberExpression') {
    const place = placeOf(c, inner, pattern.end, null);
    return (source, offset) => {
      writePlace(c, place, source, offset);
    };
  }
  if (mode !== 'assign' || inner.type !== 'Identifier' || dynamicsOf(c, inner) === undefined) return null;
  const place = variablePlace(c, inner);
  return (source, offset) => {
    assignVariableAt(c, inner, place, source, offset);
  };
}

/** Binds an element's target to the value in `source`, with its default. */
function element(c: FunctionCompiler, mode: Mode, pattern: Pattern, source: number, place: Writer | null): void {
  if (pattern.type === 'AssignmentPattern') withDefault(c, mode, pattern, source, place);
  else if (place !== null) place(source, pattern.start);
  else target(c, mode, pattern, source, '', '');
}

function withDefault(c: FunctionCompiler, mode: Mode, pattern: AssignmentPattern, source: number, place: Writer | null): void {
  const { e } = c;
  const { left, right } = pattern;
  const given = new Label();
  // The value may be in a variable that others read, so the default does not go over it.
  let value = source;
  if (c.isLocal(source) && !(left.type === 'Identifier' && isOwnRegister(c, mode, left, source))) {
    value = c.temp();
    e.emit(Op.Move, value, source);
  }
  e.branch(Op.JumpIfNotUndefined, value, given);
  c.asTemp(value, () => c.into(right, value, nameFor(left, right, pattern.start)));
  e.bind(given);
  if (place !== null) place(value, left.start);
  else target(c, mode, left, value, '', '');
}

/** The register that the value for an element can be read straight into: its variable's, or a temporary. */
function directRegister(c: FunctionCompiler, mode: Mode, pattern: Pattern): number {
  let register = -1;
  if (pattern.type === 'Identifier') {
    register = mode === 'assign' ? targetRegister(c, pattern) : ownRegister(c, pattern);
  } else if (pattern.type === 'AssignmentPattern' && pattern.left.type === 'Identifier' && mode === 'initialise') {
    // A new variable holds the value while it is not known whether the default is needed: nobody can see that, unless
    // its dead zone is checked.
    const binding = bindingOf(c, pattern.left);
    if (binding?.checked !== true) register = ownRegister(c, pattern.left);
  }
  return register >= 0 ? register : c.temp();
}

/** The register of a variable, or -1. */
export function ownRegister(c: FunctionCompiler, id: Identifier): number {
  const binding = bindingOf(c, id);
  return binding === null || binding.captured ? -1 : binding.register;
}

/** True if `dst` is the variable's own register. */
function isOwnRegister(c: FunctionCompiler, mode: Mode, id: Identifier, dst: number): boolean {
  return dst >= 0 && (mode === 'assign' ? targetRegister(c, id) : ownRegister(c, id)) === dst;
}

function objectPattern(c: FunctionCompiler, mode: Mode, pattern: ObjectPattern, source: number, text: string): void {
  const { e } = c;
  const { properties } = pattern;
  const first = properties[0];
  const needsCheck = first === undefined || first.type === 'RestElement' || first.computed || text !== '';
  if (needsCheck) {
    const named = first !== undefined && first.type !== 'RestElement' && !first.computed;
    e.at(first === undefined ? pattern.start : named ? first.value.start : pattern.start);
    const what = `'${text}'`;
    const message = named ? `Cannot destructure property '${literalKey(first.key)}' of ${what}` : `Cannot destructure ${what}`;
    e.emit(Op.CheckCoercible, source, e.primitive(message));
  }
  const hasRest = properties.at(-1)?.type === 'RestElement';
  const used: number[] = [];
  for (const property of properties) {
    if (property.type === 'RestElement') {
      const place = targetAhead(c, mode, property.argument);
      const rest = c.temp();
      e.at(property.start);
      e.emitList(Op.NewObject, [rest, e.constant({ type: 'keys', keys: [] })], []);
      e.emitList(Op.CopyDataProperties, [rest, source], used);
      element(c, mode, property.argument, rest, place);
      continue;
    }
    const { key, value, computed } = property;
    let register = -1;
    if (computed || hasRest) {
      register = keyOperand(c, key, computed);
      if (hasRest) used.push(register);
    }
    const mark = c.mark();
    const place = targetAhead(c, mode, value);
    const dst = directRegister(c, mode, value);
    e.at(value.start);
    if (computed) e.emit(Op.GetElem, dst, source, register);
    else getNamed(c, dst, source, key);
    if (!(value.type === 'Identifier' && isOwnRegister(c, mode, value, dst))) element(c, mode, value, dst, place);
    c.release(hasRest ? Math.max(mark, register + 1) : mark);
  }
}

function getNamed(c: FunctionCompiler, dst: number, source: number, key: Expression): void {
  const { e } = c;
  if (key.type === 'Literal' && typeof key.value === 'number') {
    const register = keyOperand(c, key, false);
    e.emit(Op.GetElem, dst, source, register);
    return;
  }
  const name = literalKey(key);
  if (name === 'length') e.emit(Op.GetLength, dst, source);
  else e.emit(Op.GetProp, dst, source, e.name(name));
}

/** Most elements of an array literal that are taken apart from registers. */
const MAX_LIST = 16;

/** The elements of an array literal that a pattern takes apart and nobody else sees; null if they do not all stand there. */
function listOf(value: Expression): readonly Expression[] | null {
  if (value.type !== 'ArrayExpression' || value.elements.length > MAX_LIST) return null;
  const isElement = (element: ArrayExpression['elements'][number]): element is Expression => element !== null && element.type !== 'SpreadElement';
  return value.elements.every(isElement) ? value.elements : null;
}

/**
 * Binds or assigns the names of an array pattern to the elements of an array literal, without making it as long as nobody can see that. False, and
 * nothing is done, if that is not possible.
 */
export function destructureList(c: FunctionCompiler, mode: Mode, pattern: Pattern, value: Expression): boolean {
  const elements = pattern.type === 'ArrayPattern' ? listOf(value) : null;
  if (pattern.type !== 'ArrayPattern' || elements === null) return false;
  const mark = c.mark();
  const registers = elements.map((element) => {
    const register = c.operand(element, value.end);
    const changes = c.isLocal(register) && !(element.type === 'Identifier' && bindingOf(c, element)?.assignedWithin(pattern.start, pattern.end) === false);
    if (!changes) return register;
    const copy = c.temp();
    c.e.emit(Op.Move, copy, register);
    return copy;
  });
  const list = startListIteration(c, registers, printedIterable(value), pattern.start);
  takeApart(c, mode, pattern, list.iteration, list);
  c.release(mark);
  return true;
}

/** Binds or assigns the names of an array pattern to the elements of what is in `source`, or to those of `list`. */
export function destructureUnlessList(c: FunctionCompiler, mode: Mode, pattern: ArrayPattern, source: number, list: List): void {
  const mark = c.mark();
  startUnlessList(c, source, list, '', pattern.start);
  takeApart(c, mode, pattern, list.iteration, list);
  c.release(mark);
}

function arrayPattern(c: FunctionCompiler, mode: Mode, pattern: ArrayPattern, source: number, text: string): void {
  takeApart(c, mode, pattern, startIteration(c, source, text, pattern.start), null);
}

/** The elements of an iteration that has begun, or those of `list`, go to the targets of a pattern. */
function takeApart(c: FunctionCompiler, mode: Mode, pattern: ArrayPattern, iteration: Iteration, list: List | null): void {
  const { e } = c;
  const { elements } = pattern;
  const last = elements.at(-1);
  const hasRest = last?.type === 'RestElement';
  // Whether the iterator has said that it is done. The first step need not ask.
  const done = c.temp();
  const thrown = c.temp();
  // There is no iterator of a list that would have to be closed.
  if (list === null) e.emit(Op.LoadFalse, done);
  else e.emit(Op.Move, done, list.isList);
  const region = new Region();
  // What may throw, or be left by the return of a generator that yields in it, with the iterator still open.
  const guarded = <T>(compile: () => T): T => {
    e.openRegion(region);
    c.controls.push({ kind: 'iteration', region, iteration, offset: pattern.start, done });
    const result = compile();
    c.controls.pop();
    e.closeRegion(region);
    return result;
  };
  elements.forEach((item, i) => {
    const mark = c.mark();
    if (item !== null && item.type === 'RestElement') {
      const place = guarded(() => targetAhead(c, mode, item.argument));
      const rest = collectRest(c, iteration, done, i, item.start, list);
      guarded(() => {
        element(c, mode, item.argument, rest, place);
      });
      c.release(mark);
      return;
    }
    const place = item === null ? null : guarded(() => targetAhead(c, mode, item));
    const dst = item === null ? c.temp() : directRegister(c, mode, item);
    nextElement(c, iteration, done, i, dst, item === null ? pattern.start : item.start, list);
    if (item !== null && !(item.type === 'Identifier' && isOwnRegister(c, mode, item, dst))) {
      guarded(() => {
        element(c, mode, item, dst, place);
      });
    }
    c.release(mark);
  });
  const end = new Label();
  if (!hasRest) {
    if (list === null || list.mayBeFast) e.branch(Op.JumpIfFastIter, iteration.next, end);
    if (list !== null || elements.length > 0) e.branch(Op.JumpIfTrue, done, end);
    closeIteration(c, iteration, pattern.start, end, false);
  }
  e.jump(end);
  if (e.startHandler(region, thrown)) {
    const rethrow = new Label();
    e.branch(Op.JumpIfTrue, done, rethrow);
    closeQuietly(c, iteration, rethrow);
    e.emit(Op.Throw, thrown);
  }
  e.bind(end);
}

/** r[dst] = the next element, number `i`, or undefined if there is none. */
function nextElement(c: FunctionCompiler, iteration: Iteration, done: number, i: number, dst: number, offset: number, list: List | null): void {
  const { e } = c;
  const exhausted = new Label();
  const ended = new Label();
  const got = new Label();
  const listed = new Label();
  if (list !== null) e.branch(Op.JumpIfTrue, list.isList, i < list.registers.length ? listed : exhausted);
  if (i > 0) e.branch(Op.JumpIfTrue, done, exhausted);
  stepIteration(c, iteration, dst, offset, ended, got);
  e.jump(got);
  if (list !== null && i < list.registers.length) {
    e.bind(listed);
    e.emit(Op.Move, dst, list.registers[i]);
    e.jump(got);
  }
  e.bind(ended);
  e.emit(Op.LoadTrue, done);
  e.bind(exhausted);
  e.emit(Op.LoadUndefined, dst);
  e.bind(got);
}

/** A temporary with an array of the remaining elements. */
function collectRest(c: FunctionCompiler, iteration: Iteration, done: number, i: number, offset: number, list: List | null): number {
  const { e } = c;
  const array = c.temp();
  const header = new Label();
  const ended = new Label();
  const end = new Label();
  const got = new Label();
  if (list !== null) {
    const protocol = new Label();
    e.branch(Op.JumpIfFalse, list.isList, protocol);
    e.emitList(Op.NewArray, [array], list.registers.slice(i));
    e.jump(end);
    e.bind(protocol);
  }
  e.emitList(Op.NewArray, [array], []);
  if (i > 0) e.branch(Op.JumpIfTrue, done, end);
  e.at(offset);
  e.bindLoop(header);
  const value = c.temp();
  stepIteration(c, iteration, value, offset, ended, got);
  e.bind(got);
  e.emit(Op.ArrayAppend, array, value);
  e.jump(header);
  e.bind(ended);
  e.emit(Op.LoadTrue, done);
  e.bind(end);
  return array;
}

/** Declares `id` with a value that is computed for it; patterns take it apart. */
export function declareFrom(c: FunctionCompiler, id: Pattern, init: Expression, isVar: boolean): void {
  if (id.type === 'Identifier' && !isVar) {
    initialise(c, id, (dst) => c.into(init, dst, nameFor(id, init, id.start)));
    return;
  }
  const mark = c.mark();
  if (id.type === 'Identifier') {
    const register = targetRegister(c, id);
    const place = variablePlace(c, id);
    const value = register >= 0 ? register : c.temp();
    const name = nameFor(id, init, id.start);
    if (register < 0 && name === '') {
      assignVariableAt(c, id, place, c.operandIn(init, value), id.start);
    } else {
      c.into(init, value, name);
      if (register < 0) assignVariableAt(c, id, place, value, id.start);
    }
  } else if (!destructureList(c, isVar ? 'assign' : 'initialise', id, init)) {
    declarePattern(c, id, stableOperand(c, init, id), init, isVar);
  }
  c.release(mark);
}

/** A register with the value that `pattern` takes apart: not that of a variable which the pattern assigns to. */
export function stableOperand(c: FunctionCompiler, value: Expression, pattern: Pattern, preferred = -1): number {
  const register = c.operandIn(value, preferred);
  if (!c.isLocal(register) || value.type !== 'Identifier') return register;
  if (bindingOf(c, value)?.assignedWithin(pattern.start, pattern.end) !== true) return register;
  const copy = c.temp();
  c.e.emit(Op.Move, copy, register);
  return copy;
}
