// atob and btoa (HTML 8.3): the host's own, on guest strings.

import { throwDomException } from '../dom-exception.ts';
import { toStringPrimitive } from '../conversions.ts';
import { makeError } from '../errors.ts';
import { defineHidden } from '../objects.ts';
import type { Realm } from '../realm.ts';
import { recallString } from '../recall.ts';
import { isObject, type Value } from '../values.ts';
import { chargeElements } from './core.ts';

const hostAtob = typeof atob === 'function' ? atob : undefined;
const hostBtoa = typeof btoa === 'function' ? btoa : undefined;

export function installBase64(realm: Realm): void {
  const define = (name: string, host: (text: string) => string, failure: (text: string) => string): void => {
    const f = realm.native(name, 1, function (callee, self, data): Value {
      if (arguments.length < 3) {
        const error = makeError(realm, 'TypeError', 'The "input" argument must be specified');
        defineHidden(error, '$code', 'ERR_MISSING_ARGS');
        throw error;
      }
      if (isObject(data)) return recallString(realm, callee, self, data);
      const text = toStringPrimitive(realm, data);
      chargeElements(realm, text.length);
      try {
        return host(text);
      } catch {
        // The one failure that both have is InvalidCharacterError.
        return throwDomException(realm, failure(text), 'InvalidCharacterError');
      }
    });
    realm.provideGlobal(name, f);
  };
  if (hostAtob !== undefined) {
    define('atob', (text) => hostAtob(text), (text) => (/[^A-Za-z0-9+/=\s]/.test(text) ? 'Invalid character' : 'The string to be decoded is not correctly encoded.'));
  }
  if (hostBtoa !== undefined) define('btoa', (text) => hostBtoa(text), () => 'Invalid character');
}
