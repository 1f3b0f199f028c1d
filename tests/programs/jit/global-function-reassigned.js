// Hot calls to global functions, consts, lets and captured functions that are reassigned.
function step(x) { return x + 1; }
let letFn = (x) => x * 2;
var varFn = (x) => x - 1;
function run(n) { let t = 0; for (let i = 0; i < n; i++) t += step(i) + letFn(i) + varFn(i); return t; }
for (let i = 0; i < 50; i++) run(100);
console.log(run(10));
step = (x) => x + 1000;
console.log(run(10));
letFn = (x) => 0;
varFn = function () { return 'str'; };
console.log(run(3));
step = 5;
try { run(3); } catch (e) { console.log(e.name); }
step = (x) => { throw new RangeError('step'); };
try { run(3); } catch (e) { console.log(e.message); }
step = (x) => 1; varFn = () => 1;
globalThis.step = (x) => 2;
console.log(run(3), globalThis.varFn(1));
// reassigned inside the loop it is called from
function self(i) { if (i === 3000) self = () => -1; return 1; }
let t = 0;
for (let i = 0; i < 5000; i++) t += self(i);
console.log(t);
// captured function variables
function maker() { let f = (x) => x; return { call: (n) => { let s = 0; for (let i = 0; i < n; i++) s += f(i); return s; }, set: (g) => { f = g; } }; }
const m = maker();
for (let i = 0; i < 50; i++) m.call(100);
m.set((x) => x * x);
console.log(m.call(10));
m.set(Math.sign);
console.log(m.call(10));
m.set({}.toString);
try { console.log(m.call(3)); } catch (e) { console.log(e.name); }
m.set(undefined);
try { m.call(3); } catch (e) { console.log(e.name); }
m.set(class { });
try { m.call(3); } catch (e) { console.log(e.name); }
m.set(function () { return this === globalThis ? 1 : 2; }.bind({}));
console.log(m.call(5));
// dispatch tables
const table = [(x) => x + 1, (x) => x * 2, (x) => x - 3];
function dispatch(n) { let acc = 1; for (let i = 0; i < n; i++) acc = table[i % table.length](acc) % 1000; return acc; }
console.log(dispatch(4000));
table[1] = (x) => -x;
table.push(function (x) { return x + this.length; });
console.log(dispatch(4000));
table.pop();
table[2] = null;
try { dispatch(10); } catch (e) { console.log(e.name); }
// polymorphic targets at one site, then many
const fs = Array.from({ length: 40 }, (_, k) => (x) => x + k);
const callIt = (f, x) => f(x);
let p = 0;
for (let i = 0; i < 2000; i++) p += callIt(fs[0], i);
for (let i = 0; i < 2000; i++) p += callIt(fs[i % 3], i);
for (let i = 0; i < 2000; i++) p += callIt(fs[i % 40], i);
console.log(p, callIt(Math.abs, -5), callIt(String, 7), callIt(fs[1].bind(null, 5), 9));
for (const bad of [undefined, null, 5, 'x', {}, class {}]) try { callIt(bad, 1); console.log('fine'); } catch (e) { console.log(e.name); }
