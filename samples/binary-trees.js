// Binary trees: builds and walks perfect binary trees of many depths, most of which die young while one lives on.
//
// Shows: allocation, garbage collection and recursion. A perfect tree of depth d has 2^(d + 1) - 1 nodes.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const MAX_DEPTH = 15 + Math.round(Math.log2(SCALE));
const MIN_DEPTH = 4;

class Tree {
  constructor(left, right) {
    this.left = left;
    this.right = right;
  }

  static ofDepth(depth) {
    return depth === 0 ? new Tree(null, null) : new Tree(Tree.ofDepth(depth - 1), Tree.ofDepth(depth - 1));
  }

  get isLeaf() {
    return this.left === null;
  }

  count() {
    return this.isLeaf ? 1 : 1 + this.left.count() + this.right.count();
  }

  height() {
    return this.isLeaf ? 0 : 1 + Math.max(this.left.height(), this.right.height());
  }
}

function expect(actual, wanted, what) {
  if (actual !== wanted) throw new Error(`${what}: ${actual} instead of ${wanted}`);
  return actual;
}

const nodesOf = (depth) => 2 ** (depth + 1) - 1;

const stretchDepth = MAX_DEPTH + 1;
const stretched = expect(Tree.ofDepth(stretchDepth).count(), nodesOf(stretchDepth), 'stretch tree');
console.log(`stretch tree of depth ${stretchDepth}: ${stretched} nodes`);

const longLived = Tree.ofDepth(MAX_DEPTH);

for (let depth = MIN_DEPTH; depth <= MAX_DEPTH; depth += 2) {
  const trees = 2 ** (MAX_DEPTH - depth + MIN_DEPTH);
  let nodes = 0;
  for (let i = 0; i < trees; i++) nodes += Tree.ofDepth(depth).count();
  expect(nodes, trees * nodesOf(depth), `depth ${depth}`);
  console.log(`${String(trees).padStart(6)} trees of depth ${String(depth).padStart(2)}: ${nodes} nodes`);
}

expect(longLived.height(), MAX_DEPTH, 'height of the long-lived tree');
console.log(`long-lived tree of depth ${MAX_DEPTH}: ${longLived.count()} nodes`);
