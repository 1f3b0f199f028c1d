/** What of the language a set of programs uses: counts of node types, refined where the type alone says little. */
import { isNode, walk } from './syntax.ts';
import type { Node } from './syntax.ts';

/** Adds the features of a program to `counts`. */
export function countFeatures(tree: Node, counts: Map<string, number>): void {
  const add = (feature: string): void => { counts.set(feature, (counts.get(feature) ?? 0) + 1); };
  for (const [slot, node] of walk(tree)) {
    add(node.type);
    for (const detail of details(node, slot.parent)) add(`${node.type} ${detail}`);
  }
}

function* details(node: Node, parent: Node): Generator<string> {
  if (typeof node['operator'] === 'string') yield node['operator'];
  if (node['prefix'] === false) yield 'postfix';
  if (node['await'] === true) yield 'await';
  if (node['async'] === true || node['generator'] === true) yield [node['async'] === true ? 'async' : '', node['generator'] === true ? 'generator' : ''].join(' ').trim();
  for (const flag of ['computed', 'static', 'shorthand', 'optional']) if (node[flag] === true) yield flag;
  if (typeof node['kind'] === 'string') yield node['kind'];
  switch (node.type) {
    case 'Literal':
      yield isNode(node['regex']) || typeof node['regex'] === 'object' ? 'regex' : typeof node['bigint'] === 'string' ? 'bigint' : typeof node['value'];
      break;
    case 'CallExpression': case 'NewExpression': {
      const callee = node['callee'] as Node;
      yield `of ${callee.type}`;
      if (callee.type === 'MemberExpression') {
        const property = callee['property'] as Node;
        if (callee['computed'] !== true && property.type === 'Identifier') yield `.${property['name'] as string}`;
        if ((callee['object'] as Node).type === 'Super') yield 'super method';
      }
      if ((node['arguments'] as Node[]).some((a) => a.type === 'SpreadElement')) yield 'with spread';
      break;
    }
    case 'MemberExpression':
      if ((node['property'] as Node).type === 'PrivateIdentifier') yield 'private';
      if ((node['object'] as Node).type === 'Super') yield 'super';
      break;
    case 'BinaryExpression':
      if ((node['left'] as Node).type === 'PrivateIdentifier') yield 'private in';
      break;
    case 'PropertyDefinition': case 'MethodDefinition':
      if ((node['key'] as Node).type === 'PrivateIdentifier') yield 'private';
      break;
    case 'BreakStatement': case 'ContinueStatement':
      if (isNode(node['label'])) yield 'labelled';
      break;
    case 'TryStatement':
      yield `${isNode(node['handler']) ? 'catch' : ''}${isNode(node['finalizer']) ? 'finally' : ''}`;
      break;
    case 'ForInStatement': case 'ForOfStatement':
      yield `over ${(node['right'] as Node).type}`;
      break;
    case 'AssignmentExpression': yield `to ${(node['left'] as Node).type}`; break;
    case 'ClassDeclaration': case 'ClassExpression':
      if (isNode(node['superClass'])) yield 'extends';
      break;
    case 'ArrayExpression':
      if ((node['elements'] as unknown[]).includes(null)) yield 'hole';
      break;
    case 'Identifier':
      if (node['name'] === 'arguments') yield 'arguments';
      break;
    case 'AssignmentPattern': case 'RestElement': yield `in ${parent.type}`; break;
    case 'ExpressionStatement':
      if (typeof node['directive'] === 'string') yield node['directive'];
      break;
  }
}

/** What the generator promises to use. */
export const EXPECTED_FEATURES: readonly string[] = [
  'VariableDeclaration var', 'VariableDeclaration let', 'VariableDeclaration const', 'FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression',
  'AssignmentPattern in FunctionDeclaration', 'RestElement in FunctionDeclaration', 'RestElement in ArrayPattern', 'RestElement in ObjectPattern', 'Identifier arguments',
  'ClassDeclaration', 'ClassExpression', 'ClassDeclaration extends', 'PropertyDefinition', 'PropertyDefinition private', 'PropertyDefinition static', 'PropertyDefinition computed',
  'MethodDefinition constructor', 'MethodDefinition method', 'MethodDefinition get', 'MethodDefinition set', 'MethodDefinition private', 'MethodDefinition static', 'StaticBlock',
  'Super', 'CallExpression super method', 'CallExpression of Super', 'MetaProperty', 'BinaryExpression private in', 'MemberExpression private',
  'ObjectExpression', 'Property get', 'Property set', 'Property computed', 'Property shorthand', 'SpreadElement', 'ArrayExpression hole', 'ArrayPattern', 'ObjectPattern',
  'AssignmentExpression to ArrayPattern', 'AssignmentExpression to ObjectPattern', 'AssignmentExpression to MemberExpression',
  ...['+', '-', '*', '/', '%', '**', '&', '|', '^', '<<', '>>', '>>>', '<', '<=', '>', '>=', '==', '!=', '===', '!==', 'in', 'instanceof'].map((op) => `BinaryExpression ${op}`),
  ...['&&', '||', '??'].map((op) => `LogicalExpression ${op}`), ...['-', '+', '!', '~', 'typeof', 'void', 'delete'].map((op) => `UnaryExpression ${op}`),
  ...['=', '+=', '-=', '*=', '/=', '%=', '**=', '<<=', '>>=', '>>>=', '&=', '|=', '^=', '&&=', '||=', '??='].map((op) => `AssignmentExpression ${op}`),
  'UpdateExpression ++', 'UpdateExpression --', 'UpdateExpression postfix', 'ChainExpression', 'MemberExpression optional', 'CallExpression optional', 'MemberExpression computed',
  'TemplateLiteral', 'TaggedTemplateExpression', 'ConditionalExpression', 'SequenceExpression', 'ThisExpression', 'NewExpression', 'CallExpression with spread',
  'Literal bigint', 'Literal regex', 'Literal string', 'Literal number', 'Literal boolean',
  'IfStatement', 'ForStatement', 'WhileStatement', 'DoWhileStatement', 'ForInStatement', 'ForOfStatement', 'SwitchStatement', 'LabeledStatement', 'EmptyStatement', 'DebuggerStatement',
  'BreakStatement labelled', 'ContinueStatement labelled', 'ContinueStatement', 'ReturnStatement', 'ThrowStatement', 'TryStatement catch', 'TryStatement finally', 'TryStatement catchfinally',
  'ExpressionStatement use strict',
  'YieldExpression', 'AwaitExpression', 'ForOfStatement await', 'FunctionDeclaration async', 'FunctionDeclaration generator', 'FunctionDeclaration async generator', 'ArrowFunctionExpression async', 'FunctionExpression async',
  ...['map', 'filter', 'reduce', 'sort', 'forEach', 'some', 'every', 'find', 'flatMap', 'slice', 'splice', 'concat', 'push', 'pop', 'join', 'indexOf', 'includes', 'charCodeAt',
    'split', 'replace', 'padStart', 'has', 'get', 'set', 'call', 'apply', 'bind', 'defineProperty', 'freeze', 'setPrototypeOf', 'floor', 'imul'].map((name) => `CallExpression .${name}`),
];

/** Constructs that the programs must do without: see the issue. */
export const FORBIDDEN_FEATURES: readonly string[] = [
  'WithStatement', 'ImportExpression', 'ImportDeclaration', 'ExportNamedDeclaration', 'CallExpression .now', 'CallExpression .random',
];

export const FORBIDDEN_NAMES: readonly string[] = [
  'eval', 'Proxy', 'Date', 'Intl', 'setTimeout', 'Int8Array', 'Uint8Array', 'Int32Array', 'Float64Array', 'ArrayBuffer', 'DataView', 'WeakRef', 'require', 'process',
];
