// Dead zones and const assignments reached only after warm-up, in loops, closures, switch and top-level code.
function late(flag) { let r = 'ok'; if (flag) { try { r = x; } catch (e) { r = e.name; } } let x = 'value'; return r + x; }
for (let i = 0; i < 3000; i++) late(false);
console.log(late(false), late(true));
function assignLate(flag) { const c = 1; let r = 0; try { if (flag) c = 2; r = c; } catch (e) { r = e.name; } return r; }
for (let i = 0; i < 3000; i++) assignLate(false);
console.log(assignLate(false), assignLate(true), assignLate(false));
function closures(n) { let r = ''; for (let i = 0; i < n; i++) { const f = () => v; if (i >= n - 2) { try { r += f(); } catch (e) { r += e.name; } } let v = i; r = i < n - 2 ? '' + f() : r + f(); } return r; }
for (let i = 0; i < 20; i++) closures(60);
console.log(closures(2000));
function sw(k) { switch (k) { case 0: let y = 'zero'; return y; case 1: y = 'one'; return y; default: return typeof k; } }
let s = 0;
for (let i = 0; i < 3000; i++) s += sw(0).length + sw(2).length;
try { sw(1); } catch (e) { console.log(s, e.name); }
// calls from above and below the declaration at the top level
function readTop() { return top1; }
function warm(f) { let r; for (let i = 0; i < 600; i++) { try { r = f(); } catch (e) { r = e.name; } } return r; }
console.log(warm(readTop));
let top1 = 'initialised';
console.log(warm(readTop));
top1 = 5;
console.log(warm(readTop));
function writeTop(v) { top2 = v; return top2; }
try { writeTop(1); } catch (e) { console.log(e.name); }
const top2 = 'const';
console.log(warm(() => { try { return writeTop(1); } catch (e) { return e.name + top2; } }));
// classes: use before declaration, this before super, late
function mk(early) { if (early) try { new K(); } catch (e) { return e.name; } class K { v = 1; } return new K().v; }
for (let i = 0; i < 1000; i++) mk(false);
console.log(mk(false), mk(true));
class Base { constructor() { this.b = 1; } }
class D extends Base { constructor(mode) { if (mode === 1) { try { this.x = 1; } catch (e) { super(); this.err = e.name; return; } } if (mode === 2) return { custom: 2 }; super(); if (mode === 3) { try { super(); } catch (e) { this.err = 'twice ' + e.name; } } if (mode === 4) return 5; } }
let t = 0;
for (let i = 0; i < 2000; i++) t += new D(0).b;
console.log(t, new D(1).err, new D(2).custom, new D(3).err);
try { new D(4); } catch (e) { console.log(e.name); }
class NoSuper extends Base { constructor(call) { if (call) super(); } }
for (let i = 0; i < 1000; i++) new NoSuper(true);
try { new NoSuper(false); } catch (e) { console.log(e.name); }
// default parameters in the dead zone, self references in initialisers
function dp(a = b, b = 1) { return a + b; }
for (let i = 0; i < 2000; i++) dp(1, 2);
try { dp(); } catch (e) { console.log(e.name); }
function self(n) { try { let q = n ? q : 0; return q; } catch (e) { return e.name; } }
for (let i = 0; i < 1500; i++) self(0);
console.log(self(0), self(1));
for (let i = 0, seen = []; i < 1200; i++) { if (i === 1199) { try { seen.push(typeof w); } catch (e) { seen.push(e.name); } console.log(seen.join()); } let w = i; }
// a loop const is fresh each time; writing to it throws each time
let thrown = 0;
for (const k of Array(1500).keys()) { try { if (k % 100 === 0) k = 0; } catch { thrown++; } }
for (let i = 0; i < 300; i++) { try { for (const j = 0; j < 2; j++); } catch { thrown++; } }
console.log(thrown);
