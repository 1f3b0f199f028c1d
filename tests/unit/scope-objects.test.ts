// Scope objects keep a hidden class, however many slots they have: a read of a slot is a search otherwise.

import { setFlagsFromString } from 'node:v8';
import { expect, test } from 'vitest';
import { nodeRealm, Vm } from 'anneal';

setFlagsFromString('--allow-natives-syntax');
const hasFastProperties = new Function('o', 'return %HasFastProperties(o);') as (o: unknown) => boolean;

/** A function with so many variables that a closure uses; each of them has had values of several kinds. */
const scopeOf = (slots: number): string => {
  const names = Array.from({ length: slots }, (_, i) => `v${i}`);
  return `(function () { let ${names.map((name, i) => `${name} = ${i % 3 === 0 ? i : i % 3 === 1 ? i + 0.5 : `() => ${i}`}`).join(', ')};
    const all = () => [${names.join(', ')}]; ${names.map((name) => `${name} = [${name}];`).join(' ')} return all; })()`;
};

interface WithScope {
  readonly scope: { readonly p1?: object; readonly v0: unknown };
}

test.each([7, 100, 186, 293, 512, 700])('a scope of %d slots, after others whose slots have changed', (slots) => {
  const vm = new Vm({ realm: nodeRealm });
  for (const count of [8, 140, 186, slots, slots]) {
    const outcome = vm.evaluate(scopeOf(count));
    expect(outcome.type).toBe('done');
    if (outcome.type !== 'done') continue;
    const { scope } = outcome.value as unknown as WithScope;
    expect(scope.v0).toBeDefined();
    expect(hasFastProperties(scope), `${count} slots`).toBe(true);
    if (scope.p1 !== undefined) expect(hasFastProperties(scope.p1)).toBe(true);
  }
});
