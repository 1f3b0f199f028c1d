// Files built to keep the verifier busy or to fill memory: each is decided soon, whatever the verdict.
import { expect, test, vi } from 'vitest';
import { assemble } from '../../src/bytecode/assembler.ts';
import { decodeVerified, encode, FormatError } from '../../src/bytecode/encoding.ts';
import { Op, opcodes } from '../../src/bytecode/opcodes.ts';
import type { Template } from '../../src/bytecode/template.ts';
import { VerifyError } from '../../src/bytecode/verifier.ts';

// On a loaded machine.
vi.setConfig({ testTimeout: 120_000 });

const BASE = assemble('script "main" {\nEntry auto; LoadUndefined r1; Return r1\n}');
/** Milliseconds of processor time, which other load does not lengthen as much as it does time on the clock. */
const LIMIT = 10_000;

/** A script of the given instructions, each a list of words, in one block. */
function code(instructions: readonly (readonly number[])[], rest: Partial<Template> = {}): Template {
  const all = [...instructions, [Op.Return, 0]];
  const fuel = all.reduce((sum, [op]) => sum + opcodes[op].fuel, 0);
  return { ...BASE, code: Int32Array.from([Op.Entry, fuel, 0, ...all.flat()]), registerCount: 16, ...rest };
}

function repeat<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

function decide(template: Template): string {
  const bytes = encode(template);
  const start = process.cpuUsage();
  let verdict = 'accepted';
  try {
    decodeVerified(bytes);
  } catch (error) {
    if (!(error instanceof VerifyError || error instanceof FormatError)) throw error;
    verdict = error.reason;
  }
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(LIMIT);
  return verdict;
}

const TOO_LONG = 'verification would take too long';

test('many functions with many registers', () => {
  const child = assemble('function "f" registers=32767 {\nEntry auto; Return r0\n}');
  const count = 8_000;
  const children = repeat(count, () => ({ ...child }));
  const closures = repeat(count, (i) => [Op.NewClosure, 2, i, 1]);
  expect(decide(code(closures, { children }))).toBe(TOO_LONG);
});

test('many handlers', () => {
  const count = 20_000;
  const moves = repeat(2 * count, () => [Op.LoadNull, 1]);
  const start = (i: number): number => 3 + 2 * i;
  const target = 3 + 4 * count + 2;
  const template = code(moves);
  const handlers = repeat(count, (i) => ({ start: start(count - 1 - i), end: start(count + 1 + i), target, register: 2 }));
  expect(decide({ ...template, code: Int32Array.from([...template.code, Op.Block, 1, 0, Op.Return, 1]), handlers })).toBe('accepted');
});

test('scopes in scopes, and accesses to the outermost', () => {
  const count = 20_000;
  const scopes = [{ names: ['a'], lexical: [false] }];
  const nested = repeat(count, () => [Op.NewScope, 1, 1, 0]);
  const accesses = repeat(count, () => [Op.GetSlot, 2, 1, count - 1, 0]);
  expect(['accepted', 'too many different scopes in one function', TOO_LONG]).toContain(decide(code([...nested, ...accesses], { scopes })));
});

test('a chain of functions with ever deeper scopes', () => {
  const scopes = [{ names: ['a'], lexical: [false] }];
  let child: Template | undefined;
  for (let i = 0; i < 900; i++) {
    const kind = i === 899 ? 'script' : 'function';
    const body = [kind === 'script' ? [Op.LoadUndefined, 1] : [Op.LoadScope, 1], ...repeat(60, () => [Op.NewScope, 1, 1, 0]), ...(child === undefined ? [] : [[Op.NewClosure, 2, 0, 1]])];
    child = code(body, { kind, scopes, children: child === undefined ? [] : [child] });
  }
  expect(decide(child as Template)).toBe('accepted');
});

test('a scope of many private names', () => {
  const names = repeat(4096, (i) => `#${i}`);
  const scopes = [{ names, lexical: names.map(() => false) }];
  const sets = names.flatMap((_, i) => [
    [Op.NewPrivateName, 2, 0, 0],
    [Op.SetSlot, 1, 0, i, 2],
  ]);
  expect(['accepted', TOO_LONG]).toContain(decide(code([[Op.NewScope, 1, 1, 0], ...sets], { scopes, names: ['x'] })));
  const more = [...names, '#more'];
  expect(decide(code([], { scopes: [{ names: more, lexical: more.map(() => false) }] }))).toBe('scope shape 0 has too many private names');
});

test('shapes whose slots share one long name', () => {
  const name = 'x'.repeat(1_000_000);
  const names = repeat(60_000, () => name);
  const scopes = repeat(10, (i) => ({ names, lexical: names.map((_, j) => i === j) }));
  expect(decide(code([], { scopes }))).toBe('accepted');
});

test('regular expressions that share one long source', () => {
  const source = '(?:a|b)'.repeat(100_000);
  const flags = ['g', 'i', 'gi', 'ig', 'm', 'gm', 'mg', 's', 'gs', 'sg'];
  const constants = repeat(20_000, (i) => ({ type: 'regexp', source, flags: flags[i % flags.length] }) as const);
  expect(decide(code([], { constants }))).toBe('accepted');
});

test('iterations that share their registers', () => {
  const count = 10_000;
  const starts: number[] = [];
  let pc = 6;
  for (let i = 0; i < count; i++) {
    // IterStart r2 r(10 + i) r3 r0 to the block that follows.
    starts.push(Op.IterStart, 2, 10 + i, 3, 0, pc, Op.Block, i === count - 1 ? 1 + count + 1 : 1, 0);
    pc += 9;
  }
  const writes = repeat(count, () => [Op.LoadNull, 2]).flat();
  const words = [Op.Entry, 1, 0, ...starts, ...writes, Op.Return, 0];
  words[1] = 1;
  // The places of labels: each is the Block after its IterStart.
  for (let at = 3; words[at] === Op.IterStart; at += 9) {
    words[at + 5] = at + 6;
    words[at + 7] = words[at + 9] === Op.IterStart ? 1 : count + 1;
  }
  expect(decide({ ...BASE, code: Int32Array.from(words), registerCount: count + 20 })).toBe(TOO_LONG);
});

test('a loop that needs as many rounds as there are registers', () => {
  const count = 5000;
  const scopes = [{ names: ['a'], lexical: [false] }];
  const moves = repeat(count, (i) => [Op.Move, count - i + 1, count - i]).flat();
  const words = [Op.Entry, 2, 0, Op.NewScope, 1, 2, 0, Op.Loop, count + 1, 0, ...moves, Op.Jump, 7];
  expect(decide({ ...BASE, code: Int32Array.from(words), scopes, registerCount: count + 10 })).toBe(TOO_LONG);
});

test('a switch with many targets in a function with many registers', () => {
  const count = 60_000;
  const words = [Op.Entry, 2, 0, Op.LoadNull, 1, Op.SwitchInt, 1, 0, 0, count, ...new Array<number>(count).fill(0), Op.Block, 1, 0, Op.Return, 0];
  const block = words.length - 5;
  for (let i = 0; i <= count; i++) words[i === 0 ? 8 : 9 + i] = block;
  expect(['accepted', TOO_LONG]).toContain(decide({ ...BASE, code: Int32Array.from(words), registerCount: 32767 }));
});

test('a global declared over and over', () => {
  const count = 40_000;
  const names = repeat(count, (i) => `v${i}`);
  const constants = [{ type: 'globals', lets: names, consts: [], vars: [], functions: [], annexB: [] }] as const;
  const inits = repeat(count, (i) => [Op.InitGlobal, i, 0]);
  expect(decide(code([[Op.DeclareGlobals, 0], ...inits], { constants, names }))).toBe('accepted');
});
