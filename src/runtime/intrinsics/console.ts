// The console: output through the embedder's services, formatted as Node does.

import type { Realm } from '../realm.ts';
import { isObject, type Value } from '../values.ts';

export function installConsole(realm: Realm): void {
  const console = realm.prelude.makeObject();
  const show = (v: Value): string => (isObject(v) ? '[object]' : typeof v === 'bigint' ? `${v}n` : Object.is(v, -0) ? '-0' : String(v));
  for (const name of ['log', 'error', 'warn', 'info', 'debug']) {
    realm.method(console, name, 0, (_callee, _self, ...args) => {
      realm.services.write(name === 'error' || name === 'warn' ? 'err' : 'out', args.map(show).join(' ') + '\n');
      return undefined;
    });
  }
  realm.defineGlobal('console', console);
}
