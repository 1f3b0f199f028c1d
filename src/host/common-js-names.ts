// Which names a CommonJS module exports, as far as its text tells without running it: what ES modules may import from it by name.
//
// Takes the text; gives names, perhaps too many or too few (the default export is always all of it). Recognised are assignments to
// `exports.x` and `module.exports.x`, `Object.defineProperty(exports, "x", ...)`, and object literals assigned to `module.exports`. What is
// taken over from other modules (`module.exports = require(...)`, `__exportStar(require(...), exports)`) is given as their specifiers.

import type { AnyNode, Expression, Identifier, Literal, MemberExpression } from 'acorn';
import { parseFunctionBody } from '../source/parse.ts';

export interface CommonJsNames {
  readonly names: readonly string[];
  readonly reexports: readonly string[];
}

const isIdentifier = (node: AnyNode | null | undefined, name: string): boolean => node?.type === 'Identifier' && node.name === name;

/** `exports` or `module.exports`. */
function isExports(node: AnyNode): boolean {
  return isIdentifier(node, 'exports') || (node.type === 'MemberExpression' && isIdentifier(node.object, 'module') && keyOf(node) === 'exports');
}

function keyOf(node: MemberExpression): string | undefined {
  if (!node.computed) return (node.property as Identifier).name;
  const { value } = node.property as Literal;
  return typeof value === 'string' ? value : undefined;
}

/** The specifier of `require("x")`, also within a call like `__importStar(...)`. */
function required(node: AnyNode | undefined): string | undefined {
  if (node?.type !== 'CallExpression') return undefined;
  const [argument] = node.arguments;
  if (isIdentifier(node.callee, 'require')) return argument?.type === 'Literal' && typeof argument.value === 'string' ? argument.value : undefined;
  return required(argument);
}

/** Throws a SourceError if the text, of the file `file`, is no CommonJS module. */
export function commonJsNames(text: string, file: string): CommonJsNames {
  const names = new Set<string>();
  const reexports = new Set<string>();

  const assigned = (target: AnyNode, value: Expression): void => {
    if (target.type === 'MemberExpression' && isExports(target.object)) {
      const key = keyOf(target);
      if (key !== undefined) names.add(key);
    } else if (isExports(target)) {
      const specifier = required(value);
      if (specifier !== undefined) reexports.add(specifier);
      if (value.type !== 'ObjectExpression') return;
      for (const property of value.properties) {
        if (property.type === 'SpreadElement') {
          const spread = required(property.argument);
          if (spread !== undefined) reexports.add(spread);
        } else if (!property.computed) {
          names.add(property.key.type === 'Identifier' ? property.key.name : String((property.key as Literal).value));
        }
      }
    }
  };
  const called = (callee: AnyNode, args: readonly AnyNode[]): void => {
    if (callee.type === 'MemberExpression' && isIdentifier(callee.object, 'Object') && keyOf(callee) === 'defineProperty' && args.length > 1 && isExports(args[0])) {
      if (args[1].type === 'Literal' && typeof args[1].value === 'string') names.add(args[1].value);
    } else if (args.length > 1 && isExports(args[1])) {
      // __exportStar and its kind, by whatever name.
      const specifier = required(args[0]);
      if (specifier !== undefined) reexports.add(specifier);
    }
  };

  const pending: AnyNode[] = [parseFunctionBody(text, file)];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'AssignmentExpression' && node.operator === '=') assigned(node.left, node.right);
    if (node.type === 'CallExpression') called(node.callee, node.arguments);
    for (const value of Object.values(node) as unknown[]) {
      if (Array.isArray(value)) pending.push(...(value as unknown[]).filter(isNode));
      else if (isNode(value)) pending.push(value);
    }
  }
  names.delete('default');
  return { names: [...names], reexports: [...reexports] };
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
