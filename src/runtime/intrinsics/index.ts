// Installs the builtins of a realm.
//
// Takes a realm fresh from its constructor; afterwards its global object and its intrinsics are as the specification has
// them, and nothing has been compiled. The order matters only where a family reads another's objects.

import { installLibrary } from '../library.ts';
import { defineOwnProperty } from '../objects.ts';
import { installProtectors } from '../protectors.ts';
import type { Realm } from '../realm.ts';
import { installArray } from './array.ts';
import { installArrayBuffer } from './array-buffer.ts';
import { installAtomics } from './atomics.ts';
import { installBase64 } from './base64.ts';
import { installBigInt } from './bigint.ts';
import { installBoolean } from './boolean.ts';
import { installCommonJs } from './common-js.ts';
import { installConsole } from './console.ts';
import { installCore } from './core.ts';
import { installDataView } from './data-view.ts';
import { installDate } from './date.ts';
import { installEval } from './dynamic-function.ts';
import { installDomException } from './dom-exception.ts';
import { installError } from './error.ts';
import { installFunction } from './function.ts';
import { installGenerator } from './generator.ts';
import { installGlobals } from './globals.ts';
import { installIteratorHelpers } from './iterator-helpers.ts';
import { installIterator, registerArrayIteration } from './iterator.ts';
import { installJson } from './json.ts';
import { installMap } from './map.ts';
import { installMath } from './math.ts';
import { installModule } from './module.ts';
import { installNumber } from './number.ts';
import { installObject } from './object.ts';
import { installPromise } from './promise.ts';
import { installProxy } from './proxy.ts';
import { installReflect } from './reflect.ts';
import { installRegExp } from './regexp.ts';
import { installSet } from './set.ts';
import { installString } from './string.ts';
import { installStructuredClone } from './structured-clone.ts';
import { installSymbol } from './symbol.ts';
import { installTextCoding } from './text-coding.ts';
import { installTypedArrays } from './typed-array.ts';
import { installTimers } from './timers.ts';
import { installWeak } from './weak.ts';
import { installWeakRef } from './weak-ref.ts';

const families: readonly ((realm: Realm) => void)[] = [
  installCore,
  installObject,
  installFunction,
  installSymbol,
  installError,
  installBoolean,
  installNumber,
  installBigInt,
  installMath,
  installGlobals,
  installEval,
  installIterator,
  installIteratorHelpers,
  installGenerator,
  installPromise,
  installTimers,
  installArray,
  registerArrayIteration,
  installString,
  installRegExp,
  installDate,
  installJson,
  installMap,
  installSet,
  installWeak,
  installWeakRef,
  installArrayBuffer,
  installTypedArrays,
  installDataView,
  installAtomics,
  installDomException,
  installBase64,
  installTextCoding,
  installStructuredClone,
  installReflect,
  installProxy,
  installConsole,
  installModule,
  installCommonJs,
];

export function installIntrinsics(realm: Realm): void {
  installLibrary(realm);
  realm.defineAccessor = (target, key, get, set) => {
    defineOwnProperty(realm, target, key, { get, set, enumerable: false, configurable: true });
  };
  for (const install of families) install(realm);
  realm.intrinsics.set('ObjectPrototypeToString', realm.objectPrototype.$toString);
  installProtectors(realm);
}
