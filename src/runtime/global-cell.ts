// Global names: the cell of a name, and the property of the global object that lives in it.

import type { Slot } from './function.ts';
import type { Intrinsics } from './intrinsics-map.ts';
import { EMPTY, type Value } from './values.ts';

/** What a global name stands for. */
export type CellKind = 'undeclared' | 'let' | 'const' | 'property';

/**
 * Holds the value of a cell, too. It has a hidden class of its own (by a prototype of its own), so that V8 takes a value that is never replaced
 * for a constant in optimised code, and throws that code away when it is replaced after all. It never holds EMPTY: where the cell has no value any more,
 * reading the box is an error of the host, and so a trap.
 */
export interface ConstantBox {
  v: Value;
}

/** Compiled code writes into a box without looking whether it is closed. */
const closed: PropertyDescriptor = {
  get() {
    throw new TypeError('the global has no value');
  },
  set() {},
};

/**
 * The binding of a global name, one per name and realm: the lexical binding if a script declared one, else the property of
 * the global object. `v` is EMPTY if there is nothing to read directly (undeclared, temporal dead zone, a property that
 * is not a plain writable data property, or one whose value is not made yet); then, and for writes if `writable` is false, the slow path in
 * globals.ts decides.
 */
export class GlobalCell {
  /** Written by `put`, and by generated code, which writes into the box as well if there is one. */
  readonly v: Value = EMPTY;
  /** What compiled code reads instead, of a cell that has kept its value. */
  box: ConstantBox | null = null;
  /** It was assigned to after it had got its value, or compiled code does so: then it never gets a box. */
  varies = false;
  writable = false;
  kind: CellKind = 'undeclared';
  /** Its value is an intrinsic that nobody has asked for yet (intrinsics-map.ts). */
  isPending = false;
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }

  put(value: Value): void {
    (this as { v: Value }).v = value;
    if (this.box === null) return;
    if (value !== EMPTY) {
      this.box.v = value;
      return;
    }
    Object.defineProperty(this.box, 'v', closed);
    this.box = null;
    this.varies = true;
  }

  /** A box that holds what `v` holds from now on, which is not EMPTY. */
  boxed(): ConstantBox {
    return (this.box ??= { __proto__: { __proto__: null }, v: this.v } as unknown as ConstantBox);
  }

  /** Makes it the cell of a plain property with this value. */
  fill(value: Value): void {
    this.put(value);
    this.writable = true;
    this.kind = 'property';
    this.isPending = false;
  }
}

/** The property of the global object that lives in a cell. */
export class GlobalSlot implements Slot {
  private readonly cell: GlobalCell;
  private readonly intrinsics: Intrinsics;
  readonly writable = true;
  sealed: boolean;
  constructor(cell: GlobalCell, intrinsics: Intrinsics, sealed: boolean) {
    this.cell = cell;
    this.intrinsics = intrinsics;
    this.sealed = sealed;
  }

  get(): Value {
    if (this.cell.isPending) this.intrinsics.makeGlobal(this.cell);
    return this.cell.v;
  }

  set(value: Value): void {
    this.cell.put(value);
    this.cell.isPending = false;
  }

  detach(): void {
    const { cell } = this;
    if (cell.kind !== 'property') return;
    cell.put(EMPTY);
    cell.writable = false;
    cell.kind = 'undeclared';
    cell.isPending = false;
  }
}
