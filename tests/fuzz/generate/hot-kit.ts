/** What the scenarios of hot code share: small functions, loops that run thousands of times, mixed values. */
import { expression, oddity, sure } from './expressions.ts';
import { cost, functionBody, LEVEL, nested, Scope } from './state.ts';
import type { Gen, Kind, Place } from './state.ts';
import { statements } from './statements.ts';
import { NUMBERS, PROPS, STRINGS } from './templates.ts';

/** A scenario writes a statement list that gets a loop hot, then takes away what the loop relied on. */
export type Scenario = (g: Gen, at: Place) => string;

export type Params = readonly (readonly [name: string, kind: Kind])[];

/** A quiet place in which these names are in sight: reads only, unless `mutable`. */
export function within(at: Place, params: Params, mutable = false): Place {
  const place = nested(at, { quiet: true, times: 1, room: 1, targets: [], frame: { spent: 0, limit: 100 }, level: LEVEL.leaf, methods: 0 });
  for (const [name, kind] of params) place.scope.variables.push({ name, kind, mutable });
  return place;
}

/** An expression over these names and what is around. */
export function over(g: Gen, at: Place, params: Params, kind: Kind, n = 2): string {
  return expression(g, within(at, params), kind, n);
}

/** An expression over these names alone, as in a small pure function. */
export function pure(g: Gen, params: Params, kind: Kind, n = 2): string {
  return expression(g, pureBody(g, params), kind, n);
}

function pureBody(g: Gen, params: Params): Place {
  const body = functionBody(g, EMPTY, { level: LEVEL.leaf, methods: 0, args: false, frame: { spent: 0, limit: 60 }, room: 1 });
  for (const [name, kind] of params) body.scope.variables.push({ name, kind, mutable: true });
  return body;
}

const EMPTY: Place = {
  scope: new Scope(null),
  strict: false, times: 1, room: 2, frame: { spent: 0, limit: 0 }, level: LEVEL.leaf, methods: 0, order: 0, targets: [],
  returns: true, self: false, args: false, quiet: true, privates: [], superMethod: null,
};

/** Declares a small function of these parameters, in one of several spellings. */
export function smallFunction(g: Gen, name: string, params: Params, result: Kind, form = g.between(0, 5)): string {
  const body = pureBody(g, params);
  const names = params.map(([param]) => param).join(', ');
  const lines = statements(g, body, g.weighted([[6, 0], [3, 1], [2, 2]]));
  const value = g.chance(0.85) ? expression(g, body, result, g.between(1, 3)) : params[0]?.[0] ?? '0';
  const text = lines === '' ? `return ${value};` : `${lines}return ${value};`;
  switch (form) {
    case 0: return lines === '' ? `const ${name} = (${names}) => ${value};` : `const ${name} = (${names}) => { ${text} };`;
    case 1: return `const ${name} = function (${names}) { ${text} };`;
    case 2: return `let ${name} = (${names}) => { ${text} };`;
    default: return `function ${name}(${names}) { ${text} }`;
  }
}

/** The text of a function expression of these parameters, to put in the place of another. */
export function replacement(g: Gen, params: Params, result: Kind): string {
  const names = params.map(([param]) => param).join(', ');
  return `function (${names}) { return ${pure(g, params, result)}; }`;
}

/** A value of any kind, written out. */
export function mixed(g: Gen): string {
  return g.weighted<() => string>([
    [8, () => g.pick(NUMBERS)],
    [3, () => g.pick(STRINGS)],
    [3, () => g.pick(['null', 'undefined', 'true', 'false'])],
    [3, () => oddity(g)],
    [1, () => `({ ${g.pick(PROPS)}: ${g.pick(NUMBERS)} })`],
    [1, () => `[${g.pick(NUMBERS)}]`],
    [1, () => g.pick(['5n', '(-1n)', '9007199254740993n'])],
  ])();
}

export function mixedList(g: Gen, count: number): string {
  return `[${Array.from({ length: count }, () => mixed(g)).join(', ')}]`;
}

/** A statement that consumes `value` without letting the accumulator grow. */
export function consume(g: Gen, accumulator: string, value: string): string {
  return g.weighted([
    [4, `mix(${value});`],
    [2, `${accumulator} = (${accumulator} * 31 + ${value}) | 0;`],
    [2, `if (typeof ${value} === 'number') ${accumulator} += ${value} % 1000; else mix(${value});`],
    [1, `${accumulator} ^= ${value};`],
    [1, `${accumulator} = ${accumulator} + (${value} ? 1 : 2) | 0; mix(${value});`],
  ]);
}

/** `text` with a try around it, so that what it throws does not end the loop. */
export function guarded(g: Gen, text: string, chance = 0.9): string {
  return g.chance(chance) ? `try { ${text} } catch (e) { fail(e); }` : text;
}

/**
 * A loop that runs `body` some thousand times. `body` gets the names of the counter and of a constant that holds
 * the round from which on things are different.
 */
export function drive(g: Gen, body: (i: string, turn: string) => string, extra = 0): string {
  const i = g.fresh('i');
  const turn = g.fresh('turn');
  const text = body(i, turn);
  const count = g.iterations(cost(text) + 40 + extra);
  const head = `const ${turn} = ${Math.floor(count * g.pick([0.3, 0.5, 0.7, 0.9, 0.97]))};\n`;
  const bound = g.fresh('n');
  switch (g.between(0, 11)) {
    case 0: return `${head}let ${i} = 0;\nwhile (${i} < ${count}) { ${text}\n${i}++; }`;
    case 1: return `${head}let ${i} = 0;\ndo { ${text}\n} while (++${i} < ${count});`;
    case 2: return `${head}for (var ${i} = 0; ${i} < ${count}; ++${i}) { ${text} }`;
    case 3: {
      const outer = g.fresh('i');
      const width = g.pick([8, 40, 200]);
      const rounds = Math.max(1, Math.ceil(count / width));
      return `${head}for (let ${outer} = 0; ${outer} < ${rounds}; ${outer}++) { ` +
        `for (let ${bound} = 0; ${bound} < ${width}; ${bound}++) { const ${i} = ${outer} * ${width} + ${bound}; ${text} } }`;
    }
    case 4: return `${head}const ${bound} = (${i}) => { ${text} };\nfor (let j = 0; j < ${count}; j++) ${bound}(j);`;
    case 5: return `${head}(function (${bound}) { for (let ${i} = 0; ${i} < ${bound}; ${i}++) { ${text} } })(${count});`;
    case 6: return `${head}Array.from({ length: ${count} }, (_, ${i}) => { ${text} });`;
    case 7: {
      const step = Math.ceil(count / 3);
      return `${head}function ${bound}(from, to) { for (let ${i} = from; ${i} < to; ${i}++) { ${text} } }\n` +
        `${bound}(0, ${step}); ${bound}(${step}, ${2 * step}); ${bound}(${2 * step}, ${count});`;
    }
    default: return `${head}for (let ${i} = 0; ${i} < ${count}; ${i}++) { ${text} }`;
  }
}

/** A Number over these names. */
export function number(g: Gen, at: Place, params: Params, n = 1): string {
  return sure(g, within(at, params), n);
}
