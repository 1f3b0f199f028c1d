// State after exceptions: partially run statements, counters, resource stacks, callbacks of builtins.
const log = [];
let depth = 0;
function withResource(name, body) { depth++; log.push('open ' + name); try { return body(name); } catch (e) { log.push(name + ' saw ' + (e.message ?? e)); throw e; } finally { log.push('close ' + name); depth--; } }
try { withResource('a', () => withResource('b', () => { withResource('ok', () => 1); throw new Error('mid'); })); } catch (e) { log.push('top ' + e.message); }
console.log(log.join(', '), depth);

const arr = [1, 2, 3, 4];
const seen = [];
const bomb = (at) => (x) => { seen.push(x); if (x === at) throw 'bomb ' + x; return x; };
for (const m of ['forEach', 'map', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast', 'flatMap']) {
  seen.length = 0;
  try { arr[m](bomb(m === 'findLast' ? 3 : m === 'some' || m === 'find' || m === 'findIndex' ? 1 : 2)); console.log(m, 'done'); } catch (e) { console.log(m, e, seen.join()); }
}
try { arr.reduce((a, x) => { if (x === 3) throw 'reduce ' + a; return a + x; }); } catch (e) { console.log(e); }
try { arr.sort(() => { throw 'cmp'; }); } catch (e) { console.log(e, arr.join()); }
try { 'abc'.replace(/[bc]/g, (m) => { throw 'rep ' + m; }); } catch (e) { console.log(e); }
try { JSON.stringify({ a: 1, get b() { throw 'getter b'; } }); } catch (e) { console.log(e); }
try { JSON.parse('[1,2]', (k) => { throw 'reviver ' + k; }); } catch (e) { console.log(e); }
try { new Map([[1, 2], [3, 4]]).forEach((v, k) => { if (k === 3) throw 'map ' + v; }); } catch (e) { console.log(e); }
try { Array.from({ length: 3 }, (_, i) => { if (i === 1) throw 'from ' + i; }); } catch (e) { console.log(e); }
try { [3, 1].toSorted((a, b) => { throw 'toSorted'; }); } catch (e) { console.log(e); }
// partial effects stay
const o = { a: 0, b: 0 };
try { o.a = 1; o.b = (() => { throw 0; })(); o.c = 1; } catch { }
console.log(JSON.stringify(o));
let i = 0;
try { [arr[i++], arr[(() => { throw 1; })()], i++]; } catch { }
console.log(i);
let x = 'before';
try { x = (() => { throw 1; })(); } catch { }
console.log(x);
const o2 = {};
try { ({ p: o2.p, q: o2.q } = { p: 1, get q() { throw 1; } }); } catch { }
console.log(JSON.stringify(o2));
// a stack of handlers: a parser with backtracking by exceptions
class Fail extends Error { }
const lit = (s) => (t, p) => { if (!t.startsWith(s, p)) throw new Fail('want ' + s + '@' + p); return p + s.length; };
const alt = (...ps) => (t, p) => { let last; for (const q of ps) try { return q(t, p); } catch (e) { if (!(e instanceof Fail)) throw e; last = e; } throw last; };
const seq = (...ps) => (t, p) => ps.reduce((p, q) => q(t, p), p);
const many = (q) => (t, p) => { for (;;) try { p = q(t, p); } catch (e) { if (e instanceof Fail) return p; throw e; } };
const g = seq(many(alt(lit('ab'), lit('c'))), alt(lit('!'), lit('?')));
for (const t of ['ababc!', '?', 'abx', 'cc']) try { console.log(t, g(t, 0)); } catch (e) { console.log(t, e.message, e.constructor.name); }
