// The intrinsics of a realm by name. They are made a family at a time, when one of the family is first asked for.
//
// Takes what installs a family (intrinsics/index.ts). Making a family burns no fuel, calls no guest code and reads nothing that the guest can
// have changed, so the guest cannot tell when it happened, and modes need not agree on it.

import type { GlobalCell } from './global-cell.ts';
import { InternalError } from './errors.ts';
import type { Value } from './values.ts';

export interface FamilyInstaller {
  /** Installs the family that an intrinsic belongs to; false if there is no such intrinsic or its family has been installed. */
  installFor(intrinsic: string): boolean;
  /** The same for the name of a global. */
  installForGlobal(name: string): boolean;
  /** Throws if an intrinsic is made by another family than the one that lists it. */
  check(intrinsic: string): void;
}

export class Intrinsics {
  private readonly made = new Map<string, Value>();
  /** Null while the realm itself makes what is not made later. */
  installer: FamilyInstaller | null = null;

  /** The intrinsic called `name`, or undefined if there is none. */
  get(name: string): Value {
    const value = this.made.get(name);
    if (value !== undefined) return value;
    return this.installer?.installFor(name) === true ? this.made.get(name) : undefined;
  }

  set(name: string, value: Value): void {
    this.installer?.check(name);
    this.made.set(name, value);
  }

  /** Gives a pending cell its value. */
  makeGlobal(cell: GlobalCell): void {
    if (this.installer?.installForGlobal(cell.name) !== true || cell.isPending) throw new InternalError(`nothing makes the global ${cell.name}`);
  }

  /** The intrinsics that have been made. */
  entries(): IterableIterator<[string, Value]> {
    return this.made.entries();
  }
}
