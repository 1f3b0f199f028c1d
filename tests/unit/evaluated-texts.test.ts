import { listenToTier, nodeRealm, Vm } from 'anneal';
import { expect, test } from 'vitest';

/** How often functions called `name` were compiled by the JIT. */
function compilations(source: string, name: string): number {
  const vm = new Vm({ realm: nodeRealm });
  let count = 0;
  listenToTier(vm, (event) => {
    if (event.type === 'compile' && event.cfg !== null && event.unit.linked.template.name === name) count++;
  });
  vm.evaluate(source);
  return count;
}

test('what a text makes gets hot by all that it is used for, however often it is evaluated', () => {
  expect(compilations('for (let i = 0; i < 300; i++) new Function("a", "return a * 2 + 1")(i);', 'anonymous')).toBe(1);
  expect(compilations('for (let i = 0; i < 300; i++) (0, eval)("(function hot(a) { return a * 2 + 1; })")(i);', 'hot')).toBe(1);
  expect(compilations('function f(v) { return eval("(function hot(a) { return a * 2 + v; })")(1); } for (let i = 0; i < 300; i++) f(i);', 'hot')).toBeGreaterThan(0);
});

test('other texts, and those with template literals, are by themselves', () => {
  expect(compilations('for (let i = 0; i < 300; i++) new Function("a", "return a * 2 + " + i)(i);', 'anonymous')).toBe(0);
  expect(compilations('for (let i = 0; i < 300; i++) new Function("a", "return `${a}`")(i);', 'anonymous')).toBe(0);
});
