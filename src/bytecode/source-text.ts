// What the compiler reads off the source text itself: where an operator or a parenthesis stands, which the AST does not
// say, and how a piece of code is named in error messages.
import type { Expression, PrivateIdentifier, SpreadElement, Super } from 'acorn';
import { beforeLink, isLink, type Link } from '../scope/links.ts';

const slash = 47;
const star = 42;
const newline = 10;

/** The offset of the first character from `offset` on that is neither blank nor comment. */
export function skipBlanks(text: string, offset: number): number {
  let i = offset;
  for (;;) {
    const c = text.charCodeAt(i);
    if (c === 32 || (c >= 9 && c <= 13) || c === 0xa0 || c === 0xfeff || c === 0x2028 || c === 0x2029) i++;
    else if (c === slash && text.charCodeAt(i + 1) === star) i = text.indexOf('*/', i + 2) + 2;
    else if (c === slash && text.charCodeAt(i + 1) === slash) {
      const end = text.indexOf('\n', i);
      i = end < 0 ? text.length : end;
    } else if (c > 127 && /\s/.test(text[i])) i++;
    else return i;
  }
}

/** Where the operator stands after an operand that ends at `offset` (parentheses may close in between). */
export function operatorOffset(text: string, offset: number): number {
  // Mostly there is one blank, and then it.
  const c = text.charCodeAt(offset);
  if (c === 32) {
    const next = text.charCodeAt(offset + 1);
    if (next !== 32 && next !== slash && next !== 41 && next !== newline && next < 128) return offset + 1;
  }
  let i = skipBlanks(text, offset);
  while (text[i] === ')') i = skipBlanks(text, i + 1);
  return i;
}

/** Where V8 says a call is: at the name that is called, or else at the parenthesis of the arguments. */
export function callOffset(text: string, callee: Expression | Super, optional: boolean): number {
  const { end } = callee;
  if (callee.type === 'Identifier' || callee.type === 'Super' || (callee.type === 'MemberExpression' && !callee.computed)) {
    const start = callee.type === 'MemberExpression' ? callee.property.start : callee.start;
    const next = text.charCodeAt(end);
    if (next === 40 /* ( */ || optional || text[skipBlanks(text, end)] !== ')') return start;
  }
  const i = operatorOffset(text, end);
  return optional && text[i] === '?' ? skipBlanks(text, i + 2) : i;
}

const longest = 60;

/** How an expression is named in "... is not a function": as V8 prints it. */
export function printed(node: Expression | PrivateIdentifier | Super | SpreadElement): string {
  const text = print(node);
  return text.length > longest ? `${text.slice(0, longest - 3)}...` : text;
}

const unknown = '(intermediate value)';

/** What nests deeper than this is not within the first characters: each level but those of chains has one of them at its start. */
const deepest = longest;

function print(node: Expression | PrivateIdentifier | Super | SpreadElement, depth = 0): string {
  if (depth > deepest) return unknown;
  const inner = (child: Expression | PrivateIdentifier | Super | SpreadElement): string => print(child, depth + 1);
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MemberExpression':
    case 'CallExpression':
    case 'TaggedTemplateExpression':
      return printChain(node, inner);
    case 'ChainExpression':
      return inner(node.expression);
    case 'ThisExpression':
      return 'this';
    case 'Literal':
      if (node.bigint !== undefined) return unknown;
      if (node.regex !== undefined) return node.raw as string;
      return typeof node.value === 'string' ? `"${node.value}"` : String(node.value);
    case 'UnaryExpression':
      return `(${node.operator}${node.operator.length > 2 ? ' ' : ''}${inner(node.argument)})`;
    case 'BinaryExpression':
    case 'LogicalExpression':
      return `(${inner(node.left)} ${node.operator} ${inner(node.right)})`;
    case 'SequenceExpression':
      return `(${node.expressions.map(inner).join(' , ')})`;
    case 'UpdateExpression':
      return node.prefix ? `(${node.operator}${inner(node.argument)})` : `(${inner(node.argument)}${node.operator})`;
    case 'AssignmentExpression':
      return node.left.type === 'Identifier' || node.left.type === 'MemberExpression' ? inner(node.left) : unknown;
    case 'ConditionalExpression':
      return unknown + unknown + unknown;
    case 'ArrayExpression':
      return `[${node.elements.map((element) => (element === null ? unknown : inner(element))).join(',')}]`;
    case 'ObjectExpression':
      return `{${unknown.repeat(node.properties.length)}}`;
    case 'SpreadElement':
      return `(...${inner(node.argument)})`;
    case 'ParenthesizedExpression':
      return inner(node.expression);
    default:
      return unknown;
  }
}

/** Accesses and calls one after the other, as far as they are shown. */
function printChain(node: Link, print: (node: Expression | PrivateIdentifier | Super) => string): string {
  const links: Link[] = [node];
  let base = beforeLink(node);
  while (isLink(base)) {
    links.push(base);
    base = beforeLink(base);
  }
  let text = print(base);
  for (let i = links.length - 1; i >= 0 && text.length <= longest; i--) {
    const link = links[i];
    if (link.type !== 'MemberExpression') {
      text += '(...)';
      continue;
    }
    const { property, computed, optional } = link;
    const mark = optional ? '?' : '';
    if (property.type === 'PrivateIdentifier') text += `[#${property.name}]`;
    else if (!computed) text += `${mark}.${(property as { name: string }).name}`;
    else if (property.type === 'Literal' && typeof property.value === 'string') text += `${mark}.${property.value}`;
    else text += `${mark}${optional ? '.' : ''}[${print(property)}]`;
  }
  return text;
}

/** How what is iterated over is named in "... is not iterable". */
export function printedIterable(node: Expression): string {
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return `${printed(node.callee)} is not a function or its return value`;
  return printed(node);
}
