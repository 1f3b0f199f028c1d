// Units of library functions that are made ahead, by the build.
//
// Much of what a short program interprets, and compiles, is the library: what `sort`, `map` and `reduce` are made of. Their code can be made before any
// program runs, from a profile that a workload of the build gives them (process/precompile.ts). A record is what a unit consists of beside the realm: its text, its layout,
// and for each constant of the text a name, by which it is found again in the realm at hand. Such a unit charges, calls and is left as one
// that is made from the same bytecode by the JIT; if it is left too often, that makes the next one.

import type { Template } from '../bytecode/template.ts';
import { nextOf } from '../codegen/lower-iteration.ts';
import { NO_ERROR, type RuntimeSupport } from '../codegen/support.ts';
import { noEntryTypes, Unit, unitName, type UnitLayout } from '../codegen/unit.ts';
import type { SmallConstant } from '../codegen/unit-builder.ts';
import type { VirtualArguments } from '../codegen/virtual-arguments.ts';
import type { VirtualList } from '../codegen/virtual-lists.ts';
import { plainBody } from '../ir/inline.ts';
import { InternalError } from '../runtime/errors.ts';
import { libraryClosure, libraryIndex, libraryName, resolveIntrinsic } from '../runtime/library.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import { complexity, lengths } from '../runtime/objects.ts';
import { proxyMark, proxyState } from '../runtime/proxy.ts';
import { protocolOf, type Collection } from '../runtime/protectors.ts';
import type { Realm } from '../runtime/realm.ts';
import { EMPTY, FAST_ITERATION, isFunction, ITERATION_END, wellKnown, type GuestFunction, type HostCode } from '../runtime/values.ts';
import { precompiledUnits } from './precompiled-units.ts';

/** A unit without its realm, in JSON. Maps and sets are lists of their entries. */
interface UnitRecord {
  /** The function that takes the constants and gives the code, as Unit.source has it without its last line. */
  readonly text: string;
  /** For each parameter of the text but the first (the unit) the name of its value. */
  readonly constants: readonly string[];
  readonly layout: LayoutRecord;
  readonly virtualArguments: readonly VirtualArgumentsRecord[];
  readonly virtualLists: readonly VirtualList[];
}

/** Of the function that is compiled: nothing is inlined. */
interface VirtualArgumentsRecord extends Pick<VirtualArguments, 'pc' | 'scope' | 'isRest'> {
  readonly registers: readonly number[];
  readonly moves: readonly number[];
  readonly uses: readonly number[];
  readonly exits: Entries<readonly number[]>;
}

type Entries<V> = readonly (readonly [key: number, value: V])[];

interface LayoutRecord extends Omit<UnitLayout, 'pruned' | 'exitAliases' | 'exitConstants' | 'unpaid' | 'listCalls' | 'lines'> {
  readonly pruned: readonly number[];
  readonly exitAliases: Entries<readonly (readonly [register: number, name: string])[]>;
  readonly exitConstants: Entries<readonly (readonly [register: number, value: ConstantRecord])[]>;
  readonly unpaid: Entries<number>;
  readonly listCalls: readonly number[];
  readonly lines: readonly number[];
}

/** JSON has neither undefined nor -0, NaN and infinities. */
type ConstantRecord = { readonly number: string } | { readonly value: null | boolean | string } | { readonly undefined: true };

function constantRecord(value: SmallConstant): ConstantRecord {
  if (value === undefined) return { undefined: true };
  return typeof value === 'number' ? { number: Object.is(value, -0) ? '-0' : String(value) } : { value };
}

function constantOf(record: ConstantRecord): SmallConstant {
  return 'number' in record ? Number(record.number) : 'value' in record ? record.value : undefined;
}

/** Calls of a library function in one realm, after which it is run by its precompiled unit: for one that is called less often making the unit takes longer. */
export const LIBRARY_CALLS = 8;

/** What units of all functions may have as constants. */
function wellKnownConstants(realm: Realm): Record<string, unknown> {
  const { prelude, protectors } = realm;
  return {
    realm, proxyState, proxyMark, complexity, lengths, protectors, EMPTY, NO_ERROR, FAST_ITERATION, ITERATION_END,
    cell: realm.cell,
    arrayPrototype: realm.arrayPrototype,
    objectPrototype: realm.objectPrototype,
    elements: prelude.elements,
    getPrototypeOf: prelude.getPrototypeOf,
    viewLength: protectors.viewLength,
  };
}

/** The parts of the protocol of a builtin collection. */
const protocolParts: Readonly<Record<string, (realm: Realm, collection: Collection) => unknown>> = {
  method: (realm, collection) => protocolOf(realm, collection).method,
  next: (realm, collection) => nextOf(realm, collection).next,
  step: (realm, collection) => nextOf(realm, collection).stepper.step,
  pairs: (realm, collection) => nextOf(realm, collection).stepper.pairs,
};
const collections: readonly Collection[] = ['array', 'string', 'map', 'set'];

/** The parts of a link that closures of it are made from. */
const closureParts: Readonly<Record<string, (child: LinkedTemplate) => unknown>> = {
  link: (child) => child, class: (child) => child.guestFunction, construct: (child) => child.construct, prototype: (child) => child.initialProto,
};

/** The function is one that a constant of the link's units can name. */
export function isNamed({ realm, template }: LinkedTemplate, target: GuestFunction): boolean {
  return template.names.some((name) => (realm.intrinsics.get(name) !== undefined || libraryIndex().has(name)) && (resolveIntrinsic(realm, name) as unknown) === target);
}

/** The name of a constant, or undefined if it cannot be found by a name. `sites`: the call sites of links, by the link, since a call site may have a link for itself. */
export function constantName(realm: Realm, support: RuntimeSupport, linked: LinkedTemplate, name: string, value: unknown, sites: ReadonlyMap<unknown, number>): string | undefined {
  if (Object.hasOwn(support, name) && support[name as keyof RuntimeSupport] === value) return `support ${name}`;
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return `json ${JSON.stringify(value)}`;
  for (const [known, symbol] of Object.entries(wellKnown)) if (symbol === value) return `symbol ${known}`;
  for (const [known, candidate] of Object.entries(wellKnownConstants(realm))) if (candidate === value) return `known ${known}`;
  for (const collection of collections) {
    for (const [part, of] of Object.entries(protocolParts)) if (of(realm, collection) === value) return `protocol ${collection} ${part}`;
  }
  for (const intrinsic of linked.template.names) {
    if (realm.intrinsics.get(intrinsic) === undefined && !libraryIndex().has(intrinsic)) continue;
    const f = resolveIntrinsic(realm, intrinsic);
    if (f === value) return `intrinsic ${intrinsic}`;
    if (!isFunction(f)) continue;
    if (f.linked === null && f.code === value) return `code ${intrinsic}`;
    if (f.linked !== null && f.linked === value) return `link ${intrinsic} ${sites.get(value) ?? -1}`;
  }
  for (let i = 0; i < linked.template.children.length; i++) {
    for (const [part, of] of Object.entries(closureParts)) if (of(linked.child(i)) === value) return `child ${i} ${part}`;
  }
  return undefined;
}

/** The record of a unit as JSON. `constants`: the names of its constants, in order. */
export function encodeUnit({ source, layout, virtualArguments, virtualLists }: Unit, constants: readonly string[]): string {
  const record: UnitRecord = {
    text: source.slice(0, source.lastIndexOf('\n//# sourceURL=') + 1),
    constants,
    layout: {
      ...layout,
      pruned: [...layout.pruned],
      exitAliases: [...layout.exitAliases],
      exitConstants: [...layout.exitConstants].map(([pc, list]) => [pc, list.map(([register, value]) => [register, constantRecord(value)])]),
      unpaid: [...layout.unpaid],
      listCalls: [...layout.listCalls],
      lines: [...layout.lines],
    },
    virtualArguments: virtualArguments.map(({ pc, scope, isRest, registers, moves, uses, exits }) => ({
      pc, scope, isRest, registers: [...registers], moves: [...moves], uses: [...uses], exits: [...exits].map(([at, holders]) => [at, holders]),
    })),
    virtualLists,
  };
  return JSON.stringify(record);
}

function decodeLayout(record: LayoutRecord): UnitLayout {
  return {
    ...record,
    pruned: new Set(record.pruned),
    exitAliases: new Map(record.exitAliases),
    exitConstants: new Map(record.exitConstants.map(([pc, list]) => [pc, list.map(([register, value]) => [register, constantOf(value)])])),
    unpaid: new Map(record.unpaid),
    listCalls: new Set(record.listCalls),
    lines: Int32Array.from(record.lines),
  };
}

/** The record of the template's precompiled unit, if the build has made one. */
function recordOf(template: Template, isOwn: boolean): string | null {
  const name = libraryName(template);
  if (name === undefined || !Object.hasOwn(precompiledUnits, name)) return null;
  const { shared, own } = precompiledUnits[name];
  return isOwn && own !== 'shared' ? own : shared;
}

/** The build has made a unit of the template: of the link that call sites share, or of those that are one call site's own. */
export const isPrecompiled = (template: Template, isOwn: boolean): boolean => recordOf(template, isOwn) !== null;

/** Makes the precompiled unit of a library function, if there is one. `customise`: see Customise of codegen/unit-builder.ts. */
export function precompiledUnit(id: number, linked: LinkedTemplate, support: RuntimeSupport, customise: (site: number, target: LinkedTemplate) => LinkedTemplate): Unit | null {
  const record = recordOf(linked.template, linked.isCustomised);
  return record === null ? null : decodeUnit(record, id, linked, support, customise);
}

/** The unit of a record, in the realm of the link. */
export function decodeUnit(record: string, id: number, linked: LinkedTemplate, support: RuntimeSupport, customise: (site: number, target: LinkedTemplate) => LinkedTemplate): Unit {
  const evaluate = linked.realm.host.evaluate as (source: string) => unknown;
  const { text, constants, layout, virtualArguments, virtualLists } = JSON.parse(record) as UnitRecord;
  const body = plainBody(linked);
  const source = `${text}//# sourceURL=${unitName({ id })}\n`;
  const unit = new Unit({
    id, linked, body, osr: -1, layout: decodeLayout(layout), source, entryTypes: noEntryTypes, virtualLists, keepsTraces: false, reliesOnScope: false, isPrecompiled: true,
    virtualArguments: virtualArguments.map(({ registers, moves, uses, exits, ...rest }) => ({ ...rest, site: body.sites[0], registers: new Set(registers), moves: new Set(moves), uses: new Set(uses), exits: new Map(exits) })),
  });
  const make = evaluate(source) as (unit: Unit, ...constants: unknown[]) => HostCode;
  unit.code = make(unit, ...constants.map((name) => constantNamed(name, linked, support, customise)));
  return unit;
}

/** The value of a constant by its name (constantName). */
export function constantNamed(name: string, linked: LinkedTemplate, support: RuntimeSupport, customise: (site: number, target: LinkedTemplate) => LinkedTemplate): unknown {
  const { realm } = linked;
  const space = name.indexOf(' ');
  const rest = name.slice(space + 1);
  switch (name.slice(0, space)) {
    case 'support':
      return support[rest as keyof RuntimeSupport];
    case 'json':
      return JSON.parse(rest) as unknown;
    case 'symbol':
      return wellKnown[rest as keyof typeof wellKnown];
    case 'known':
      return wellKnownConstants(realm)[rest];
    case 'intrinsic':
      return resolveIntrinsic(realm, rest);
    case 'code':
      return (resolveIntrinsic(realm, rest) as unknown as GuestFunction).code;
    case 'link': {
      const [intrinsic, site] = rest.split(' ');
      const target = libraryClosure(realm, intrinsic).linked as LinkedTemplate;
      return Number(site) < 0 ? target : customise(Number(site), target);
    }
    case 'protocol': {
      const [collection, part] = rest.split(' ');
      return protocolParts[part](realm, collection as Collection);
    }
    case 'child': {
      const [index, part] = rest.split(' ');
      const child = linked.child(Number(index));
      child.expectClosures();
      return closureParts[part](child);
    }
    default:
      throw new InternalError(`a precompiled unit has a constant '${name}'`);
  }
}
