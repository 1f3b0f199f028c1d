import { readFileSync } from 'node:fs';
import { defaultTuning, fallbackRealm, listenToTier, nodeRealm, tuningWith, Vm, type TierEvent, type VmOptions } from 'anneal';
import { expect, test } from 'vitest';
import { nodeRealm as ownRealm } from '../../src/host/node-realm.ts';
import { precompileLibrary } from '../../src/process/precompile.ts';
import { libraryClosure } from '../../src/runtime/library.ts';
import type { LinkedTemplate } from '../../src/runtime/linked.ts';
import { decodeUnit, encodeUnit } from '../../src/tiering/library-units.ts';
import { makeSupport } from '../../src/tiering/support.ts';
import { Vm as OwnVm } from '../../src/process/vm.ts';

const workload = readFileSync(new URL('../../.ci/library-workload.js', import.meta.url), 'utf8');
const leftOut: string[] = [];
const records = precompileLibrary(workload, ownRealm, (why) => leftOut.push(why));

test('all that the workload calls of the library has a unit, but for what is too large', () => {
  expect(leftOut.filter((why) => !/: \d+ words$/.test(why))).toEqual([]);
  for (const name of ['ArrayPrototype_map', 'ArrayPrototype_reduce', 'ArrayPrototype_sort', 'MergeRuns', 'PromiseStatic_all', 'JSON_serialize']) {
    expect(records[name]?.shared, name).toEqual(expect.any(String));
  }
  expect(Object.keys(records).length).toBeGreaterThan(100);
});

test('a unit of a record has what the record says', () => {
  const vm = new OwnVm({ realm: ownRealm });
  const { machine } = vm;
  const support = makeSupport(machine, machine.mainRealm, { deoptimised: () => undefined, retyped: () => undefined }, 0);
  for (const [name, { shared, own }] of Object.entries(records)) {
    for (const record of [shared, own]) {
      if (record === null || record === 'shared') continue;
      const linked = libraryClosure(machine.mainRealm, name).linked as LinkedTemplate;
      linked.prepare();
      const unit = decodeUnit(record, 7, linked, support, (_site, target) => target);
      expect(unit.code, name).toEqual(expect.any(Function));
      const { constants } = JSON.parse(record) as { constants: string[] };
      expect(encodeUnit(unit, constants), name).toBe(record);
    }
  }
});

test('a record names nothing of the place where it was made', () => {
  expect(JSON.stringify(records)).not.toMatch(/\/(home|root|tmp|work)\//);
});

const program = `
  const list = [3, 1, 2];
  function fail(v) { if (v > 2) throw new Error('at ' + v); return v; }
  let trace = '';
  for (let i = 0; i < 50; i++) {
    list.map((v) => v + i).sort((a, b) => a - b).reduce((sum, v) => sum + v, 0);
    try { list.map((v) => [v].filter(fail)); } catch (error) { trace = error.stack; }
  }
  trace;
`;

function run(knobs: object): { value: unknown; fuel: number; library: string[] } {
  const vm = new Vm({ realm: nodeRealm, jit: tuningWith(defaultTuning, knobs) });
  const library: string[] = [];
  listenToTier(vm, (event: TierEvent) => {
    if (event.type === 'compile' && event.cfg === null) library.push(event.unit.linked.template.name);
  });
  const outcome = vm.evaluate(program);
  return { value: outcome.type === 'done' ? outcome.value : outcome.type, fuel: vm.fuelUsed, library };
}

test('library functions run by these units after a few calls, with the same fuel and the same traces', () => {
  const made = run({});
  expect(made.library).toEqual(expect.arrayContaining(['map', 'sort', 'reduce', 'filter']));
  expect(made.value).toMatch(/at fail[^]*at filter[^]*at map/);
  for (const knobs of [{ 'optimisations.precompiled': false }, { traceThreshold: 0 }, { stressDeopt: 3 }, { 'optimisations.inline': false }]) {
    const other = run(knobs);
    expect({ value: other.value, fuel: other.fuel }, JSON.stringify(knobs)).toEqual({ value: made.value, fuel: made.fuel });
    expect(other.library, JSON.stringify(knobs)).toEqual([]);
  }
});

test('where there are no such units library functions are compiled as they get hot', () => {
  const calls = 'const list = [3, 1, 2]; for (let i = 0; i < 60; i++) list.map((v) => v + i).reduce((sum, v) => sum + v, 0);';
  const compiled = (options: VmOptions): string[] => {
    const vm = new Vm(options);
    const names: string[] = [];
    listenToTier(vm, (event: TierEvent) => {
      if (event.type === 'compile') names.push(event.unit.linked.template.name);
    });
    vm.evaluate(calls);
    return names;
  };
  expect(compiled({ realm: nodeRealm })).toEqual(expect.arrayContaining(['map', 'reduce']));
  for (const options of [{ realm: fallbackRealm }, { realm: nodeRealm, jit: tuningWith(defaultTuning, { traceThreshold: 0 }) }, { realm: nodeRealm, jit: tuningWith(defaultTuning, { 'optimisations.precompiled': false }) }]) {
    expect(compiled(options)).not.toEqual(expect.arrayContaining(['map']));
    expect(compiled(options)).not.toEqual(expect.arrayContaining(['reduce']));
  }
});
