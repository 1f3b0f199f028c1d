// Intrinsics of selfhosted/module.js and selfhosted/common-js.js that concern module records.

import { throwTypeError } from '../errors.ts';
import { guestKey } from '../own-keys.ts';
import { ModuleData } from '../module-record.ts';
import { promiseData, PromiseState } from '../promise.ts';
import type { Realm } from '../realm.ts';
import { internalOf, type GuestObject } from '../values.ts';

const SUPPORTED_ATTRIBUTES: readonly string[] = ['type'];

export function installModule(realm: Realm): void {
  // SetSyntheticModuleExport (16.2.1.8.4), of the module with this state.
  realm.intrinsic('ModuleSetExport', 3, (_f, _self, state, name, value) => {
    const cell = internalOf(state, ModuleData)?.record.cells.get(name as string);
    if (cell !== undefined) cell.put(value);
    return undefined;
  });
  // IncrementModuleAsyncEvaluationCount
  realm.intrinsic('ModuleNextOrder', 0, () => realm.asyncModules++);
  realm.intrinsic('ModuleNamespace', 1, (_f, _self, state) => internalOf(state, ModuleData)?.record.namespace());
  // The promise has been rejected; it counts as handled then.
  realm.intrinsic('PromiseTakeRejection', 1, (_f, _self, promise) => {
    const data = promiseData(promise);
    if (data === undefined || data.state !== PromiseState.rejected) return false;
    realm.unhandledRejections.delete(data);
    data.isHandled = true;
    return true;
  });
  // HostLoadImportedModule with the attributes of a private object without prototype.
  realm.intrinsic('ImportModule', 4, (_f, _self, referrer, specifier, attributes, promise) => {
    // The module may have to be parsed.
    realm.hooks.needRoom();
    const names = Object.keys(attributes as GuestObject);
    const found = Object.fromEntries(names.map((name) => [guestKey(name) as string, (attributes as GuestObject)[name] as string]));
    const unknown = Object.keys(found).find((name) => !SUPPORTED_ATTRIBUTES.includes(name));
    if (unknown !== undefined) throwTypeError(realm, `Import attribute "${unknown}" with value "${found[unknown]}" is not supported`);
    if (realm.importModule === null) throwTypeError(realm, `there is no module loader for '${specifier as string}'`);
    realm.importModule(referrer as string, specifier as string, found, promise as GuestObject);
    return undefined;
  });
}
