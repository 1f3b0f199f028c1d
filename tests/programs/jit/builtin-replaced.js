// Builtins used in hot code are replaced: Math functions, array methods, String methods, globals.
function f(n) { let t = 0; for (let i = 0; i < n; i++) t += Math.floor(i / 2) + Math.max(i, 3) + Math.abs(-i); return t; }
let r = 0;
for (let i = 0; i < 50; i++) r += f(100);
console.log(r, f(10));
const { floor, max, abs } = Math;
Math.floor = (x) => -1;
console.log(f(10));
Math.floor = floor;
Math.max = function () { return arguments.length; };
console.log(f(10));
Math.max = max;
Object.defineProperty(Math, 'abs', { get() { return () => 0.25; }, configurable: true });
console.log(f(10));
Object.defineProperty(Math, 'abs', { value: abs, writable: true, configurable: true });
delete Math.max;
try { f(10); } catch (e) { console.log(e.name); }
Math.max = max;
console.log(f(10));
const savedMath = Math;
Math = { floor: () => 1, max: () => 2, abs: () => 3 };
console.log(f(10));
Math = savedMath;
console.log(f(10));

function pushes(n) { const a = []; for (let i = 0; i < n; i++) a.push(i); return a.length + ':' + a[a.length - 1]; }
let len = 0;
for (let i = 0; i < 60; i++) len += pushes(100).length;
const push = Array.prototype.push;
const seen = [];
Array.prototype.push = function (x) { if (seen.length < 3) seen[seen.length] = x; return push.call(this, x * 2); };
const doubled = pushes(5);
Array.prototype.push = push;
console.log(len, doubled, seen.join(), pushes(5));
const own = (a) => { for (let i = 0; i < 3000; i++) a.push(i); return a.length; };
const special = [];
console.log(own([]));
special.push = function (x) { return push.call(this, x, x); };
console.log(own(special), own([]));

function chars(s) { let h = 0; for (let i = 0; i < s.length; i++) h = (h * 31 + s.charCodeAt(i)) | 0; return h; }
let h = 0;
for (let i = 0; i < 100; i++) h ^= chars('some text ' + i);
const cca = String.prototype.charCodeAt;
String.prototype.charCodeAt = function (i) { return i; };
const patched = chars('abcd');
String.prototype.charCodeAt = cca;
console.log(h, patched, chars('abcd'));
// replaced in the middle of the loop
function midway(n) { let t = 0; for (let i = 0; i < n; i++) { t += Math.sqrt(i * i); if (i === 3000) Math.sqrt = () => 0; } return t; }
const sqrt = Math.sqrt;
console.log(midway(5000));
Math.sqrt = sqrt;
console.log(midway(2000), Math.sqrt === sqrt);
// global functions and constructors
function parse(xs) { let t = 0; for (const x of xs) t += parseInt(x, 10) + Number(x); return t; }
const xs = ['1', '2', '3'];
for (let i = 0; i < 1500; i++) parse(xs);
const pi = parseInt;
parseInt = () => 100;
console.log(parse(xs));
parseInt = pi;
const MapO = Map;
function maps(n) { const m = new Map(); for (let i = 0; i < n; i++) m.set(i % 7, i); let t = 0; for (const [k, v] of m) t += k * v; return t; }
for (let i = 0; i < 50; i++) maps(50);
const get = Map.prototype.set;
Map.prototype.set = function (k, v) { return get.call(this, k, 1); };
const hooked = maps(50);
Map.prototype.set = get;
console.log(parse(xs), hooked, maps(50));
