// What the specification says and Node 20 does otherwise, in all modes.

import { describe, expect, test } from 'vitest';
import { modes } from '../support/modes.ts';

const cases: readonly (readonly [name: string, source: string, output: string])[] = [
  ['a spread argument does not keep an eval from being direct', "var w = 'global'; (function () { var w = 'local'; console.log(eval(...['w'])); })()", 'local\n'],
  [
    'a parameter scope has the arguments object',
    "try { (function (p = eval('var arguments')) {})(); } catch (e) { console.log(e.name); }",
    'SyntaxError\n',
  ],
  [
    'a reference to a name of a with statement is resolved before the right side',
    "var x = 'global', o = { x: 1 }; with (o) x = (delete o.x, 2); with (o) x += (delete o.x, 3); console.log(x, o.x);",
    'global 5\n',
  ],
  [
    'a name of a with statement is asked for again before it is read or written',
    "const log = []; const p = new Proxy({ a: 1 }, { has: (t, k) => (log.push('has ' + String(k)), k in t), get: (t, k) => (log.push('get ' + String(k)), t[k]), set: (t, k, v) => (log.push('set ' + k), (t[k] = v), true) }); with (p) { a = 2; a; } console.log(log.join(', '));",
    'has a, get Symbol(Symbol.unscopables), has a, set a, has a, get Symbol(Symbol.unscopables), has a, get a\n',
  ],
];

describe.each(cases)('%s', (_name, source, output) => {
  test.each(modes.map((mode) => [mode.name, mode] as const))('%s', (_mode, mode) => {
    const result = mode.run(source);
    expect(result.error).toBeUndefined();
    expect(result.output).toBe(output);
  });
});
