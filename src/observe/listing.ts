// Bytecode for people: instructions with their operands by name, the source lines they come from, and the profile.
//
// Takes a linked template (or a template, without a profile); gives text. The assembler's text (bytecode/assembler.ts) is the one that
// can be read back; this one is for reading.

import { instructionLength, isList, Op } from '../bytecode/opcodes.ts';
import { formatConstant } from '../bytecode/assembler-constants.ts';
import { Seen } from '../bytecode/profile.ts';
import type { Template } from '../bytecode/template.ts';
import type { LinkedTemplate } from '../runtime/linked.ts';
import { infoOf } from '../ir/ir-opcodes.ts';
import { functionName } from '../runtime/function.ts';
import { counted, functionLabel, functionPlace, grouped } from './places.ts';
import { SourceLines } from './source-lines.ts';

/** Column where notes begin. */
const NOTES = 52;

/** One instruction as text: its name and operands. */
export function formatInstruction(template: Template, code: Int32Array, pc: number): string {
  const info = infoOf(code[pc]);
  const words: string[] = [info.name];
  let at = pc + 1;
  for (const kind of info.operands) {
    if (isList(kind)) {
      const n = code[at++];
      words.push(`[${Array.from(code.subarray(at, at + n), (word) => (kind === 'srcs' ? `r${word}` : `->${word}`)).join(' ')}]`);
      at += n;
      continue;
    }
    const word = code[at++];
    switch (kind) {
      case 'dst':
      case 'src':
      case 'update':
        words.push(`r${word}`);
        break;
      case 'const':
        words.push(formatConstant(template.constants[word]));
        break;
      case 'name':
        words.push(JSON.stringify(template.names[word]));
        break;
      case 'template':
        words.push(`<${functionLabel(template.children[word])}>`);
        break;
      case 'scope':
        words.push(`{${template.scopes[word].names.join(' ')}}`);
        break;
      case 'site':
        words.push(JSON.stringify(template.siteNames[word]));
        break;
      case 'label':
        words.push(`->${word}`);
        break;
      case 'imm':
        words.push(String(word));
        break;
      default:
        // Counters and profile words are notes, not operands.
        break;
    }
  }
  return words.join(' ');
}

const seenNames: readonly [bit: number, name: string][] = [
  [Seen.number, 'number'],
  [Seen.string, 'string'],
  [Seen.bigint, 'bigint'],
  [Seen.primitive, 'other primitive'],
  [Seen.object, 'object'],
  [Seen.stringKey, 'string key'],
  [Seen.otherKey, 'other key'],
  [Seen.outOfBounds, 'out of bounds'],
  [Seen.trapped, 'trapped'],
  [Seen.view, 'typed array'],
  [Seen.array, 'array'],
  [Seen.proxy, 'proxy'],
  [Seen.proxyInherited, 'inherited proxy'],
];

/** What the profile knows of the instruction, or an empty text. */
export function profileNote(linked: LinkedTemplate, pc: number, code = linked.code): string {
  const op = code[pc];
  if (op === Op.Entry || op === Op.Block || op === Op.Loop) return `x${grouped(code[pc + 2] >>> 0)}`;
  const notes: string[] = [];
  const { operands } = infoOf(op);
  for (let i = 0; i < operands.length && !isList(operands[i]); i++) {
    const word = code[pc + 1 + i];
    if (operands[i] === 'profile' && word !== 0) notes.push(`saw ${seenNames.filter(([bit]) => (word & bit) !== 0).map(([, name]) => name).join(', ')}`);
    if (operands[i] === 'site') notes.push(targetsNote(linked, word));
  }
  return notes.filter((note) => note !== '').join('; ');
}

function targetsNote(linked: LinkedTemplate, site: number): string {
  const feedback = linked.sites[site];
  if (feedback === undefined) return '';
  if (feedback.megamorphic) return 'called many';
  return `called ${feedback.targets.map((f) => functionName(f) || '<anonymous>').join(', ')}`;
}

/** The bytecode of one function, without its children. */
export function listBytecode(linked: LinkedTemplate): string {
  const { template, code } = linked;
  const flags = [template.kind, template.strict ? 'strict' : 'sloppy', counted(template.parameterCount, 'parameter'), counted(template.registerCount, 'register'), counted(code.length, 'word')];
  const lines = [`; ${functionLabel(template)}  ${functionPlace(template)}  ${flags.join(', ')}`];
  const source = new SourceLines(template);
  for (let pc = 0; pc < code.length; pc += instructionLength(code, pc)) {
    const shown = source.next(pc);
    if (shown !== undefined) lines.push(shown);
    const text = `${String(pc).padStart(8)}  ${formatInstruction(template, code, pc)}`;
    const note = profileNote(linked, pc);
    lines.push(note === '' ? text : `${text.padEnd(NOTES)}  ; ${note}`);
  }
  for (const h of template.handlers) lines.push(`          ; ${h.start}..${h.end} handled at ${h.target}, exception in r${h.register}`);
  return lines.join('\n') + '\n';
}
