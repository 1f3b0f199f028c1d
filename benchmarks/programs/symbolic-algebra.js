// Megamorphic dispatch: expressions of a dozen node classes, differentiated, simplified, evaluated and printed.
//
// Each operation exists as methods of the classes and as a visitor, so the same sites see all classes. Derivatives are checked
// against difference quotients, and printed expressions are evaluated again natively.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const EXPRESSIONS = Math.max(5, Math.round(6000 * SCALE));

class Node {
  evaluate() { throw new Error('abstract'); }
  derive() { throw new Error('abstract'); }
  simplify() { return this; }
  accept(visitor) { return visitor[`visit${this.constructor.name}`](this); }
  get isConstant() { return false; }
  get children() { return []; }
}

class Constant extends Node {
  constructor(value) { super(); this.value = value; }
  evaluate() { return this.value; }
  derive() { return ZERO; }
  toString() { return this.value < 0 ? `(${this.value})` : String(this.value); }
  get isConstant() { return true; }
}
const ZERO = new Constant(0);
const ONE = new Constant(1);

class Variable extends Node {
  evaluate(x) { return x; }
  derive() { return ONE; }
  toString() { return 'x'; }
}
const X = new Variable();

class Unary extends Node {
  constructor(inner) { super(); this.inner = inner; }
  get children() { return [this.inner]; }
  simplify() {
    const inner = this.inner.simplify();
    const made = inner === this.inner ? this : new this.constructor(inner);
    return inner.isConstant ? new Constant(made.evaluate(0)) : made.reduce();
  }
  reduce() { return this; }
}

class Negate extends Unary {
  evaluate(x) { return -this.inner.evaluate(x); }
  derive() { return new Negate(this.inner.derive()); }
  reduce() { return this.inner instanceof Negate ? this.inner.inner : this; }
  toString() { return `(-${this.inner})`; }
}
class Sine extends Unary {
  evaluate(x) { return Math.sin(this.inner.evaluate(x)); }
  derive() { return new Product(new Cosine(this.inner), this.inner.derive()); }
  toString() { return `Math.sin(${this.inner})`; }
}
class Cosine extends Unary {
  evaluate(x) { return Math.cos(this.inner.evaluate(x)); }
  derive() { return new Negate(new Product(new Sine(this.inner), this.inner.derive())); }
  toString() { return `Math.cos(${this.inner})`; }
}
class Exponential extends Unary {
  evaluate(x) { return Math.exp(this.inner.evaluate(x)); }
  derive() { return new Product(this, this.inner.derive()); }
  toString() { return `Math.exp(${this.inner})`; }
}
class ArcTangent extends Unary {
  evaluate(x) { return Math.atan(this.inner.evaluate(x)); }
  derive() { return new Quotient(this.inner.derive(), new Sum(ONE, new Product(this.inner, this.inner))); }
  toString() { return `Math.atan(${this.inner})`; }
}
class Square extends Unary {
  evaluate(x) { const value = this.inner.evaluate(x); return value * value; }
  derive() { return new Product(new Product(new Constant(2), this.inner), this.inner.derive()); }
  toString() { return `(${this.inner} ** 2)`; }
}

class Binary extends Node {
  constructor(left, right) { super(); this.left = left; this.right = right; }
  get children() { return [this.left, this.right]; }
  simplify() {
    const left = this.left.simplify();
    const right = this.right.simplify();
    const made = left === this.left && right === this.right ? this : new this.constructor(left, right);
    return left.isConstant && right.isConstant ? new Constant(made.evaluate(0)) : made.reduce();
  }
  reduce() { return this; }
}

class Sum extends Binary {
  evaluate(x) { return this.left.evaluate(x) + this.right.evaluate(x); }
  derive() { return new Sum(this.left.derive(), this.right.derive()); }
  reduce() { return this.left.value === 0 ? this.right : this.right.value === 0 ? this.left : this; }
  toString() { return `(${this.left} + ${this.right})`; }
}
class Difference extends Binary {
  evaluate(x) { return this.left.evaluate(x) - this.right.evaluate(x); }
  derive() { return new Difference(this.left.derive(), this.right.derive()); }
  reduce() { return this.right.value === 0 ? this.left : this.left.value === 0 ? new Negate(this.right) : this; }
  toString() { return `(${this.left} - ${this.right})`; }
}
class Product extends Binary {
  evaluate(x) { return this.left.evaluate(x) * this.right.evaluate(x); }
  derive() { return new Sum(new Product(this.left.derive(), this.right), new Product(this.left, this.right.derive())); }
  reduce() {
    if (this.left.value === 0 || this.right.value === 0) return ZERO;
    return this.left.value === 1 ? this.right : this.right.value === 1 ? this.left : this;
  }
  toString() { return `(${this.left} * ${this.right})`; }
}
class Quotient extends Binary {
  evaluate(x) { return this.left.evaluate(x) / this.right.evaluate(x); }
  derive() {
    return new Quotient(new Difference(new Product(this.left.derive(), this.right), new Product(this.left, this.right.derive())), new Square(this.right));
  }
  reduce() { return this.left.value === 0 ? ZERO : this.right.value === 1 ? this.left : this; }
  toString() { return `(${this.left} / ${this.right})`; }
}

/** Counts nodes by class, with a method for each. */
class Census {
  counts = {};
  add(name, node) {
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    return node.children.reduce((sum, child) => sum + child.accept(this), 1);
  }
  visitConstant(node) { return this.add('constant', node); }
  visitVariable(node) { return this.add('variable', node); }
  visitNegate(node) { return this.add('negate', node); }
  visitSine(node) { return this.add('sine', node); }
  visitCosine(node) { return this.add('cosine', node); }
  visitExponential(node) { return this.add('exponential', node); }
  visitArcTangent(node) { return this.add('arc tangent', node); }
  visitSquare(node) { return this.add('square', node); }
  visitSum(node) { return this.add('sum', node); }
  visitDifference(node) { return this.add('difference', node); }
  visitProduct(node) { return this.add('product', node); }
  visitQuotient(node) { return this.add('quotient', node); }
}

let state = 41;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

function generate(depth) {
  if (depth === 0) return random(3) === 0 ? new Constant(random(7) - 3) : X;
  const inner = () => generate(depth - 1 - random(2 > depth ? 1 : 2));
  switch (random(11)) {
    case 0: return new Negate(inner());
    case 1: return new Sine(inner());
    case 2: return new Cosine(inner());
    case 3: return new ArcTangent(inner());
    case 4: return new Square(new Sine(inner()));
    case 5: return new Exponential(new Sine(inner()));
    case 6: return new Difference(inner(), inner());
    case 7: return new Quotient(inner(), new Sum(new Constant(3), new Cosine(inner())));
    case 8: return new Product(inner(), new ArcTangent(inner()));
    default: return new Sum(inner(), inner());
  }
}

const close = (a, b, tolerance) => Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));

const census = new Census();
let nodes = 0;
let saved = 0;
let sum = 0;
for (let i = 0; i < EXPRESSIONS; i++) {
  const expression = generate(2 + (i % 4));
  const derivative = expression.derive();
  const simple = derivative.simplify();
  const before = derivative.accept(census);
  const after = simple.accept(census);
  nodes += before;
  saved += before - after;
  for (const x of [-0.7, 0.3, 1.1]) {
    const slope = simple.evaluate(x);
    if (!close(slope, derivative.evaluate(x), 1e-9)) throw new Error(`${derivative} was simplified to ${simple}`);
    const h = 1e-5;
    const quotient = (expression.evaluate(x + h) - expression.evaluate(x - h)) / (2 * h);
    if (Math.abs(slope) < 1e3 && !close(slope, quotient, 1e-3)) throw new Error(`the slope of ${expression} at ${x} is ${quotient}, not ${slope}`);
    sum += Math.round(Math.atan(slope) * 1e6);
  }
  if (i % 400 === 0) {
    const native = new Function('x', `return ${simple};`);
    if (!close(native(0.4), simple.evaluate(0.4), 1e-12)) throw new Error(`${simple} was printed wrong`);
  }
}
if (Object.keys(census.counts).length !== 12) throw new Error('a class was not visited');
console.log(`symbolic-algebra: ${EXPRESSIONS} derivatives of ${nodes} nodes, ${saved} simplified away, ${sum}`);
