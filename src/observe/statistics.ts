// What a run cost and where it was spent: the numbers behind --stats.
//
// The share of fuel retired in compiled code is found without counting anything in compiled code: the interpreter counts
// how often it enters each block (for the profile), a block's cost is known, so what the interpreter burnt is a sum over the
// counters at the end, and the rest of the fuel was burnt in compiled code. Charges of builtins for the size of their work are
// in neither and fall to the rest; so does nothing else.

import { instructionLength, Op } from '../bytecode/opcodes.ts';
import type { DeoptReason } from '../deopt/reasons.ts';
import type { Vm } from '../process/vm.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import { isFunction, type Value } from '../runtime/values.ts';
import type { Unit } from '../codegen/unit.ts';
import { counted, grouped, milliseconds } from './places.ts';
import { listenToTier } from './tier-events.ts';

/** A run in numbers, as `--stats` prints it and `anneal bench` reads it. */
export interface RunStatistics {
  readonly fuel: number;
  /** Fuel that the interpreter's blocks were charged. */
  readonly interpretedFuel: number;
  /** 1 - interpretedFuel / fuel, within 0 and 1. */
  readonly compiledShare: number;
  readonly functions: number;
  readonly loops: number;
  readonly refused: number;
  readonly retired: number;
  readonly compileMilliseconds: number;
  /** Characters of JavaScript that were generated. */
  readonly generated: number;
  readonly deopts: Readonly<Partial<Record<DeoptReason, number>>>;
}

/** Collects statistics of a VM; must be made before the VM runs anything. */
export class StatisticsCollector {
  private readonly vm: Vm;
  private readonly linked = new Set<LinkedTemplate>();
  /** Invocation counts when a function's unit was made: the tier overwrites the counter when it retires the unit. */
  private readonly countsAtCompilation = new Map<Unit, number>();
  private forgotten = 0;
  private retired = 0;

  constructor(vm: Vm) {
    this.vm = vm;
    const { realm } = vm.machine;
    // Constructors of the library are linked when their family of intrinsics is installed.
    for (const [, value] of realm.intrinsics.entries()) {
      if (isFunction(value as Value)) this.add((value as { linked?: LinkedTemplate | null }).linked ?? null);
    }
    const earlier = realm.onLink;
    realm.onLink = (linked) => {
      earlier?.(linked);
      this.linked.add(linked);
    };
    listenToTier(vm, (event) => {
      if (event.type === 'compile' && event.unit.osr < 0) this.countsAtCompilation.set(event.unit, event.unit.linked.code[2]);
      if (event.type !== 'retire') return;
      this.retired++;
      const { code } = event.unit.linked;
      const before = this.countsAtCompilation.get(event.unit);
      if (before !== undefined) this.forgotten += (before - code[2]) * code[1];
    });
  }

  private add(linked: LinkedTemplate | null): void {
    if (linked !== null) this.linked.add(linked);
  }

  collect(): RunStatistics {
    const { vm } = this;
    const fuel = vm.fuelUsed;
    const tier = vm.tier?.statistics;
    // Without a tier the interpreter does not count.
    let interpretedFuel = tier === undefined ? fuel : this.forgotten;
    if (tier !== undefined) for (const { code } of this.linked) interpretedFuel += chargedIn(code);
    return {
      fuel,
      interpretedFuel,
      compiledShare: vm.tier === null || fuel <= 0 ? 0 : Math.min(1, Math.max(0, 1 - interpretedFuel / fuel)),
      functions: tier?.units ?? 0,
      loops: tier?.loops ?? 0,
      refused: tier?.refused ?? 0,
      retired: this.retired,
      compileMilliseconds: tier?.compileMilliseconds ?? 0,
      generated: tier?.sourceBytes ?? 0,
      deopts: Object.fromEntries(tier?.deopts ?? []),
    };
  }
}

/** The sum over the blocks of a linked template's code of what the interpreter charged for them. */
function chargedIn(code: Int32Array): number {
  let sum = 0;
  for (let pc = 0; pc < code.length; pc += instructionLength(code, pc)) {
    const op = code[pc];
    // Counters wrap; read as unsigned they hold twice as long.
    if (op === Op.Entry || op === Op.Block || op === Op.Loop) sum += code[pc + 1] * (code[pc + 2] >>> 0);
  }
  return sum;
}

/** The statistics as text; `time` is the time of the whole run in milliseconds. */
export function formatStatistics(s: RunStatistics, time: number): string {
  const reasons = Object.entries(s.deopts).sort((a, b) => b[1] - a[1]);
  const deopts = reasons.reduce((sum, [, n]) => sum + n, 0);
  const rows: [string, string][] = [
    ['fuel', grouped(s.fuel)],
    ['time', milliseconds(time)],
    ['compiled code', `${(100 * s.compiledShare).toFixed(1)} % of the fuel`],
    ['units', `${counted(s.functions, 'function')}, ${counted(s.loops, 'loop')}; ${grouped(s.retired)} retired, ${grouped(s.refused)} refused; ${counted(s.generated, 'character')} of JavaScript`],
    ['compilation', milliseconds(s.compileMilliseconds)],
    ['deopts', deopts === 0 ? '0' : `${grouped(deopts)}: ${reasons.map(([reason, n]) => `${grouped(n)} ${reason}`).join(', ')}`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(15)}${value}\n`).join('');
}
