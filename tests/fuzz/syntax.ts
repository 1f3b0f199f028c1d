/**
 * Programs as trees: acorn's ESTree in, source text out. The printer is our own and not astring, because astring
 * prints what the JIT emits (a bug there must not hide on both sides of the comparison), and because it gets
 * `({}).x` at the start of a statement and `(5).x` wrong.
 */
import { parse as acornParse } from 'acorn';

export interface Node {
  type: string;
  [key: string]: unknown;
}

/** Parses a script; throws a SyntaxError if it is none. */
export function parse(source: string): Node {
  return acornParse(source, { ecmaVersion: 2025, sourceType: 'script' }) as unknown as Node;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** Where a node hangs in its parent. */
export interface Slot {
  readonly parent: Node;
  readonly key: string;
  /** The place in the list, or -1 when the node is the property's value itself. */
  readonly index: number;
}

export function* children(node: Node): Generator<[Slot, Node]> {
  for (const key of Object.keys(node)) {
    const value = node[key];
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const item: unknown = value[index];
        if (isNode(item)) yield [{ parent: node, key, index }, item];
      }
    } else if (isNode(value)) yield [{ parent: node, key, index: -1 }, value];
  }
}

/** Every node below `root`, parents before their children. */
export function* walk(root: Node): Generator<[Slot, Node]> {
  for (const entry of children(root)) {
    yield entry;
    yield* walk(entry[1]);
  }
}

export function put(slot: Slot, node: Node | null): void {
  if (slot.index < 0) slot.parent[slot.key] = node;
  else (slot.parent[slot.key] as (Node | null)[])[slot.index] = node;
}

const BINARY_PRECEDENCE: Readonly<Record<string, number>> = {
  '??': 3, '||': 4, '&&': 5, '|': 6, '^': 7, '&': 8, '==': 9, '!=': 9, '===': 9, '!==': 9,
  '<': 10, '>': 10, '<=': 10, '>=': 10, in: 10, instanceof: 10, '<<': 11, '>>': 11, '>>>': 11,
  '+': 12, '-': 12, '*': 13, '/': 13, '%': 13, '**': 14,
};

const UNARY = 15;
const POSTFIX = 16;
const NEW = 17;
const CALL = 18;
const PRIMARY = 20;
const ASSIGN = 2;

function precedence(node: Node): number {
  switch (node.type) {
    case 'SequenceExpression': return 1;
    case 'AssignmentExpression': case 'ArrowFunctionExpression': case 'ConditionalExpression': case 'YieldExpression': return ASSIGN;
    case 'BinaryExpression': case 'LogicalExpression': return BINARY_PRECEDENCE[node['operator'] as string] ?? 0;
    case 'UnaryExpression': case 'AwaitExpression': return UNARY;
    case 'UpdateExpression': return node['prefix'] === true ? UNARY : POSTFIX;
    case 'ChainExpression': return NEW;
    case 'CallExpression': case 'MemberExpression': case 'TaggedTemplateExpression': return CALL;
    case 'Literal': return typeof node['value'] === 'number' ? NEW : PRIMARY;
    default: return PRIMARY;
  }
}

/** Source text of a program or of any part of one. */
export function print(node: Node): string {
  if (node.type === 'Program') return list(node, 'body').map((s) => statement(s, '') + '\n').join('');
  return /(Statement|Declaration)$/.test(node.type) ? statement(node, '') : expression(node);
}

function child(node: Node, key: string): Node {
  return node[key] as Node;
}

function list(node: Node, key: string): Node[] {
  return node[key] as Node[];
}

/** An expression, in parentheses if it binds less tightly than `least`. */
function expression(node: Node, least = 0, pad = ''): string {
  const text = bare(node, pad);
  return precedence(node) < least ? `(${text})` : text;
}

/** Where a text must not be taken for a block or a declaration. */
function opening(text: string, pattern: RegExp): string {
  return pattern.test(text) ? `(${text})` : text;
}

function statement(node: Node, pad: string): string {
  const at = (key: string): string => statement(child(node, key), pad);
  const value = (key: string): string => expression(child(node, key), 0, pad);
  switch (node.type) {
    case 'ExpressionStatement': {
      if (typeof node['directive'] === 'string') return `'${node['directive']}';`;
      return `${opening(value('expression'), /^(\{|function\b|class\b|let\s*\[|['"])/)};`;
    }
    case 'BlockStatement': return block(node, pad);
    case 'EmptyStatement': return ';';
    case 'DebuggerStatement': return 'debugger;';
    case 'VariableDeclaration': return `${variables(node, pad)};`;
    case 'FunctionDeclaration': case 'ClassDeclaration': return bare(node, pad);
    case 'ReturnStatement': return isNode(node['argument']) ? `return ${value('argument')};` : 'return;';
    case 'ThrowStatement': return `throw ${value('argument')};`;
    case 'BreakStatement': case 'ContinueStatement': {
      const word = node.type === 'BreakStatement' ? 'break' : 'continue';
      return isNode(node['label']) ? `${word} ${value('label')};` : `${word};`;
    }
    case 'LabeledStatement': return `${value('label')}: ${at('body')}`;
    case 'IfStatement': {
      const otherwise = isNode(node['alternate']) ? ` else ${at('alternate')}` : '';
      const then = child(node, 'consequent');
      // A dangling else must find its own if.
      const body = otherwise !== '' && then.type !== 'BlockStatement' ? `{ ${statement(then, pad)} }` : statement(then, pad);
      return `if (${value('test')}) ${body}${otherwise}`;
    }
    case 'WhileStatement': return `while (${value('test')}) ${at('body')}`;
    case 'DoWhileStatement': return `do ${at('body')} while (${value('test')});`;
    case 'ForStatement': {
      const init = isNode(node['init']) ? loopInit(child(node, 'init'), pad) : '';
      const test = isNode(node['test']) ? ' ' + value('test') : '';
      const update = isNode(node['update']) ? ' ' + value('update') : '';
      return `for (${init};${test};${update}) ${at('body')}`;
    }
    case 'ForInStatement': return `for (${loopTarget(child(node, 'left'), pad)} in ${value('right')}) ${at('body')}`;
    case 'ForOfStatement':
      return `for ${node['await'] === true ? 'await ' : ''}(${loopTarget(child(node, 'left'), pad)} of ${expression(child(node, 'right'), ASSIGN, pad)}) ${at('body')}`;
    case 'SwitchStatement': {
      const inner = pad + '  ';
      const cases = list(node, 'cases').map((c) => {
        const head = isNode(c['test']) ? `case ${expression(child(c, 'test'), 0, inner)}:` : 'default:';
        return `${inner}${head}\n${list(c, 'consequent').map((s) => `${inner}  ${statement(s, inner + '  ')}\n`).join('')}`;
      });
      return `switch (${value('discriminant')}) {\n${cases.join('')}${pad}}`;
    }
    case 'TryStatement': {
      let text = `try ${at('block')}`;
      if (isNode(node['handler'])) {
        const handler = child(node, 'handler');
        const param = isNode(handler['param']) ? ` (${expression(child(handler, 'param'), 0, pad)})` : '';
        text += ` catch${param} ${statement(child(handler, 'body'), pad)}`;
      }
      return isNode(node['finalizer']) ? `${text} finally ${at('finalizer')}` : text;
    }
    default: throw new Error(`cannot print a ${node.type}`);
  }
}

function block(node: Node, pad: string): string {
  const inner = pad + '  ';
  const body = list(node, 'body');
  if (body.length === 0) return '{}';
  const short = body.length <= 2 ? body.map((s) => statement(s, inner)).join(' ') : '\n';
  if (short.length < 80 && !short.includes('\n')) return `{ ${short} }`;
  return `{\n${body.map((s) => `${inner}${statement(s, inner)}\n`).join('')}${pad}}`;
}

function variables(node: Node, pad: string, guarded = false): string {
  const parts = list(node, 'declarations').map((d) => {
    const name = expression(child(d, 'id'), 0, pad);
    if (!isNode(d['init'])) return name;
    const value = expression(child(d, 'init'), ASSIGN, pad);
    return `${name} = ${guarded ? `(${value})` : value}`;
  });
  return `${node['kind'] as string} ${parts.join(', ')}`;
}

/** The first part of a for statement, where a bare `in` would end the head early. */
function loopInit(node: Node, pad: string): string {
  const hasIn = [...walk(node)].some(([, n]) => n['operator'] === 'in') || node['operator'] === 'in';
  if (node.type !== 'VariableDeclaration') return hasIn ? `(${expression(node, 0, pad)})` : expression(node, 0, pad);
  return variables(node, pad, hasIn);
}

function loopTarget(node: Node, pad: string): string {
  return node.type === 'VariableDeclaration' ? variables(node, pad) : expression(node, CALL, pad);
}

function params(node: Node, pad: string): string {
  return `(${list(node, 'params').map((p) => expression(p, ASSIGN, pad)).join(', ')})`;
}

function items(nodes: readonly (Node | null)[], pad: string): string {
  return nodes.map((item) => (item === null ? '' : expression(item, ASSIGN, pad))).join(', ');
}

/** Arguments of a call. V8 11 rejects `f([0], [v] = [1])` (it takes `[0]` for a pattern too), so those get parentheses. */
function args(node: Node, pad: string): string {
  return list(node, 'arguments').map((arg) => {
    const text = expression(arg, ASSIGN, pad);
    return arg.type === 'AssignmentExpression' && child(arg, 'left').type.endsWith('Pattern') ? `(${text})` : text;
  }).join(', ');
}

function key(node: Node, pad: string): string {
  const inner = child(node, 'key');
  return node['computed'] === true ? `[${expression(inner, ASSIGN, pad)}]` : expression(inner, 0, pad);
}

function bare(node: Node, pad: string): string {
  const at = (name: string, least = 0): string => expression(child(node, name), least, pad);
  switch (node.type) {
    case 'Identifier': return node['name'] as string;
    case 'PrivateIdentifier': return '#' + (node['name'] as string);
    case 'ThisExpression': return 'this';
    case 'Super': return 'super';
    case 'Literal': return literal(node);
    case 'TemplateLiteral': {
      const holes = list(node, 'expressions');
      return '`' + list(node, 'quasis').map((q, i) => {
        const raw = (q['value'] as { raw: string }).raw;
        const hole = holes[i];
        return hole === undefined ? raw : `${raw}\${${expression(hole, 0, pad)}}`;
      }).join('') + '`';
    }
    case 'TaggedTemplateExpression': return at('tag', CALL) + at('quasi');
    case 'ArrayExpression': case 'ArrayPattern': {
      const parts = list(node, 'elements') as (Node | null)[];
      return `[${items(parts, pad)}${parts.at(-1) === null ? ',' : ''}]`;
    }
    case 'ObjectExpression': case 'ObjectPattern': {
      const properties = list(node, 'properties');
      return properties.length === 0 ? '{}' : `{ ${items(properties, pad)} }`;
    }
    case 'Property': {
      if (node['kind'] !== 'init') return `${node['kind'] as string} ${method(node, pad)}`;
      if (node['method'] === true) return method(node, pad);
      const value = expression(child(node, 'value'), ASSIGN, pad);
      return node['shorthand'] === true && named(child(node, 'value')) === named(child(node, 'key')) ? value : `${key(node, pad)}: ${value}`;
    }
    case 'SpreadElement': case 'RestElement': return `...${at('argument', ASSIGN)}`;
    case 'AssignmentPattern': return `${at('left')} = ${at('right', ASSIGN)}`;
    case 'FunctionExpression': case 'FunctionDeclaration': {
      const name = isNode(node['id']) ? ' ' + at('id') : ' ';
      return `${node['async'] === true ? 'async ' : ''}function${node['generator'] === true ? '*' : ''}${name}${params(node, pad)} ${block(child(node, 'body'), pad)}`;
    }
    case 'YieldExpression': return `yield${node['delegate'] === true ? '*' : ''}${isNode(node['argument']) ? ' ' + at('argument', ASSIGN) : ''}`;
    case 'AwaitExpression': return `await ${at('argument', UNARY)}`;
    case 'ArrowFunctionExpression': {
      const body = child(node, 'body');
      const head = `${node['async'] === true ? 'async ' : ''}${params(node, pad)}`;
      if (body.type === 'BlockStatement') return `${head} => ${block(body, pad)}`;
      return `${head} => ${opening(expression(body, ASSIGN, pad), /^\{/)}`;
    }
    case 'ClassExpression': case 'ClassDeclaration': return classText(node, pad);
    case 'UnaryExpression': {
      const operator = node['operator'] as string;
      const argument = at('argument', UNARY);
      const space = /[a-z]$/.test(operator) || argument.startsWith(operator) ? ' ' : '';
      return operator + space + argument;
    }
    case 'UpdateExpression':
      return node['prefix'] === true ? (node['operator'] as string) + at('argument', UNARY) : at('argument', NEW) + (node['operator'] as string);
    case 'BinaryExpression': case 'LogicalExpression': return binary(node, pad);
    case 'AssignmentExpression': return `${at('left', CALL)} ${node['operator'] as string} ${at('right', ASSIGN)}`;
    case 'ConditionalExpression': return `${at('test', 3)} ? ${at('consequent', ASSIGN)} : ${at('alternate', ASSIGN)}`;
    case 'SequenceExpression': return items(list(node, 'expressions'), pad);
    case 'ChainExpression': return at('expression');
    case 'MemberExpression': {
      const object = at('object', CALL);
      const dot = node['optional'] === true ? '?.' : '';
      if (node['computed'] === true) return `${object}${dot}[${at('property')}]`;
      return `${object}${dot === '' ? '.' : dot}${at('property')}`;
    }
    case 'CallExpression': {
      const callee = child(node, 'callee');
      const text = expression(callee, CALL, pad);
      const dot = node['optional'] === true ? '?.' : '';
      return `${callee.type === 'FunctionExpression' ? `(${text})` : text}${dot}(${args(node, pad)})`;
    }
    case 'NewExpression': {
      const text = at('callee', CALL);
      const simple = /^[\w$.]+$/.test(text);
      return `new ${simple ? text : `(${text})`}(${args(node, pad)})`;
    }
    case 'MetaProperty': return `${at('meta')}.${at('property')}`;
    default: throw new Error(`cannot print a ${node.type}`);
  }
}

/** The name that a shorthand property would bind. */
function named(node: Node): unknown {
  return node.type === 'AssignmentPattern' ? named(child(node, 'left')) : node['name'];
}

function literal(node: Node): string {
  if (isRecord(node['regex'])) return `/${String(node['regex']['pattern'])}/${String(node['regex']['flags'])}`;
  if (typeof node['bigint'] === 'string') return node['bigint'] + 'n';
  const value = node['value'];
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') return typeof node['raw'] === 'string' && Number(node['raw']) === value ? node['raw'] : String(value);
  return String(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function quote(value: string): string {
  const body = JSON.stringify(value).slice(1, -1).replace(/\\"/g, '"').replace(/'/g, "\\'");
  return `'${body.replace(/[\u007f-\uffff]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'))}'`;
}

function binary(node: Node, pad: string): string {
  const operator = node['operator'] as string;
  const own = precedence(node);
  const left = child(node, 'left');
  const right = child(node, 'right');
  const mixed = (side: Node): boolean =>
    side.type === 'LogicalExpression' && (operator === '??') !== (side['operator'] === '??') && node.type === 'LogicalExpression';
  // `**` binds to the right and takes no bare unary operator on its left.
  const leastLeft = operator === '**' ? POSTFIX : own;
  const leastRight = operator === '**' ? own : own + 1;
  const leftText = mixed(left) ? `(${expression(left, 0, pad)})` : expression(left, leastLeft, pad);
  const rightText = mixed(right) ? `(${expression(right, 0, pad)})` : expression(right, leastRight, pad);
  return `${leftText} ${operator} ${rightText}`;
}

function method(node: Node, pad: string): string {
  const value = child(node, 'value');
  return `${value['async'] === true ? 'async ' : ''}${value['generator'] === true ? '*' : ''}${key(node, pad)}${params(value, pad)} ${block(child(value, 'body'), pad)}`;
}

function classText(node: Node, pad: string): string {
  const inner = pad + '  ';
  const name = isNode(node['id']) ? ' ' + expression(child(node, 'id')) : '';
  const heritage = isNode(node['superClass']) ? ` extends ${expression(child(node, 'superClass'), CALL, pad)}` : '';
  const members = list(child(node, 'body'), 'body').map((member) => {
    const prefix = member['static'] === true ? 'static ' : '';
    if (member.type === 'StaticBlock') return `static ${block(member, inner)}`;
    if (member.type === 'PropertyDefinition') {
      const value = isNode(member['value']) ? ` = ${expression(child(member, 'value'), ASSIGN, inner)}` : '';
      return `${prefix}${key(member, inner)}${value};`;
    }
    const kind = member['kind'] as string;
    return `${prefix}${kind === 'get' || kind === 'set' ? kind + ' ' : ''}${method(member, inner)}`;
  });
  if (members.length === 0) return `class${name}${heritage} {}`;
  return `class${name}${heritage} {\n${members.map((m) => `${inner}${m}\n`).join('')}${pad}}`;
}
