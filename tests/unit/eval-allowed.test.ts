// An embedder can forbid code from text, and it is charged for.

import { expect, test } from 'vitest';
import { eagerTuning, nodeRealm, Vm } from 'anneal';

const attempts = ["eval('1')", "(0, eval)('1')", "new Function('return 1')()", "(function () { var x = 1; return eval('x'); })()"];

test.each(attempts)('%s is forbidden', (source) => {
  const vm = new Vm({ evalAllowed: false });
  const outcome = vm.evaluate(`try { ${source}; } catch (e) { e.name + ': ' + e.message; }`);
  expect(outcome).toEqual({ type: 'done', value: 'EvalError: Code generation from strings disallowed for this context' });
});

test('what is no string needs no code', () => {
  const outcome = new Vm({ evalAllowed: false }).evaluate('[eval(1), eval(), typeof eval]');
  expect(outcome.type).toBe('done');
});

test.each(attempts)('%s is allowed', (source) => {
  expect(new Vm().evaluate(source)).toEqual({ type: 'done', value: 1 });
});

test.each([
  ['eval', (text: string) => `eval(${text})`],
  ['an indirect eval', (text: string) => `(0, eval)(${text})`],
  ['Function', (text: string) => `Function(${text})`],
])('the fuel of %s is proportional to the length of its text, and charged before', (_, call) => {
  const run = (length: number, fuel = Infinity): { used: number; type: string } => {
    const vm = new Vm({ fuel });
    const { type } = vm.evaluate(call(`'/*' + 'x'.repeat(${length}) + '*/'`));
    return { used: vm.fuelUsed, type };
  };
  const short = run(100_000).used;
  const long = run(200_000).used;
  expect(long - short).toBeGreaterThanOrEqual(3_200_000);
  expect(run(200_000, short).type).toBe('stopped');
});

test('code that is linked for one run is compiled in its loops and functions only', () => {
  const vm = new Vm({ realm: nodeRealm, jit: eagerTuning });
  const compiled: string[] = [];
  if (vm.tier === null) throw new Error('no tier');
  vm.tier.listener = (event) => {
    if (event.type === 'compile' && event.unit.linked.template.source.name === '<anonymous>') compiled.push(`${event.unit.linked.template.kind} ${event.unit.osr < 0 ? 'whole' : 'loop'}`);
  };
  vm.evaluate("for (let i = 0; i < 3; i++) eval('i + 1'); eval('function f() {} f(); f(); for (let i = 0; i < 9; i++);'); (0, eval)('1')");
  expect(compiled).toEqual(['function whole', 'eval loop']);
});
