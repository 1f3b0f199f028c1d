/** Statements, and the functions whose bodies they fill. */
import { atom, call, element, expand, expression, operand, primitive, stored, sure } from './expressions.ts';
import { cost, functionBody, inside, LEVEL, nested } from './state.ts';
import type { Gen, Kind, Level, Place, Routine } from './state.ts';
import { NUMBERS, PROPS, STRINGS } from './templates.ts';
import type { Row } from './templates.ts';

const VARIABLE_KINDS: readonly (readonly [number, Kind])[] = [
  [8, 'num'], [4, 'str'], [2, 'bool'], [3, 'arr'], [3, 'obj'], [2, 'any'], [1, 'big'], [1, 'inst'], [1, 'map'], [1, 'set'],
];

/** Statements that are one expression; slots as in `templates.ts`. */
const SIMPLE: readonly Row[] = [
  [6, '@vnum = @sure;'], [4, '@vnum += @sure;'], [3, '@vnum @assign @sure;'], [3, '@vnum++;'], [2, '@vnum--;'],
  [3, '@vany = cap(@any);'], [2, '@vstr = cap(@str);'], [2, '@vstr += @lits;'], [1, '@vbool = !@vbool;'], [1, '@vnum ??= @sure;'],
  [1, '@vnum ||= @sure;'], [1, '@vnum &&= @sure;'], [2, '@varr = cap(@arr);'], [1, '@vobj = @fresh;'], [1, '@vbig = cap(@big);'],
  [4, '@name_obj.@prop = @elem;'], [3, '@name_obj[@key] = @elem;'], [2, '@name_obj.@prop += @sure;'], [2, '@name_obj.@prop++;'],
  [1, '@name_obj.ga = @prim;'], [1, 'delete @name_obj.@prop;'], [1, 'delete @name_arr[@idx];'],
  [4, '@name_arr[@idx] = @elem;'], [2, '@name_arr[@idx] += @sure;'], [1, '@name_arr.length = @idx;'], [1, '@name_arr.unshift();'],
  [1, '@name_arr[@key] = @prim;'], [1, '@name_arr.splice(@idx, 1, @elem);'], [1, '@name_arr.reverse();'], [1, '@name_arr.fill(@prim);'],
  [1, '[@vany, @vany] = [@vany, @prim];'], [1, '[@vany = @lit, , @vany] = @iter;'], [1, '({ @prop: @vany = @prim, ...@vobj } = { ...@obj });'],
  [1, '[@name_arr[0], @name_arr[1]] = [@prim, @prim];'], [1, '({ x: @name_obj.a, y: @name_arr[2] } = { x: @prim, y: @prim });'],
  [1, '@arr.forEach((v) => { @vany = prim(v); });'], [1, '@map.forEach((v, k) => { mix(v); mix(k); });'],
  [2, '@call;'], [2, '@mcall;'], [2, 'mix(@any);'], [1, '@vnum = @num > @num ? @sure : @sure;'], [1, '@name_obj.@prop = @call;'],
  [1, 'Object.assign(@name_obj, { @prop: @prim });'], [1, 'Object.setPrototypeOf(@name_obj, { @prop: @prim });'],
  [1, 'Object.freeze(@name_obj);'], [1, 'debugger;'], [1, ';'],
];

function depthOf(at: Place): number {
  return at.quiet ? 2 : 3;
}

/** A list of statements, about `count` of them. */
export function statements(g: Gen, at: Place, count: number): string {
  let text = '';
  for (let i = 0; i < count; i++) text += statement(g, at) + '\n';
  return text;
}

function block(g: Gen, at: Place, change: Partial<Place> = {}, count = g.between(1, 3)): string {
  return `{ ${statements(g, nested(at, change), count)}}`;
}

export function statement(g: Gen, at: Place): string {
  const compound = at.room > 0;
  const jumps = at.targets.length > 0;
  return g.weighted<() => string>([
    [at.quiet ? 6 : 8, () => declaration(g, at)],
    [14, () => simple(g, at)],
    [at.quiet ? 3 : 8, () => report(g, at)],
    [compound ? 5 : 0, () => conditional(g, at)],
    [compound ? 5 : 0, () => loop(g, at)],
    [compound ? 2 : 0, () => switchStatement(g, at)],
    [compound ? 4 : 0, () => tryStatement(g, at)],
    [compound ? 1 : 0, () => labelledBlock(g, at)],
    [compound ? 1 : 0, () => block(g, at)],
    [compound && !at.quiet ? 2 : 0, () => routine(g, at, at.level === LEVEL.free ? LEVEL.free : LEVEL.leaf)],
    [compound ? 1 : 0, () => closure(g, at)],
    [jumps ? 2 : 0, () => `if (${condition(g, at)}) ${jump(g, at)}`],
    [at.returns ? 1 : 0, () => `if (${condition(g, at)}) return ${expression(g, at, 'any', 1)};`],
    [at.returns || at.targets.length > 0 ? 1 : 0, () => `if (${condition(g, at)}) ${throwStatement(g, at)}`],
    [compound && !at.quiet ? 1 : 0, () => deadZone(g, at)],
  ])();
}

/** A condition that is not nearly always true when it guards leaving. */
function condition(g: Gen, at: Place): string {
  const counter = at.scope.visible().find((v) => /^i\d/.test(v.name));
  if (counter !== undefined && g.chance(0.5)) return `${counter.name} % ${g.between(2, 9)} === ${g.between(0, 1)}`;
  return expression(g, at, 'bool', depthOf(at) - 1);
}

function simple(g: Gen, at: Place): string {
  for (let attempt = 0; attempt < 5; attempt++) {
    const text = expand(g, at, g.weighted(SIMPLE), depthOf(at));
    if (text !== null) return text;
  }
  return report(g, at);
}

function report(g: Gen, at: Place): string {
  const value = operand(g, at, g.pick(['num', 'any', 'str', 'bool', 'arr', 'obj']), depthOf(at));
  return at.quiet ? `mix(${value});` : `log(show(${value}));`;
}

/** Declares one or several variables, plainly or by destructuring. */
export function declaration(g: Gen, at: Place): string {
  // What throws here takes the rest of the block with it, which uses the name: be more careful than elsewhere.
  const noise = g.noise;
  g.noise = noise / 4;
  const text = declare(g, at);
  g.noise = noise;
  return text;
}

function declare(g: Gen, at: Place): string {
  const word = g.weighted([[5, 'let'], [3, 'const'], [2, 'var']]);
  if (g.chance(0.15)) return pattern(g, at, word);
  const kind = g.weighted(VARIABLE_KINDS);
  const value = kind === 'any' && g.chance(0.3) && word !== 'const' ? '' : ` = ${stored(g, at, kind, depthOf(at))}`;
  return `${word} ${declared(g, at, kind, word)}${value};`;
}

/** A name for a new variable, entered into the scope. Sometimes it hides one of an outer block. */
function declared(g: Gen, at: Place, kind: Kind, word: string): string {
  let name = g.fresh('v');
  if (word !== 'var' && at.scope.parent !== null && g.chance(0.05)) {
    const here = new Set(at.scope.variables.map((v) => v.name));
    const outer = at.scope.parent.visible().filter((v) => /^v\d/.test(v.name) && !here.has(v.name));
    if (outer.length > 0) name = g.pick(outer).name;
  }
  at.scope.variables.push({ name, kind, mutable: word !== 'const' });
  return name;
}

function pattern(g: Gen, at: Place, word: string): string {
  const n = depthOf(at) - 1;
  const late: (() => string)[] = [];
  // Names enter the scope only after the initialiser is written, or every pattern would end in its own dead zone.
  const name = (kind: Kind): string => {
    const fresh = g.fresh('v');
    late.push(() => (at.scope.variables.push({ name: fresh, kind, mutable: word !== 'const' }), ''));
    return fresh;
  };
  const source = g.between(0, 3);
  let text: string;
  if (source === 0) text = `[${name('any')} = ${primitive(g, at, n)}, ${name('any')}, ...${name('arr')}] = ${fillIterable(g, at, n)}`;
  else if (source === 1) text = `[, ${name('any')}, [${name('any')}] = [${primitive(g, at, n)}]] = [${element(g, at, n)}, ${element(g, at, n)}]`;
  else if (source === 2) {
    // V8 may read a getter that `...rest` leaves out once more: what stands before a rest is a copy, which has none.
    const withRest = g.chance(0.5);
    const other = withRest ? `...${name('obj')}` : `[${g.pick(["'b'", "'x' + ''", '0'])}]: ${name('any')}`;
    const whole = operand(g, at, 'obj', n);
    text = `{ ${g.pick(PROPS)}: ${name('any')} = ${primitive(g, at, n)}, ${other} } = ${withRest ? `{ ...${whole} }` : whole}`;
  } else {
    text = `{ a: { b: ${name('any')} = ${primitive(g, at, n)} } = { b: ${element(g, at, 0)} }, length: ${name('any')} } = ${operand(g, at, 'obj', n)}`;
  }
  for (const enter of late) enter();
  return `${word} ${text};`;
}

function fillIterable(g: Gen, at: Place, n: number): string {
  return expand(g, at, '@iter', n) ?? '[]';
}

function conditional(g: Gen, at: Place): string {
  const test = g.chance(0.7) ? expression(g, at, 'bool', depthOf(at)) : operand(g, at, 'any', depthOf(at) - 1);
  const otherwise = g.chance(0.5) ? ` else ${g.chance(0.2) && at.room > 1 ? conditional(g, inside(at, { room: at.room - 1 })) : block(g, at)}` : '';
  return `if (${test}) ${block(g, at)}${otherwise}`;
}

/** `break` or `continue`, with or without a label, to something around. */
function jump(g: Gen, at: Place): string {
  const target = g.pick(at.targets);
  const innermost = at.targets.filter((t) => t.kind !== 'block').at(-1);
  if (target.kind === 'loop' && g.chance(0.5)) {
    const nearest = at.targets.filter((t) => t.kind === 'loop').at(-1);
    if (target === nearest || target.label === null) return 'continue;';
    return `continue ${target.label};`;
  }
  if (target.label !== null) return `break ${target.label};`;
  return innermost === undefined ? ';' : 'break;';
}

function throwStatement(g: Gen, at: Place): string {
  return `throw ${thrown(g, at)};`;
}

export function thrown(g: Gen, at: Place): string {
  return g.weighted<() => string>([
    [4, () => primitive(g, at, 1)],
    [3, () => `new ${g.pick(['Error', 'TypeError', 'RangeError'])}(${g.pick(STRINGS)})`],
    [1, () => `{ ${g.pick(PROPS)}: ${element(g, at, 0)} }`],
    [1, () => g.pick(['null', 'undefined', "'thrown'", '0'])],
  ])();
}

/** A loop that ends: nothing in sight writes to its counter. */
function loop(g: Gen, at: Place): string {
  const label = g.chance(0.25) ? g.fresh('L') : null;
  const count = at.quiet ? g.between(1, 3) : g.between(2, 7);
  const change: Partial<Place> = { times: at.times * count, targets: [...at.targets, { label, kind: 'loop' }] };
  const prefix = label === null ? '' : `${label}: `;
  const text = g.weighted<() => string>([
    [6, () => prefix + forLoop(g, at, change, count)],
    [2, () => whileLoop(g, at, change, count, prefix)],
    [2, () => doLoop(g, at, change, count, prefix)],
    [2, () => prefix + forIn(g, at, change)],
    [4, () => forOf(g, at, change, prefix)],
  ])();
  // The text itself is counted once by the function's own length; count the other rounds here.
  at.frame.spent += (text.length / 4) * (count - 1) * at.times;
  return text;
}

function forLoop(g: Gen, at: Place, change: Partial<Place>, count: number): string {
  const i = g.fresh('i');
  const body = nested(at, change);
  body.scope.variables.push({ name: i, kind: 'num', mutable: false });
  const inner = `{ ${statements(g, body, g.between(1, 3))}}`;
  switch (g.between(0, 7)) {
    case 0: return `for (let ${i} = ${count}; ${i} > 0; ${i}--) ${inner}`;
    case 1: return `for (var ${i} = 0; ${i} < ${count * 2}; ${i} += 2) ${inner}`;
    case 2: return `for (let ${i} = 0, end${i} = ${count}; ${i} < end${i}; ++${i}) ${inner}`;
    case 3: return `for (let ${i} = 0; ; ${i}++) { if (${i} >= ${count}) break; ${inner.slice(1)}`;
    case 4: return `for (let ${i} = 1; ${i} < ${2 ** Math.min(count, 8)}; ${i} *= 2) ${inner}`;
    default: return `for (let ${i} = 0; ${i} < ${count}; ${i}++) ${inner}`;
  }
}

function whileLoop(g: Gen, at: Place, change: Partial<Place>, count: number, prefix: string): string {
  const w = g.fresh('w');
  const more = g.chance(0.3) ? ` && ${expression(g, at, 'bool', 1)}` : '';
  const inner = statements(g, nested(at, change), g.between(1, 3));
  if (g.chance(0.4)) return `let ${w} = 0;\n${prefix}while (true) { if (++${w} > ${count}) break; ${inner}}`;
  return `var ${w} = ${count};\n${prefix}while (${w}-- > 0${more}) { ${inner}}`;
}

function doLoop(g: Gen, at: Place, change: Partial<Place>, count: number, prefix: string): string {
  const w = g.fresh('w');
  const more = g.chance(0.3) ? ` && ${expression(g, at, 'bool', 1)}` : '';
  const inner = statements(g, nested(at, change), g.between(1, 3));
  return `let ${w} = 0;\n${prefix}do { ${inner}} while (++${w} < ${count}${more});`;
}

function forIn(g: Gen, at: Place, change: Partial<Place>): string {
  const body = nested(at, change);
  const k = g.fresh('k');
  body.scope.variables.push({ name: k, kind: 'str', mutable: false });
  // A fresh object: what is visited when the body adds to the object is not defined by the standard.
  const over = g.pick([
    `{ ...${operand(g, at, 'obj', 1)} }`, `Object.assign(Object.create({ inherited: 1 }), ${operand(g, at, 'obj', 1)})`,
    `${expression(g, at, 'arr', 1)}.slice(0, 5)`, g.pick(STRINGS), 'null', '{ b: 1, 2: 0, a: 3, 1: 4 }',
  ]);
  return `for (${g.pick(['const', 'let', 'var'])} ${k} in ${over}) { ${statements(g, body, g.between(1, 3))}}`;
}

function forOf(g: Gen, at: Place, change: Partial<Place>, prefix: string): string {
  const body = nested(at, change);
  const x = g.fresh('x');
  const over = fillIterable(g, at, depthOf(at) - 1);
  const word = g.pick(['const', 'let', 'var']);
  body.scope.variables.push({ name: x, kind: 'any', mutable: word === 'let' });
  const w = g.fresh('w');
  const head = g.chance(0.06) ? `[${x} = 0]` : x;
  const guard = `if (++${w} > 8) break;`;
  return `let ${w} = 0;\n${prefix}for (${word} ${head} of ${over}) { ${guard} ${statements(g, body, g.between(1, 3))}}`;
}

function switchStatement(g: Gen, at: Place): string {
  const kind = g.pick<Kind>(['num', 'num', 'str', 'any', 'bool']);
  const change: Partial<Place> = { targets: [...at.targets, { label: null, kind: 'switch' }] };
  const test = kind === 'num' && g.chance(0.5) ? `${sure(g, at, 1)} & 3` : expression(g, at, kind, 1);
  const cases = g.between(2, 4);
  const fallback = g.between(0, cases);
  let text = '';
  for (let i = 0; i <= cases; i++) {
    if (i === fallback && g.chance(0.8)) text += 'default: ';
    else text += `case ${g.chance(0.8) ? caseLabel(g, kind, i) : expression(g, at, kind, 1)}: `;
    text += statements(g, nested(at, change), g.between(0, 2));
    if (g.chance(0.6)) text += 'break;\n';
  }
  return `switch (${test}) { ${text}}`;
}

function caseLabel(g: Gen, kind: Kind, i: number): string {
  if (kind === 'num') return g.chance(0.7) ? String(i) : g.pick(NUMBERS);
  if (kind === 'str') return g.pick(STRINGS);
  return g.pick([...NUMBERS, ...STRINGS, 'true', 'false', 'null', 'undefined']);
}

/** try with catch, finally or both; control flow may leave any of the three parts. */
export function tryStatement(g: Gen, at: Place): string {
  const error = g.fresh('e');
  const body = nested(at);
  let text = `try { ${statements(g, body, g.between(1, 3))}`;
  if (g.chance(0.4)) text += `${g.chance(0.5) ? '' : `if (${condition(g, body)}) `}${throwStatement(g, body)}\n`;
  text += '}';
  const both = g.between(0, 3);
  if (both !== 0) {
    const handler = nested(at);
    const seen = g.fresh('v');
    const note = at.quiet ? `fail(${error});` : `log('c ' + show(caught(${error})));`;
    const style = g.between(0, 9);
    if (style === 0) text += ` catch { ${statements(g, handler, 1)}}`;
    else {
      handler.scope.variables.push({ name: seen, kind: 'any', mutable: false });
      text += ` catch (${error}) { ${note} const ${seen} = caught(${error}); ${statements(g, handler, g.between(0, 2))}`;
      if (g.chance(0.1) && at.returns) text += `throw ${error};\n`;
      text += '}';
    }
  }
  if (both === 0 || both === 3) {
    const after = nested(at);
    text += ` finally { ${statements(g, after, g.between(0, 2))}`;
    if (g.chance(0.25)) {
      if (at.targets.length > 0 && g.chance(0.6)) text += `if (${condition(g, after)}) ${jump(g, after)}\n`;
      else if (at.returns) text += `if (${condition(g, after)}) return ${primitive(g, after, 1)};\n`;
    }
    text += '}';
  }
  return text;
}

function labelledBlock(g: Gen, at: Place): string {
  const label = g.fresh('L');
  return `${label}: ${block(g, at, { targets: [...at.targets, { label, kind: 'block' }] }, g.between(2, 3))}`;
}

/** A name used before its declaration has run. */
function deadZone(g: Gen, at: Place): string {
  const name = g.fresh('z');
  const use = g.pick([`log(show(${name}));`, `${name} = 1;`, `log(typeof ${name});`, `(() => ${name})();`, `${name}++;`]);
  return `try { ${use} let ${name} = ${sure(g, at, 1)}; log(show(${name})); } catch (e) { log('c ' + show(caught(e))); }`;
}

/** An arrow that captures what is in sight and is called at once, or twice. */
function closure(g: Gen, at: Place): string {
  const name = g.fresh('g');
  const p = g.fresh('p');
  const body = functionBody(g, at, { order: at.order, room: 0, args: at.args, self: at.self, frame: at.frame, times: at.times });
  body.scope.variables.push({ name: p, kind: 'num', mutable: true });
  const text = g.chance(0.5) ? expression(g, body, 'any', 2) : `{ ${statements(g, body, 2)}return ${expression(g, body, 'any', 1)}; }`;
  const use = at.quiet ? `mix(${name}(${sure(g, at, 1)}));` : `log(show(${name}(${sure(g, at, 1)})));`;
  return `const ${name} = (${p}) => ${text};\n${use}`;
}

/** Parameters of a routine: the text, and the variables they bind. */
function parameters(g: Gen, body: Place, count: number): { text: string; kinds: Kind[]; simple: boolean } {
  const parts: string[] = [];
  const kinds: Kind[] = [];
  let simple = true;
  for (let i = 0; i < count; i++) {
    const name = g.fresh('p');
    const kind = g.weighted<Kind>([[6, 'num'], [2, 'str'], [2, 'any'], [2, 'obj'], [2, 'arr'], [1, 'bool']]);
    const style = g.between(0, 19);
    if (style < 14 || style === 19) {
      parts.push(name);
      kinds.push(kind);
      body.scope.variables.push({ name, kind, mutable: true });
    } else {
      simple = false;
      if (style < 16) {
        parts.push(`${name} = ${atom(g, body, kind)}`);
        kinds.push(kind);
        body.scope.variables.push({ name, kind, mutable: true });
      } else if (style < 17) {
        parts.push(`{ x: ${name}, y: y${name} = ${g.pick(NUMBERS)} } = {}`);
        kinds.push('obj');
        body.scope.variables.push({ name, kind: 'any', mutable: true }, { name: `y${name}`, kind: 'num', mutable: true });
      } else if (style < 18) {
        parts.push(`[${name}, ...r${name}]`);
        kinds.push('arr');
        body.scope.variables.push({ name, kind: 'any', mutable: true }, { name: `r${name}`, kind: 'arr', mutable: true });
      } else {
        parts.push(`...${name}`);
        kinds.push('num');
        body.scope.variables.push({ name, kind: 'arr', mutable: true });
        break;
      }
    }
  }
  return { text: parts.join(', '), kinds, simple };
}

/** How a routine is to be. Whatever is left out is chosen. */
export interface RoutineWish {
  readonly name?: string;
  readonly params?: number;
  readonly result?: Kind;
  readonly statements?: number;
  readonly form?: 'declaration' | 'arrow' | 'expression';
  /** Write the body as if the routine came at this place in the order of calls: for replacements. */
  readonly order?: number;
}

/** Declares a function and enters it into the scope; one that calls itself now and then. */
export function routine(g: Gen, at: Place, level: Level, wish: RoutineWish = {}): string {
  if (level === LEVEL.free && wish.name === undefined && g.chance(0.15)) return recursive(g, at);
  const name = wish.name ?? g.fresh('f');
  const form = wish.form ?? g.weighted([[5, 'declaration'], [3, 'arrow'], [2, 'expression']] as const);
  const made = functionText(g, at, level, wish, form === 'declaration' ? name : g.chance(0.3) ? `n${name}` : '', form);
  const order = g.order++;
  const result = wish.result ?? 'any';
  const entry: Routine = {
    name, params: made.kinds, result, cost: made.cost, level, recursive: false, order, replaceable: form !== 'arrow',
  };
  at.scope.routines.push(entry);
  if (form === 'declaration') return made.text;
  return `${form === 'arrow' ? 'const' : 'let'} ${name} = ${made.text};`;
}

/** The text of a function (not its declaration): also used to replace one that exists. */
export function functionText(
  g: Gen, at: Place, level: Level, wish: RoutineWish, name: string, form: 'declaration' | 'arrow' | 'expression',
): { text: string; kinds: Kind[]; cost: number } {
  const arrow = form === 'arrow';
  const body = functionBody(g, at, {
    level, order: wish.order ?? g.order, methods: level === LEVEL.free ? 5 : 0,
    frame: { spent: 0, limit: level === LEVEL.leaf ? 100 : 600 },
    ...(arrow ? { args: at.args, self: at.self } : {}),
  });
  const params = parameters(g, body, wish.params ?? g.between(0, 3));
  const count = wish.statements ?? g.weighted([[4, 0], [3, 1], [3, 2], [1, 4]]);
  const directive = !at.strict && params.simple && g.chance(0.08) ? "'use strict'; " : '';
  const lines = statements(g, body, count);
  const value = expression(g, body, wish.result ?? g.pick(['num', 'num', 'any', 'str', 'bool']), 2);
  const text = arrow
    ? `(${params.text}) => ${count === 0 ? value : `{ ${lines}return ${value}; }`}`
    : `function ${name}(${params.text}) { ${directive}${lines}return ${value}; }`;
  return { text, kinds: params.kinds, cost: cost(text, body.frame) };
}

/** A function that calls itself, once or twice, with a depth in its first parameter. */
function recursive(g: Gen, at: Place): string {
  const name = g.fresh('f');
  const dep = g.fresh('dep');
  const p = g.fresh('p');
  const body = functionBody(g, at, { level: LEVEL.free, methods: 2, frame: { spent: 0, limit: 60 }, room: 1 });
  body.scope.variables.push({ name: dep, kind: 'num', mutable: false }, { name: p, kind: 'num', mutable: true });
  const again = (): string => `${name}(${dep} - 1, ${operand(g, body, 'num', 1)})`;
  const twice = g.chance(0.4);
  const lines = statements(g, body, g.between(0, 2));
  const value = twice ? `prim(${again()}) + prim(${again()})` : g.pick([`${again()}`, `[${again()}, ${p}].length`, `prim(${again()}) - ${p}`]);
  const text = `function ${name}(${dep}, ${p}) { if (${dep} <= 0) return ${expression(g, body, 'num', 1)};\n${lines}return ${value}; }`;
  at.scope.routines.push({
    name, params: ['num', 'num'], result: 'any', cost: cost(text, body.frame) * (twice ? 64 : 7), level: LEVEL.free, recursive: true,
    order: g.order++, replaceable: false,
  });
  return text;
}

/** A statement that calls a routine and shows what it gives. */
export function exercise(g: Gen, at: Place): string {
  const text = call(g, at, 2);
  if (text !== null) return `log(show(${text}));`;
  return report(g, at);
}
