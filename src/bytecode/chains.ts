// Static scope chains: what the verifier knows about the scopes at a place of a program.
//
// Every scope object is made from a shape and a parent, both known when the code is read, so the shapes of all scopes
// around a place are known too. Shapes and chains are interned: equal ones are one object, and comparing them is `===`.

import { Kind, OBJECT, VALUE, VALUE_OR_EMPTY } from './kinds.ts';
import type { ScopeShape } from './template.ts';

/** What the slots of a shape hold. */
export interface Slots {
  readonly id: number;
  readonly names: readonly string[];
  /** Per slot the kinds that it may be given. */
  readonly accepts: Int32Array;
  /** Per slot the kinds that a reader may find. */
  readonly holds: Int32Array;
  /** Slots that have to be set in a fresh scope before anyone else gets to see it: what they start with is not of their kind. */
  readonly pending: readonly number[];
}

export interface Chain {
  readonly id: number;
  readonly slots: Slots;
  readonly up: Chain | null;
  readonly depth: number;
}

export class Chains {
  private readonly chains = new Map<string, Chain>();
  private readonly shapes = new Map<string, Slots>();
  private readonly nameIds = new Map<string, number>();

  slots(shape: ScopeShape): Slots {
    // By number: many slots may share one long name, and a key made of names would be as long as all of them together.
    const key = shape.names.map((name, i) => this.nameId(name) * 2 + Number(shape.lexical[i])).join();
    let slots = this.shapes.get(key);
    if (slots === undefined) {
      slots = describe(shape, this.shapes.size);
      this.shapes.set(key, slots);
    }
    return slots;
  }

  extend(slots: Slots, up: Chain | null): Chain {
    const key = `${slots.id} ${up === null ? '' : up.id}`;
    let chain = this.chains.get(key);
    if (chain === undefined) {
      chain = { id: this.chains.size, slots, up, depth: up === null ? 1 : up.depth + 1 };
      this.chains.set(key, chain);
    }
    return chain;
  }

  private nameId(name: string): number {
    let id = this.nameIds.get(name);
    if (id === undefined) this.nameIds.set(name, (id = this.nameIds.size));
    return id;
  }
}

function describe(shape: ScopeShape, id: number): Slots {
  const { names, lexical } = shape;
  const thisSlot = names.indexOf('this');
  const derived = thisSlot >= 0 && lexical[thisSlot];
  const accepts = Int32Array.from(names, (name, i) => acceptedKinds(name, lexical[i], derived));
  const initial = (i: number): number => (lexical[i] ? Kind.empty : Kind.undefined);
  const pending: number[] = [];
  const holds = accepts.map((kinds, i) => {
    // A computed key is read only by code that runs after it is known; a file that does otherwise finds undefined there.
    if ((kinds & initial(i)) !== 0 || names[i].startsWith('%key')) return kinds | initial(i);
    pending.push(i);
    return kinds;
  });
  return { id, names, accepts, holds, pending };
}

/**
 * Names that no guest can write are typed: a private name is stored under `#name`; `%home`, `%callee` and, in a derived
 * constructor, `this` and `new.target` serve `super` in arrow functions, where `this` is lexical since it is empty until
 * super() has returned; `%key0`, ... are the computed keys of class fields.
 */
function acceptedKinds(name: string, lexical: boolean, derived: boolean): number {
  if (name.startsWith('#')) return Kind.privateName;
  if (name === '%home') return OBJECT;
  if (name === '%callee') return Kind.function;
  if (name.startsWith('%key')) return Kind.key;
  if (name === 'this' && lexical) return OBJECT | Kind.empty;
  if (name === 'new.target' && derived) return Kind.constructor;
  return lexical ? VALUE_OR_EMPTY : VALUE;
}
