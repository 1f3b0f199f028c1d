// Annex B at the top level of a script: the global property exists from the start and is assigned in the block.
console.log('topFn' in globalThis, typeof topFn);
{
  console.log(typeof topFn);
  function topFn() { return 'ok'; }
}
console.log(typeof topFn, globalThis.topFn === topFn);

console.log('never' in globalThis, typeof never);
if (false) { function never() {} }
console.log(typeof never);

console.log('declared' in globalThis, typeof declared, typeof declaredVar);
function declared() {}
var declaredVar = 1;

const before = typeof sw;
switch (1) {
  case 0: function sw() { return 'switch function'; }
}
console.log(before, typeof sw);

let lex = 'lexical';
{ function lex() {} }
console.log(lex);

for (let i = 0; i < 2; i++) {
  function each() { return 'each' + i; }
}
console.log(each());
