// Direct evals in parameters declare outside of the body, and block functions in evals.
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return `${e.name}: ${e.message}`;
  }
};
var a = 'global a';
function defaults(x = eval('var a = "from parameter"; a'), y = () => a) {
  const before = a;
  var a = 'body';
  return [x, before, y(), a];
}
console.log(defaults());
function reads(x = eval('var b = 1'), y = () => b, z = (eval('b = 2'), b)) {
  return [b, y(), z, typeof x];
}
console.log(reads(), typeof b);
console.log(attempt(() => ((p = eval('var p')) => p)()));
console.log(attempt(() => ((p = eval('var q = 1'), q) => q)()));
console.log(attempt(() => ((p = eval('var arguments = "free"'), read = () => arguments) => [arguments, read()])()));
function separate(p, f = () => p) {
  var p;
  eval('p = "body"');
  return [p, f()];
}
console.log(separate('param'));

// Annex B: functions of blocks.
(function () {
  console.log(typeof inner);
  eval('{ function inner() { return "inner"; } console.log(inner()); }');
  console.log(inner(), delete inner, typeof inner);
})();
(function () {
  let kept = 'let';
  eval('{ function kept() {} }');
  console.log(kept);
})();
(function () {
  var over = 'var';
  eval('{ function over() {} }');
  console.log(typeof over);
})();
(function () {
  eval('if (true) function branch() { return 1; } switch (1) { case 1: function inCase() { return 2; } }');
  console.log(branch(), inCase());
})();
(function () {
  'use strict';
  eval('{ function inner() {} }');
  console.log(typeof inner);
})();
(function () {
  const outer = () => named;
  const self = (function named() { eval('var named = 1'); return [typeof named, outer]; })();
  console.log(self[0], typeof self[1]);
})();
eval('var globalByEval = 1; function functionByEval() {}');
console.log(Object.getOwnPropertyDescriptor(globalThis, 'globalByEval'), delete globalThis.functionByEval, delete globalByEval, typeof globalByEval);
console.log(attempt(() => (0, eval)('let a2 = 1; var a3 = a2; a3')), typeof a2, typeof a3);
let lexical = 1;
console.log(attempt(() => (0, eval)('var lexical = 1')), attempt(() => eval('function lexical() {}')));
console.log(attempt(() => (0, eval)('function undefined() {}')).replace(/:.*/, ''));
