// What the variable of a loop holds when there is no further key or element: what the last one was, or what was there before.
function keys(o) { for (var k = 0 in o); return k; }
function elements(list) { var e = 'before'; for (e of list); return e; }
function number(list) { var n = 1; for (n of list); return n + 1; }
function text(o) { for (var k = 1 in o); return `${k}` + (k + 1) + typeof k; }
function* generate(n) { for (let i = 0; i < n; i++) yield i; }
function generated(n) { var g = null; for (g of generate(n)); return g; }
function caught() { try { throw 'thrown'; } catch (e) { for (var e of [2]) ; return e; } }
function pairs(list) { var a = 'a', b = 'b'; for ([a, b] of list); return a + b; }
const results = new Set();
for (let i = 0; i < 300; i++) {
  results.add([
    keys({}), keys({ x: 1, y: 2 }), elements([]), elements([1, 2]), elements('abc'), elements(new Set()), elements(new Map([[1, 2]])), number([]), number([4]),
    text({}), text({ x: 1 }), generated(0), generated(3), caught(), pairs([]), pairs([[1, 2]]),
  ].join(' '));
}
console.log([...results].join('\n'));
var top = 'unset';
for (top of []);
for (var last = 'kept' in {});
for (var other of [7]);
console.log(top, last, other);
