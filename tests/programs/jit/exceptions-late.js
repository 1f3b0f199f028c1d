// Hot loops and functions that throw only late, caught outside, inside, and by callers at several depths.
function risky(i, limit) { if (i >= limit) throw new RangeError('limit ' + i); return i * 2; }
function loop(n, limit) { let t = 0; for (let i = 0; i < n; i++) t += risky(i, limit); return t; }
for (let i = 0; i < 30; i++) loop(100, Infinity);
console.log(loop(5000, Infinity));
try { loop(5000, 4321); } catch (e) { console.log(e.name, e.message); }
function caughtInside(n, limit) { let t = 0, caught = 0; for (let i = 0; i < n; i++) { try { t += risky(i, limit); } catch (e) { caught++; t -= 1; } } return t + '/' + caught; }
console.log(caughtInside(5000, 4990), caughtInside(3000, 2999), caughtInside(100, 0), caughtInside(5000, 1e9));
let state = { i: 0, done: [] };
function mutating(limit) { for (state.i = 0; state.i < 5000; state.i++) { if (state.i === limit) null.x; if (state.i % 1000 === 0) state.done.push(state.i); } return 'finished'; }
console.log(mutating(-1), state.done.join());
state.done = [];
try { mutating(3500); } catch (e) { console.log(e.name, state.i, state.done.join()); }
// engine errors that appear late through changed data
function deref(list) { let t = 0; for (let i = 0; i < list.length; i++) t += list[i].v.w; return t; }
const list = Array.from({ length: 500 }, (_, i) => ({ v: { w: i } }));
for (let i = 0; i < 10; i++) deref(list);
console.log(deref(list));
list[499].v = null;
try { deref(list); } catch (e) { console.log(e instanceof TypeError); }
list[499] = undefined;
try { deref(list); } catch (e) { console.log(e instanceof TypeError); }
list[499] = { get v() { throw 'getter ' + 499; } };
try { deref(list); } catch (e) { console.log(e); }
list[499] = { v: 5 };
console.log(deref(list));
list[499] = { v: { w: 1n } };
try { deref(list); } catch (e) { console.log(e instanceof TypeError); }
// nested handlers: inner handles one kind, rethrows others
function layered(i) { try { try { if (i % 1000 === 7) throw new TypeError('t' + i); if (i === 4500) throw new RangeError('r'); return 0; } catch (e) { if (!(e instanceof TypeError)) throw e; return 1; } } finally { layered.fin++; } }
layered.fin = 0;
let handled = 0, escaped = '';
for (let i = 0; i < 5000; i++) { try { handled += layered(i); } catch (e) { escaped += e.message + i; } }
console.log(handled, escaped, layered.fin);
// exceptions as regular control flow
function find(tree, v) { if (!tree) return; if (tree.v === v) throw { found: v, depth: find.depth }; find.depth++; find(tree.l, v); find(tree.r, v); find.depth--; }
const build = (d, v) => (d ? { v, l: build(d - 1, v * 2), r: build(d - 1, v * 2 + 1) } : null);
const tree = build(7, 1);
const results = [];
for (const v of [1, 64, 127, 999]) { find.depth = 0; try { find(tree, v); results.push('none'); } catch (e) { results.push(e.found + '@' + e.depth); } }
console.log(results.join());
let sum = 0;
for (let i = 0; i < 1500; i++) { try { if (i % 3) throw i; sum += 1; } catch (x) { sum += x; } }
console.log(sum);
const vals = [];
for (let i = 0; i < 2000; i++) { try { if (i > 1990) throw { i }; } catch ({ i: j }) { vals.push(j); } finally { if (i === 1999) vals.push('end'); } }
console.log(vals.join());
