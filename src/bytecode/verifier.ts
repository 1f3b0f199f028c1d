// The verifier: decides whether a template can be given to the interpreter and the compiler.
//
// Takes a template tree that may be any value of its type (in particular one decoded from a hostile file); returns if it is
// safe, throws a VerifyError that names the template, the place and the reason otherwise. Work and memory are bounded by
// the size of the tree. The rules are in verify-structure.ts (form) and verify-types.ts with kinds.ts (what registers
// hold); docs/bytecode.md lists them. What follows from them: running the code has no effect but what its instructions say,
// every run of it that lasts passes safepoints, and no internal value of the VM becomes visible to the guest.

import { Chains, type Chain } from './chains.ts';
import type { Template } from './template.ts';
import { VerifyError } from './verify-error.ts';
import { checkStructure, StructureContext, type Layout } from './verify-structure.ts';
import { Budget } from './verify-states.ts';
import { checkTypes } from './verify-types.ts';

export { VerifyError };

/** Functions within functions; what walks templates recursively relies on it. */
export const MAX_NESTING = 1000;

/** Units of work allowed: what real programs take per word of code, many times over, and enough for small ones. */
const BASE_BUDGET = 20_000_000;
const BUDGET_PER_WORD = 400;

export function verify(template: Template): void {
  if (template.kind !== 'script' && template.kind !== 'module') throw new VerifyError(template, -1, 'a program is a script or a module');
  verifyTree(template);
}

/** The same for a function whose closures are made without a scope, as those of the self-hosted library are. */
export function verifyTree(template: Template): void {
  const layouts = new Map<Template, Layout>();
  const structure = new StructureContext(template.kind === 'module');
  let words = 0;
  const structures: { template: Template; depth: number }[] = [{ template, depth: 1 }];
  for (let next = structures.pop(); next !== undefined; next = structures.pop()) {
    const { template: t, depth } = next;
    if (depth > MAX_NESTING) throw new VerifyError(t, -1, `functions are nested more than ${MAX_NESTING} deep`);
    if (layouts.has(t)) throw new VerifyError(t, -1, 'the template occurs twice in its tree');
    layouts.set(t, checkStructure(t, structure));
    words += t.code.length;
    for (const child of t.children) structures.push({ template: child, depth: depth + 1 });
  }

  const context = {
    chains: new Chains(),
    budget: new Budget(BASE_BUDGET + BUDGET_PER_WORD * words),
    layoutOf: (t: Template) => layouts.get(t) as Layout,
  };
  // From the root down, since a template's scope chain is known only where its closures are made. A template whose closure
  // is never made never runs, and is left at that.
  const types: { template: Template; chain: Chain | null }[] = [{ template, chain: null }];
  for (let next = types.pop(); next !== undefined; next = types.pop()) {
    const { template: t } = next;
    for (const [index, use] of checkTypes(t, next.chain, context)) types.push({ template: t.children[index], chain: use.chain });
  }
}
