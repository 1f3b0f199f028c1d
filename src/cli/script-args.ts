// The arguments after the program's name, for the guest.
//
// They are the elements of the global array `scriptArgs`, as in QuickJS but without the program's name in front. A global
// called `arguments` would be taken for a function's own, and `process.argv` would promise Node.

import type { Vm } from '../process/vm.ts';

export function defineScriptArgs(vm: Vm, args: readonly string[]): void {
  const { realm } = vm.machine;
  realm.defineGlobal('scriptArgs', realm.prelude.makeArrayFrom([...args]));
}
