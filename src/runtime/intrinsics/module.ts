// Intrinsics of selfhosted/module.js and selfhosted/common-js.js that concern module records.

import { ModuleData } from '../module-record.ts';
import type { Realm } from '../realm.ts';
import { internalOf } from '../values.ts';

export function installModule(realm: Realm): void {
  // SetSyntheticModuleExport (16.2.1.8.4), of the module with this state.
  realm.intrinsic('ModuleSetExport', 3, (_f, _self, state, name, value) => {
    const cell = internalOf(state, ModuleData)?.record.cells.get(name as string);
    if (cell !== undefined) cell.v = value;
    return undefined;
  });
}
