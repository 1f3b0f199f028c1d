/**
 * What the generator knows while it writes a program: the choices still to come, the names in scope, and an
 * account of how much work the program will do. Termination is by construction and rests on three rules:
 *
 *  - Loops count. No statement writes to a loop's counter, and a loop without a plain count asks `tick()`.
 *  - Calls go down. A body calls only what was made before it (routines in order), by level: conversions, getters
 *    and iterators call nothing; constructors call leaf routines; a method `m3` calls `m0`..`m2`, constructors and
 *    leaf routines; other routines may call all of these. Recursion carries a depth in its first parameter, and
 *    what is not known at all is called through `invoke`, which counts.
 *  - Values stay small. What is stored in a variable is a Number or goes through `cap`, what is stored in a
 *    container is a fresh literal or goes through `prim`, and keys that could be large are masked.
 */
import { Random } from './random.ts';

/** What a value most likely is. Programs break these expectations on purpose, now and then: see `Gen.noise`. */
export type Kind = 'num' | 'str' | 'bool' | 'big' | 'obj' | 'arr' | 'inst' | 'map' | 'set' | 'any';

export interface Variable {
  readonly name: string;
  readonly kind: Kind;
  readonly mutable: boolean;
}

/** Who may be called from where; a body of one level calls only lower ones, or earlier ones of its own at `free`. */
export const LEVEL = { leaf: 0, constructor: 1, method: 2, free: 3 } as const;
export type Level = (typeof LEVEL)[keyof typeof LEVEL];

export interface Routine {
  readonly name: string;
  readonly params: readonly Kind[];
  readonly result: Kind;
  /** Estimated work of one call, in characters of source read / 4. */
  readonly cost: number;
  readonly level: Level;
  /** The first parameter is a depth: callers pass a small literal there. */
  readonly recursive: boolean;
  readonly order: number;
  /** Whether the program may give the name another function. */
  readonly replaceable: boolean;
}

export interface ClassShape {
  readonly name: string;
  readonly params: readonly Kind[];
  readonly cost: number;
  readonly methods: readonly number[];
  readonly statics: readonly string[];
  readonly accessors: readonly string[];
  /** Has a static method `has(o)` that asks for its private name. */
  readonly branded: boolean;
  readonly base: string | null;
}

export class Scope {
  readonly parent: Scope | null;
  readonly variables: Variable[] = [];
  readonly routines: Routine[] = [];
  readonly classes: ClassShape[] = [];

  constructor(parent: Scope | null) {
    this.parent = parent;
  }

  /** The variables in sight, inner ones hiding outer ones of the same name. */
  visible(): Variable[] {
    const seen = new Set<string>();
    const result: Variable[] = [];
    for (let scope: Scope | null = this; scope !== null; scope = scope.parent) {
      for (const variable of scope.variables) {
        if (seen.has(variable.name)) continue;
        seen.add(variable.name);
        result.push(variable);
      }
    }
    return result;
  }

  allRoutines(): Routine[] {
    return this.parent === null ? this.routines : [...this.routines, ...this.parent.allRoutines()];
  }

  allClasses(): ClassShape[] {
    return this.parent === null ? this.classes : [...this.classes, ...this.parent.allClasses()];
  }
}

/** The account of one function: what one call of it may cost beyond its own text. */
export interface Frame {
  spent: number;
  readonly limit: number;
}

/** A statement that `break` or `continue` may name. */
export interface Target {
  readonly label: string | null;
  readonly kind: 'loop' | 'switch' | 'block';
}

/** Where a piece of program stands. Immutable; `inside` makes a changed copy. */
export interface Place {
  readonly scope: Scope;
  readonly strict: boolean;
  /** How often this piece runs for one entry of the function around it. */
  readonly times: number;
  /** How many more levels of statements may be nested here. */
  readonly room: number;
  readonly frame: Frame;
  readonly level: Level;
  /** `m0` .. `m(methods - 1)` may be called. */
  readonly methods: number;
  /** Routines of a smaller order may be called. */
  readonly order: number;
  readonly targets: readonly Target[];
  readonly returns: boolean;
  /** `this` is an object of the program's own. */
  readonly self: boolean;
  readonly args: boolean;
  /** Runs often (a hot loop, a function's body): fold values into the checksum, do not print them. */
  readonly quiet: boolean;
  readonly privates: readonly string[];
  readonly superMethod: number | null;
}

export interface Settings {
  /** Work that hot loops may do in all, in the unit of `Routine.cost`. */
  readonly work: number;
  /** Number of statement groups. */
  readonly groups: number;
}

export class Gen {
  readonly random: Random;
  readonly settings: Settings;
  /** Chance that an operand is of no particular kind. Differs from group to group. */
  noise = 0.1;
  /** Work left for hot loops. */
  work: number;
  order = 0;
  #names = 0;

  constructor(seed: number, settings: Settings) {
    this.random = new Random(seed);
    this.settings = settings;
    this.work = settings.work;
  }

  fresh(prefix: string): string {
    return prefix + ++this.#names;
  }

  chance(probability: number): boolean {
    return this.random.chance(probability);
  }

  pick<T>(items: readonly T[]): T {
    return this.random.pick(items);
  }

  between(low: number, high: number): number {
    return this.random.between(low, high);
  }

  weighted<T>(rows: readonly (readonly [number, T])[]): T {
    return this.random.weighted(rows);
  }

  /** How often a hot loop whose body costs `cost` may run; the work is taken from the account. */
  iterations(cost: number): number {
    const most = Math.max(200, Math.min(20000, Math.floor((this.work * 0.6) / cost)));
    const count = most <= 400 ? most : this.random.spread(Math.min(1000, most), most);
    this.work -= count * cost;
    return count;
  }
}

export function inside(at: Place, change: Partial<Place>): Place {
  return { ...at, ...change };
}

/** A block of its own inside `at`. */
export function nested(at: Place, change: Partial<Place> = {}): Place {
  return { ...at, scope: new Scope(at.scope), room: at.room - 1, ...change };
}

/** The body of a function written at `at`. */
export function functionBody(g: Gen, at: Place, change: Partial<Place> = {}): Place {
  return {
    ...at,
    scope: new Scope(at.scope),
    times: 1,
    room: Math.min(at.room - 1, 2),
    frame: { spent: 0, limit: 120 },
    order: g.order,
    targets: [],
    returns: true,
    self: false,
    args: true,
    quiet: true,
    superMethod: null,
    ...change,
  };
}

/** The work of one run of a text: its length, and what it calls. */
export function cost(text: string, frame?: Frame): number {
  return text.length / 4 + (frame?.spent ?? 0);
}

/** Takes `amount` from the account of the function around `at` if it can be afforded. */
export function afford(at: Place, amount: number): boolean {
  const total = amount * at.times;
  if (at.frame.spent + total > at.frame.limit) return false;
  at.frame.spent += total;
  return true;
}
