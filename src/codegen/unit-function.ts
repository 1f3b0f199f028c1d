// The host function of a unit around its body: parameters, declarations, the depth, and the one exit where everything is handed over.
//
// There are three kinds: of a function from its beginning, of an activation of a coroutine from where it goes on, and of a loop on the frame of its function.

import type * as E from 'estree';
import { positionAt, type Template } from '../bytecode/template.ts';
import { isLive, type Liveness } from '../ir/liveness.ts';
import { DEPTH, DEPTH_LIMIT, FUEL } from '../runtime/realm.ts';
import * as b from './builders.ts';
import { forInVariables } from './for-in-names.ts';
import { COROUTINE } from './lower-coroutine.ts';
import { NO_ERROR } from './support.ts';
import type { EntryTypes, HandedOver } from './unit.ts';
import type { UnitBuilder } from './unit-builder.ts';

const declareCell = (u: UnitBuilder): E.Statement => b.varDecl([['cell', b.id('CELL')], ...u.traceVariables()]);

/** Declares the registers that are used and not parameters. */
function declarations(u: UnitBuilder, handed: HandedOver, parameters: ReadonlySet<number>, init: (r: number) => E.Expression | null): E.Statement {
  const registers = [...new Set([...u.usedRegisters, ...handed.registers, ...u.numberRegisters])].filter((r) => !parameters.has(r)).sort((x, y) => x - y);
  return b.varDecl([
    ...(u.isClosed ? [] : [['pc', b.lit(0)], ['err', u.constant(NO_ERROR)]] satisfies [string, E.Expression][]),
    ['t', null],
    ['s', null],
    ['x', null],
    ['i', null],
    ...(u.quietBlocks.size > 0 ? [['q', b.lit(0)] satisfies [string, E.Expression]] : []),
    ...(u.hasVaryingCharges ? [['h', b.lit(0)] satisfies [string, E.Expression]] : []),
    ...(u.leavesWithResult ? [['y', u.constant(NO_ERROR)] satisfies [string, E.Expression]] : []),
    // A number variable starts as a number, so that it never is anything else.
    ...registers.map((r): [string, E.Expression | null] => ['r' + r, init(r) ?? (u.numberRegisters.has(r) ? b.lit(0) : null)]),
    ...forInVariables(u),
    ...[...new Set([...u.valueVariables, ...handed.values])].map((name): [string, E.Expression | null] => [name, null]),
    ...u.numberVariables.filter((name) => name.startsWith('n')).map((name): [string, E.Expression | null] => [name, b.lit(0)]),
  ]);
}

/** What an exit hands over, in the order that Unit states. */
function valuesOf(u: UnitBuilder, { registers, values, numbers }: HandedOver): E.Expression[] {
  return [...registers.map((r) => b.reg(r)), ...[...values, ...numbers, ...(u.leavesWithResult ? ['y'] : [])].map((name) => b.id(name))];
}

/** `caught`: what is done with the host variable `e`, which was thrown; it leaves in `err` what does not pass the unit. */
function protectedBody(u: UnitBuilder, body: E.Statement[], caught: E.Statement[]): E.Statement {
  // The body does not run to its end: it returns, or goes to an exit.
  const statements = u.leavesWithResult ? [b.labeled('result', b.block(body)), b.set('y', b.id('t'))] : body;
  return b.tryCatch([b.labeled('body', b.block(statements))], 'e', caught);
}

const keepError = (): E.Statement[] => [b.set('err', b.id('e'))];

/** What the guest throws, and no handler of the unit catches, passes a function. */
function passOnThrows(u: UnitBuilder): E.Statement[] {
  const passes = u.body.handlers.length === 0 ? b.call(u.rt('passes'), b.id('e')) : b.call(u.rt('passesHandlers'), b.id('e'), b.id('UNIT'), b.id('pc'));
  return [b.iff(passes, [...u.restoreLimit(), ...u.forgetTrace(), b.throwStmt(b.id('e'))]), ...keepError()];
}

/** The host array of arguments inherits what the guest puts on Array.prototype. */
const argument = (i: number): E.Expression => b.cond(b.bin('>', b.member(b.id('args'), 'length'), b.lit(i)), b.index(b.id('args'), b.lit(i)), b.voidZero());

export function functionBody(u: UnitBuilder, body: E.Statement[], handed: HandedOver): E.FunctionExpression {
  const { template } = u.root;
  const parameters = new Set<number>([0]);
  const params: E.Pattern[] = [b.id('f'), b.reg(0)];
  const prologue: E.Statement[] = [declareCell(u), ...(u.startsCoroutine ? [b.varDecl([['frame', null], ['R0', null]])] : [])];
  const inArguments = u.usesArguments && !u.hasRest;
  if (!inArguments) {
    for (let i = 1; i <= template.parameterCount; i++) {
      parameters.add(i);
      params.push(b.reg(i));
    }
  }
  if (u.usesArguments) params.push({ type: 'RestElement', argument: b.id('args') });
  prologue.push(declarations(u, handed, parameters, (r) => (inArguments && r <= template.parameterCount ? argument(r - 1) : null)));
  if (u.root.needsNewTarget) {
    const holder = b.member(u.constant(u.realm, 'R'), 'newTarget');
    prologue.push(b.varDecl([['nt', holder]]), b.stmt(b.assign(holder, b.voidZero())));
  }
  prologue.push(b.varDecl([['d', u.cell(DEPTH)], ...(u.limitsDepth ? [['l', u.cell(DEPTH_LIMIT)] satisfies [string, E.Expression]] : [])]));
  const isTooDeep = b.bin('>=', u.body.levels === 0 ? b.id('d') : b.bin('+', b.id('d'), b.lit(u.body.levels)), u.cell(DEPTH_LIMIT));
  const charge = u.chargeAt(0);
  // The frame has not begun, and the depth is exceeded or the host stack short, here or in what was inlined; or the fuel is short.
  const cannotBegin = charge === 0 ? isTooDeep : b.logic('||', isTooDeep, b.bin('<', u.cell(FUEL), b.lit(charge)));
  const leave = (err: E.Expression, pc: E.Expression): E.Statement =>
    b.ret(b.call(u.rt('leave'), err, b.id('UNIT'), pc, b.id('f'), b.id('d'), ...valuesOf(u, handed), ...(u.root.needsNewTarget ? [b.id('nt')] : []), ...argumentList(u)));
  const whole = (statements: E.Statement[]): E.FunctionExpression => ({ type: 'FunctionExpression', id: b.id(hostName(template)), params, body: b.block([...prologue, ...statements]), async: false, generator: false });
  if (u.isClosed) {
    if (u.exits.size > 1) throw new Error('a function that cannot be left has exits');
    return whole([b.iff(cannotBegin, [leave(u.constant(NO_ERROR), b.lit(0))]), ...body]);
  }
  const checked: E.Statement[] = [
    // pc is still 0.
    b.iff(cannotBegin, [b.breakTo('body')]),
    b.stmt(b.assign(u.cell(DEPTH), u.depth(u.body.sites[0]))),
    ...u.noteTrace(u.body.sites[0], u.id + 1),
    ...(u.weight > 0 ? u.limitDepth(null) : []),
    ...body,
  ];
  return whole([protectedBody(u, checked, passOnThrows(u)), ...u.restoreLimit(), leave(b.id('err'), b.id('pc'))]);
}

/** What a unit that runs on a frame takes from it. */
const frameParts: [string, E.Expression][] = [
  ['R0', b.member(b.id('frame'), 'regs')], ['f', b.member(b.id('frame'), 'callee')], ['nt', b.member(b.id('frame'), 'newTarget')], ['args', b.member(b.id('frame'), 'args')],
];

/** Types that the unit relies on at its entry are checked there: each place where a coroutine goes on is entered from anywhere. */
export function resumptionFunction(u: UnitBuilder, body: E.Statement[], handed: HandedOver, liveness: Liveness, { numbers }: EntryTypes): E.FunctionExpression {
  const register = (r: number): E.Expression => b.index(b.id('R0'), b.lit(r));
  const mismatches = numbers.map((r) => b.bin('!==', b.unary('typeof', register(r)), b.lit('number')));
  const [first, ...others] = mismatches;
  return {
    type: 'FunctionExpression',
    id: b.id(`${hostName(u.root.template)}_resumed`),
    params: [b.id('frame')],
    body: b.block([
      declareCell(u),
      b.varDecl([...frameParts, [COROUTINE, b.member(b.id('frame'), 'coroutine')]]),
      ...(mismatches.length === 0 ? [] : [b.iff(others.reduce((x, y) => b.logic('||', x, y), first), [b.ret(b.call(u.rt('retyped'), b.id('UNIT'), b.id('frame')))])]),
      declarations(u, handed, new Set(), (r) => (!isLive(liveness.before(u.cfg.osr), r) ? null : numbers.includes(r) ? b.unary('+', register(r)) : register(r))),
      b.stmt(b.call(u.rt('dropRegisters'), b.id('R0'))),
      b.varDecl([['d', u.cell(DEPTH)], ...(u.limitsDepth ? [['l', u.cell(DEPTH_LIMIT)] satisfies [string, E.Expression]] : [])]),
      b.stmt(b.assign(u.cell(DEPTH), u.depth(u.body.sites[0]))),
      ...u.noteTrace(u.body.sites[0], u.id + 1),
      ...(u.weight > 0 ? u.limitDepth(null) : []),
      protectedBody(u, body, keepError()),
      ...u.restoreLimit(),
      b.ret(b.call(u.rt('leaveResumed'), b.id('err'), b.id('UNIT'), b.id('pc'), b.id('frame'), b.id('d'), ...valuesOf(u, handed))),
    ]),
    async: false,
    generator: false,
  };
}

export function loopFunction(u: UnitBuilder, body: E.Statement[], handed: HandedOver, liveness: Liveness, { numbers, integers }: EntryTypes): E.FunctionExpression {
  const register = (r: number): E.Expression => b.index(b.id('R0'), b.lit(r));
  const initial = (r: number): E.Expression =>
    integers.includes(r) ? b.bin('|', register(r), b.lit(0)) : numbers.includes(r) ? b.unary('+', register(r)) : register(r);
  return {
    type: 'FunctionExpression',
    id: b.id(`${hostName(u.root.template)}_loop`),
    params: [b.id('frame')],
    body: b.block([
      declareCell(u),
      b.varDecl(frameParts),
      declarations(u, handed, new Set(), (r) => (isLive(liveness.before(u.cfg.osr), r) ? initial(r) : null)),
      b.stmt(b.call(u.rt('dropRegisters'), b.id('R0'))),
      b.varDecl([['d', u.cell(DEPTH)], ...(u.limitsDepth ? [['l', u.cell(DEPTH_LIMIT)] satisfies [string, E.Expression]] : [])]),
      ...u.noteTrace(u.body.sites[0], u.id + 1),
      protectedBody(u, body, keepError()),
      ...u.restoreLimit(),
      b.stmt(b.call(u.rt('leaveLoop'), b.id('err'), b.id('UNIT'), b.id('pc'), b.id('frame'), ...valuesOf(u, handed))),
    ]),
    async: false,
    generator: false,
  };
}

/** The arguments of the call, if the unit has them. */
function argumentList(u: UnitBuilder): E.Expression[] {
  if (u.hasRest) return [b.call(u.rt('argumentsWithRest'), b.lit(u.root.template.parameterCount), b.id('args'))];
  return u.usesArguments ? [b.id('args')] : [];
}

/** A guest function's name as a host identifier, for the host's own profiles and traces; one without a name is called by its line. */
function hostName(template: Template): string {
  return template.name === '' ? `_line${positionAt(template, 0).line}` : '_' + template.name.replace(/[^A-Za-z0-9_$]/g, '_');
}
