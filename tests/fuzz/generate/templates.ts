/**
 * The expressions of generated programs, as tables. A row is a weight and a template; `@name` in a template is a
 * slot that `expressions.ts` fills:
 *
 *   @num @str @bool @big @any @obj @arr @inst @map @set  an operand expected to be of that kind
 *   @iter      something iterable, bounded
 *   @sure      certainly a Number, or it throws: what keeps BigInts and growing strings out
 *   @int @lit  a small integer; any number literal
 *   @idx       a small non-negative integer, as a literal or masked
 *   @mkey      a key for a Map or Set, out of a small number of them
 *   @exp       an exponent
 *   @prop @key a property name; the same as a string literal, or an expression for one
 *   @elem      something a container may hold
 *   @prim      a primitive
 *   @vnum ...  a mutable variable whose kind is num (str, any, arr, obj, big, bool)
 *   @name_obj, @name_arr  any variable of that kind
 *   @fnum @fbool @fany @felem @fstr  a callback (item, index) with that result
 *   @reduce    a callback (accumulator, item) whose result does not grow
 *   @call @mcall @new @class  a call of a routine, a method call, a construction, a class
 *
 * A slot that cannot be filled where it stands makes the row unusable there.
 */
import type { Kind } from './state.ts';

export type Row = readonly [weight: number, template: string];

export const NUMBERS: readonly string[] = [
  '0', '1', '2', '3', '7', '10', '31', '32', '100', '255', '1000', '65535', '65536', '(-1)', '(-0)', '(-2)', '(-7)',
  '0.5', '1.5', '(-2.5)', '0.1', '3.75', '1e3', '0x7f', '0b101',
  '1073741823', '1073741824', '2147483647', '2147483648', '(-2147483648)', '(-2147483649)', '4294967295', '4294967296',
  '9007199254740991', '9007199254740992', '1e21', '1e-7', '5e-324', '1.7976931348623157e308',
  'NaN', 'Infinity', '(-Infinity)',
];

export const STRINGS: readonly string[] = [
  "''", "'a'", "'b'", "'abc'", "'hello world'", "'5'", "'-0'", "' 12 '", "'0x1f'", "'1e3'", "'NaN'", "'length'",
  "'true'", "'null'", "'a,b,,c'", "'\\u00e9\\u4e2d'", "'\\ud83d\\ude00x'", "'\\n\\t'", "'Aa1'", "'z'", "'10'", "'9'",
];

export const BIGS: readonly string[] = ['0n', '1n', '(-1n)', '5n', '255n', '4294967296n', '9223372036854775807n', '(-7n)'];

/** Names of data properties. Accessors are `ga`, `gb`, methods `m0`..`m4`, and `_h` backs an accessor. */
export const PROPS: readonly string[] = ['a', 'b', 'c', 'd', 'x', 'y'];

/** Keys that a careless mapping of guest names to host names would mix up. */
export const ODD_KEYS: readonly string[] = [
  '$a', '$', '$$a', 'code', 'self', 'scope', 'home', 'target', 'size', 'get', 'set', 'length', 'name', 'true', 'null',
  'undefined', '-0', '-1', '1.5', '01', 'NaN', 'Infinity', '4294967295', '4294967294', '9007199254740993', '1e21', ' ',
  '', 'caller', 'proto', '#p', 'arguments', 'this', 'class',
];

export const REGEXES: readonly string[] = [
  '/a/', '/[a-c]+/', '/l+/g', '/(\\w)(\\w)/', '/\\d+/g', '/o/g', '/^.|.$/g', '/(?<first>[a-z])/i', '/x*/g', '/\\s/',
];

export const MATH_UNARY: readonly string[] = [
  'abs', 'floor', 'ceil', 'round', 'trunc', 'sign', 'sqrt', 'fround', 'clz32', 'cbrt', 'log2', 'exp', 'sin', 'atan',
];
export const MATH_BINARY: readonly string[] = ['max', 'min', 'imul', 'pow', 'atan2', 'hypot'];

export const EXPRESSIONS: Readonly<Record<Kind, readonly Row[]>> = {
  num: [
    [8, '(@num + @num)'], [6, '(@num - @num)'], [5, '(@num * @num)'], [2, '(@num / @num)'], [3, '(@num % @num)'],
    [2, '(@num ** @exp)'], [4, '(@num @bit @sure)'], [2, '(@sure @bit @num)'], [2, '(@num | 0)'],
    [1, '(-@num)'], [1, '(+@any)'], [1, '(~@num)'], [1, '(- -@num)'],
    [2, '(@vnum++)'], [1, '(++@vnum)'], [1, '(@vnum--)'], [1, '(--@vany)'],
    [2, '(@vnum = @sure)'], [2, '(@vnum += @sure)'], [1, '(@vnum @assign @sure)'], [1, '(@vnum **= @exp)'],
    [1, '(@vnum <<= @int)'], [1, '(@vnum ||= @sure)'], [1, '(@vnum &&= @sure)'], [1, '(@vany ??= @sure)'],
    [2, 'Math.@math1(@num)'], [2, 'Math.@math2(@num, @num)'], [1, 'Math.max(...@arr)'], [1, 'Math.min()'],
    [1, 'Number(@any)'], [1, 'parseInt(@str)'], [1, 'parseInt(@str, 16)'], [1, 'parseFloat(@str)'],
    [2, '@str.length'], [2, '@arr.length'], [1, '@map.size'], [1, '@set.size'], [1, '[@elem, @elem].push(@elem)'],
    [2, '@str.charCodeAt(@idx)'], [1, '@str.codePointAt(@idx)'], [1, '@str.indexOf(@str)'],
    [1, '@str.search(@re)'], [1, '@str.lastIndexOf(@str)'],
    [1, '@arr.indexOf(@prim)'], [1, '@arr.lastIndexOf(@prim)'], [1, '@arr.findIndex(@fbool)'],
    [1, '@arr.findLastIndex(@fbool)'], [2, '@arr.reduce(@reduce, @lit)'], [1, '@arr.reduceRight(@reduce, @lit)'],
    [1, '@arr.unshift()'], [2, '@name_arr[@idx]'],
    [2, '(@bool ? @num : @num)'], [1, '(@any, @num)'], [1, '(@num || @num)'], [1, '(@num && @num)'],
    [1, '(@any ?? @num)'], [1, 'Number.MAX_SAFE_INTEGER'], [1, 'Number.EPSILON'], [3, '@call'],
    [1, 'Number(@big)'], [1, 'Object.keys(@obj).length'],
  ],
  str: [
    [5, '(@str + @any)'], [3, '(@any + @str)'], [4, '`x${@any}y${@num}`'], [2, '`${@str}`'], [3, 'String(@any)'],
    [3, '(typeof @any)'], [2, '@str.slice(@int, @int)'], [1, '@str.slice(@num)'], [1, '@str.substring(@int, @int)'],
    [1, '@str.substr(@int, @int)'], [1, '@str.at(@int)'], [2, '@str.charAt(@idx)'], [2, '@str[@idx]'], [1, '@str[@num]'],
    [1, '@str.toUpperCase()'], [1, '@str.toLowerCase()'], [1, '@str.trim()'], [1, '@str.trimStart()'],
    [1, '@str.repeat(@idx & 3)'], [1, '@str.padStart(@idx, @str)'], [1, '@str.padEnd(@idx)'],
    [1, '@str.concat(@any, @str)'], [1, '@str.replace(@str, @str)'], [1, '@str.replaceAll(@lits, @str)'],
    [1, '@str.replace(@re, @fstr)'], [1, "@str.replace(@re, '[$1$&]')"], [1, "@str.split(@lits).join('+')"],
    [1, 'String.fromCharCode(@sure & 127)'], [1, '(@sure).toFixed(2)'], [1, '(@sure | 0).toString(16)'],
    [1, '(@sure).toPrecision(4)'], [1, 'JSON.stringify(@any)'], [1, 'Object.prototype.toString.call(@any)'],
    [1, 'show(@any)'], [2, 'tag`a${@any}\\n${@num}`'], [1, 'String.raw`\\u${@prim}`'], [1, '(@bool ? @str : @str)'],
    [1, '(@str || @str)'], [1, '(@any ?? @str)'], [2, "@arr.join('-')"], [1, '@arr.toString()'],
    [1, 'Object.keys(@obj).join()'], [1, '(@vstr = cap(@str))'], [1, '(@vstr += @lits)'], [1, '[...@str].reverse().join("")'],
    [1, '@str.match(@re)?.[0]'], [1, '@big.toString()'], [1, 'encodeURIComponent(@lits)'],
  ],
  bool: [
    [4, '(@num @relation @num)'], [2, '(@str @relation @str)'], [2, '(@any @relation @any)'], [3, '(@any === @any)'],
    [2, '(@any !== @any)'], [3, '(@any == @any)'], [1, '(@any != @any)'], [2, '(!@any)'], [1, '(!!@num)'],
    [2, "(typeof @any === 'number')"], [1, "(typeof @any == 'object')"], [1, "(typeof missing === 'undefined')"],
    [2, '(@any instanceof @class)'], [1, '(@any instanceof Object)'], [2, '(@key in @obj)'], [1, '(@idx in @arr)'],
    [1, 'Array.isArray(@any)'], [1, '@str.includes(@str)'], [1, '@str.startsWith(@str, @int)'], [1, '@str.endsWith(@lits)'],
    [2, '@arr.some(@fbool)'], [2, '@arr.every(@fbool)'], [1, '@arr.includes(@prim)'], [1, '@map.has(@prim)'],
    [1, '@set.has(@prim)'], [1, '@set.delete(@prim)'], [1, 'Object.is(@any, @any)'], [1, 'Number.isInteger(@any)'],
    [1, 'Number.isSafeInteger(@num)'], [1, 'isNaN(@num)'], [2, '(delete @name_obj.@prop)'], [1, '(delete @name_obj[@key])'],
    [1, 'Object.hasOwn(@obj, @key)'], [1, '@obj.hasOwnProperty(@key)'], [1, '@re.test(@str)'],
    [1, '(@bool && @bool)'], [1, '(@bool || @bool)'], [1, '(@bool ? @bool : @bool)'], [1, '(@vbool = @bool)'],
    [1, 'Object.isFrozen(@any)'], [1, 'Reflect.has(@obj, @key)'], [1, '(@big < @num)'], [1, '(@big == @any)'],
  ],
  big: [
    [4, '(@big + @big)'], [3, '(@big - @big)'], [3, '(@big * @big)'], [1, '(@big / @big)'], [1, '(@big % @big)'],
    [1, '(-@big)'], [1, '(@big & @big)'], [1, '(@big | @big)'], [1, '(@big ^ @big)'], [1, '(@big << 3n)'], [1, '(@big >> 2n)'],
    [2, 'BigInt.asIntN(32, @big)'], [1, 'BigInt.asUintN(16, @big)'], [1, 'BigInt(@sure | 0)'], [1, 'BigInt(@num)'],
    [1, '(@big ** 3n)'], [1, '(@vbig = cap(@big))'], [1, '(@bool ? @big : @big)'],
  ],
  arr: [
    [4, '[@elem, @elem, @elem]'], [3, '[@num, @num, @num, @num]'], [2, '[@elem, , @elem]'], [1, '[@num, @num, , ]'],
    [2, '[...@iter]'], [2, '[...@arr, @elem]'], [1, '[@elem, ...@iter, @elem]'], [1, 'Array.of(@elem, @elem)'],
    [1, 'Array.from(@iter)'], [1, 'Array.from({ length: @idx }, @fnum)'], [1, 'new Array(@idx)'], [1, 'Array(5).fill(@prim)'],
    [3, '@arr.map(@felem)'], [2, '@arr.filter(@fbool)'], [2, '@arr.slice(@int, @int)'], [1, '@arr.slice()'],
    [2, '@arr.concat(@arr, @prim)'], [1, '@arr.flatMap(@farr)'], [1, '[@arr, @arr].flat()'], [1, "@str.split('')"],
    [1, '@str.split(@lits, 4)'], [1, 'Object.keys(@obj)'], [1, 'Object.values(@obj)'], [1, 'Object.entries(@obj).flat()'],
    [1, '[...@map.keys()]'], [1, '[...@arr.keys()]'], [1, '@arr.reverse()'], [1, '@arr.toReversed()'],
    [2, '@arr.map((v) => Number(prim(v)) | 0).sort((a, b) => a - b)'], [1, '@arr.map(prim).sort()'],
    [1, '@arr.map((v) => Number(prim(v)) | 0).toSorted((a, b) => (b & 3) - (a & 3))'],
    [1, '@arr.splice(@int, @int, @prim)'], [1, '@arr.with(0, @prim)'], [1, '@arr.copyWithin(0, @int)'],
    [1, '@arr.fill(@prim, @int, @int)'], [1, '(@bool ? @arr : @arr)'], [1, '(@varr = cap(@arr))'],
    [1, 'Object.freeze([@prim, @prim])'], [1, '@arr.toSpliced(@int, 1)'], [1, '(@any ?? @arr)'],
    [1, '(([, ...rest]) => rest)(@iter)'], [1, '((...rest) => rest)(@elem, ...@arr)'],
  ],
  obj: [
    [4, '({ @prop: @elem, @prop: @elem })'], [2, '({ x: @num, y: @num })'], [2, '({ y: @num, x: @num })'],
    [1, '({ a: { b: { c: @prim } } })'], [2, '({ ...@obj, @prop: @elem })'], [1, '({ ...@arr })'], [1, '({ ...@str })'],
    [1, '({ [@key]: @elem, [@odd]: @elem })'], [1, '({ [@prim]: @elem })'], [1, '({ @odd: @elem, @odd: @elem })'],
    [1, 'Object.assign({}, @obj, { @prop: @elem })'], [1, 'Object.create({ @prop: @elem })'], [1, 'Object.create(null)'],
    [1, 'Object.fromEntries([[@key, @elem], [@key, @elem]])'], [2, '@new'], [1, 'Object.freeze({ @prop: @prim })'],
    [1, '({ __proto__: { @prop: @prim, ga: @prim }, @prop: @prim })'], [1, '(({ @prop: skip, ...rest }) => rest)({ ...@obj })'],
    [2, '({ get ga() { return @lit; }, set ga(v) { trace("set ga"); }, @prop: @elem })'],
    [1, '({ _h: @prim, get ga() { return this._h; }, set ga(v) { this._h = prim(v); } })'], [1, '(@bool ? @obj : @obj)'],
    [1, 'Object.defineProperty({ @prop: @prim }, @key, { value: @prim, enumerable: @bool, configurable: true })'],
    [1, 'Object.defineProperty({}, @key, { get() { trace("get"); return @lit; }, enumerable: true })'],
    [1, 'Object.preventExtensions({ @prop: @prim })'], [1, '(@vobj = @fresh)'], [1, '({ 0: @prim, 1: @prim, length: 2 })'],
  ],
  inst: [[4, '@new'], [1, '(@bool ? @new : @new)']],
  map: [
    [3, 'new Map([[@prim, @prim], [@prim, @prim]])'], [1, 'new Map()'], [1, 'new Map(@map)'], [1, '@map.set(@mkey, @prim)'],
    [1, 'new Map(Object.entries(@obj).map(([k, v]) => [k, prim(v)]))'],
  ],
  set: [[3, 'new Set([@prim, @prim, @prim])'], [1, 'new Set(@str)'], [1, 'new Set(@arr.map(prim))'], [1, '@set.add(@mkey)']],
  any: [
    [7, '@num'], [5, '@str'], [3, '@bool'], [2, '@obj'], [2, '@arr'], [1, '@big'], [1, '@map'], [1, '@inst'],
    [3, '@name_obj.@prop'], [2, '@obj?.@prop'], [2, '@name_obj[@key]'], [1, '@name_obj.ga'], [1, '@name_obj[@odd]'],
    [2, '@name_arr[@idx]'], [1, '@name_arr[@key]'], [1, '@name_arr[@num]'], [1, '@arr.at(@int)'],
    [1, '@any?.@prop?.@prop'], [1, '@any?.[@key]'], [1, '@obj.a?.b.c'], [1, '@any?.missing?.(@num)'], [1, '(@any?.a).b'],
    [1, '@arr.find(@fbool)'], [1, '@arr.findLast(@fbool)'], [1, '@name_arr.pop()'], [1, '@name_arr.shift()'],
    [1, '@map.get(@prim)'], [2, '(@any || @any)'], [2, '(@any && @any)'], [2, '(@any ?? @any)'], [1, '(@bool ? @any : @any)'],
    [1, '(@any, @any)'], [1, '(void @any)'], [3, '@call'], [3, '@mcall'], [1, 'invoke(@any, @any)'],
    [2, '(@vany = cap(@any))'], [2, '(@name_obj.@prop = @elem)'], [1, '(@name_obj[@key] = @elem)'], [1, '(@name_arr[@idx] = @elem)'],
    [1, '(@name_obj.@prop ??= @elem)'], [1, '(@name_obj.@prop ||= @elem)'], [1, '(@name_obj[@key] &&= @elem)'],
    [1, '(@name_obj.@prop @assign @sure)'], [1, '(@name_obj.@prop++)'], [1, '(--@name_obj[@key])'], [1, '(@name_arr[@idx]++)'],
    [1, '(@name_obj.ga = @prim)'], [1, '([@vany, @vany] = [@prim, @prim])'], [1, '({ a: @vany, x: @vany = 3 } = @obj)'],
    [1, 'Object.getOwnPropertyNames(@obj).length'], [1, 'Reflect.ownKeys(@obj).length'], [1, 'Reflect.get(@obj, @key)'],
    [1, '@any.@prop'], [1, '@any[@key]'], [1, '@any.missing()'], [1, '(() => { throw @prim; })()'],
    [1, '(function () { return typeof this; })()'], [1, '(function () { return arguments.length; })(...@arr)'],
    [1, '((p, q = p, ...r) => [p, q, r.length])(@prim, ...@arr)'], [1, 'globalThis.missing'],
    [1, "((s) => s.description)(Symbol('d'))"], [1, '@str.match(@re)'], [1, 'JSON.parse(\'{"a":[1,{"b":null}]}\').a'],
    [1, '(function self(n) { return n > 0 ? self(n - 1) : typeof self; })(2)'],
  ],
};

export const BIT_OPERATORS: readonly string[] = ['&', '|', '^', '<<', '>>', '>>>'];
export const RELATIONS: readonly string[] = ['<', '<=', '>', '>=', '<', '===', '!==', '==', '!='];
/** Compound assignments whose result cannot grow when the right side is a Number. */
export const ASSIGNMENTS: readonly string[] = ['-=', '*=', '/=', '%=', '&=', '|=', '^=', '>>>=', '>>=', '<<='];
/** All binary operators, for tables over pairs of mixed values (`**` and `<<` need a small right side). */
export const BINARY_OPERATORS: readonly string[] = [
  '+', '-', '*', '/', '%', '&', '|', '^', '>>>', '<', '<=', '>', '>=', '==', '!=', '===', '!==', '&&', '||', '??', ',',
];
