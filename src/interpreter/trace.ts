// Stack traces of the guest: sites, which are captured when an error is made, and their positions and names, which are looked up when somebody asks.

import { Op } from '../bytecode/opcodes.ts';
import { positionAt } from '../bytecode/template.ts';
import type { AsyncSite } from '../runtime/async-trace.ts';
import type { Trace, TraceFrame } from '../runtime/errors.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import type { Activation, Frame } from './frame.ts';

/** Frames kept in a trace. */
export const TRACE_LIMIT = 10;

/** A frame of a captured trace before its position is looked up. */
export interface TraceSite {
  readonly linked: LinkedTemplate;
  readonly pc: number;
}

/**
 * What units that keep their own traces note of themselves, by guest depth. `units`: 0 where nothing is noted, the id of the unit and 1, or, negative,
 * how many activations lower the unit is that has inlined this one. `pcs`: where in its body the unit is.
 */
export interface TraceSlots {
  readonly units: Int32Array;
  readonly pcs: Int32Array;
}

/** Depths beyond are not noted. */
const MAX_SLOTS = 1 << 20;

export function makeTraceSlots(maxDepth: number): TraceSlots {
  const count = Math.min(maxDepth, MAX_SLOTS) + 1;
  return { units: new Int32Array(count), pcs: new Int32Array(count) };
}

/** Name of the host function that stands for an activation in a host stack trace. */
export const RUN_ACTIVATION = 'runActivation';

/** Adds the frames of one activation, from its top one, up to the limit. */
export function addSites(top: Frame, sites: TraceSite[]): void {
  for (let f: Frame | null = top; f !== null && sites.length < TRACE_LIMIT; f = f.parent) sites.push({ linked: f.linked, pc: f.pc });
}

/** The frames of activations, from the top one, up to the limit. */
export function sitesOf(activation: Activation | null): TraceSite[] {
  const sites: TraceSite[] = [];
  for (let act = activation; act !== null && sites.length < TRACE_LIMIT; act = act.outer) addSites(act.frame, sites);
  return sites;
}

const constructing = new Set<number>([Op.New, Op.NewSpread, Op.SuperCall, Op.SuperCallSpread]);

/** Functions of the library without a name are the VM's own doing (selfhosted/module.js). */
function isShown({ linked: { template } }: TraceSite): boolean {
  return !template.selfHosted || template.name !== '';
}

/** A trace whose sites are found when it is first asked for; `waiting` is what goes on after the frames of the stack. */
export function traceOf(findSites: () => readonly TraceSite[], waiting: readonly AsyncSite[]): Trace {
  let frames: TraceFrame[] | undefined;
  return { frames: () => (frames ??= [...findSites().filter(isShown).map(frameOf), ...waiting.map(asyncFrameOf)].slice(0, TRACE_LIMIT)) };
}

function frameOf(site: TraceSite, i: number, sites: readonly TraceSite[]): TraceFrame {
  const { template } = site.linked;
  const caller = sites[i + 1] as TraceSite | undefined;
  // The caller's instruction says whether the frame constructs, in every mode alike.
  const isConstruct = template.kind === 'class' || template.kind === 'derived' || (caller !== undefined && constructing.has(caller.linked.code[caller.pc]));
  return placed(site, isConstruct ? `new ${template.name || '<anonymous>'}` : template.name, false);
}

function asyncFrameOf(site: AsyncSite): TraceFrame {
  if ('combinator' in site) return { name: site.combinator, isAsync: true, file: `index ${site.index}`, line: 0, column: 0 };
  return placed(site, site.linked.template.name, true);
}

function placed({ linked: { template }, pc }: TraceSite, name: string, isAsync: boolean): TraceFrame {
  if (template.selfHosted) return { name, isAsync, file: '<anonymous>', line: 0, column: 0 };
  const { line, column } = positionAt(template, pc);
  return { name, isAsync, file: template.source.name, line, column: column + 1 };
}
