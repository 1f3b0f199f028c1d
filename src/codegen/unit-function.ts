// The host function of a unit around its body: parameters, declarations, the depth, and the one exit where everything is handed over.
//
// There are three kinds: of a function from its beginning, of an activation of a coroutine from where it goes on, and of a loop on the frame of its function.

import type * as E from 'estree';
import { positionAt, type Template } from '../bytecode/template.ts';
import { isLive, type Liveness } from '../ir/liveness.ts';
import { DEPTH, DEPTH_LIMIT } from '../runtime/realm.ts';
import * as b from './builders.ts';
import { forInVariables } from './for-in-names.ts';
import { COROUTINE } from './lower-coroutine.ts';
import { NO_ERROR } from './support.ts';
import type { EntryTypes } from './unit.ts';
import type { UnitBuilder } from './unit-builder.ts';

const declareCell = (u: UnitBuilder): E.Statement => b.varDecl([['cell', b.id('CELL')], ...u.traceVariables()]);

/** Declares the registers that are used and not parameters. */
function declarations(u: UnitBuilder, live: readonly number[], parameters: ReadonlySet<number>, init: (r: number) => E.Expression | null): E.Statement {
  const registers = [...new Set([...u.usedRegisters, ...live, ...u.numberRegisters])].filter((r) => !parameters.has(r)).sort((x, y) => x - y);
  return b.varDecl([
    ['pc', b.lit(0)],
    ['err', u.constant(NO_ERROR)],
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
    ...u.valueVariables.map((name): [string, E.Expression | null] => [name, null]),
    ...u.numberVariables.filter((name) => name.startsWith('n')).map((name): [string, E.Expression | null] => [name, b.lit(0)]),
  ]);
}

const handedOver = (u: UnitBuilder): E.Expression => (u.leavesWithResult ? b.id('y') : u.constant(NO_ERROR));

const newTarget = (u: UnitBuilder): E.Expression => (u.root.needsNewTarget || u.osr ? b.id('nt') : b.voidZero());

const argumentList = (u: UnitBuilder): E.Expression =>
  u.hasRest ? b.call(u.rt('argumentsWithRest'), b.lit(u.root.template.parameterCount), b.id('args')) : u.usesArguments || u.osr ? b.id('args') : b.lit(null);

/** The registers handed over as values; numbers go through the machine's number buffer, unboxed. */
function registerList(u: UnitBuilder, live: readonly number[]): E.Expression[] {
  return [...live.filter((r) => !u.numberRegisters.has(r)).map((r) => b.reg(r)), ...u.valueVariables.map((name) => b.id(name))];
}

function storeNumbers(u: UnitBuilder): E.Statement[] {
  return u.numberVariables.map((name, i) => b.stmt(b.assign(b.index(u.rt('numbers'), b.lit(i)), b.id(name))));
}

function protectedBody(body: E.Statement[], passing: E.Statement[] = []): E.Statement {
  return b.tryCatch([b.labeled('body', b.block(body))], 'e', [...passing, b.set('err', b.id('e'))]);
}

/** The host array of arguments inherits what the guest puts on Array.prototype. */
const argument = (i: number): E.Expression => b.cond(b.bin('>', b.member(b.id('args'), 'length'), b.lit(i)), b.index(b.id('args'), b.lit(i)), b.voidZero());

export function functionBody(u: UnitBuilder, body: E.Statement[], live: readonly number[]): E.FunctionExpression {
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
  prologue.push(declarations(u, live, parameters, (r) => (inArguments && r <= template.parameterCount ? argument(r - 1) : null)));
  if (u.root.needsNewTarget) {
    const holder = b.member(u.constant(u.realm, 'R'), 'newTarget');
    prologue.push(b.varDecl([['nt', holder]]), b.stmt(b.assign(holder, b.voidZero())));
  }
  prologue.push(b.varDecl([['d', b.bin('+', u.cell(DEPTH), b.lit(1))], ...(u.limitsDepth ? [['l', u.cell(DEPTH_LIMIT)] satisfies [string, E.Expression]] : [])]));
  const checked: E.Statement[] = [
    // pc is still 0: the frame has not begun, and the depth is exceeded or the host stack short, here or in what was inlined.
    b.iff(b.bin('>', u.body.levels === 0 ? b.id('d') : b.bin('+', b.id('d'), b.lit(u.body.levels)), u.cell(DEPTH_LIMIT)), [b.breakTo('body')]),
    b.stmt(b.assign(u.cell(DEPTH), b.id('d'))),
    ...u.noteTrace(u.body.sites[0], u.id + 1),
    ...(u.weight > 0 ? u.limitDepth(null) : []),
    ...body,
  ];
  return {
    type: 'FunctionExpression',
    id: b.id(hostName(template)),
    params,
    body: b.block([
      ...prologue,
      protectedBody(checked, [b.iff(b.call(u.rt('passes'), b.id('e'), b.id('UNIT'), b.id('pc'), b.id('d')), [...u.restoreLimit(), b.throwStmt(b.id('e'))])]),
      ...u.restoreLimit(),
      ...storeNumbers(u),
      b.ret(b.call(u.rt('leave'), b.id('err'), b.id('UNIT'), b.id('pc'), handedOver(u), b.id('f'), newTarget(u), argumentList(u), b.id('d'), ...registerList(u, live))),
    ]),
    async: false,
    generator: false,
  };
}

/** What a unit that runs on a frame takes from it. */
const frameParts: [string, E.Expression][] = [
  ['R0', b.member(b.id('frame'), 'regs')], ['f', b.member(b.id('frame'), 'callee')], ['nt', b.member(b.id('frame'), 'newTarget')], ['args', b.member(b.id('frame'), 'args')],
];

/** Types that the unit relies on at its entry are checked there: each place where a coroutine goes on is entered from anywhere. */
export function resumptionFunction(u: UnitBuilder, body: E.Statement[], live: readonly number[], liveness: Liveness, { numbers }: EntryTypes): E.FunctionExpression {
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
      declarations(u, live, new Set(), (r) => (!isLive(liveness.before(u.cfg.osr), r) ? null : numbers.includes(r) ? b.unary('+', register(r)) : register(r))),
      b.varDecl([['d', b.bin('+', u.cell(DEPTH), b.lit(1))], ...(u.limitsDepth ? [['l', u.cell(DEPTH_LIMIT)] satisfies [string, E.Expression]] : [])]),
      b.stmt(b.assign(u.cell(DEPTH), b.id('d'))),
      ...u.noteTrace(u.body.sites[0], u.id + 1),
      ...(u.weight > 0 ? u.limitDepth(null) : []),
      protectedBody(body),
      ...u.restoreLimit(),
      ...storeNumbers(u),
      b.ret(b.call(u.rt('leaveResumed'), b.id('err'), b.id('UNIT'), b.id('pc'), handedOver(u), b.id('frame'), b.id('d'), ...registerList(u, live))),
    ]),
    async: false,
    generator: false,
  };
}

export function loopFunction(u: UnitBuilder, body: E.Statement[], live: readonly number[], liveness: Liveness, { numbers, integers }: EntryTypes): E.FunctionExpression {
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
      declarations(u, live, new Set(), (r) => (isLive(liveness.before(u.cfg.osr), r) ? initial(r) : null)),
      b.varDecl([['d', u.cell(DEPTH)], ...(u.limitsDepth ? [['l', u.cell(DEPTH_LIMIT)] satisfies [string, E.Expression]] : [])]),
      ...u.noteTrace(u.body.sites[0], u.id + 1),
      protectedBody(body),
      ...u.restoreLimit(),
      ...storeNumbers(u),
      b.stmt(b.call(u.rt('leaveLoop'), b.id('err'), b.id('UNIT'), b.id('pc'), handedOver(u), b.id('frame'), ...registerList(u, live))),
    ]),
    async: false,
    generator: false,
  };
}

/** A guest function's name as a host identifier, for the host's own profiles and traces; one without a name is called by its line. */
function hostName(template: Template): string {
  return template.name === '' ? `_line${positionAt(template, 0).line}` : '_' + template.name.replace(/[^A-Za-z0-9_$]/g, '_');
}
