// Control-flow graphs as text and in the language of Graphviz.

import type { Block, Cfg } from '../ir/cfg.ts';
import { labelsOf } from '../ir/operands.ts';
import { formatInstruction, profileNote } from './listing.ts';
import { counted, functionLabel, grouped, unitPlace } from './places.ts';

/** What a graph is of, for its heading. */
function title(cfg: Cfg): string {
  const { template } = cfg.linked;
  return `${cfg.osr < 0 ? '' : 'loop of '}${functionLabel(template)} ${unitPlace(template, cfg.osr < 0 ? -1 : cfg.body.originOf(cfg.osr))}`;
}

/** An edge as text: why it is taken and where it goes. */
function edgesOf(cfg: Cfg, block: Block): { label: string; to: Block | null; pc: number }[] {
  const last = block.instructions[block.instructions.length - 1];
  const labels = labelsOf(cfg.body.code, last.pc).length;
  const edges = block.edges.map((edge, i) => ({ label: i < labels && last.info.operands.includes('label') ? last.info.name : 'next', to: edge.block, pc: edge.pc }));
  if (block.exceptional !== null) edges.push({ label: 'throw', to: block.exceptional, pc: block.exceptional.start });
  return edges;
}

export function formatCfg(cfg: Cfg): string {
  const { body } = cfg;
  const lines = [`; ${title(cfg)}  ${counted(cfg.blocks.length, 'block')}, ${counted(cfg.loops.length, 'loop')}`];
  for (const block of cfg.blocks) {
    const facts = [`entered ${counted(block.count, 'time')}`];
    if (block.preds.length > 0) facts.push(`from ${block.preds.map((b) => b.id).join(', ')}`);
    if (block.idom !== null) facts.push(`dominated by ${block.idom.id}`);
    if (block.loop !== null) facts.push(block.loop.header === block ? 'loop header' : `in loop ${block.loop.header.id}`);
    lines.push(`block ${block.id}: ${facts.join('; ')}`);
    for (const { pc } of block.instructions) {
      const { linked } = body.siteAt(pc);
      const note = profileNote(linked, pc, body.code);
      const text = `${String(pc).padStart(8)}  ${formatInstruction(linked.template, body.code, pc)}`;
      lines.push(note === '' ? text : `${text.padEnd(52)}  ; ${note}`);
    }
    for (const { label, to, pc } of edgesOf(cfg, block)) lines.push(`          ${label} -> ${to === null ? `leaves to the interpreter at ${pc}` : `block ${to.id}`}`);
  }
  return lines.join('\n') + '\n';
}

/** The graph for `dot`. Names are unique among graphs with different `id`s, so several can be in one file. */
export function formatDot(cfg: Cfg, id: number): string {
  const { body } = cfg;
  const lines = [`digraph unit${id} {`, `  label=${quote(title(cfg))}; labelloc=t; fontname="monospace";`, '  node [shape=box fontname="monospace" fontsize=10]; edge [fontname="monospace" fontsize=9];'];
  const exits = new Set<number>();
  for (const block of cfg.blocks) {
    const text = [`block ${block.id}  x${grouped(block.count)}`, ...block.instructions.map(({ pc }) => `${pc}  ${formatInstruction(body.siteAt(pc).linked.template, body.code, pc)}`)];
    const attributes = block.loop?.header === block ? ' style=bold' : '';
    lines.push(`  b${block.id} [label=${quote(text.join('\n') + '\n', '\\l')}${attributes}];`);
    for (const { label, to, pc } of edgesOf(cfg, block)) {
      if (to === null) exits.add(pc);
      const style = label === 'throw' ? ' style=dashed' : to !== null && to.rpo <= block.rpo ? ' color=blue' : '';
      lines.push(`  b${block.id} -> ${to === null ? `x${pc}` : `b${to.id}`} [label=${quote(label)}${style}];`);
    }
  }
  for (const pc of exits) lines.push(`  x${pc} [label=${quote(`leaves at ${pc}`)} shape=plaintext];`);
  lines.push('}');
  return lines.join('\n') + '\n';
}

/** A text as a quoted string of dot. `lineEnd` is its escape for a line end: \\l aligns to the left. */
function quote(text: string, lineEnd = '\\n'): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', lineEnd)}"`;
}
