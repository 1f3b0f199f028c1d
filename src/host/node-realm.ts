// Host adapter: an emptied realm from node:vm.

import vm from 'node:vm';
import { emptiedRealm, type HostRealmProvider } from '../runtime/host-realm.ts';
import { monotonic } from './clock.ts';

export const nodeRealm: HostRealmProvider = () => {
  const context = vm.createContext(Object.create(null) as object);
  return emptiedRealm((source) => vm.runInContext(`"use strict"; (${source}\n)`, context), 0, monotonic);
};
