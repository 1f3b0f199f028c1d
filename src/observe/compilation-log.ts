// The compilation log: a line for each thing the adaptive tier does, in the manner of HotSpot's PrintCompilation.
//
// Takes the tier's events; gives lines of text. docs/tiering.md says how to read them.
//
//     time  event    unit  function      place              details

import { opcodes } from '../bytecode/opcodes.ts';
import type { Template } from '../bytecode/template.ts';
import type { TierEvent } from '../tiering/tier.ts';
import { placesAt } from '../codegen/unit.ts';
import { counted, functionLabel, place, unitPlace } from './places.ts';

export const LOG_HEADER = '      ms  event    unit  function                place';

/** A sink for tier events that writes the log; `now` is a clock in milliseconds whose zero is the start of the run. */
export function compilationLog(write: (line: string) => void, now: () => number): (event: TierEvent) => void {
  let begun = false;
  return (event) => {
    if (!begun) write(LOG_HEADER + '\n');
    begun = true;
    write(`${formatEvent(event, now())}\n`);
  };
}

export function formatEvent(event: TierEvent, time: number): string {
  switch (event.type) {
    case 'compile': {
      const { unit, cfg, why, milliseconds } = event;
      const inlined = unit.body.sites.length - 1;
      const size = [counted(unit.linked.code.length, 'word'), ...(inlined === 0 ? [] : [`${counted(inlined, 'call')} inlined`]), ...(cfg === null ? [] : [counted(cfg.blocks.length, 'block')]), counted(unit.source.length, 'char')].join(', ');
      return line(time, cfg === null ? 'library' : unit.osr < 0 ? 'compile' : 'osr', unit.id, unit.linked.template, unitPlace(unit.linked.template, unit.osr), `${why}; ${size}; ${milliseconds.toFixed(2)} ms`);
    }
    case 'refuse':
      return line(time, 'refuse', null, event.linked.template, unitPlace(event.linked.template, event.osr), event.reason);
    case 'deopt': {
      const { unit, pc, reason } = event;
      const [at] = placesAt(unit, pc < 0 ? ~pc : pc);
      return line(time, 'deopt', unit.id, unit.linked.template, place(at.linked.template, at.pc), `${reason}, at ${opcodes[at.linked.code[at.pc]].name}`);
    }
    case 'retire':
      return line(time, 'retire', event.unit.id, event.unit.linked.template, unitPlace(event.unit.linked.template, event.unit.osr), event.why);
  }
}

function line(time: number, what: string, unit: number | null, template: Template, where: string, details: string): string {
  const name = functionLabel(template);
  return `${time.toFixed(1).padStart(8)}  ${what.padEnd(7)}  ${(unit === null ? '-' : String(unit)).padStart(4)}  ${name.padEnd(22)}  ${where.padEnd(30)}  ${details}`;
}
