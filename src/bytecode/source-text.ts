// What the compiler reads off the source text itself: where an operator or a parenthesis stands, which the AST does not
// say, and how a piece of code is named in error messages.
import type { Expression, PrivateIdentifier, SpreadElement, Super } from 'acorn';

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

function print(node: Expression | PrivateIdentifier | Super | SpreadElement): string {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MemberExpression': {
      const { object, property, computed, optional } = node;
      const base = print(object);
      if (property.type === 'PrivateIdentifier') return `${base}[#${property.name}]`;
      const mark = optional ? '?' : '';
      if (!computed) return `${base}${mark}.${(property as { name: string }).name}`;
      if (property.type === 'Literal' && typeof property.value === 'string') return `${base}${mark}.${property.value}`;
      return `${base}${mark}${optional ? '.' : ''}[${print(property)}]`;
    }
    case 'CallExpression':
      return `${print(node.callee)}(...)`;
    case 'TaggedTemplateExpression':
      return `${print(node.tag)}(...)`;
    case 'ChainExpression':
      return print(node.expression);
    case 'ThisExpression':
      return 'this';
    case 'Literal':
      if (node.bigint !== undefined) return unknown;
      if (node.regex !== undefined) return node.raw as string;
      return typeof node.value === 'string' ? `"${node.value}"` : String(node.value);
    case 'UnaryExpression':
      return `(${node.operator}${node.operator.length > 2 ? ' ' : ''}${print(node.argument)})`;
    case 'BinaryExpression':
    case 'LogicalExpression':
      return `(${print(node.left)} ${node.operator} ${print(node.right)})`;
    case 'SequenceExpression':
      return `(${node.expressions.map(print).join(' , ')})`;
    case 'UpdateExpression':
      return node.prefix ? `(${node.operator}${print(node.argument)})` : `(${print(node.argument)}${node.operator})`;
    case 'AssignmentExpression':
      return node.left.type === 'Identifier' || node.left.type === 'MemberExpression' ? print(node.left) : unknown;
    case 'ConditionalExpression':
      return unknown + unknown + unknown;
    case 'ArrayExpression':
      return `[${node.elements.map((element) => (element === null ? unknown : print(element))).join(',')}]`;
    case 'ObjectExpression':
      return `{${unknown.repeat(node.properties.length)}}`;
    case 'SpreadElement':
      return `(...${print(node.argument)})`;
    case 'ParenthesizedExpression':
      return print(node.expression);
    default:
      return unknown;
  }
}

/** How what is iterated over is named in "... is not iterable". */
export function printedIterable(node: Expression): string {
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return `${printed(node.callee)} is not a function or its return value`;
  return printed(node);
}
