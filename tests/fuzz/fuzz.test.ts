/**
 * Random programs. The generator is checked by itself; then programs are compared natively and in the modes of tests/support/modes.ts:
 * small programs, each in two modes, unless FUZZ_COUNT asks for more.
 *
 *   FUZZ_COUNT=10000 npx vitest run tests/fuzz           many programs, in all modes
 *   FUZZ_SEED=7 FUZZ_COUNT=1 npx vitest run tests/fuzz   this one
 *   FUZZ_MODES=interp,jit ...                            only these modes
 *   FUZZ_GROUPS=1 FUZZ_WORK=300000 ...                   smaller programs
 *   FUZZ_OUT=dir ...                                     writes what fails, as found and shrunk, into dir
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modes } from '../support/modes.ts';
import { campaign, formatFailure } from './campaign.ts';
import type { Failure } from './campaign.ts';
import { compareProgram, formatDifference, kindOfError } from './compare.ts';
import type { Engine } from './compare.ts';
import { countFeatures, EXPECTED_FEATURES, FORBIDDEN_FEATURES, FORBIDDEN_NAMES } from './coverage.ts';
import { generateProgram } from './generator.ts';
import type { GenerateOptions } from './generator.ts';
import { runNative, runNativeChild } from './native.ts';
import { shrink } from './shrink.ts';
import { parse, print, walk } from './syntax.ts';

const { FUZZ_SEED, FUZZ_COUNT, FUZZ_OUT, FUZZ_MODES, FUZZ_GROUPS, FUZZ_WORK } = process.env;
const SEED = Number(FUZZ_SEED ?? 1);
/** What every test run has time for. */
const BRIEF = FUZZ_COUNT === undefined;
const COUNT = Number(FUZZ_COUNT ?? 300);
const SIZE: GenerateOptions = BRIEF
  ? { groups: 1, work: 300_000 }
  : { ...(FUZZ_GROUPS === undefined ? {} : { groups: Number(FUZZ_GROUPS) }), ...(FUZZ_WORK === undefined ? {} : { work: Number(FUZZ_WORK) }) };
/** Checks of the generator itself use fewer programs: it does not change with every commit. */
const OWN_COUNT = BRIEF ? 20 : Math.min(COUNT, 100);

/** Native, but the source is tampered with first: an engine with a bug. */
function wrongEngine(name: string, tamper: (source: string) => string): Engine {
  return {
    name,
    run(source) {
      const { output, error } = runNative(tamper(source), { timeout: 3000 });
      return error === null ? { output } : { output, error };
    },
  };
}

describe('the generator', () => {
  it('gives the same program for the same seed, and others for other seeds', () => {
    expect(generateProgram(5).source).toBe(generateProgram(5).source);
    expect(generateProgram(5).source).not.toBe(generateProgram(6).source);
  });

  it(`writes programs that end soon, always alike, and say something (${OWN_COUNT} from seed ${SEED})`, () => {
    let aborted = 0;
    let terse = 0;
    for (let seed = SEED; seed < SEED + OWN_COUNT; seed++) {
      const { source } = generateProgram(seed);
      const begin = process.cpuUsage();
      const first = runNative(source);
      const { user } = process.cpuUsage(begin);
      const second = runNative(source);
      expect(first.timedOut, `seed ${seed} does not end`).toBe(false);
      expect(first.error, `seed ${seed}`).not.toBe('SyntaxError');
      // Time on the processor: the machine may be busy. The faster of two runs, since compilers work on the side.
      expect(Math.min(user / 1000, second.milliseconds), `seed ${seed} is slow`).toBeLessThan(500);
      expect(second, `seed ${seed} is not deterministic`).toMatchObject({ output: first.output, error: first.error });
      if (first.error !== null) aborted++;
      if (first.output.split('\n').length < 10) terse++;
    }
    expect((aborted + terse) / OWN_COUNT).toBeLessThan(0.1);
  }, 120_000);

  it('prints what it parses', () => {
    for (let seed = SEED; seed < SEED + Math.min(OWN_COUNT, 40); seed++) {
      const { source } = generateProgram(seed);
      expect(print(parse(source)), `seed ${seed}`).toBe(source);
    }
  });

  it('does not depend on node:vm: a plain process says the same', () => {
    for (let seed = SEED; seed < SEED + Math.min(OWN_COUNT, 5); seed++) {
      const { source } = generateProgram(seed);
      const { output, error } = runNative(source);
      expect(runNativeChild(source)).toMatchObject({ output, error });
    }
  });

  it('uses the language, and leaves alone what it must', () => {
    const counts = new Map<string, number>();
    const names = new Set<string>();
    // Enough programs for the rarest feature, whatever FUZZ_COUNT says.
    for (let seed = 1; seed <= 200; seed++) {
      const { tree } = generateProgram(seed);
      countFeatures(tree, counts);
      for (const [, node] of walk(tree)) if (node.type === 'Identifier') names.add(node['name'] as string);
    }
    expect(EXPECTED_FEATURES.filter((feature) => !counts.has(feature))).toEqual([]);
    expect(FORBIDDEN_FEATURES.filter((feature) => counts.has(feature))).toEqual([]);
    expect(FORBIDDEN_NAMES.filter((name) => names.has(name))).toEqual([]);
  }, 60_000);
});

describe('the printer', () => {
  it.each([
    ['(a, b) => ({}).x;'], ['({}).x = 1;'], ['(function () {})();'], ['(5).x;'], ['(-a) ** 2;'], ['a ** -b;'], ['(a ?? b) || c;'], ['new (f())(1);'], ['new (a.b())();'],
    ['(a?.b).c;'], ['a?.b.c;'], ['- -a;'], ['-((-a) ** b);'], ['for (let a = (1 in b); ; ) break;'], ['if (a) { if (b) c; } else d;'], ['[, a, , ];'], ["('use strict');"],
    ['(class {}).name;'], ['({ a, b = 1, [c]: d, ...e } = f);'], ['a = (b, c);'], ['`a${b + `c${d}`}`;'], ['class A extends (b, c) { static #x = 1; static { #x in a; } get [b]() {} }'],
    ['f([0], ([v] = [1]));'], ['(() => {})();'], ['(a = b).c;'], ['typeof (a + b);'], ['void 0, !a++;'], ['(yes ? a : b) ? c : d;'],
  ])('keeps the meaning of %s', (source) => {
    const simple = (text: string): string => JSON.stringify(parse(text), (key, value: unknown) =>
      /^(start|end|raw)$/.test(key) ? undefined : typeof value === 'bigint' ? String(value) : value);
    // A statement or two may get a block of their own around them: compare after one printing.
    const once = print(parse(source));
    expect(simple(print(parse(once)))).toBe(simple(once));
    if (!/else/.test(source)) expect(simple(once)).toBe(simple(source));
  });
});

describe('comparing', () => {
  it('accepts engines that agree with native', () => {
    const right = wrongEngine('right', (source) => source);
    expect(compareProgram(generateProgram(3).source, [right])).toBeNull();
  });

  it('catches a wrong engine, and shrinks the program to a few lines', async () => {
    const wrong = wrongEngine('wrong', (source) => source.replaceAll('>>>', '>>'));
    // Bounded by tries alone: how small it gets must not depend on how busy the machine is.
    const failures = await campaign([wrong], { from: 1, count: 50, maxFailures: 1, maxTime: Infinity });
    expect(failures).toHaveLength(1);
    const [failure] = failures as [Failure];
    expect(failure.shrunk).toContain('>>>');
    expect(failure.shrunk.split('\n').length).toBeLessThan(15);
    expect(failure.shrunk.length).toBeLessThan(failure.source.length / 10);
    expect(formatFailure(failure)).toContain(`FUZZ_SEED=${failure.seed} FUZZ_COUNT=1`);
  }, 600_000);

  it('tells missing output, other errors, crashes and fuel apart', () => {
    const source = "console.log('a'); console.log('b'); null.x;";
    const compare = (...results: { output: string; fuel?: number; error?: string }[]) => {
      const difference = compareProgram(source, results.map((result, i) => ({ name: `e${i}`, run: () => result })));
      return difference === null ? null : formatDifference(difference);
    };
    const right = { output: 'a\nb\n', error: 'TypeError: cannot read' };
    expect(compare(right, right)).toBeNull();
    expect(compare({ ...right, output: 'a\nc\n' })).toMatch(/output of e0 .* line 2[^]*expected: b\n.*actual: {3}c/);
    expect(compare({ output: 'a\nb\n' })).toMatch(/error of e0 [^]*expected: TypeError\n.*actual: {3}none/);
    expect(compare({ ...right, fuel: 5 }, right, { ...right, fuel: 6 })).toMatch(/fuel of e2 differs from e0/);
    const broken: Engine = { name: 'broken', run() { throw new Error('internal'); } };
    expect(compareProgram(source, [broken])).toMatchObject({ kind: 'crash', engine: 'broken' });
    expect(compareProgram('for (;;);', [broken], { timeout: 50 })).toBeNull();
  });

  it('reads the kind of an error from its text', () => {
    expect(['TypeError: x', 'Uncaught RangeError: y\n at z', 'thrown: 5', '', undefined].map(kindOfError)).toEqual(['TypeError', 'RangeError', 'thrown', 'none', 'none']);
  });
});

describe('shrinking', () => {
  const shrunkTo = async (source: string, contains: RegExp): Promise<string> =>
    (await shrink(source, (candidate) => contains.test(candidate))).source.trim();

  it('reduces to what matters', async () => {
    expect(await shrunkTo('function f(a, b) { if (a) { for (let i = 0; i < 9; i++) { keep(b, i); } } return 2; } f(1);', /keep/)).toBe('keep();');
    expect(await shrunkTo('let x = [1, 2, { a: y ? keep * 2 : 3 }];', /keep/)).toBe('keep;');
    expect(await shrunkTo('try { a(); } catch (e) { b(); } finally { keep(); }', /keep/)).toBe('keep();');
    expect(await shrunkTo('for (let i = 0; i < 5000; i++) f(i);', /for.*i = 0.*i < (\d{3,})/)).toBe('for (let i = 0; i < 100; i++) {}');
    expect(await shrunkTo('class A extends B { x = 1; m() { return super.m() + 1; } n() {} }', /super/)).toBe('class A {\n  m() { super.m; }\n}');
  });

  it('keeps what ends a program', async () => {
    const source = 'function f(dep, x) { if (dep <= 0) return 1; let y = 2; return f(dep - 1, x & 7); } f(5, 9);';
    expect(await shrunkTo(source, /f\(dep/)).toMatch(/if \(dep <= 0\)/);
    expect(await shrunkTo('let w = 9; while (w-- > 0) { a(); b(); }', /while[^]*a\(/)).toMatch(/while \(w-- > 0\)/);
    expect(await shrunkTo('a[x & 7] = 1;', /x/)).not.toMatch(/^a\[x\]/);
  });

  it('minds its limits', async () => {
    const { tries, finished } = await shrink(generateProgram(1), () => true, { maxTries: 10 });
    expect([tries <= 11, finished]).toEqual([true, true]);
    await expect(shrink('a;', () => false)).rejects.toThrow('does not fail');
  });
});

/** An internal error of the VM is no way for a program to end. */
const engines: Engine[] = modes
  .filter((mode) => FUZZ_MODES === undefined || FUZZ_MODES.split(',').includes(mode.name))
  .map(({ name, run }) => ({
    name,
    run(source, filename) {
      const { error, ...result } = run(source, filename);
      if (error !== undefined) throw new Error(error);
      return result;
    },
  }));

describe.skipIf(engines.length === 0)('random programs', () => {
  if (BRIEF && engines.length > 0) {
    // The first mode interprets; it is compared with one of the others at a time.
    const [first, ...others] = engines;
    it.each(others.map((other, i) => [other.name, other, i] as const))(`${first.name} and %s`, async (_name, other, i) => {
      const count = Math.floor(COUNT / others.length);
      const failures = await campaign([first, other], { ...SIZE, from: SEED + i * count, count, maxFailures: 3, onFailure: save });
      expect(failures.map(formatFailure).join('\n\n')).toBe('');
    }, 300_000);
    return;
  }
  // Portions, so that a long run shows where it is.
  const portion = COUNT > 1000 ? 500 : 50;
  for (let from = SEED; from < SEED + COUNT; from += portion) {
    const count = Math.min(portion, SEED + COUNT - from);
    it(`seeds ${from} to ${from + count - 1}`, async () => {
      const failures = await campaign(engines, { ...SIZE, from, count, maxFailures: 3, onFailure: save });
      expect.soft(failures.map(formatFailure).join('\n\n')).toBe('');
    }, 60_000 + count * 60_000);
  }
});

function save(failure: Failure): void {
  if (FUZZ_OUT === undefined) return;
  mkdirSync(FUZZ_OUT, { recursive: true });
  writeFileSync(join(FUZZ_OUT, `seed-${failure.seed}.js`), failure.source);
  writeFileSync(join(FUZZ_OUT, `seed-${failure.seed}.shrunk.js`), `// ${formatDifference(failure.shrunkDifference).replace(/\n/g, '\n// ')}\n${failure.shrunk}`);
}

