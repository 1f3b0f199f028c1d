// Loop recognition in control-flow graphs (after Paul Havlak, "Nesting of reducible and irreducible loops").
//
// Generates the control-flow graphs of random structured programs with some irreducible regions mixed in, finds the
// loops of each and how they nest, and compares with what the generator knows that it has put in.
// Shows: graphs of objects, Map and Set, union-find, depth-first search with a worklist, class hierarchies.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const GRAPHS = 9 * SCALE;
const STATEMENTS = 18;
const MAX_NESTING = 6;

class Block {
  constructor(id) {
    this.id = id;
    this.successors = [];
    this.predecessors = [];
  }
}

class FlowGraph {
  constructor() {
    this.blocks = [];
    this.entry = this.addBlock();
  }

  addBlock() {
    const block = new Block(this.blocks.length);
    this.blocks.push(block);
    return block;
  }

  connect(from, to) {
    from.successors.push(to);
    to.predecessors.push(from);
  }

  /** A new block that is reached from the given ones. */
  join(...sources) {
    const block = this.addBlock();
    for (const source of sources) this.connect(source, block);
    return block;
  }

  get edgeCount() {
    return this.blocks.reduce((sum, { successors }) => sum + successors.length, 0);
  }
}

const LoopKind = { REDUCIBLE: 'reducible', SELF: 'self', IRREDUCIBLE: 'irreducible' };

class Loop {
  constructor(header, kind) {
    this.header = header;
    this.kind = kind;
    this.parent = null;
    this.children = [];
    this.blocks = [];
  }

  nestIn(parent) {
    this.parent = parent;
    parent.children.push(this);
  }

  get depth() {
    let depth = 1;
    for (let loop = this.parent; loop !== null; loop = loop.parent) depth++;
    return depth;
  }
}

/** A block during the search: its number in depth-first order, and the loop header it has been merged into. */
class Node {
  constructor(block, number) {
    this.block = block;
    this.number = number;
    this.last = number;
    this.representative = this;
    this.loop = null;
    this.backEdges = [];
    this.otherEdges = new Set();
  }

  isAncestorOf(other) {
    return this.number <= other.number && other.number <= this.last;
  }

  find() {
    let root = this;
    while (root.representative !== root) root = root.representative;
    for (let node = this; node !== root; ) {
      const next = node.representative;
      node.representative = root;
      node = next;
    }
    return root;
  }
}

class LoopFinder {
  #graph;
  #nodes = [];
  #nodeOf = new Map();

  constructor(graph) {
    this.#graph = graph;
  }

  run() {
    this.#number();
    this.#classifyEdges();
    const loops = [];
    for (let i = this.#nodes.length - 1; i >= 0; i--) {
      const loop = this.#loopAt(this.#nodes[i]);
      if (loop !== null) loops.push(loop);
    }
    return loops;
  }

  /** Numbers the blocks in the order in which a depth-first search meets them. */
  #number() {
    const stack = [{ node: this.#visit(this.#graph.entry), next: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const { successors } = top.node.block;
      if (top.next < successors.length) {
        const block = successors[top.next++];
        if (!this.#nodeOf.has(block)) stack.push({ node: this.#visit(block), next: 0 });
      } else {
        top.node.last = this.#nodes.length - 1;
        stack.pop();
      }
    }
  }

  #visit(block) {
    const node = new Node(block, this.#nodes.length);
    this.#nodes.push(node);
    this.#nodeOf.set(block, node);
    return node;
  }

  #classifyEdges() {
    for (const node of this.#nodes) {
      for (const predecessor of node.block.predecessors) {
        const from = this.#nodeOf.get(predecessor);
        if (from === undefined) continue;
        if (node.isAncestorOf(from)) node.backEdges.push(from);
        else node.otherEdges.add(from);
      }
    }
  }

  /** The loop that has the given node as its header, or null. All inner loops have been found already. */
  #loopAt(header) {
    if (header.backEdges.length === 0) return null;
    const body = new Set();
    for (const source of header.backEdges) {
      if (source !== header) body.add(source.find());
    }
    let kind = body.size === 0 ? LoopKind.SELF : LoopKind.REDUCIBLE;
    for (const node of body) {
      for (const source of node.otherEdges) {
        const from = source.find();
        if (!header.isAncestorOf(from)) {
          kind = LoopKind.IRREDUCIBLE;
          header.otherEdges.add(from);
        } else if (from !== header) {
          body.add(from);
        }
      }
    }
    const loop = new Loop(header.block, kind);
    header.loop = loop;
    for (const node of body) {
      node.representative = header;
      if (node.loop !== null) node.loop.nestIn(loop);
      else loop.blocks.push(node.block);
    }
    return loop;
  }
}

/** Makes the graph of a random program and keeps book of the loops in it. */
class Generator {
  constructor(seed) {
    this.state = seed;
    this.graph = new FlowGraph();
    this.planned = { reducible: 0, self: 0, irreducible: 0 };
    this.deepest = 0;
    this.depthSum = 0;
  }

  random(limit) {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return (this.state >>> 10) % limit;
  }

  plan(kind, depth) {
    this.planned[kind]++;
    this.depthSum += depth;
    this.deepest = Math.max(this.deepest, depth);
  }

  program(statements) {
    let block = this.graph.entry;
    for (let i = 0; i < statements; i++) block = this.statement(block, 0, 0);
    return this.graph;
  }

  /** Adds a statement after the given block, inside so many statements and loops; returns the block that comes next. */
  statement(block, level, loops) {
    const { graph } = this;
    if (level === MAX_NESTING) return graph.join(block);
    switch (this.random(8)) {
      case 0:
      case 1:
      case 2: return this.branch(block, level + 1, loops);
      case 3:
      case 4: return this.whileLoop(block, level + 1, loops + 1);
      case 5: return this.selfLoop(block, loops + 1);
      case 6: return this.random(3) === 0 ? this.irreducible(block, level + 1, loops + 1) : graph.join(block);
      default: return graph.join(block);
    }
  }

  sequence(block, level, loops) {
    const length = 1 + this.random(3);
    let last = block;
    for (let i = 0; i < length; i++) last = this.statement(last, level, loops);
    return last;
  }

  branch(block, level, loops) {
    const { graph } = this;
    const then = this.sequence(graph.join(block), level, loops);
    if (this.random(2) === 0) return graph.join(block, then);
    return graph.join(then, this.sequence(graph.join(block), level, loops));
  }

  /** A loop with its test at the head and, sometimes, a `break` and a `continue` in its body. */
  whileLoop(block, level, loops) {
    const { graph } = this;
    this.plan('reducible', loops);
    const header = graph.join(block);
    const exit = graph.join(header);
    let body = this.sequence(graph.join(header), level, loops);
    if (this.random(3) === 0) {
      graph.connect(body, exit);
      body = this.sequence(graph.join(body), level, loops);
    }
    if (this.random(3) === 0) {
      graph.connect(body, header);
      body = this.sequence(graph.join(body), level, loops);
    }
    graph.connect(body, header);
    return exit;
  }

  selfLoop(block, loops) {
    this.plan('self', loops);
    const body = this.graph.join(block);
    this.graph.connect(body, body);
    return this.graph.join(body);
  }

  /** A loop that can be entered in two places. */
  irreducible(block, level, loops) {
    const { graph } = this;
    this.plan('irreducible', loops);
    const left = graph.join(block);
    const right = graph.join(block);
    graph.connect(this.sequence(left, level, loops), right);
    const end = this.sequence(right, level, loops);
    graph.connect(end, left);
    return graph.join(end);
  }
}

const totals = {
  blocks: 0, edges: 0,
  loops: 0, reducible: 0, self: 0, irreducible: 0,
  deepest: 0, depthSum: 0, members: 0,
};

for (let i = 1; i <= GRAPHS; i++) {
  const generator = new Generator(i * 7919);
  const graph = generator.program(STATEMENTS);
  const loops = new LoopFinder(graph).run();

  const found = { reducible: 0, self: 0, irreducible: 0 };
  let deepest = 0;
  let depthSum = 0;
  for (const { kind, depth, blocks } of loops) {
    found[kind]++;
    deepest = Math.max(deepest, depth);
    depthSum += depth;
    totals.members += 1 + blocks.length;
  }
  const { planned } = generator;
  for (const kind of Object.values(LoopKind)) {
    if (found[kind] !== planned[kind]) throw new Error(`graph ${i}: ${found[kind]} of ${planned[kind]} ${kind} loops`);
    totals[kind] += found[kind];
  }
  if (deepest !== generator.deepest || depthSum !== generator.depthSum) throw new Error(`graph ${i}: wrong nesting`);

  totals.blocks += graph.blocks.length;
  totals.edges += graph.edgeCount;
  totals.loops += loops.length;
  totals.deepest = Math.max(totals.deepest, deepest);
  totals.depthSum += depthSum;
}

const { blocks, edges, loops, reducible, self, irreducible, deepest, depthSum, members } = totals;
console.log(`havlak: ${GRAPHS} graphs, ${blocks} blocks, ${edges} edges`);
console.log(`${loops} loops: ${reducible} reducible, ${self} of a single block, ${irreducible} irreducible`);
console.log(`deepest nesting ${deepest}, mean ${(depthSum / loops).toFixed(4)}, ${members} blocks in loops`);
