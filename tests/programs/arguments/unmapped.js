// Strict functions and functions with non-simple parameters get an unmapped arguments object.
function strict(a) { 'use strict'; a = 2; const r = [arguments[0]]; arguments[0] = 3; r.push(a); return r.join(); }
console.log(strict(1));
function withDefault(a = 0) { a = 2; const r = [arguments[0]]; arguments[0] = 3; r.push(a); return r.join(); }
console.log(withDefault(1), withDefault());
function withRest(a, ...b) { a = 2; return arguments[0]; }
console.log(withRest(1));
function withPattern({ x }) { x = 9; return arguments[0].x; }
console.log(withPattern({ x: 1 }));

function calleeOf() { 'use strict'; try { return arguments.callee; } catch (e) { return e.name; } }
function sloppyCallee(n) { return n < 2 ? 1 : n * arguments.callee(n - 1); }
console.log(calleeOf(), sloppyCallee(5));
function defaultCallee(a = 1) { try { return arguments.callee; } catch (e) { return e.name; } }
console.log(defaultCallee());
function desc() {
  'use strict';
  const d = Object.getOwnPropertyDescriptor(arguments, 'callee');
  return [typeof d.get, d.get === d.set, d.enumerable, d.configurable].join();
}
console.log(desc());
function sloppyDesc() { const d = Object.getOwnPropertyDescriptor(arguments, 'callee'); return [d.value === sloppyDesc, d.writable, d.enumerable, d.configurable].join(); }
console.log(sloppyDesc());
function lengthDesc() { const d = Object.getOwnPropertyDescriptor(arguments, 'length'); return JSON.stringify(d); }
console.log(lengthDesc(1, 2));
class C { m(a) { a = 2; return arguments[0]; } static s() { return arguments.length; } get g() { return arguments.length; } constructor() { this.n = arguments.length; } }
console.log(new C().m(1), C.s(1, 2, 3), new C(1, 2).g, new C(1, 2).n);
const o = { set s(v) { this.n = arguments.length; } };
o.s = 1;
console.log(o.n);
