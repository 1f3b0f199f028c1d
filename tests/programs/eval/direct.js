// Direct evals: variables of the code around, by name, whatever they are.
let top = 'top';
function scopes(parameter, { pattern }) {
  let before = 1;
  const constant = 2;
  var later = 'var';
  const read = eval('[top, parameter, pattern, before, constant, later, typeof missing]');
  eval('before = 10; parameter = 20; later = later + "!"');
  for (let i = 0; i < 2; i++) eval('read.push(i)');
  try {
    throw 'caught';
  } catch (e) {
    read.push(eval('e'));
  }
  return [read, before, parameter, later];
}
console.log(scopes('p', { pattern: 'q' }));

// What it declares.
function declares() {
  eval('var made = 1; let own = 2; const alsoOwn = 3; function f() { return made + 1; } class C {}');
  return [made, f(), typeof own, typeof alsoOwn, typeof C, delete made, typeof made, delete f, typeof f];
}
console.log(declares());
function strictDeclares() {
  'use strict';
  eval('var made = 1; function f() {}');
  return [typeof made, typeof f, eval('"use strict"; var x = 4; x')];
}
console.log(strictDeclares());
function closures() {
  const inner = () => found;
  const innermost = () => () => typeof found;
  const before = innermost()();
  eval('var found = "by eval"');
  const after = [inner(), innermost()()];
  eval('delete found');
  return [before, after, innermost()()];
}
var found = 'global';
console.log(closures(), inherits());
function inherits() {
  var shadowed = 'outer';
  return (function () {
    const read = () => shadowed;
    const first = read();
    eval('var shadowed = "inner"');
    const second = read();
    eval('shadowed += "!"');
    return [first, second, read(), delete shadowed, read()];
  })();
}

// The completion value.
for (const text of ['', '1; {}', '1; var x', 'if (false) 1', '2; do { 3; break } while (0)', 'L: { 4; break L }', 'try { 5 } finally { 6 }', 'switch (1) { case 1: 7 }', '"use strict"', 'with ({ a: 8 }) a', 'for (var i = 0; i < 3; i++) i'])
  console.log(text, '->', eval(text));

// Dead zones, constants, conflicts.
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.name}: ${e.message}`;
  }
};
console.log(attempt(() => { eval('early'); let early = 1; }));
console.log(attempt(() => { const c = 1; eval('c = 2'); }));
console.log(attempt(() => { let v; { eval('var v'); } }));
console.log(attempt(() => { let v; eval('function v() {}'); }));
console.log(attempt(() => { try { throw 0; } catch (v) { eval('var v = 1'); return v; } }));
console.log(attempt(() => { try { throw [0]; } catch ([v]) { eval('var v = 1'); return v; } }));
console.log(attempt(() => eval('let a = 1; let a = 2')));
console.log(attempt(() => eval('new.target')).replace(/:.*/, ''));
console.log(attempt(() => { 'use strict'; eval('undeclared = 1'); }));
console.log(attempt(() => { 'use strict'; return eval('var arguments = 1'); }).replace(/:.*/, ''));

// this, new.target, arguments, super.
function Pseudo() {
  return { self: eval('this === undefined ? "none" : typeof this'), target: eval('new.target === Pseudo'), args: eval('[...arguments]') };
}
console.log(Pseudo(1, 2), new Pseudo(3));
function mapped(a) {
  eval('arguments[0] = "changed"');
  const first = a;
  eval('a = "again"');
  return [first, arguments[0]];
}
console.log(mapped('x'));
const home = { __proto__: { m() { return 'parent'; } }, m() { return eval('super.m()') + ' and ' + (() => eval('super.m()'))(); } };
console.log(home.m());
console.log((() => { function f() { return (() => eval('arguments[0]'))(); } return f('of the owner'); })());

// Nested evals, and evals that are not direct.
function nested() {
  var x = 'local';
  return eval('var y = "y"; eval("var z = x + y; () => eval(\\"z + x\\")")');
}
console.log(nested()());
var where = 'global';
function indirect() {
  var where = 'local';
  const other = eval;
  return [eval('where'), other('where'), (0, eval)('where'), eval?.('where'), [eval][0]('where')];
}
console.log(indirect());
function renamed(eval) {
  return eval('1 + 1');
}
console.log(renamed((text) => `not evaluated: ${text}`), eval(), eval(5), eval({}.x));
(function () {
  var eval = (text) => ['a local', text];
  console.log(eval('1'), typeof eval);
})();
