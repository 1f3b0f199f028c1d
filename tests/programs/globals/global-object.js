// The global object: var, function, let and class at top level; implicit globals; shadowing builtins; attributes; deletion.
var gv = 1;
function gf() { return 'gf'; }
let gl = 2;
const gc = 3;
class GK {}
implicit = 'made by assignment';
console.log(globalThis.gv, typeof globalThis.gf, globalThis.gl, globalThis.gc, globalThis.GK, globalThis.implicit, this === globalThis, this.gv);
const d = (k) => { const x = Object.getOwnPropertyDescriptor(globalThis, k); return x ? [x.writable, x.enumerable, x.configurable].join() : 'none'; };
console.log(d('gv'), '|', d('gf'), '|', d('gl'), '|', d('implicit'), '|', d('undefined'), '|', d('NaN'), '|', d('Infinity'), '|', d('Math'), '|', d('parseInt'), '|', d('globalThis'));
console.log(delete globalThis.gv, delete globalThis.implicit, typeof implicit, typeof gv, delete globalThis.gf);
globalThis.gv = 'through property';
console.log(gv);
gv = 'through variable';
console.log(globalThis.gv);
globalThis.added = 'property';
console.log(added, typeof added, (() => added)());
delete globalThis.added;
try { added; } catch (e) { console.log(e.name); }
Object.defineProperty(globalThis, 'acc', { get() { return 'getter ' + typeof this; }, set(v) { globalThis.accSet = v; }, configurable: true });
acc = 'assigned';
console.log(acc, accSet, typeof acc);
Object.defineProperty(globalThis, 'ro', { value: 'read only', configurable: true });
ro = 'ignored';
console.log(ro);
(function () { 'use strict'; try { ro = 1; } catch (e) { console.log(e.name); } try { noSuchGlobal = 1; } catch (e) { console.log(e.name); } globalThis.viaThis = 1; viaThis = 2; console.log(viaThis); })();
undefined = 5; NaN = 5; Infinity = 5;
console.log(undefined, NaN, Infinity);
gf = 'reassigned';
console.log(gf, globalThis.gf);
function hidesParam(gv) { gv = 'local'; return gv + globalThis.gv; }
console.log(hidesParam('p'));
function hidesVar() { var Math = { max: () => 'fake' }; return Math.max(1, 2); }
function hidesLet() { let Array = 5; return Array; }
console.log(hidesVar(), Math.max(1, 2), hidesLet(), Array.isArray([]));
{ let gv = 'block'; console.log(gv, globalThis.gv); }
// builtins can be replaced and restored
const savedIsNaN = isNaN;
isNaN = () => 'patched';
console.log(isNaN(1), globalThis.isNaN(1), Number.isNaN(1));
isNaN = savedIsNaN;
console.log(isNaN('x'));
var parseFloat = parseFloat || 'never';
console.log(typeof parseFloat, parseFloat('1.5'));
// for loops and blocks at top level
for (var gi = 0; gi < 2; gi++) var inner = gi;
for (let gj = 0; gj < 1; gj++);
if (true) { var fromIf = 'if'; let notGlobal = 1; }
console.log(globalThis.gi, globalThis.inner, globalThis.gj, globalThis.fromIf, typeof notGlobal);
try { throw 1; } catch (ge) { var fromCatch = ge; }
console.log('ge' in globalThis, globalThis.fromCatch);
// names inherited from Object.prototype are visible as globals
console.log(typeof toString, typeof hasOwnProperty, typeof valueOf === 'function', globalThis.constructor === Object || typeof globalThis.constructor);
const builtins = ['Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'Math', 'JSON', 'Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError', 'Map', 'Set', 'WeakMap', 'WeakSet', 'RegExp', 'Date', 'Reflect', 'globalThis', 'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent', 'console'];
console.log(builtins.filter((b) => typeof globalThis[b] === 'undefined').join() === '', builtins.filter((b) => Object.keys(globalThis).includes(b) && b !== 'console').join() === '');
console.log(builtins.filter((b) => typeof globalThis[b] === 'function' && globalThis[b].name !== b).join() === '', globalThis.globalThis === globalThis, typeof globalThis, Object.prototype.hasOwnProperty.call(globalThis, 'gv'));
