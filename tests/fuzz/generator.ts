/**
 * Random terminating JavaScript programs, for comparing engines with each other: a seed is a program. What the
 * programs may do, and why they end, stand in `generate/state.ts`; the expressions in `generate/templates.ts`.
 *
 * A program is: the prelude, some globals, routines and classes, then groups of statements, each with a `try`
 * around it, so that an exception ends one group and not the run, and at the end the checksum of all that was seen.
 * What is asynchronous in a group tells of itself after all that. Half of the groups run at the top level (globals, no function around), half in functions of their own (locals).
 */
import { PRELUDE } from './generate/prelude.ts';
import { classDeclaration } from './generate/classes.ts';
import { ASYNC_SCENARIOS } from './generate/hot-async.ts';
import { CONTROL_SCENARIOS } from './generate/hot-control.ts';
import { OBJECT_SCENARIOS } from './generate/hot-objects.ts';
import { TYPE_SCENARIOS } from './generate/hot-types.ts';
import { functionBody, Gen, LEVEL, nested, Scope } from './generate/state.ts';
import type { Place, Settings } from './generate/state.ts';
import { declaration, exercise, functionText, routine, statement, statements } from './generate/statements.ts';
import { NUMBERS, STRINGS } from './generate/templates.ts';
import { parse, print } from './syntax.ts';
import type { Node } from './syntax.ts';

export interface GeneratedProgram {
  readonly seed: number;
  readonly source: string;
  /** The same program as a tree (ESTree), for the shrinker. */
  readonly tree: Node;
}

export interface GenerateOptions {
  /** Groups of statements; 8 unless told. */
  readonly groups?: number;
  /** Work done by hot loops, counted in characters of source read / 4; 2,500,000 unless told. */
  readonly work?: number;
}

const SCENARIOS = [...TYPE_SCENARIOS, ...OBJECT_SCENARIOS, ...CONTROL_SCENARIOS, ...ASYNC_SCENARIOS] as const;

export function generateProgram(seed: number, options: GenerateOptions = {}): GeneratedProgram {
  const settings: Settings = { groups: options.groups ?? 8, work: options.work ?? 2_500_000 };
  const g = new Gen(seed, settings);
  const strict = g.chance(0.4);
  const top: Place = {
    scope: new Scope(null), strict, times: 1, room: 3, frame: { spent: 0, limit: 4000 }, level: LEVEL.free, methods: 5,
    // Code outside of functions is called by nobody, so it may call everything made so far.
    order: Infinity,
    targets: [], returns: false, self: false, args: false, quiet: false, privates: [], superMethod: null,
  };
  const parts = [strict ? "'use strict';" : '', PRELUDE, conversions(g), globals(g, top)];
  for (let i = 0; i < settings.groups; i++) parts.push(group(g, { ...top, frame: { spent: 0, limit: 4000 } }, i));
  parts.push("console.log('sum ' + sum);");
  const tree = parse(parts.join('\n'));
  return { seed, tree, source: print(tree) };
}

/** Objects that convert in ways that can be seen. None of them calls anything else. */
function conversions(g: Gen): string {
  const number = (): string => g.pick(NUMBERS);
  const text = (): string => g.pick(STRINGS);
  const bodies = [
    `{ valueOf() { trace('vo'); return ${number()}; } }`,
    `{ toString() { trace('ts'); return ${text()}; } }`,
    `{ valueOf() { trace('vo'); return ${number()}; }, toString() { trace('ts'); return ${text()}; } }`,
    `{ [Symbol.toPrimitive](hint) { trace('tp ' + hint); return hint === 'string' ? ${text()} : ${number()}; } }`,
    `{ valueOf() { trace('vo'); return {}; }, toString() { trace('ts'); throw new RangeError('ts'); } }`,
    `{ valueOf() { trace('vo!'); throw ${g.pick([number(), text()])}; } }`,
  ];
  return bodies.map((body, i) => `const conv${i} = ${body};`).join('\n');
}

function globals(g: Gen, top: Place): string {
  const parts: string[] = [];
  for (let i = g.between(4, 8); i > 0; i--) parts.push(declarationOf(g, top));
  for (let i = g.between(2, 4); i > 0; i--) parts.push(routine(g, top, g.chance(0.6) ? LEVEL.leaf : LEVEL.free));
  for (let i = g.between(1, 3); i > 0; i--) parts.push(classDeclaration(g, top));
  return parts.join('\n');
}

/** A global with a plain value, so that nothing throws before the first group. */
function declarationOf(g: Gen, top: Place): string {
  const kind = g.pick(['num', 'num', 'str', 'arr', 'obj', 'bool', 'big', 'map'] as const);
  const word = g.pick(['let', 'const', 'var']);
  const name = g.fresh('v');
  const value = {
    num: () => g.pick(NUMBERS), str: () => g.pick(STRINGS), bool: () => g.pick(['true', 'false']), big: () => '12n',
    arr: () => g.pick(['[]', '[1, 2, 3]', "['a', 1.5, null]", '[1, , 3]', '[0.5, -0, NaN]']),
    obj: () => g.pick(['{}', '{ a: 1, b: 2 }', "{ x: 'x', y: -0, a: { b: 1 } }", '{ a: null, get b() { return 5; } }']),
    map: () => "new Map([[1, 'one'], ['two', 2]])",
  }[kind]();
  top.scope.variables.push({ name, kind, mutable: word !== 'const' });
  return `${word} ${name} = ${value};`;
}

function group(g: Gen, top: Place, index: number): string {
  g.noise = g.pick([0.02, 0.05, 0.1, 0.2]);
  const text = g.weighted<(at: Place) => string>([
    [9, (at) => hot(g, at)],
    [6, (at) => plain(g, at)],
    [3, (at) => functions(g, at)],
    [3, (at) => classes(g, at)],
    [1, (at) => replaced(g, at)],
  ]);
  const report = `log('group ${index} ' + show(caught(e)));`;
  const begin = 'failures = 0;\n';
  if (g.chance(0.5)) {
    const at = nested(top);
    return `${begin}try { ${text(at)} } catch (e) { ${report} }`;
  }
  const at = functionBody(g, top, { quiet: false, returns: false, frame: top.frame, room: 3, args: false, order: Infinity });
  const strict = !top.strict && g.chance(0.15);
  const body = text(strict ? { ...at, strict: true } : at);
  const call = g.chance(0.7) ? `(function () { ${strict ? "'use strict'; " : ''}${body} })();` : `(() => { ${strict ? "'use strict'; " : ''}${body} })();`;
  return `${begin}try { ${call} } catch (e) { ${report} }`;
}

function hot(g: Gen, at: Place): string {
  return g.weighted(SCENARIOS)(g, at);
}

/** Statements of every kind; most with a `try` of their own. */
function plain(g: Gen, at: Place): string {
  const parts = Array.from({ length: g.between(2, 5) }, () => declaration(g, at));
  for (let i = g.between(4, 9); i > 0; i--) {
    // A declaration must stay in this block to be of use to what follows.
    const text = statement(g, at);
    const bare = /^(let|const|var|function|class)\b/.test(text);
    parts.push(bare || g.chance(0.3) ? text : `try { ${text} } catch (e) { log('caught ' + show(caught(e))); }`);
  }
  return parts.join('\n');
}

/** A few functions that call each other, then calls of them. */
function functions(g: Gen, at: Place): string {
  const parts: string[] = [];
  for (let i = g.between(2, 4); i > 0; i--) parts.push(routine(g, at, g.chance(0.5) ? LEVEL.leaf : LEVEL.free));
  for (let i = g.between(3, 6); i > 0; i--) parts.push(`try { ${exercise(g, at)} } catch (e) { log('caught ' + show(caught(e))); }`);
  return parts.join('\n');
}

/** Classes, and what is done with their instances. */
function classes(g: Gen, at: Place): string {
  const parts: string[] = [];
  for (let i = g.between(1, 3); i > 0; i--) parts.push(classDeclaration(g, at));
  for (const shape of [...at.scope.classes]) {
    const name = g.fresh('v');
    parts.push(`let ${name} = new ${shape.name}(${shape.params.map(() => g.pick(NUMBERS)).join(', ')});`);
    at.scope.variables.push({ name, kind: 'inst', mutable: true });
    const uses = [
      ...shape.methods.map((k) => `${name}.m${k}(${g.pick(NUMBERS)}, ${g.pick(NUMBERS)})`), ...shape.accessors.map((a) => `${name}.${a}`),
      ...shape.accessors.map((a) => `${name}.${a} = ${g.pick(NUMBERS)}`), ...shape.statics.map((s) => `${shape.name}.${s}`),
      ...(shape.branded ? [`${shape.name}.has(${name})`, `${shape.name}.has({})`] : []), `'' + ${name}`, `${name} instanceof ${shape.name}`, name,
      `${shape.name}.name`, `Object.getOwnPropertyNames(${shape.name}.prototype).join()`, `typeof ${name}.constructor`, `${name}.q?.(2)`, `${name} < 5`,
    ];
    for (const use of g.random.shuffle(uses).slice(0, 6)) parts.push(`try { log(show(${use})); } catch (e) { log('caught ' + show(caught(e))); }`);
  }
  parts.push(statements(g, at, 2));
  return parts.join('\n');
}

/** A routine used by what follows gets another body. */
function replaced(g: Gen, at: Place): string {
  const fitting = at.scope.allRoutines().filter((r) => r.replaceable && !r.recursive);
  if (fitting.length === 0) return plain(g, at);
  const r = g.pick(fitting);
  const made = functionText(g, at, r.level, { params: r.params.length, order: r.order }, '', 'expression');
  return `${r.name} = ${made.text};\n${statements(g, at, 3)}\n${exercise(g, at)}`;
}
