// What waits for the job that runs: the asynchronous part of a stack trace.
//
// Takes the reaction that the job was made of; gives the activations of async functions, and the calls of Promise.all and its like, that go on one
// after the other when what it settles is settled, as V8 tells them: as long as each promise has one reaction and is pending. It is
// found in the promises themselves when an error is made; nothing is recorded for it before.

import type { Coroutine } from './coroutine.ts';
import type { LinkedTemplate } from './linked.ts';
import { promiseData, PromiseState, Reaction, Resolving } from './promise.ts';
import type { Realm } from './realm.ts';
import { pageOf, slotName } from './slots.ts';
import type { GuestFunction, GuestObject, Scope, Value } from './values.ts';

/** An activation that awaits, at its Await; or an element of Promise.all and its like. */
export type AsyncSite = { readonly linked: LinkedTemplate; readonly pc: number } | { readonly combinator: string; readonly index: number };

/** At most `limit` of them, the one that goes on first in front. */
export function asyncSites(realm: Realm, limit: number): AsyncSite[] {
  const { current } = realm.jobs;
  const sites: AsyncSite[] = [];
  if (current === null) return sites;
  let promise = current.coroutine === null ? settledBy(current) : promiseOf(current.coroutine);
  while (promise !== null && sites.length < limit) {
    const data = promiseData(promise);
    if (data === undefined || data.state !== PromiseState.pending || !(data.reactions instanceof Reaction)) break;
    const reaction = data.reactions;
    const { coroutine } = reaction;
    if (coroutine !== null) {
      if (coroutine.frame === null) break;
      sites.push({ linked: coroutine.frame.linked, pc: coroutine.frame.pc });
      promise = promiseOf(coroutine);
      continue;
    }
    const element = elementOf(realm, reaction.onFulfilled) ?? elementOf(realm, reaction.onRejected);
    if (element !== null) sites.push({ combinator: element.combinator, index: element.index });
    promise = element === null ? settledBy(reaction) : element.promise;
  }
  return sites;
}

/** The promise that an activation settles. */
function promiseOf({ queue, promise }: Coroutine): GuestObject | null {
  if (queue === null) return promise;
  return queue.length > 0 ? queue[0].promise : null;
}

/** The promise that a reaction without an activation settles: that of a resolve function, or the one that `then` gave. */
function settledBy({ onFulfilled, capability }: Reaction): GuestObject | null {
  if (onFulfilled?.data instanceof Resolving) return onFulfilled.data.promise;
  if (capability === undefined || promiseData(capability) !== undefined) return capability ?? null;
  return capability[0] as GuestObject;
}

/** Which function of the combined promise the functions of its elements call in the end, by the names in selfhosted/promise.js. */
const combinators = [['all', 'resolve'], ['allSettled', 'resolve'], ['any', 'reject']] as const;

/** What a handler is that Promise.all and its like give to `then`, as far as their variables tell; else null. */
function elementOf(realm: Realm, handler: GuestFunction | undefined): { combinator: string; index: number; promise: GuestObject | null } | null {
  const linked = handler?.linked as LinkedTemplate | null | undefined;
  if (handler === undefined || linked == null || !linked.template.selfHosted) return null;
  for (const [name, settling] of combinators) {
    // A function of the library is linked when it is first called: before, there is no closure of what is in it.
    const template = (realm.selfHosted(`PromiseStatic_${name}`).linked as LinkedTemplate | null)?.template;
    if (template === undefined || !template.children.includes(linked.template)) continue;
    const variable = (wanted: string): Value => {
      // Both scopes are of this function: the one of the loop is inside the one of the whole.
      let scope = handler.scope as Scope | undefined;
      for (const { names } of [...template.scopes].reverse()) {
        const slot = names.indexOf(wanted);
        if (slot >= 0 && scope !== undefined) return pageOf(scope, slot)[slotName(slot)];
        scope = scope?.up;
      }
      return undefined;
    };
    const settle = variable(settling) as GuestFunction & GuestObject;
    return { combinator: `Promise.${name}`, index: variable('at') as number, promise: settle.data instanceof Resolving ? settle.data.promise : null };
  }
  return null;
}
