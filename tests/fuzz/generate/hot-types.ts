/** Hot code whose operand types change: what type feedback and implicit guards must survive. */
import { consume, drive, guarded, mixed, mixedList, number, over, pure, smallFunction } from './hot-kit.ts';
import type { Params, Scenario } from './hot-kit.ts';
import { BINARY_OPERATORS, NUMBERS, STRINGS } from './templates.ts';

/** A small function gets arguments of one type, and later of others. */
const argumentTypes: Scenario = (g, at) => {
  const f = g.fresh('f');
  const acc = g.fresh('acc');
  const vals = g.fresh('vals');
  const params: Params = [['a', 'num'], ['b', 'num']];
  const declared = smallFunction(g, f, params, g.pick(['num', 'num', 'any', 'str']));
  const loop = drive(g, (i, turn) => {
    const early = g.pick([i, `${i} * 0.5`, `${i} & 15`, `'' + ${i}`, `${i} - 2147483000`, `${i} * 1e6`]);
    const late = g.pick([mixed(g), `${vals}[${i} % ${vals}.length]`, `${vals}[${i} & 3]`, String(over(g, at, [[i, 'num']], 'any', 1))]);
    const second = g.pick(['1', i, `${i} % 7`, `${vals}[${i} & 1]`, g.pick(NUMBERS)]);
    const r = `r${f}`;
    return guarded(g, `const ${r} = ${f}(${i} < ${turn} ? ${early} : ${late}, ${second}); ${consume(g, acc, r)}`);
  }, 60);
  return `${declared}\nconst ${vals} = ${mixedList(g, g.between(3, 8))};\nlet ${acc} = 0;\n${loop}\nlog('types ' + show(${acc}) + sum);`;
};

/** One operator over all pairs of mixed values, several rounds, so that a warm site meets them. */
const operatorTable: Scenario = (g) => {
  const f = g.fresh('op');
  const vals = g.fresh('vals');
  const operator = g.pick(BINARY_OPERATORS);
  const kind = g.between(0, 5);
  const expression = kind === 0 ? `a ${operator} ${g.pick(NUMBERS)}` : kind === 1 ? `${g.pick(NUMBERS)} ${operator} b` : `a ${operator} b`;
  const size = g.between(5, 11);
  const rounds = Math.max(1, Math.floor(g.iterations(60 * size * size) / (size * size * 4)));
  return `const ${f} = (a, b) => (${expression});
const ${vals} = ${mixedList(g, size)};
${g.chance(0.5) ? `for (let i = 0; i < ${g.between(200, 3000)}; i++) mix(${f}(i, i + 1));` : ''}
for (let round = 0; round < ${Math.min(rounds, 40)}; round++) {
  for (const x of ${vals}) for (const y of ${vals}) {
    try { const r = ${f}(x, y); if (round === 0) log(show(r)); else mix(r); } catch (e) { fail(e); }
  }
}
log('table ' + sum);`;
};

/** Unary operators, conversions and updates, likewise. */
const unaryTable: Scenario = (g) => {
  const f = g.fresh('op');
  const vals = g.fresh('vals');
  const body = g.pick([
    'return -a;', 'return +a;', 'return ~a;', 'return !a;', 'return typeof a;', 'return void a;', 'return a++;', 'return ++a;',
    'a--; return a;', 'return `${a}`;', 'return a ? 1 : 2;', 'return a ?? "none";', 'return a || 3;', 'return a && 4;',
    'return [a] + "";', 'const o = { [a]: 1 }; return Object.keys(o)[0];', 'return a?.length;', 'return a == null;',
    'if (a) return "yes"; return "no";', 'switch (a) { case 1: return "one"; case "1": return "text"; default: return "?"; }',
    'a += 1; return a;', 'a ||= 7; return a;', 'a ??= 8; return a;', 'let n = 0; while (a && n < 3) n++; return n;', 'return a | 0;',
    'return a >>> 0;', 'return a * 1;', 'return a < 5;', 'return 5 >= a;', 'return a.x;', 'return a[0];', 'return a();', 'return new a();',
    'return 0 in a;', 'return a instanceof Object;', 'for (const k in a) return k; return "empty";', 'for (const x of a) return x; return "empty";',
    'const [x, y = 2] = a; return y;', 'const { length = 5 } = a; return length;', 'return Math.max(a, 1);', 'return [...a].length;',
  ]);
  return `function ${f}(a) { ${body} }
const ${vals} = ${mixedList(g, g.between(5, 11))};
for (let round = 0; round < ${g.between(20, 150)}; round++) {
  for (const x of ${vals}) { try { const r = ${f}(round % 3 === 0 ? x : round); if (round === 0) log(show(r)); else mix(r); } catch (e) { fail(e); } }
}
log('unary ' + sum);`;
};

/** Integers that leave the int32 range, become doubles, become -0. */
const overflow: Scenario = (g, at) => {
  const acc = g.fresh('acc');
  const body = (i: string): string => g.pick([
    `${acc} += ${i} * ${i};`, `${acc} = ${acc} * 3 + ${i};`, `${acc} = (${acc} * 1103515245 + 12345) & 0x7fffffff;`,
    `${acc} = Math.imul(${acc}, 31) + ${i};`, `${acc} = ${acc} + ${i} | 0;`, `${acc} = ${acc} - ${i} * 65537 >>> 0;`,
    `${acc} = (${acc} << 5) - ${acc} + ${i};`, `${acc} = -${acc} * (${i} % 3 - 1);`, `${acc}++; ${acc} *= 2;`,
    `${acc} = ${acc} % ${g.pick(['7', '-7', '1000.5', '4294967296', '0'])} + ${i} * ${g.pick(['-1', '0.1', '1e9', '-0'])};`,
    `${acc} = ${i} / (${i} % 5);`, `${acc} = ~~(${acc} / 3) + ${i};`, `${acc} = ${acc} ** 2 % 65536 + ${i};`,
    `${acc} = ${number(g, at, [[acc, 'num'], [i, 'num']], 2)};`,
  ]);
  const loop = drive(g, (i) => `${body(i)} ${g.chance(0.5) ? body(i) : ''} if (${i} % ${g.pick([64, 97, 500])} === 0) mix(${acc});`);
  return `let ${acc} = ${g.pick(['0', '1', '2147483600', '-2147483600', '0.5', '4294967290'])};\n${loop}\nlog('overflow ' + show(${acc}));`;
};

/** Variables that live across the loop change their type while it runs: the state at loop entry is no guide. */
const loopVariables: Scenario = (g, at) => {
  const [a, b, c] = [g.fresh('a'), g.fresh('b'), g.fresh('c')];
  const names: Params = [[a, 'num'], [b, 'num'], [c, 'any']];
  const loop = drive(g, (i, turn) => {
    const change = g.pick([
      `if (${i} === ${turn}) ${c} = ${mixed(g)};`, `if (${i} > ${turn}) ${b} = ${mixed(g)};`,
      `if (${i} % 1000 === 999) ${a} = ${g.pick(STRINGS)};`, `[${a}, ${b}] = [${b}, ${a}];`,
    ]);
    const step = `${a} = ${number(g, at, [...names, [i, 'num']], 2)}; ${b} = cap(${over(g, at, [...names, [i, 'num']], 'num', 2)});`;
    return guarded(g, `${change} ${step} ${g.chance(0.5) ? `${c} = cap(${over(g, at, names, 'any', 1)});` : ''} mix(${b});`);
  }, 60);
  const first = g.pick([`let ${a} = 0, ${b} = 1, ${c};`, `var ${a} = 1.5, ${b}, ${c} = null;`, `let ${a}, ${b} = '', ${c} = [];`]);
  return `${first}\n${loop}\nlog('vars ' + [show(${a}), show(${b}), show(${c})]);`;
};

/** Texts: indexing in and out of range, char codes, building, comparing. */
const texts: Scenario = (g, at) => {
  const [s, out] = [g.fresh('s'), g.fresh('out')];
  const loop = drive(g, (i, turn) => {
    const index = g.pick([`${i} % ${s}.length`, `${i} & 7`, `${i} % 9 - 2`, `'' + (${i} & 3)`, `${i} * 0.5 % 4`]);
    const read = g.pick([`${s}[${index}]`, `${s}.charCodeAt(${index})`, `${s}.charAt(${index})`, `${s}.at(${index})`, `${s}.slice(${index})`,
      `${s} < ${s}[${index}]`, `${s}.indexOf(${s}[${index}])`, `${s} + ${index}`, `\`\${${s}}\${${index}}\``]);
    const grow = g.pick([`if (${out}.length < 300) ${out} += ${read};`, `${out} = cap(${read} + ${out});`, `mix(${read});`]);
    const change = g.chance(0.5) ? `if (${i} === ${turn}) ${s} = ${g.pick([...STRINGS, '123', '[1, 2, 3]', 'null', 'new String("wrapped")'])};` : '';
    return guarded(g, `${change} ${grow}`);
  }, 20);
  return `let ${s} = ${g.pick(["'abcdefgh'", "'\\ud83d\\ude00 text'", "'x'", "''"])}, ${out} = '';\n${loop}\n` +
    `log('texts ' + show(${out}) + show(${out}.length) + ${over(g, at, [[out, 'str']], 'str', 1)});`;
};

/** A switch that is hot with one type of case and meets others. */
const switches: Scenario = (g) => {
  const f = g.fresh('f');
  const labels = g.pick([
    ['0', '1', '2', '3', '4', '5', '6'], ["'a'", "'b'", "'c'", "'abc'"], ['1', "'1'", 'null', 'true', 'NaN', '-0'], ['0', '1.5', '-1', '1e3'],
    ['typeof x', "'number'", 'x', '5'],
  ]);
  const cases = labels.map((label, i) => `case ${label}: ${g.chance(0.7) ? `t += ${i + 1};` : ''} ${g.chance(0.6) ? 'break;' : ''}`);
  cases.splice(g.between(0, cases.length), 0, `default: t = ${pure(g, [['t', 'num'], ['x', 'any']], 'num', 1)}; ${g.chance(0.5) ? 'break;' : ''}`);
  const subject = g.pick(['x', 'x', 'x & 7', 'typeof x', 'x % 4', "'' + x", 'x > 3']);
  const loop = drive(g, (i, turn) => guarded(g, `mix(${f}(${i} < ${turn} ? ${i} % 8 : ${mixed(g)}));`), 30);
  return `function ${f}(x) { let t = 0; switch (${subject}) { ${cases.join('\n')} } return t; }\n${loop}\nlog('switch ' + sum);`;
};

/** BigInts, alone and mixed with Numbers, in code that has seen only Numbers. */
const bigs: Scenario = (g) => {
  const f = g.fresh('f');
  const body = g.pick(['a + b', 'a * b', 'a - b', 'a < b', 'a == b', 'a === b', 'a & b', '-a', 'a % b', 'a / b', 'a > b ? a : b', 'a | b', 'a != b']);
  const loop = drive(g, (i, turn) =>
    `try { const r = ${i} < ${turn} ? ${f}(${i}, 3) : ${f}(${g.pick(['10n', '-3n', `BigInt(${i})`, '2n ** 65n'])}, ${g.pick(['3n', '3', '0n', "'2'", '2.5'])}); ` +
    `mix(typeof r === 'bigint' ? BigInt.asIntN(64, r) : r); } catch (e) { fail(e); }`, 20);
  return `const ${f} = (a, b) => ${body};\n${loop}\nlog('bigs ' + sum);`;
};

/** Chains of ?. and ??, with the hole at another place each time. */
const chains: Scenario = (g) => {
  const f = g.fresh('f');
  const objects = g.fresh('objs');
  const body = g.pick(['o?.a?.b ?? d', 'o?.a.b ?? d', '(o?.a)?.b || d', 'o?.["a"]?.b ?? (d + 1)', 'o?.m?.(d) ?? o?.a', 'o.a?.b?.c?.d', 'o?.a?.[d] ?? o?.[d]',
    'delete o?.a?.b', 'typeof o?.a?.b', '(o ?? { a: d }).a', 'o && o.a && o.a.b', 'o?.a ?? (o || d)', 'o?.m(d)', '`${o?.a}`']);
  const loop = drive(g, (i, turn) => guarded(g, `mix(${f}(${i} < ${turn} ? ${objects}[0] : ${objects}[${i} % ${objects}.length], ${i} & 3));`), 20);
  return `const ${f} = (o, d) => ${body};
const ${objects} = [{ a: { b: 1 } }, {}, null, { a: null }, undefined, { a: { b: { c: null } } }, { m(d) { return d * 2; } }, 5, 'text', { a: [1, 2] }, { m: 3 }];
${loop}\nlog('chains ' + sum);`;
};

export const TYPE_SCENARIOS: readonly (readonly [number, Scenario])[] = [
  [6, argumentTypes], [3, operatorTable], [3, unaryTable], [3, overflow], [3, loopVariables], [2, texts], [2, switches], [1, bigs], [2, chains],
];
