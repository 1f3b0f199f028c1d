// The reference tables of docs/bytecode.md, made from the opcode table and the table of register kinds.
//
// Takes nothing; gives Markdown. `node docs/generate.mjs` puts it between the markers of the page, and a unit test fails
// while the page does not have it.

import { describeKinds, gives, reads, VALUE } from './kinds.ts';
import { Op, opcodes, type OpcodeInfo, type OpName } from './opcodes.ts';

export const BEGIN = '<!-- begin of the generated part: node docs/generate.mjs -->';
export const END = '<!-- end of the generated part -->';

/** The first opcode of each section of the table. */
const SECTIONS: readonly [OpName, string][] = [
  ['Entry', 'Blocks'],
  ['Jump', 'Control'],
  ['LoadUndefined', 'Loads, moves and checks'],
  ['NewScope', 'Scopes'],
  ['DeclareGlobals', 'Globals'],
  ['Add', 'Operators'],
  ['GetProp', 'Properties'],
  ['NewObject', 'Object, array and function creation'],
  ['Call', 'Calls'],
  ['IterStart', 'Iteration'],
];

/** The page with its generated part brought up to date; undefined if it lacks the markers. */
export function withReference(page: string): string | undefined {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) return undefined;
  return `${page.slice(0, begin + BEGIN.length)}\n\n${opcodeReference()}\n${page.slice(end)}`;
}

export function opcodeReference(): string {
  const titles = new Map(SECTIONS.map(([name, title]) => [Op[name] as number, title]));
  const lines: string[] = [];
  for (const info of opcodes) {
    const title = titles.get(info.code);
    if (title !== undefined) {
      if (lines.length > 0) lines.push('');
      lines.push(`### ${title}`, '', '| # | Instruction | Operands | What it does | Registers | Fuel | Bytes | Effects | Resume |', '| --: | --- | --- | --- | --- | --: | --: | --- | --- |');
    }
    lines.push(row(info));
  }
  return lines.join('\n') + '\n';
}

function row(info: OpcodeInfo): string {
  const cells = [
    String(info.code),
    `\`${info.name}\``,
    info.operands.join(' '),
    info.semantics,
    registers(info),
    String(info.fuel),
    info.bytes === 0 ? '' : String(info.bytes),
    [info.traps && 'traps', info.calls && 'calls', info.writes && 'writes', info.terminates && 'ends', info.suspends && 'suspends'].filter(Boolean).join(', '),
    // An instruction that cannot be left in its middle never goes on.
    info.traps === true || info.calls === true ? info.resume : '',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** What registers it takes and gives, where this is not just any guest value. */
function registers(info: OpcodeInfo): string {
  const parts: string[] = [];
  const letter = (i: number): string => String.fromCharCode(97 + i);
  const wanted = reads[info.name as OpName] ?? [];
  let n = 0;
  info.operands.forEach((kind, i) => {
    if (kind !== 'src' && kind !== 'update' && kind !== 'srcs') return;
    const mask = wanted[n++] ?? VALUE;
    if (mask !== VALUE) parts.push(`${letter(i)}${kind === 'srcs' ? '...' : ''}: ${describeKinds(mask)}`);
  });
  const given = gives[info.name as OpName];
  const dst = info.operands.indexOf('dst');
  if (given !== undefined) parts.push(`${letter(dst)} becomes ${describeKinds(given)}`);
  return parts.join('; ');
}
