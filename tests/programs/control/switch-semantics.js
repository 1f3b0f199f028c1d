// switch: strict comparison, fallthrough, default anywhere, evaluation of case expressions, scope, nesting.
function f(x) {
  const r = [];
  switch (x) {
    case 1: r.push('one');
    case '1': r.push('str one'); break;
    default: r.push('default');
    case null: r.push('null');
    case undefined: r.push('undefined'); break;
    case NaN: r.push('never');
    case 0: r.push('zero'); break;
  }
  return r.join('+');
}
console.log([1, '1', 2, null, undefined, NaN, 0, -0, true].map(f).join(' '));
let log = [];
const c = (v) => (log.push(v), v);
switch (c('b')) { case c('a'): log.push('A'); case c('b'): log.push('B'); case c('c'): log.push('C'); break; case c('d'): }
console.log(log.join());
log = [];
switch (c(9)) { case c(1): default: log.push('def'); case c(2): log.push('two'); }
console.log(log.join());
switch (1) { } switch (1) { default: } switch (c('only')) { }
const bools = (n) => { switch (true) { case n < 0: return 'neg'; case n === 0: return 'zero'; case n < 10: return 'small'; default: return 'big'; } };
console.log([-5, 0, 5, 50].map(bools).join());
function scope(x) { switch (x) { case 0: let y = 'let'; const z = 'c'; return y + z; case 1: { let y = 'block'; return y; } case 2: var hoisted = 'v'; default: return typeof hoisted + typeof fn; function fn() {} } }
console.log(scope(0), scope(1), scope(2), scope(3));
function closures(x) { const fs = []; for (let i = 0; i < 3; i++) switch (i) { case x: let a = i * 10; fs.push(() => a + i); break; default: fs.push(() => -i); } return fs.map((f) => f()).join(); }
console.log(closures(1), closures(2));
function nested(a, b) { switch (a) { case 1: switch (b) { case 1: break; case 2: return '1-2'; default: return '1-d'; } return '1-1 after'; case 2: do { switch (b) { case 0: continue; case 1: break; } break; } while (false); return '2'; default: return 'd'; } }
console.log(nested(1, 1), nested(1, 2), nested(1, 3), nested(2, 0), nested(2, 1), nested(3));
function loopSwitch() { const r = []; for (let i = 0; i < 7; i++) { switch (i) { case 0: continue; case 1: break; case 2: case 3: r.push('23'); continue; case 5: return r.join(); default: r.push('d' + i); } r.push('after' + i); } }
console.log(loopSwitch());
const o = { a: 1 }, arr = [];
const ident = (x) => { switch (x) { case o: return 'o'; case arr: return 'arr'; case ident: return 'fn'; case 1n: return 'big'; default: return typeof x; } };
console.log([o, arr, ident, 1n, 1, {}, 'x'].map(ident).join());
const days = (d) => { let name; switch (d) { case 0: case 6: name = 'weekend'; break; case 1: name = 'monday'; break; default: name = 'weekday'; } return name; };
console.log([0, 1, 2, 6, '0'].map(days).join());
function tryIn(x) { switch (x) { case 1: try { return 'try'; } finally { log.push('fin'); } case 2: try { throw 1; } catch { break; } finally { log.push('fin2'); } default: return 'def'; } return 'end'; }
console.log(tryIn(1), tryIn(2), tryIn(3), log.slice(-2).join());
switch (((x) => x * 2)(4)) { case 8: console.log('expr'); }
switch ('x') { case 'x': case 'y': { console.log('multi'); } }
