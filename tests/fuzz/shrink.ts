/**
 * Structural delta debugging: makes a program that fails smaller, as long as it still fails. It works on the tree,
 * in rounds of passes from coarse to fine, until a round finds nothing more:
 *
 *  - remove statements, members, cases, properties, arguments, in chunks of halves down to single ones;
 *  - replace a statement by what is inside it (an `if` by a branch, a loop or a `try` by its body);
 *  - replace an expression by one of its parts or by a constant, a declaration's variable by its value;
 *  - make numbers smaller, loop bounds above all.
 *
 * A candidate must parse before it is tried. What keeps programs terminating and deterministic stays: heads of loops
 * (but for their numbers), depth checks of recursions (`dep`), masks (`x & 7`), and the helpers of the prelude, which
 * are neither entered nor unwrapped, only removed when nobody needs them and at the end exchanged for simpler ones.
 */
import { PRELUDE_NAMES, PRELUDE_STANDINS } from './generate/prelude.ts';
import { children, isNode, parse, print, put, walk } from './syntax.ts';
import type { Node, Slot } from './syntax.ts';

export type StillFails = (source: string) => boolean | Promise<boolean>;

export interface ShrinkOptions {
  /** How many candidates to try at most; 4,000 unless told. */
  readonly maxTries?: number;
  /** Milliseconds to spend at most; 60,000 unless told. */
  readonly maxTime?: number;
}

export interface ShrinkResult {
  readonly source: string;
  readonly tries: number;
  /** False when a limit ended the work before nothing more could be found. */
  readonly finished: boolean;
}

/** Shrinks a program that fails. Takes a source text or a generated program; the result is source text again. */
export async function shrink(
  program: string | { readonly source: string }, stillFails: StillFails, options: ShrinkOptions = {},
): Promise<ShrinkResult> {
  const source = typeof program === 'string' ? program : program.source;
  const shrinker = new Shrinker(parse(source), stillFails, options);
  if (!(await shrinker.fails(source))) throw new Error('the program to shrink does not fail');
  // Printing may change the text (comments, layout); if that alone cures it, there is nothing to work on.
  if (!(await shrinker.fails(print(shrinker.tree)))) return { source, tries: shrinker.tries, finished: false };
  await shrinker.run();
  return { source: print(shrinker.tree), tries: shrinker.tries, finished: !shrinker.exhausted };
}

class Shrinker {
  tree: Node;
  tries = 0;
  exhausted = false;
  /** Whether expressions are tried against all constants; at first only the likeliest are. */
  #fine = false;
  readonly #stillFails: StillFails;
  readonly #maxTries: number;
  readonly #deadline: number;
  /** Texts that were tried and did not fail. */
  readonly #passed = new Set<string>();

  constructor(tree: Node, stillFails: StillFails, options: ShrinkOptions) {
    this.tree = tree;
    this.#stillFails = stillFails;
    this.#maxTries = options.maxTries ?? 4000;
    this.#deadline = performance.now() + (options.maxTime ?? 60_000);
  }

  async run(): Promise<void> {
    const passes = [
      () => this.removeFromLists(STATEMENT_LISTS), () => this.unwrapStatements(), () => this.removeFromLists(OTHER_LISTS),
      () => this.reduceNumbers(), () => this.simplifyExpressions(), () => this.dropParts(), () => this.inlineVariables(),
    ];
    await this.removeFromLists(PROGRAM);
    await this.simplerPrelude();
    for (let changed = true; changed && !this.exhausted; ) {
      changed = false;
      for (const pass of passes) {
        if (await pass()) changed = true;
        if (this.exhausted) break;
      }
      if (changed || this.exhausted) continue;
      if (await this.simplerPrelude()) changed = true;
      if (!this.#fine) this.#fine = changed = true;
    }
  }

  async fails(source: string): Promise<boolean> {
    this.tries++;
    return await this.#stillFails(source);
  }

  /** Whether the tree as it stands now is a program that still fails. The caller undoes its change if not. */
  async #accepted(): Promise<boolean> {
    if (this.tries >= this.#maxTries || performance.now() > this.#deadline) this.exhausted = true;
    if (this.exhausted) return false;
    const source = print(this.tree);
    if (this.#passed.has(source)) return false;
    try {
      parse(source);
    } catch {
      this.#passed.add(source);
      return false;
    }
    if (await this.fails(source)) return true;
    this.#passed.add(source);
    return false;
  }

  /** Puts `node` into the slot if the program still fails with it. */
  async #tryPut(slot: Slot, old: Node, node: Node | null): Promise<boolean> {
    put(slot, node);
    if (await this.#accepted()) return true;
    put(slot, old);
    return false;
  }

  /** Takes chunks out of lists: halves, quarters, ... single items; outer lists first. */
  async removeFromLists(kinds: ReadonlySet<string>): Promise<boolean> {
    let changed = false;
    // Lists are found again after each change; positions say how far we have come.
    for (let position = 0; ; position++) {
      const found = listsOf(this.tree, kinds)[position];
      if (found === undefined || this.exhausted) return changed;
      const [owner, key] = found;
      if (await this.#removeChunks(owner, key)) changed = true;
    }
  }

  async #removeChunks(owner: Node, key: string): Promise<boolean> {
    let changed = false;
    let size = Math.max(1, Math.ceil((owner[key] as unknown[]).length / 2));
    for (;;) {
      // From the back: later statements depend on earlier ones.
      for (let end = (owner[key] as unknown[]).length; end > 0; end -= size) {
        const items = owner[key] as (Node | null)[];
        const start = Math.max(0, end - size);
        const chunk = items.slice(start, end);
        if (chunk.length === 0 || chunk.every((item) => item !== null && !removable(item))) continue;
        const kept = chunk.filter((item) => item !== null && !removable(item));
        if (items.length === chunk.length && kept.length === 0 && NEEDS_ONE.has(owner.type)) continue;
        owner[key] = [...items.slice(0, start), ...kept, ...items.slice(end)];
        if (await this.#acceptedList(owner, key, items)) changed = true;
        if (this.exhausted) return changed;
      }
      if (size === 1) return changed;
      size = Math.ceil(size / 2);
      if (size > 1 && (owner[key] as unknown[]).length <= 2) size = 1;
    }
  }

  async #acceptedList(owner: Node, key: string, old: unknown): Promise<boolean> {
    const held = hoistLiterals(owner, key, old as (Node | null)[]);
    if (await this.#accepted()) return true;
    held();
    return false;
  }

  /** Puts the inside of a statement in its place. */
  async unwrapStatements(): Promise<boolean> {
    let changed = false;
    for (let again = true; again && !this.exhausted; ) {
      again = false;
      for (const [slot, node] of nodesOf(this.tree)) {
        if (!attached(slot, node) || NEEDS_BLOCK.has(`${slot.parent.type}.${slot.key}`)) continue;
        for (const inner of insides(node)) {
          if (slot.index >= 0 && STATEMENT_LISTS.has(`${slot.parent.type}.${slot.key}`)) {
            const items = slot.parent[slot.key] as Node[];
            const at = items.indexOf(node);
            slot.parent[slot.key] = [...items.slice(0, at), ...inner, ...items.slice(at + 1)];
            if (await this.#accepted()) again = changed = true;
            else slot.parent[slot.key] = items;
          } else if (inner.length === 1 && inner[0] !== undefined) {
            if (await this.#tryPut(slot, node, inner[0])) again = changed = true;
          } else if (node.type !== 'BlockStatement') {
            if (await this.#tryPut(slot, node, { type: 'BlockStatement', body: inner })) again = changed = true;
          }
          if (!attached(slot, node) || this.exhausted) break;
        }
      }
    }
    return changed;
  }

  /** Puts a constant or a part of an expression in its place. */
  async simplifyExpressions(): Promise<boolean> {
    let changed = false;
    const nodes = nodesOf(this.tree, LOOP_HEADS);
    const freely = !nodes.some(([, node]) => /^(For|While|DoWhile)/.test(node.type));
    for (const [slot, node] of nodes) {
      if (this.exhausted) break;
      if (!attached(slot, node) || !isValue(slot, node)) continue;
      for (const simpler of simplifications(node, this.#fine, freely)) {
        if (await this.#tryPut(slot, node, simpler)) {
          changed = true;
          break;
        }
      }
    }
    return changed;
  }

  /** Makes number literals smaller: first much, then less. */
  async reduceNumbers(): Promise<boolean> {
    let changed = false;
    for (const [slot, node] of nodesOf(this.tree)) {
      if (this.exhausted) break;
      if (!attached(slot, node) || node.type !== 'Literal' || typeof node['value'] !== 'number') continue;
      if (isMask(slot) || slot.parent.type === 'AssignmentExpression') continue;
      let current = node;
      for (let again = true; again; ) {
        again = false;
        for (const value of smallerNumbers(current['value'] as number)) {
          const next: Node = { type: 'Literal', value };
          if (await this.#tryPut(slot, current, next)) {
            current = next;
            again = changed = true;
            break;
          }
        }
      }
    }
    return changed;
  }

  /** Drops optional parts: else, finally, catch, initialisers, defaults, labels, heritage, names, static, conditions of loops. */
  async dropParts(): Promise<boolean> {
    let changed = false;
    for (const [, node] of nodesOf(this.tree)) {
      for (const key of OPTIONAL_PARTS[node.type] ?? []) {
        const old = node[key];
        if (old === null || old === undefined || old === false || this.exhausted) continue;
        if (isNode(old) && guards(old)) continue;
        node[key] = typeof old === 'boolean' ? false : null;
        if (await this.#accepted()) changed = true;
        else node[key] = old;
      }
    }
    for (const [slot, node] of nodesOf(this.tree)) {
      if (this.exhausted || !attached(slot, node)) continue;
      const body = node['body'];
      if (/^(For|While|DoWhile|ForIn|ForOf|Labeled)Statement$/.test(node.type) && isNode(body) && print(body) !== '{}') {
        if (await this.#tryPut({ parent: node, key: 'body', index: -1 }, body, { type: 'BlockStatement', body: [] })) changed = true;
      }
      const test = node['test'];
      if (/^(For|While|DoWhile)Statement$/.test(node.type) && isNode(test) && test.type === 'LogicalExpression') {
        // A count and another condition: the count is enough.
        if (await this.#tryPut({ parent: node, key: 'test', index: -1 }, test, test['left'] as Node)) changed = true;
      } else if (node.type === 'AssignmentPattern' && (await this.#tryPut(slot, node, node['left'] as Node))) changed = true;
      else if (node.type === 'FunctionExpression' && slot.parent.type !== 'Property' && slot.parent.type !== 'MethodDefinition') {
        if (await this.#tryPut(slot, node, { ...node, type: 'ArrowFunctionExpression', id: null, expression: false })) changed = true;
      } else if (node.type === 'VariableDeclaration' && node['kind'] !== 'let') {
        if (await this.#tryPut(slot, node, { ...node, kind: 'let' })) changed = true;
      }
    }
    return changed;
  }

  /** Puts a variable's initial value in the place of its uses, or an arrow's expression in the place of its block. */
  async inlineVariables(): Promise<boolean> {
    let changed = false;
    for (const [, node] of nodesOf(this.tree)) {
      if (node.type !== 'VariableDeclarator' || !isNode(node['init']) || this.exhausted) continue;
      const id = node['id'] as Node;
      if (id.type !== 'Identifier' || PRELUDE_NAMES.has(id['name'] as string)) continue;
      for (const [slot, use] of nodesOf(this.tree, LOOP_HEADS)) {
        if (use.type !== 'Identifier' || use['name'] !== id['name'] || use === id || !attached(slot, use) || !isValue(slot, use)) continue;
        if (await this.#tryPut(slot, use, clone(node['init'] as Node))) changed = true;
      }
    }
    for (const [, node] of nodesOf(this.tree)) {
      const body = node['body'];
      if (node.type !== 'ArrowFunctionExpression' || !isNode(body) || body.type !== 'BlockStatement' || this.exhausted) continue;
      const statements = body['body'] as Node[];
      const only = statements[0];
      if (statements.length !== 1 || only?.type !== 'ReturnStatement' || !isNode(only['argument'])) continue;
      node['body'] = only['argument'];
      node['expression'] = true;
      if (await this.#accepted()) changed = true;
      else Object.assign(node, { body, expression: false });
    }
    return changed;
  }

  /** Exchanges helpers of the prelude for simpler ones: for each, the first stand-in that still fails. */
  async simplerPrelude(): Promise<boolean> {
    let changed = false;
    const done = new Set<string>();
    for (const [name, source] of PRELUDE_STANDINS) {
      const at = (this.tree['body'] as Node[]).findIndex((node) => declares(node, name));
      const old = (this.tree['body'] as Node[])[at];
      const standin = (parse(source)['body'] as Node[])[0];
      if (old === undefined || standin === undefined || done.has(name)) continue;
      if (print(standin) === print(old)) done.add(name);
      else if (await this.#tryPut({ parent: this.tree, key: 'body', index: at }, old, standin)) {
        done.add(name);
        changed = true;
      }
    }
    return changed;
  }
}

const PROGRAM: ReadonlySet<string> = new Set(['Program.body']);
const STATEMENT_LISTS: ReadonlySet<string> = new Set(['Program.body', 'BlockStatement.body', 'SwitchCase.consequent', 'StaticBlock.body']);
const OTHER_LISTS: ReadonlySet<string> = new Set([
  'ClassBody.body', 'SwitchStatement.cases', 'ObjectExpression.properties', 'ObjectPattern.properties', 'ArrayExpression.elements',
  'ArrayPattern.elements', 'CallExpression.arguments', 'NewExpression.arguments', 'VariableDeclaration.declarations',
  'FunctionDeclaration.params', 'FunctionExpression.params', 'ArrowFunctionExpression.params', 'SequenceExpression.expressions',
  'TemplateLiteral.expressions',
]);

/** What must not lose the last item of its list (`let ;` would parse, as something else). */
const NEEDS_ONE: ReadonlySet<string> = new Set(['VariableDeclaration', 'SequenceExpression']);

/** Where the grammar wants what is there and no other statement. */
const NEEDS_BLOCK: ReadonlySet<string> = new Set([
  'FunctionDeclaration.body', 'FunctionExpression.body', 'ArrowFunctionExpression.body', 'TryStatement.block', 'TryStatement.finalizer', 'CatchClause.body',
  'ForStatement.init', 'ForInStatement.left', 'ForOfStatement.left',
]);

/** What makes loops end. */
const LOOP_HEADS: ReadonlySet<string> = new Set([
  'ForStatement.init', 'ForStatement.test', 'ForStatement.update', 'WhileStatement.test', 'DoWhileStatement.test',
]);

const OPTIONAL_PARTS: Readonly<Record<string, readonly string[]>> = {
  IfStatement: ['alternate'], TryStatement: ['finalizer', 'handler'], CatchClause: ['param'], VariableDeclarator: ['init'],
  ReturnStatement: ['argument'], BreakStatement: ['label'], ContinueStatement: ['label'], ClassDeclaration: ['superClass'],
  ClassExpression: ['superClass', 'id'], FunctionExpression: ['id'], PropertyDefinition: ['value', 'static'], MethodDefinition: ['static'],
  MemberExpression: ['optional'], CallExpression: ['optional'],
};

/** The lists of these kinds in the tree, outer ones first; those inside the prelude's helpers are not of interest. */
function listsOf(tree: Node, kinds: ReadonlySet<string>): [Node, string][] {
  const result: [Node, string][] = [];
  const queue: Node[] = [tree];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const key of Object.keys(node)) {
      const value = node[key];
      if (Array.isArray(value) && value.length > 0 && kinds.has(`${node.type}.${key}`)) result.push([node, key]);
    }
    for (const [, child] of children(node)) if (!isHelper(child)) queue.push(child);
  }
  return result;
}

/** All nodes with their places, parents first, without the insides of the prelude's helpers. */
function nodesOf(tree: Node, without: ReadonlySet<string> = new Set()): [Slot, Node][] {
  const result: [Slot, Node][] = [];
  const visit = (node: Node): void => {
    for (const entry of children(node)) {
      if (isHelper(entry[1]) || without.has(`${node.type}.${entry[0].key}`)) continue;
      result.push(entry);
      visit(entry[1]);
    }
  };
  visit(tree);
  return result;
}

/** Whether the node still hangs where it was found. */
function attached(slot: Slot, node: Node): boolean {
  const value = slot.parent[slot.key];
  return slot.index < 0 ? value === node : Array.isArray(value) && value[slot.index] === node;
}

function declares(node: Node, name: string): boolean {
  return node.type === 'FunctionDeclaration' && isNode(node['id']) && node['id']['name'] === name;
}

/** A helper of the prelude: it can go as a whole, but its inside is left alone. */
function isHelper(node: Node): boolean {
  return node.type === 'FunctionDeclaration' && isNode(node['id']) && PRELUDE_NAMES.has(node['id']['name'] as string);
}

/** The check that ends a recursion stays as long as its function does. */
function removable(node: Node): boolean {
  return !(node.type === 'IfStatement' && guards(node['test'] as Node));
}

function guards(node: Node): boolean {
  const isGuard = (n: Node): boolean => n.type === 'Identifier' && /^(dep\d*|tick|budget)$/.test(n['name'] as string);
  return isGuard(node) || [...walk(node)].some(([, n]) => isGuard(n));
}

/** Removing the hole of a template must join the texts around it; gives back how to undo. */
function hoistLiterals(owner: Node, key: string, old: (Node | null)[]): () => void {
  const undo = (): void => { owner[key] = old; };
  if (owner.type !== 'TemplateLiteral') return undo;
  const quasis = owner['quasis'] as Node[];
  const kept = new Set(owner[key] as (Node | null)[]);
  const joined: Node[] = [];
  quasis.forEach((quasi, i) => {
    const last = joined.at(-1);
    const before = old[i - 1];
    if (last === undefined || before === undefined || kept.has(before)) joined.push(quasi);
    else joined[joined.length - 1] = { ...quasi, value: { raw: raw(last) + raw(quasi) } };
  });
  owner['quasis'] = joined;
  return () => {
    owner['quasis'] = quasis;
    undo();
  };
}

function raw(quasi: Node): string {
  return (quasi['value'] as { raw: string }).raw;
}

function bodyOf(node: Node): Node[] {
  return node.type === 'BlockStatement' ? (node['body'] as Node[]) : [node];
}

/** Statement lists that could stand in the place of a statement. */
function insides(node: Node): Node[][] {
  const part = (key: string): Node[] => (isNode(node[key]) ? bodyOf(node[key]) : []);
  const value = (key: string): Node[] => (isNode(node[key]) ? [{ type: 'ExpressionStatement', expression: node[key] }] : []);
  switch (node.type) {
    case 'IfStatement':
      return guards(node['test'] as Node) ? [] : [part('consequent'), ...(isNode(node['alternate']) ? [part('alternate')] : []), value('test')];
    case 'ForStatement': return [[...(isNode(node['init']) ? [statementOf(node['init'])] : []), ...part('body')], part('body')];
    case 'ForInStatement': case 'ForOfStatement': {
      const left = node['left'] as Node;
      const bound = left.type === 'VariableDeclaration' ? [{ ...left, kind: 'let', declarations: (left['declarations'] as Node[]).map((d) => ({ ...d, init: null })) }] : [];
      return [part('body'), [...bound, ...part('body')], value('right')];
    }
    case 'WhileStatement': case 'DoWhileStatement': case 'LabeledStatement': return [part('body')];
    case 'BlockStatement': return [node['body'] as Node[]];
    case 'TryStatement': {
      const after = isNode(node['finalizer']) ? part('finalizer') : [];
      return [part('block'), [...part('block'), ...after], after];
    }
    case 'SwitchStatement': return [(node['cases'] as Node[]).flatMap((c) => c['consequent'] as Node[]), ...(node['cases'] as Node[]).map((c) => c['consequent'] as Node[])];
    case 'ExpressionStatement': {
      // A function called on the spot: its body instead.
      const call = node['expression'] as Node;
      const callee = call.type === 'CallExpression' ? (call['callee'] as Node) : null;
      return callee !== null && /Function/.test(callee.type) && isNode(callee['body']) && callee['body'].type === 'BlockStatement' ? [callee['body']['body'] as Node[]] : [];
    }
    case 'FunctionDeclaration': return [part('body')];
    case 'VariableDeclaration':
      return [(node['declarations'] as Node[]).flatMap((d) => (isNode(d['init']) ? [{ type: 'ExpressionStatement', expression: d['init'] }] : []))];
    case 'ReturnStatement': return [value('argument')];
    default: return [];
  }
}

function statementOf(node: Node): Node {
  return /(Statement|Declaration)$/.test(node.type) ? node : { type: 'ExpressionStatement', expression: node };
}

const VALUES: ReadonlySet<string> = new Set([
  'Identifier', 'Literal', 'ThisExpression', 'TemplateLiteral', 'TaggedTemplateExpression', 'ArrayExpression', 'ObjectExpression', 'FunctionExpression',
  'ArrowFunctionExpression', 'ClassExpression', 'UnaryExpression', 'UpdateExpression', 'BinaryExpression', 'LogicalExpression', 'AssignmentExpression',
  'ConditionalExpression', 'SequenceExpression', 'ChainExpression', 'MemberExpression', 'CallExpression', 'NewExpression', 'MetaProperty',
]);

/** Whether the node is an expression that is read, and nothing that a program's end depends on. */
function isValue(slot: Slot, node: Node): boolean {
  if (!VALUES.has(node.type)) return false;
  const { parent, key } = slot;
  switch (parent.type) {
    case 'IfStatement': return !(key === 'test' && guards(node));
    case 'Property': return key === 'value' && parent['kind'] === 'init' && parent['method'] !== true || (key === 'key' && parent['computed'] === true);
    case 'PropertyDefinition': return key === 'value' || parent['computed'] === true;
    case 'MethodDefinition': return key === 'key' && parent['computed'] === true;
    case 'MemberExpression': return key === 'object' || parent['computed'] === true;
    case 'AssignmentExpression': return key === 'right';
    case 'AssignmentPattern': return key === 'right';
    case 'UpdateExpression': case 'RestElement': case 'ArrayPattern': case 'CatchClause': case 'ForInStatement': case 'ForOfStatement':
      return key === 'right';
    case 'VariableDeclarator': return key === 'init';
    case 'FunctionDeclaration': case 'FunctionExpression': case 'ClassDeclaration': case 'ClassExpression': return key === 'superClass';
    case 'ArrowFunctionExpression': return key === 'body';
    case 'LabeledStatement': case 'BreakStatement': case 'ContinueStatement': case 'MetaProperty': return false;
    case 'BinaryExpression': return !isMask(slot) && !guards(parent);
    case 'ExpressionStatement': return typeof parent['directive'] !== 'string';
    case 'CallExpression': return key !== 'callee' || node.type !== 'Identifier';
    default: return true;
  }
}

/** The small number in `x & 7`. */
function isMask(slot: Slot): boolean {
  return slot.key === 'right' && slot.parent.type === 'BinaryExpression' && slot.parent['operator'] === '&';
}

function constant(value: number | string | boolean | null): Node {
  return { type: 'Literal', value };
}

/** What could stand in the place of an expression, the simplest first. `freely`: the program has no loop to run away. */
function simplifications(node: Node, fine: boolean, freely: boolean): Node[] {
  if (node.type === 'Literal') {
    const value = node['value'];
    if (typeof value === 'string' && value.length > 1) return [constant(''), constant('a')];
    return [];
  }
  const constants: Node[] = [constant(0)];
  if (fine) constants.push(constant(1), constant(''), { type: 'Identifier', name: 'undefined' });
  if (node.type === 'Identifier') return node['name'] === 'undefined' ? [] : constants.slice(0, 2);
  if (node.type === 'ArrayExpression' && (node['elements'] as unknown[]).length === 0) return constants.slice(0, 1);
  if (node.type === 'ObjectExpression' && (node['properties'] as unknown[]).length === 0) return constants.slice(0, 1);
  if (node.type === 'CallExpression' && isHelperCall(node)) {
    // Not unwrapped: the argument alone may grow without end, or print what engines word differently.
    const name = (node['callee'] as Node)['name'] as string;
    if (name === 'show') return [];
    const argument = (node['arguments'] as Node[])[0];
    return freely && argument !== undefined && /^(cap|prim)$/.test(name) ? [...constants, argument] : constants;
  }
  const parts: Node[] = [];
  const keepsMask = node.type === 'BinaryExpression' && (node['operator'] === '&' || guards(node));
  if (!keepsMask) {
    for (const [slot, child] of children(node)) {
      if (isValue(slot, child) && child.type !== 'Identifier') parts.push(child);
      else if (child.type === 'Identifier' && isValue(slot, child)) parts.push(child);
      else if (child.type === 'Property' && isNode(child['value']) && VALUES.has(child['value'].type)) parts.push(child['value']);
      else if (child.type === 'SpreadElement') parts.push(child['argument'] as Node);
    }
    if (/^(Arrow)?FunctionExpression$/.test(node.type) && isNode(node['body']) && node['body'].type !== 'BlockStatement') parts.push(node['body']);
  }
  const empty = fine ? [{ type: 'ArrayExpression', elements: [] }, { type: 'ObjectExpression', properties: [] }] : [];
  return [...constants, ...empty, ...parts];
}

function isHelperCall(node: Node): boolean {
  const callee = node['callee'] as Node;
  return callee.type === 'Identifier' && PRELUDE_NAMES.has(callee['name'] as string);
}

function smallerNumbers(value: number): number[] {
  const tries = [0, 1, 2, 3, Math.floor(value / 100), Math.floor(value / 10), Math.floor(value / 2), Math.floor(value * 0.9), value - 1, Math.trunc(value)];
  return [...new Set(tries)].filter((n) => n >= 0 && n < value && Number.isFinite(n));
}

function clone(node: Node): Node {
  return structuredClone(node);
}
