// Allocation-heavy trees: a splay tree that is filled with small documents, and whose nodes are replaced all the time.
//
// Top-down splaying after Sleator and Tarjan. Nodes live long enough to be promoted by a generational collector and die
// afterwards, as in a cache. Keys have to come out sorted, and payloads unharmed.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const SIZE = SCALE < 0.1 ? 200 : 8000;
const CHANGES = Math.max(50, Math.round(60_000 * SCALE));

class Node {
  constructor(key, value) {
    this.key = key;
    this.value = value;
    this.left = null;
    this.right = null;
  }
}

class SplayTree {
  root = null;
  size = 0;

  /** Brings the node with the key, or the last one met on the way to it, to the root. */
  splay(key) {
    const header = new Node(0, null);
    let left = header;
    let right = header;
    let current = this.root;
    for (;;) {
      if (key < current.key) {
        if (current.left === null) break;
        if (key < current.left.key) {
          const node = current.left;
          current.left = node.right;
          node.right = current;
          current = node;
          if (current.left === null) break;
        }
        right.left = current;
        right = current;
        current = current.left;
      } else if (key > current.key) {
        if (current.right === null) break;
        if (key > current.right.key) {
          const node = current.right;
          current.right = node.left;
          node.left = current;
          current = node;
          if (current.right === null) break;
        }
        left.right = current;
        left = current;
        current = current.right;
      } else {
        break;
      }
    }
    left.right = current.left;
    right.left = current.right;
    current.left = header.right;
    current.right = header.left;
    this.root = current;
  }

  insert(key, value) {
    const node = new Node(key, value);
    this.size++;
    if (this.root !== null) {
      this.splay(key);
      if (this.root.key === key) throw new Error(`key ${key} is there already`);
      if (key > this.root.key) {
        node.left = this.root;
        node.right = this.root.right;
        this.root.right = null;
      } else {
        node.right = this.root;
        node.left = this.root.left;
        this.root.left = null;
      }
    }
    this.root = node;
  }

  remove(key) {
    this.splay(key);
    if (this.root.key !== key) throw new Error(`key ${key} is not there`);
    const removed = this.root;
    this.size--;
    if (removed.left === null) {
      this.root = removed.right;
    } else {
      this.root = removed.left;
      this.splay(key);
      this.root.right = removed.right;
    }
    return removed;
  }

  find(key) {
    if (this.root === null) return null;
    this.splay(key);
    return this.root.key === key ? this.root : null;
  }

  /** The largest key below the given one, or null. */
  floor(key) {
    this.splay(key);
    if (this.root.key < key) return this.root.key;
    let node = this.root.left;
    if (node === null) return null;
    while (node.right !== null) node = node.right;
    return node.key;
  }

  keys() {
    const keys = [];
    const stack = [];
    let node = this.root;
    while (node !== null || stack.length > 0) {
      while (node !== null) {
        stack.push(node);
        node = node.left;
      }
      node = stack.pop();
      keys.push(node.key);
      node = node.right;
    }
    return keys;
  }
}

let state = 49_734_321;
function random() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

/** A small document: nested arrays and objects with the key in their leaves. */
const makePayload = (depth, key) =>
  depth === 0
    ? { values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], label: `value of ${key}` }
    : { left: makePayload(depth - 1, key), right: makePayload(depth - 1, key) };

const depthOf = (payload) => (payload.left === undefined ? 0 : 1 + depthOf(payload.left));

const tree = new SplayTree();
function insertNew() {
  let key;
  do key = random();
  while (tree.find(key) !== null);
  tree.insert(key, makePayload(3, key));
  return key;
}

for (let i = 0; i < SIZE; i++) insertNew();
let removals = 0;
for (let i = 0; i < CHANGES; i++) {
  const key = insertNew();
  const victim = tree.floor(key);
  const { value } = tree.remove(victim ?? key);
  if (depthOf(value) !== 3) throw new Error('a payload was damaged');
  removals++;
}
const keys = tree.keys();
if (keys.length !== SIZE || tree.size !== SIZE) throw new Error(`the tree has ${keys.length} nodes`);
for (let i = 1; i < keys.length; i++) if (!(keys[i - 1] < keys[i])) throw new Error('keys are out of order');
const middle = tree.find(keys[keys.length >> 1]);
console.log(`splay-tree: ${SIZE} nodes, ${removals} replaced, ${middle.value.left.left.left.label}`);
