// Chains of property accesses and calls, `a.b().c[d]`: they nest to the left, deeper than the host's stack may allow.
import type { CallExpression, Expression, MemberExpression, Super, TaggedTemplateExpression } from 'acorn';

export type Link = MemberExpression | CallExpression | TaggedTemplateExpression;

export function isLink(node: { readonly type: string }): node is Link {
  return node.type === 'MemberExpression' || node.type === 'CallExpression' || node.type === 'TaggedTemplateExpression';
}

/** What the link is one of: the object of an access, or what is called. */
export function beforeLink(link: Link): Expression | Super {
  return link.type === 'MemberExpression' ? link.object : link.type === 'CallExpression' ? link.callee : link.tag;
}

/** Links of a longer chain are compiled one after the other, each from the register with the value of the one before. */
export const CHAIN_RECURSION = 8;
