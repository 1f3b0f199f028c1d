// Direct eval sees the bindings of its module, exported or not, and its imports.
let onlyTop = 1; const k = 2; var v = 3; function f() { return 'f'; } class C {}
export let ex = 5;
import { count } from './b2.mjs';
console.log(eval('onlyTop + k + v + ex + count'), eval('f()'), eval('typeof C'));
eval('onlyTop = 10; v = 20; ex = 30');
console.log(onlyTop, v, ex);
try { eval('count = 1') } catch (e) { console.log(e.constructor.name) }
function g() { let loc = 1; return eval('loc + onlyTop + ex'); }
console.log(g(), (0, eval)('typeof onlyTop'), eval('var leaked = 1; leaked'), typeof leaked);
console.log(await eval('import("./b2.mjs").then(n => n.count)'), eval('this'), new Function('return typeof onlyTop')());
try { eval('import.meta') } catch (e) { console.log(e.constructor.name) }
eval('onlyTop++');
console.log(onlyTop);
