// Units of the library ahead of time, for the build (tiering/library-units.ts).
//
// Takes a workload, a guest program that uses the library as most programs do; gives records of units, by the names of library functions. A function whose unit would need
// something that cannot be found by a name is left out: it is compiled as it gets hot.

import { isCoroutine } from '../bytecode/template.ts';
import { compileUnit, noEntryTypes, type Unit } from '../codegen/unit.ts';
import { buildCfg, CompileRefusal } from '../ir/cfg.ts';
import { plainBody } from '../ir/inline.ts';
import { libraryIndex } from '../runtime/library.ts';
import { LinkedTemplate } from '../runtime/linked.ts';
import type { HostRealmProvider } from '../runtime/host-realm.ts';
import { constantName, constantNamed, encodeUnit, isNamed } from '../tiering/library-units.ts';
import type { PrecompiledUnit } from '../tiering/precompiled-units.ts';
import { makeSupport } from '../tiering/support.ts';
import { defaultTuning } from '../tiering/tuning.ts';
import { Vm } from './vm.ts';

/** Words of bytecode of functions that are worth it: what is longer has many ways, of which a program takes one. */
const MAX_WORDS = 600;
const NEVER = 2 ** 30;

/**
 * Runs the workload and compiles all that it has called of the library. Throws where the workload does not run to its end. `provider`: an emptied realm, as
 * programs have it.
 */
export function precompileLibrary(workload: string, provider: HostRealmProvider, explain: (why: string) => void): Record<string, PrecompiledUnit> {
  // It is profiled, and nothing is compiled meanwhile.
  const tuning = { ...defaultTuning, invocationThreshold: NEVER, loopThreshold: NEVER };
  const vm = new Vm({ realm: provider, jit: tuning });
  const { machine } = vm;
  if (vm.evaluate(workload, 'workload.js').type !== 'done' || vm.runLoop(() => undefined).type !== 'done') throw new Error('the workload has not run to its end');
  const realm = machine.mainRealm;
  const support = makeSupport(machine, realm, { deoptimised: () => undefined, retyped: () => undefined }, 0);

  const recordOf = (linked: LinkedTemplate, name: string): string | null => {
    const sites = new Map<unknown, number>();
    let constants: ReadonlyMap<string, unknown> = new Map();
    let unit: Unit;
    try {
      unit = compileUnit(buildCfg(plainBody(linked), -1, { prune: true, speculate: true }), {
        id: 0, optimisations: tuning.optimisations, stress: false, metered: true, trace: null, scope: undefined, support, entryTypes: noEntryTypes,
        customise: (_caller, site, target) => {
          sites.set(target, site);
          return target;
        },
        noteConstants: (noted) => (constants = noted),
      });
    } catch (error) {
      if (!(error instanceof CompileRefusal)) throw error;
      explain(`${name}: ${error.reason}`);
      return null;
    }
    const names: string[] = [];
    for (const [parameter, value] of constants) {
      const found = constantName(realm, support, linked, parameter, value, sites);
      if (found === undefined) {
        explain(`${name}: its constant ${parameter} has no name`);
        return null;
      }
      if (!Object.is(constantNamed(found, linked, support, (_site, target) => target), value)) throw new Error(`the constant ${parameter} of ${name}, ${found}, is found as something else`);
      names.push(found);
    }
    return encodeUnit(unit, names);
  };

  const records: Record<string, PrecompiledUnit> = {};
  for (const name of libraryIndex().keys()) {
    const shared = realm.selfHosted(name).linked as LinkedTemplate | null;
    if (shared === null || !shared.isPrepared || shared.code[2] === 0 || isCoroutine(shared.template)) continue;
    if (shared.code.length > MAX_WORDS) {
      explain(`${name}: ${shared.code.length} words`);
      continue;
    }
    // Which functions of programs are called differs from one to the next.
    for (const site of shared.sites) if (site !== undefined && !site.targets.every((target) => isNamed(shared, target))) site.megamorphic = true;
    const record = recordOf(shared, name);
    const own = recordOf(customisedLike(shared), name);
    if (record !== null || own !== null) records[name] = { shared: record, own: own === record ? 'shared' : own };
  }
  return records;
}

/** A link of one call site with the profile of the shared one. */
function customisedLike(shared: LinkedTemplate): LinkedTemplate {
  const own = new LinkedTemplate(shared.realm, shared.template, shared.parent, shared.module);
  (own as { isCustomised: boolean }).isCustomised = true;
  own.prepare();
  own.code.set(shared.code);
  own.others.set(shared.others);
  shared.sites.forEach((site, i) => (own.sites[i] = site));
  return own;
}
