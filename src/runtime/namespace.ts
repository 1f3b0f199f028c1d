// Module namespace exotic objects (ECMA-262 10.4.6).
//
// A namespace is a host object without prototype, not extensible, whose exports are host accessors that read the cells of their
// bindings: bare reads of generated code work as they are, and a binding in its dead zone throws like any getter of the guest.
// There is no setter, so every write fails. The guest sees writable data properties.
//
// Takes exported names with their cells; a cell may belong to another module.

import type { Descriptor } from './objects.ts';
import { guestKey } from './own-keys.ts';
import { throwReferenceError } from './errors.ts';
import type { Slot, Thunk } from './function.ts';
import { mangle } from './keys.ts';
import type { GlobalCell } from './global-cell.ts';
import type { Realm } from './realm.ts';
import { EMPTY, InternalData, wellKnown, type ExoticMethods, type GuestObject, type HostKey, type Value } from './values.ts';

export class NamespaceData extends InternalData implements ExoticMethods {
  private readonly realm: Realm;
  /** Cells by exported name, in the order of the names. */
  readonly cells: ReadonlyMap<string, GlobalCell>;
  private readonly hostKeys: readonly (string | symbol)[];

  constructor(realm: Realm, owner: GuestObject, cells: ReadonlyMap<string, GlobalCell>) {
    super(owner);
    this.realm = realm;
    this.cells = cells;
    this.hostKeys = [...[...cells.keys()].map(mangle), wellKnown.toStringTag];
  }

  override get exotic(): ExoticMethods {
    return this;
  }

  /** The binding of an export. */
  cellOf(key: HostKey): GlobalCell | undefined {
    if (typeof key === 'symbol') return undefined;
    return this.cells.get(guestKey(String(key)) as string);
  }

  /** The binding of an export is in its dead zone: its property cannot be read. */
  isUninitialized(key: HostKey): boolean {
    return this.cellOf(key)?.v === EMPTY;
  }

  /** 10.4.6.11 [[OwnPropertyKeys]]: the names sorted by their code units, then the symbols. */
  keys(): (string | symbol)[] {
    return [...this.hostKeys];
  }

  check(key: HostKey): void {
    const cell = this.cellOf(key);
    if (cell !== undefined) readBinding(this.realm, cell, guestKey(String(key)) as string);
  }

  /** 10.4.6.6 [[DefineOwnProperty]]: true only where nothing would change. */
  define(key: HostKey, desc: Descriptor): boolean {
    if (typeof key === 'symbol') return key === wellKnown.toStringTag ? changesNothing(desc, 'Module', false) : false;
    const cell = this.cellOf(key);
    return cell !== undefined && changesNothing(desc, readBinding(this.realm, cell, guestKey(String(key)) as string), true);
  }
}

/** `isExport`: writable and enumerable; else neither. Never configurable. */
function changesNothing(desc: Descriptor, value: Value, isExport: boolean): boolean {
  if (desc.configurable === true || 'get' in desc || 'set' in desc) return false;
  if ((desc.enumerable ?? isExport) !== isExport || (desc.writable ?? isExport) !== isExport) return false;
  return !('value' in desc) || Object.is(desc.value, value);
}

function readBinding(realm: Realm, cell: GlobalCell, name: string): Value {
  if (cell.v === EMPTY) throwReferenceError(realm, `Cannot access '${name}' before initialization`);
  return cell.v;
}

/** Evaluated in the host realm from its own text, so that V8 inlines the getters into what reads them; it uses nothing from outside. */
const getterMaker = (empty: unknown) => (cell: { readonly v: unknown }, fail: () => unknown) =>
  function () {
    const { v } = cell;
    return v === empty ? fail() : v;
  };

const makers = new WeakMap<Realm, ReturnType<typeof getterMaker>>();

function getterMakerOf(realm: Realm): ReturnType<typeof getterMaker> {
  let make = makers.get(realm);
  if (make === undefined) {
    const { evaluate } = realm.host;
    make = (evaluate === null ? getterMaker : (evaluate(`(${getterMaker.toString()})`) as typeof getterMaker))(EMPTY);
    makers.set(realm, make);
  }
  return make;
}

/** 10.4.6.12 ModuleNamespaceCreate. `names` are given in any order. */
export function namespaceCreate(realm: Realm, cellsByName: ReadonlyMap<string, GlobalCell>): GuestObject {
  const namespace = realm.prelude.makeObjectWith(null);
  const names = [...cellsByName.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  new NamespaceData(realm, namespace, new Map(names.map((name) => [name, cellsByName.get(name) as GlobalCell])));
  const make = getterMakerOf(realm);
  for (const name of names) {
    const cell = cellsByName.get(name) as GlobalCell;
    const fail = (): Value => readBinding(realm, cell, name);
    const get = make(cell, fail) as Thunk;
    const slot: Slot = { get: fail, set: () => undefined, writable: true, detach: () => undefined };
    get.slot = slot;
    Object.defineProperty(namespace, mangle(name), { get: get as () => Value, set: undefined, enumerable: true, configurable: false });
  }
  Object.defineProperty(namespace, wellKnown.toStringTag, { value: 'Module', writable: false, enumerable: false, configurable: false });
  Reflect.preventExtensions(namespace);
  return namespace;
}
