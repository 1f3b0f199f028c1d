// The tier tells one listener; this lets several listen.

import type { Vm } from '../process/vm.ts';
import type { TierEvent } from '../tiering/tier.ts';

/** Adds a listener for what the VM's adaptive tier does; does nothing in a VM that only interprets. */
export function listenToTier(vm: Vm, listener: (event: TierEvent) => void): void {
  const { tier } = vm;
  if (tier === null) return;
  const earlier = tier.listener;
  tier.listener =
    earlier === null
      ? listener
      : (event) => {
          earlier(event);
          listener(event);
        };
}
