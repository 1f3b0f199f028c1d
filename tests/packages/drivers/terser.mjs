// Terser minifies.
import { minify } from 'terser';

const code = `// A comment.
(function () {
  "use strict";
  const CONSTANT = 42, unused = sideEffect();
  function helper(first, second = CONSTANT, ...others) {
    if (first === undefined) { return null; } else if (typeof second === "number" && second > 10) { return others.map(function (item) { return item * 2; }); }
    var result = 0;
    for (var index = 0; index < others.length; index++) { if (!others[index]) continue; result += others[index]; }
    return result;
  }
  class Point { #x; constructor(x, y) { this.#x = x; this.y = y; } get length() { return Math.sqrt(this.#x ** 2 + this.y ** 2); } static origin = new Point(0, 0); }
  async function load(url) { try { const { data, ...rest } = await fetch(url); return { data, rest, [\`k\${url}\`]: true }; } catch (error) { console.error(error); } finally { done?.(); } }
  globalThis.api = { helper, Point, load, dead: false && helper(1), folded: 1 + 2 * 3 + "text", flag: !0 === true };
  switch (CONSTANT) { case 1: helper(1); break; case 42: helper(2); default: helper(3); }
  while (true) { if (helper()) break; }
})();
export const exported = (longParameterName) => longParameterName ? longParameterName.property : void 0;`;
let result;
for (let n = Number(globalThis.scriptArgs?.[0] ?? 1); n > 0; n--) result = await minify(code, { module: true, compress: { passes: 2 }, sourceMap: false });
console.log(result.code);
console.log((await minify({ 'a.js': 'var a = 1; function unused() {}', 'b.js': 'console.log(a + 1)' }, { toplevel: true, mangle: { toplevel: true } })).code);
console.log((await minify(code, { module: true, compress: false, mangle: false, format: { beautify: true, comments: 'all' } })).code);
await minify('let x = ;').catch((error) => console.log(error.name, error.message, error.line, error.col));
