// Template literals: nesting, conversion by ToString, escapes, line continuations, expressions.
const a = 5, b = { toString: () => 'str', valueOf: () => 'val' };
console.log(`a=${a} b=${b} sum=${a + 1} ${'nested ' + `in ${`deep ${a}`}`}`);
console.log(`${b}` === 'str', b + '' === 'val', `${[1, [2, 3]]}`, `${{}}`, `${null} ${undefined} ${true} ${-0} ${1n} ${() => 1}`.length > 10);
console.log(`line1
line2\nline3 \t| \x41 \u0042 \u{43} \${not} \` \\`);
console.log(`continued \
here`, ``.length, `${''}`.length, `${1}${2}${3}`, `a${1}b${2}c`);
try { `${Symbol('x')}`; } catch (e) { console.log(e.name); }
console.log(`${String(Symbol('x'))}`, `${Symbol('y').description}`);
console.log(`${a > 3 ? `big${a}` : 'small'}`, `${(() => { return 'iife'; })()}`, `${{ a: 1 }.a}`, `${[1, 2].map((x) => `<${x}>`).join('')}`);
console.log(`$`, `$$`, `${'$'}{`, `{}`, `$ {a}`, `}`);
let log = [];
const say = (x) => ({ toString() { log.push('toString ' + x); return x; }, valueOf() { log.push('valueOf'); return x; } });
const t = `${say('1')}${say('2')}`;
console.log(t, log.join());
log = [];
const p = { [Symbol.toPrimitive](h) { log.push(h); return h; } };
console.log(`${p}`, p + '', p * 1, log.join());
try { `${{ toString() { throw new Error('conv'); } }}`; } catch (e) { console.log(e.message); }
try { `${Object.create(null)}`; } catch (e) { console.log(e.name); }
console.log(typeof `x`, `x`.length, `abc`[1], `a-b`.split`-`.join`+`);
console.log(`\u{1F600}`.length, `é`.length, `\
`.length, `
`.length);
const o = { [`k${1}`]: 1, [`k${1 + 1}`]: 2 };
console.log(JSON.stringify(o), o[`k${2}`]);
function f(x = `default ${a}`) { return `${x}!`; }
console.log(f(), f(`given`));
let acc = '';
for (let i = 0; i < 5; i++) acc = `${acc}${i}${i % 2 ? `(${acc.length})` : ''}`;
console.log(acc);
