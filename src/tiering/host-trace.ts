// The guest's stack as the host's stack tells it.
//
// Takes the frames that the host gives for an error: those of units, whose generated lines map back to pcs, and those of activations of the interpreter, each of which stands
// for its chain of guest frames. Gives places in guest code. Needs a host with V8's structured stacks.

import { placesAt, type Unit } from '../codegen/unit.ts';
import { RUN_ACTIVATION, TRACE_LIMIT, type TraceSite } from '../interpreter/trace.ts';

/** The guest's stack, from the top: `activations` are those of the interpreter with their frames, whose places on the host's stack its sites tell. */
export function findSites(units: readonly Unit[], hostSites: readonly HostSite[], activations: readonly (readonly TraceSite[])[]): TraceSite[] {
  const sites: TraceSite[] = [];
  let next = 0;
  // An OSR unit runs on the top frame of the activation below it on the host stack, whose own pc is not kept up to date.
  let loopPlaces: TraceSite[] = [];
  // The host frame of a unit that is leaving stands for nothing any more: its guest frame is in the activation above it.
  let leaving = false;
  for (const site of hostSites) {
    if (sites.length >= TRACE_LIMIT) break;
    if (site.functionName === RUN_ACTIVATION) {
      if (next === activations.length) break;
      const [top, ...rest] = activations[next++];
      sites.push(...(loopPlaces.length > 0 ? loopPlaces : [top]), ...rest);
      loopPlaces = [];
    } else if (leavesUnit.has(site.functionName)) {
      leaving = true;
    } else if (site.script.startsWith('anneal:unit')) {
      if (leaving) {
        leaving = false;
        continue;
      }
      const unit = units[Number(site.script.slice('anneal:unit'.length))];
      if (unit === undefined) continue;
      const places = placesAt(unit, pcOfLine(unit, site.line - unit.linked.realm.host.linesBefore));
      if (unit.loop !== null) loopPlaces = places;
      else sites.push(...places);
    }
  }
  return sites.slice(0, TRACE_LIMIT);
}

/** Host functions by which a unit goes on as frames of the interpreter. */
const leavesUnit: ReadonlySet<string> = new Set(['annealLeave', 'retyped']);

function pcOfLine(unit: Unit, line: number): number {
  const { lines } = unit.layout;
  let low = 0;
  let high = lines.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[2 * middle] <= line) low = middle;
    else high = middle - 1;
  }
  return lines.length === 0 ? 0 : lines[2 * low + 1];
}

interface HostSite {
  readonly functionName: string;
  readonly script: string;
  readonly line: number;
}

interface HostCallSite {
  getFunctionName(): string | null;
  getScriptNameOrSourceURL(): string | null;
  getLineNumber(): number | null;
}

interface V8ErrorConstructor {
  stackTraceLimit?: number;
  prepareStackTrace?: unknown;
}

// Host frames that are looked at for one guest trace: so many for units that call each other, and so many for each activation of the interpreter, which
// a unit enters through the runtime.
const UNIT_FRAMES = 60;
const ACTIVATION_FRAMES = 12;

/** The host gives structured stacks. */
export const hasHostStack = (): boolean => (Error as V8ErrorConstructor).stackTraceLimit !== undefined;

/** Captures the host's stack, on which so many activations of the interpreter stand; the function given looks at it, which takes longer. */
export function captureHostStack(activations: number): () => HostSite[] {
  const V8Error = Error as V8ErrorConstructor;
  const { stackTraceLimit } = V8Error;
  V8Error.stackTraceLimit = UNIT_FRAMES + ACTIVATION_FRAMES * activations;
  const holder = new Error();
  V8Error.stackTraceLimit = stackTraceLimit;
  return () => {
    let found: HostSite[] = [];
    const { prepareStackTrace } = V8Error;
    V8Error.prepareStackTrace = (_error: unknown, sites: HostCallSite[]) => {
      found = sites.map((site) => ({ functionName: site.getFunctionName() ?? '', script: site.getScriptNameOrSourceURL() ?? '', line: site.getLineNumber() ?? 0 }));
      return '';
    };
    try {
      void holder.stack;
    } finally {
      V8Error.prepareStackTrace = prepareStackTrace;
    }
    return found;
  };
}
