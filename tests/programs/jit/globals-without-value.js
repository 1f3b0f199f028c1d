// Globals that compiled code takes for constants, and that lose their value, or get another one.
globalThis.limit = 10;
globalThis.scale = (n) => n * 2;
var gone = 5;
function under(n) { return n < limit; }
function scaled(n) { return scale(n) + gone; }
function attempt(f, ...args) { try { return f(...args); } catch (e) { return `${e.name}: ${e.message}`; } }
let count = 0;
for (let i = 0; i < 400; i++) count += under(i) + scaled(i);
console.log(count, under(9), under(10), scaled(4));
delete globalThis.limit;
console.log(attempt(under, 9), attempt(under, 9), typeof limit);
globalThis.limit = 20;
console.log(under(19), under(20));
Object.defineProperty(globalThis, 'limit', { get() { return 30; }, configurable: true });
console.log(under(29), under(30));
Object.defineProperty(globalThis, 'limit', { value: 40, writable: false, configurable: true });
console.log(under(39), under(40));
for (let i = 0; i < 400; i++) count += under(i);
delete globalThis.scale;
console.log(count, attempt(scaled, 1));
globalThis.scale = (n) => n * 3;
gone = 6;
console.log(scaled(1), scaled(2));
for (let i = 0; i < 400; i++) count += scaled(i);
gone = 'six';
console.log(count, scaled(3));
function writes(v) { limit = v; return limit; }
for (let i = 0; i < 400; i++) writes(i);
delete globalThis.limit;
console.log(writes(7), attempt(under, 6), under(7));
