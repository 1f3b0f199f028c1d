// The global environment (ECMA-262 9.1.1.4): slow paths of global cells, and GlobalDeclarationInstantiation.
//
// A cell answers reads and writes by itself while its binding is a plain one (realm.ts, GlobalCell). Here is the rest:
// undeclared names, the temporal dead zone, constants, and properties of the global object that are accessors, read-only,
// or were made by plain assignment to the global object and have no cell yet.

import type { Template, Constant } from '../bytecode/template.ts';
import { throwReferenceError, throwSyntaxError, throwTypeError } from './errors.ts';
import { mangle } from './keys.ts';
import { defineOwnProperty, getOwnProperty, getProperty, hasProperty, isExtensible, setProperty, deleteProperty } from './objects.ts';
import type { GlobalCell } from './global-cell.ts';
import type { Realm } from './realm.ts';
import { EMPTY, type Value } from './values.ts';

/** Gives the cell the property of the global object if that is a plain one without a cell. */
function adopt(realm: Realm, cell: GlobalCell): boolean {
  const d = getOwnProperty(realm, realm.global, mangle(cell.name));
  if (d === undefined || !('value' in d) || d.writable !== true || d.configurable !== true) return false;
  realm.defineGlobal(cell.name, d.value, { enumerable: d.enumerable === true, configurable: true });
  return true;
}

/**
 * GetBindingValue of a global name, or a name of a module, whose cell is EMPTY. `orUndefined`: an unresolvable name is undefined
 * (typeof). `name` is what the code says: an import's cell has the name that its exporter gave it.
 */
export function getGlobalSlow(realm: Realm, cell: GlobalCell, orUndefined: boolean, name: string): Value {
  if (cell.isPending) realm.intrinsics.makeGlobal(cell);
  if (cell.v !== EMPTY) return cell.v;
  if (cell.kind === 'let' || cell.kind === 'const') throwReferenceError(realm, `Cannot access '${name}' before initialization`);
  if (adopt(realm, cell)) return cell.v;
  const key = mangle(cell.name);
  if (hasProperty(realm.global, key)) return getProperty(realm, realm.global, key);
  if (orUndefined) return undefined;
  return throwReferenceError(realm, `${cell.name} is not defined`);
}

/** HasBinding of a global name. */
export function hasGlobal(realm: Realm, cell: GlobalCell): boolean {
  return cell.v !== EMPTY || isLexical(cell) || hasProperty(realm.global, mangle(cell.name));
}

/** SetMutableBinding of a global name whose cell cannot be written directly. */
export function setGlobalSlow(realm: Realm, cell: GlobalCell, value: Value, strict: boolean): void {
  if (cell.kind === 'let' || cell.kind === 'const') {
    if (cell.v === EMPTY) throwReferenceError(realm, `Cannot access '${cell.name}' before initialization`);
    if (cell.kind === 'const') throwTypeError(realm, 'Assignment to constant variable.');
    cell.put(value);
    return;
  }
  if (cell.kind === 'property' && cell.writable) {
    cell.fill(value);
    return;
  }
  const key = mangle(cell.name);
  if (!hasProperty(realm.global, key)) {
    if (strict) throwReferenceError(realm, `${cell.name} is not defined`);
    if (isExtensible(realm.global)) realm.defineGlobal(cell.name, value, { enumerable: true, configurable: true });
    return;
  }
  if (adopt(realm, cell)) {
    cell.put(value);
    return;
  }
  if (!setProperty(realm, realm.global, key, value) && strict) {
    throwTypeError(realm, `Cannot assign to read only property '${cell.name}' of object '#<Object>'`);
  }
}

export function initGlobal(cell: GlobalCell, value: Value): void {
  cell.put(value);
}

/** DeleteBinding of a global name in sloppy code. */
export function deleteGlobal(realm: Realm, cell: GlobalCell): boolean {
  if (cell.kind === 'let' || cell.kind === 'const') return false;
  return deleteProperty(realm.global, mangle(cell.name));
}

function isLexical(cell: GlobalCell): boolean {
  return cell.kind === 'let' || cell.kind === 'const';
}

export type GlobalDeclarations = Extract<Constant, { type: 'globals' }>;

/** GlobalDeclarationInstantiation (ECMA-262 16.1.7), up to the creation of function objects. */
export function declareGlobals(realm: Realm, declarations: GlobalDeclarations, template: Template): void {
  // What eval code declares can be deleted.
  const configurable = template.kind === 'eval';
  const { lets, consts, vars, functions, annexB } = declarations;
  const own = (name: string) => getOwnProperty(realm, realm.global, mangle(name));
  for (const name of [...lets, ...consts]) {
    const d = own(name);
    if (isLexical(realm.cellOf(name)) || declaredVars(realm).has(name) || (d !== undefined && d.configurable !== true)) {
      throwSyntaxError(realm, `Identifier '${name}' has already been declared`);
    }
  }
  for (const name of [...functions, ...vars]) {
    if (isLexical(realm.cellOf(name))) throwSyntaxError(realm, `Identifier '${name}' has already been declared`);
  }
  for (const name of functions) {
    // CanDeclareGlobalFunction
    const d = own(name);
    const can = d === undefined ? isExtensible(realm.global) : d.configurable === true || (d.writable === true && d.enumerable === true);
    if (!can) throwTypeError(realm, `Cannot redefine global function '${name}'`);
  }
  for (const name of vars) if (own(name) === undefined && !isExtensible(realm.global)) throwTypeError(realm, `Cannot declare global variable '${name}'`);
  for (const name of annexB) if (!isLexical(realm.cellOf(name)) && !lets.includes(name) && !consts.includes(name)) declareVar(realm, name, configurable);
  for (const name of vars) declareVar(realm, name, configurable);
  if (!configurable) for (const name of functions) declaredVars(realm).add(name);
  for (const [names, kind] of [[lets, 'let'], [consts, 'const']] as const) {
    for (const name of names) {
      const cell = realm.cellOf(name);
      const d = own(name);
      if (d !== undefined && cell.kind === 'property') {
        // The lexical binding shadows a configurable property, which goes on as an ordinary one.
        defineOwnProperty(realm, realm.global, mangle(name), { configurable: true, writable: false });
        defineOwnProperty(realm, realm.global, mangle(name), d);
      }
      cell.kind = kind;
      cell.put(EMPTY);
      cell.writable = kind === 'let';
    }
  }
}

const varNames = new WeakMap<Realm, Set<string>>();

function declaredVars(realm: Realm): Set<string> {
  let names = varNames.get(realm);
  if (names === undefined) varNames.set(realm, (names = new Set()));
  return names;
}

/** CreateGlobalVarBinding */
function declareVar(realm: Realm, name: string, configurable: boolean): void {
  if (!configurable) declaredVars(realm).add(name);
  if (getOwnProperty(realm, realm.global, mangle(name)) === undefined) {
    realm.defineGlobal(name, undefined, { enumerable: true, configurable });
  }
}

/** CreateGlobalFunctionBinding */
export function defineGlobalFunction(realm: Realm, name: string, f: Value, configurable: boolean): void {
  const d = getOwnProperty(realm, realm.global, mangle(name));
  const cell = realm.cellOf(name);
  if (d === undefined) {
    realm.defineGlobal(name, f, { enumerable: true, configurable });
  } else if (d.configurable === true) {
    realm.defineGlobal(name, f, { enumerable: true, configurable });
  } else if (cell.kind === 'property' && cell.writable) {
    cell.fill(f);
  } else {
    setProperty(realm, realm.global, mangle(name), f);
  }
}
