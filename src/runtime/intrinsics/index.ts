// Installs the builtins of a realm.
//
// Takes a realm fresh from its constructor; afterwards its global object and its intrinsics are as the specification has them, for whoever looks: most of
// them are made when they are first asked for, a family (families.ts) at a time. Nothing has been compiled.

import { InternalError } from '../errors.ts';
import type { FamilyInstaller } from '../intrinsics-map.ts';
import { installLibrary } from '../library.ts';
import { defineOwnProperty, noteUnspreadable } from '../objects.ts';
import { installProtectors } from '../protectors.ts';
import type { Realm } from '../realm.ts';
import { families } from './families.ts';

const words = (text: string | undefined): string[] => (text === undefined ? [] : text.trim().split(/\s+/));

/** Globals that are there only if the host has its own. */
const ofHost: ReadonlySet<string> = new Set(['SharedArrayBuffer', 'TextDecoder', 'TextEncoder', 'atob', 'btoa']);

interface Index {
  /** Names of families by those of their intrinsics and globals. */
  readonly ofIntrinsic: ReadonlyMap<string, string>;
  readonly ofGlobal: ReadonlyMap<string, string>;
}
let index: Index | undefined;

function familyIndex(): Index {
  if (index === undefined) {
    const ofIntrinsic = new Map<string, string>();
    const ofGlobal = new Map<string, string>();
    for (const name of Object.keys(families)) {
      const { globals, enumerableGlobals, intrinsics } = families[name];
      for (const intrinsic of words(intrinsics)) ofIntrinsic.set(intrinsic, name);
      for (const list of [globals, enumerableGlobals]) for (const global of words(list)) ofGlobal.set(global, name);
    }
    index = { ofIntrinsic, ofGlobal };
  }
  return index;
}

class Families implements FamilyInstaller {
  private readonly realm: Realm;
  private readonly installed = new Set<string>();
  /** The family that is being installed. */
  private current = '';

  constructor(realm: Realm) {
    this.realm = realm;
  }

  /** Installs a family; false if that has happened before. */
  install(name: string): boolean {
    if (this.installed.has(name)) return false;
    this.installed.add(name);
    const family = families[name];
    const outer = this.current;
    this.current = name;
    for (const install of family.install) install(this.realm);
    this.current = outer;
    return true;
  }

  installFor(intrinsic: string): boolean {
    const name = familyIndex().ofIntrinsic.get(intrinsic);
    return name !== undefined && this.install(name);
  }

  installForGlobal(global: string): boolean {
    const name = familyIndex().ofGlobal.get(global);
    return name !== undefined && this.install(name);
  }

  check(intrinsic: string): void {
    if (familyIndex().ofIntrinsic.get(intrinsic) === this.current) return;
    throw new InternalError(`the family '${this.current}' makes the intrinsic ${intrinsic}, which intrinsics/families.ts does not list there`);
  }
}

function declare(realm: Realm, names: readonly string[], enumerable: boolean): void {
  for (const name of names) if (!ofHost.has(name) || name in globalThis) realm.declareGlobal(name, enumerable);
}

/** Declares the builtins, and installs those that are there from the start. */
export function installIntrinsics(realm: Realm): void {
  // Globals are accessors for the host.
  noteUnspreadable(realm.global);
  // Where there is no emptied realm it is no array of the host, and would be copied like an ordinary object, for other fuel.
  noteUnspreadable(realm.arrayPrototype as typeof realm.global);
  installLibrary(realm);
  realm.defineAccessor = (target, key, get, set) => {
    defineOwnProperty(realm, target, key, { get, set, enumerable: false, configurable: true });
  };
  const installer = new Families(realm);
  realm.intrinsics.installer = installer;
  for (const name of Object.keys(families)) {
    const { globals, enumerableGlobals, isEager } = families[name];
    declare(realm, words(globals), false);
    declare(realm, words(enumerableGlobals), true);
    if (isEager === true) installer.install(name);
  }
  installProtectors(realm);
}

/** Installs what has not been asked for yet. */
export function installAllIntrinsics(realm: Realm): void {
  for (const name of Object.keys(families)) (realm.intrinsics.installer as Families).install(name);
}
