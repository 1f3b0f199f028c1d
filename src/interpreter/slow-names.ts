// Slow paths of the instructions for names that a with statement or a direct eval may bind (ECMA-262 9.1.1.2, Object
// Environment Records), and of direct evals.

import { Op } from '../bytecode/opcodes.ts';
import type { EvalContext } from '../scope/eval-context.ts';
import { throwReferenceError } from '../runtime/errors.ts';
import { declareEvalVars, evalClosure } from '../runtime/eval.ts';
import type { GlobalDeclarations } from '../runtime/globals.ts';
import { getProperty, hasProperty } from '../runtime/objects.ts';
import { readPlain } from '../runtime/plain-access.ts';
import { pageOf, slotName } from '../runtime/slots.ts';
import { EMPTY, isObject, wellKnown, type HostKey, type Scope, type Value } from '../runtime/values.ts';
import { toObject } from '../runtime/wrappers.ts';
import { next, put, store, type Handler } from './slow-common.ts';

/** HasBinding of an object environment; undefined if the guest has to be asked. */
function hasBinding(m: Parameters<Handler>[0], object: Value, key: HostKey, isWith: boolean): boolean | undefined {
  if (!isObject(object) || !hasProperty(object, key)) return false;
  if (!isWith) return true;
  const unscopables = readPlain(m.realm, object, wellKnown.unscopables);
  if (unscopables === EMPTY) return undefined;
  if (!isObject(unscopables)) return true;
  const blocked = readPlain(m.realm, unscopables, key);
  return blocked === EMPTY ? undefined : !blocked;
}

export const nameHandlers: readonly (readonly [op: number, handler: Handler])[] = [
  [Op.LookupName, (m, act, frame, pc) => {
    const { code, regs, linked } = frame;
    const object = regs[code[pc + 2]];
    const name = code[pc + 3];
    const found = hasBinding(m, object, linked.keys[name], code[pc + 4] === 1);
    if (found === undefined) return m.callSelfHosted(act, frame, 'operator_LookupName', [object, linked.template.names[name]]);
    return store(frame, pc, found ? object : undefined);
  }],
  [Op.GetName, (m, _act, frame, pc) => {
    const { code, regs, linked } = frame;
    const object = regs[code[pc + 2]];
    const key = linked.keys[code[pc + 3]];
    // The object may have lost the property since it was looked for.
    if (isObject(object) && hasProperty(object, key)) return store(frame, pc, getProperty(m.realm, object, key));
    if (linked.template.strict) throwReferenceError(m.realm, `${linked.template.names[code[pc + 3]]} is not defined`);
    return store(frame, pc, undefined);
  }],
  [Op.SetName, (m, act, frame, pc) => {
    const { code, regs, linked } = frame;
    const object = regs[code[pc + 1]];
    const key = linked.keys[code[pc + 2]];
    if (linked.template.strict && isObject(object) && !hasProperty(object, key)) throwReferenceError(m.realm, `${linked.template.names[code[pc + 2]]} is not defined`);
    return put(m, act, frame, pc, object, key, regs[code[pc + 3]]);
  }],
  [Op.IsEval, (m, _act, frame, pc) => store(frame, pc, frame.regs[frame.code[pc + 2]] === m.realm.intrinsics.get('eval'))],
  [Op.ToObject, (m, _act, frame, pc) => store(frame, pc, toObject(m.realm, frame.regs[frame.code[pc + 2]]))],
  [Op.DirectEval, (m, act, frame, pc) => {
    const { code, regs, linked } = frame;
    const text = regs[code[pc + 2]];
    if (typeof text !== 'string') return store(frame, pc, text);
    const context = linked.template.constants[code[pc + 4]] as EvalContext;
    const closure = evalClosure(m.realm, text, { context, scope: regs[code[pc + 3]] as unknown as Scope | undefined, linked });
    return m.call(act, frame, closure, undefined, []);
  }],
  [Op.DeclareEvalVars, (m, _act, frame, pc) => {
    const { code, regs, linked } = frame;
    let scope = regs[code[pc + 1]] as unknown as Scope;
    for (let i = 0; i < code[pc + 2]; i++) scope = scope.up as Scope;
    const slot = slotName(code[pc + 3]);
    scope = pageOf(scope, code[pc + 3]);
    const { vars } = linked.template.constants[code[pc + 4]] as GlobalDeclarations;
    scope[slot] = declareEvalVars(m.realm, scope[slot], vars);
    return next(frame, pc);
  }],
];
