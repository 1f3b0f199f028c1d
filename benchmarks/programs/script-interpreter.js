// A tokenizer, a recursive-descent parser, and a tree-walking interpreter of a small scripting language with closures and classes.
//
// Node objects with an `execute` method each, environments as Maps chained to their parents, control flow by small
// sentinel objects. Its scripts compute what the host computes as well.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ROUNDS = Math.max(1, Math.round(12 * SCALE));
const SIZE = SCALE < 0.1 ? 8 : 16;

// -- Tokens

const KEYWORDS = new Set(['let', 'fn', 'if', 'else', 'while', 'return', 'true', 'false', 'nil', 'print', 'class', 'this']);
const PUNCTUATION = ['==', '!=', '<=', '>=', '&&', '||', '+', '-', '*', '/', '%', '<', '>', '=', '!', '(', ')', '{', '}', '[', ']', ',', ';', '.'];

function tokenize(source) {
  const tokens = [];
  let at = 0;
  let line = 1;
  while (at < source.length) {
    const c = source[at];
    if (c === '\n') line++;
    if (c === ' ' || c === '\n') {
      at++;
    } else if (source.startsWith('//', at)) {
      while (at < source.length && source[at] !== '\n') at++;
    } else if (c >= '0' && c <= '9') {
      const start = at;
      while ((source[at] >= '0' && source[at] <= '9') || source[at] === '.') at++;
      tokens.push({ kind: 'number', value: Number(source.slice(start, at)), line });
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c === '_') {
      const start = at;
      while (/\w/.test(source[at] ?? '')) at++;
      const word = source.slice(start, at);
      tokens.push({ kind: KEYWORDS.has(word) ? word : 'name', value: word, line });
    } else if (c === '"') {
      const end = source.indexOf('"', at + 1);
      tokens.push({ kind: 'string', value: source.slice(at + 1, end), line });
      at = end + 1;
    } else {
      const sign = PUNCTUATION.find((one) => source.startsWith(one, at));
      if (sign === undefined) throw new SyntaxError(`unexpected '${c}' on line ${line}`);
      tokens.push({ kind: sign, value: sign, line });
      at += sign.length;
    }
  }
  tokens.push({ kind: 'end', value: 'the end', line });
  return tokens;
}

// -- Values and environments

class Environment {
  constructor(parent = null) {
    this.parent = parent;
    this.values = new Map();
  }

  declare(name, value) {
    this.values.set(name, value);
  }

  find(name) {
    for (let at = this; at !== null; at = at.parent) if (at.values.has(name)) return at;
    throw new ReferenceError(`'${name}' is not declared`);
  }

  get(name) {
    return this.find(name).values.get(name);
  }

  set(name, value) {
    this.find(name).values.set(name, value);
  }
}

class Closure {
  constructor(parameters, body, environment) {
    this.parameters = parameters;
    this.body = body;
    this.environment = environment;
  }

  call(args) {
    if (args.length !== this.parameters.length) throw new TypeError(`${this.parameters.length} arguments are expected`);
    const scope = new Environment(this.environment);
    this.parameters.forEach((name, i) => scope.declare(name, args[i]));
    const completion = this.body.execute(scope);
    return completion === undefined ? null : completion.value;
  }

  bind(self) {
    const scope = new Environment(this.environment);
    scope.declare('this', self);
    return new Closure(this.parameters, this.body, scope);
  }
}

class Native {
  constructor(f) {
    this.f = f;
  }

  call(args) {
    return this.f(...args);
  }
}

class ScriptClass {
  constructor(name, methods) {
    this.name = name;
    this.methods = methods;
  }

  call(args) {
    const instance = new Instance(this);
    this.methods.get('init')?.bind(instance).call(args);
    return instance;
  }
}

class Instance {
  constructor(made) {
    this.class = made;
    this.fields = new Map();
  }

  get(name) {
    if (this.fields.has(name)) return this.fields.get(name);
    const method = this.class.methods.get(name);
    if (method === undefined) throw new TypeError(`${this.class.name} has no '${name}'`);
    return method.bind(this);
  }
}

class Return {
  constructor(value) {
    this.value = value;
  }
}

// -- Nodes

class Literal {
  constructor(value) { this.value = value; }
  evaluate() { return this.value; }
}
class Name {
  constructor(name) { this.name = name; }
  evaluate(scope) { return scope.get(this.name); }
  assign(scope, value) { scope.set(this.name, value); }
}
class Member {
  constructor(object, name) { this.object = object; this.name = name; }
  evaluate(scope) {
    const object = this.object.evaluate(scope);
    if (Array.isArray(object) || typeof object === 'string') return this.name === 'length' ? object.length : null;
    return object.get(this.name);
  }
  assign(scope, value) { this.object.evaluate(scope).fields.set(this.name, value); }
}
class Index {
  constructor(object, index) { this.object = object; this.index = index; }
  evaluate(scope) { return this.object.evaluate(scope)[this.index.evaluate(scope)] ?? null; }
  assign(scope, value) { this.object.evaluate(scope)[this.index.evaluate(scope)] = value; }
}
class List {
  constructor(items) { this.items = items; }
  evaluate(scope) { return this.items.map((item) => item.evaluate(scope)); }
}
class Assign {
  constructor(target, value) { this.target = target; this.value = value; }
  evaluate(scope) {
    const value = this.value.evaluate(scope);
    this.target.assign(scope, value);
    return value;
  }
}
class Logical {
  constructor(operator, left, right) { Object.assign(this, { operator, left, right }); }
  evaluate(scope) {
    const left = this.left.evaluate(scope);
    return (this.operator === '&&') === isTrue(left) ? this.right.evaluate(scope) : left;
  }
}
class Operation {
  constructor(operator, left, right) { Object.assign(this, { operator, left, right }); }
  evaluate(scope) {
    const left = this.left.evaluate(scope);
    const right = this.right.evaluate(scope);
    switch (this.operator) {
      case '+': return typeof left === 'string' ? left + show(right) : left + right;
      case '-': return left - right;
      case '*': return left * right;
      case '/': return left / right;
      case '%': return left % right;
      case '<': return left < right;
      case '>': return left > right;
      case '<=': return left <= right;
      case '>=': return left >= right;
      case '==': return left === right;
      default: return left !== right;
    }
  }
}
class Not {
  constructor(inner) { this.inner = inner; }
  evaluate(scope) { return !isTrue(this.inner.evaluate(scope)); }
}
class Minus {
  constructor(inner) { this.inner = inner; }
  evaluate(scope) { return -this.inner.evaluate(scope); }
}
class Call {
  constructor(callee, args) { this.callee = callee; this.args = args; }
  evaluate(scope) {
    const callee = this.callee.evaluate(scope);
    const args = [];
    for (const arg of this.args) args.push(arg.evaluate(scope));
    return callee.call(args);
  }
}
class FunctionLiteral {
  constructor(parameters, body) { this.parameters = parameters; this.body = body; }
  evaluate(scope) { return new Closure(this.parameters, this.body, scope); }
}
class ExpressionStatement {
  constructor(expression) { this.expression = expression; }
  execute(scope) { this.expression.evaluate(scope); }
}
class Declaration {
  constructor(name, value) { this.name = name; this.value = value; }
  execute(scope) { scope.declare(this.name, this.value.evaluate(scope)); }
}
class ClassDeclaration {
  constructor(name, methods) { this.name = name; this.methods = methods; }
  execute(scope) { scope.declare(this.name, new ScriptClass(this.name, new Map(this.methods.map(([name, f]) => [name, f.evaluate(scope)])))); }
}
class Print {
  constructor(value) { this.value = value; }
  execute(scope) { scope.get('out').push(show(this.value.evaluate(scope))); }
}
class Block {
  constructor(statements) { this.statements = statements; }
  execute(scope) {
    const inner = new Environment(scope);
    for (const statement of this.statements) {
      const completion = statement.execute(inner);
      if (completion !== undefined) return completion;
    }
    return undefined;
  }
}
class If {
  constructor(condition, then, otherwise) { Object.assign(this, { condition, then, otherwise }); }
  execute(scope) { return isTrue(this.condition.evaluate(scope)) ? this.then.execute(scope) : this.otherwise?.execute(scope); }
}
class While {
  constructor(condition, body) { this.condition = condition; this.body = body; }
  execute(scope) {
    while (isTrue(this.condition.evaluate(scope))) {
      const completion = this.body.execute(scope);
      if (completion !== undefined) return completion;
    }
    return undefined;
  }
}
class ReturnStatement {
  constructor(value) { this.value = value; }
  execute(scope) { return new Return(this.value.evaluate(scope)); }
}

const isTrue = (value) => value !== false && value !== null;
const show = (value) => (value === null ? 'nil' : Array.isArray(value) ? `[${value.map(show).join(', ')}]` : String(value));

// -- The parser

const PRECEDENCE = { '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '>': 4, '<=': 4, '>=': 4, '+': 5, '-': 5, '*': 6, '/': 6, '%': 6 };

class Parser {
  constructor(source) {
    this.tokens = tokenize(source);
    this.at = 0;
  }

  get token() { return this.tokens[this.at]; }

  accept(kind) {
    if (this.token.kind !== kind) return false;
    this.at++;
    return true;
  }

  expect(kind) {
    const { token } = this;
    if (!this.accept(kind)) throw new SyntaxError(`'${kind}' is expected before '${token.value}' on line ${token.line}`);
    return token.value;
  }

  program() {
    const statements = [];
    while (this.token.kind !== 'end') statements.push(this.statement());
    return new Block(statements);
  }

  block() {
    const statements = [];
    this.expect('{');
    while (!this.accept('}')) statements.push(this.statement());
    return new Block(statements);
  }

  statement() {
    if (this.token.kind === '{') return this.block();
    if (this.accept('let')) {
      const name = this.expect('name');
      this.expect('=');
      return this.end(new Declaration(name, this.expression()));
    }
    if (this.token.kind === 'fn' && this.tokens[this.at + 1].kind === 'name') {
      this.at++;
      return new Declaration(this.expect('name'), this.functionRest());
    }
    if (this.accept('class')) {
      const name = this.expect('name');
      const methods = [];
      this.expect('{');
      while (!this.accept('}')) methods.push([this.expect('name'), this.functionRest()]);
      return new ClassDeclaration(name, methods);
    }
    if (this.accept('if')) {
      const condition = this.expression();
      const then = this.block();
      const otherwise = !this.accept('else') ? undefined : this.token.kind === 'if' ? this.statement() : this.block();
      return new If(condition, then, otherwise);
    }
    if (this.accept('while')) return new While(this.expression(), this.block());
    if (this.accept('return')) return this.end(new ReturnStatement(this.expression()));
    if (this.accept('print')) return this.end(new Print(this.expression()));
    return this.end(new ExpressionStatement(this.expression()));
  }

  end(statement) {
    this.expect(';');
    return statement;
  }

  functionRest() {
    const parameters = [];
    this.expect('(');
    while (!this.accept(')')) {
      parameters.push(this.expect('name'));
      if (this.token.kind !== ')') this.expect(',');
    }
    return new FunctionLiteral(parameters, this.block());
  }

  expression() {
    const left = this.binary(0);
    if (!this.accept('=')) return left;
    if (left.assign === undefined) throw new SyntaxError(`cannot assign on line ${this.token.line}`);
    return new Assign(left, this.expression());
  }

  binary(least) {
    let left = this.unary();
    for (;;) {
      const { kind } = this.token;
      const precedence = PRECEDENCE[kind];
      if (precedence === undefined || precedence <= least) return left;
      this.at++;
      const right = this.binary(precedence);
      left = kind === '&&' || kind === '||' ? new Logical(kind, left, right) : new Operation(kind, left, right);
    }
  }

  unary() {
    if (this.accept('!')) return new Not(this.unary());
    if (this.accept('-')) return new Minus(this.unary());
    let value = this.primary();
    for (;;) {
      if (this.accept('(')) value = new Call(value, this.items(')'));
      else if (this.accept('[')) {
        value = new Index(value, this.expression());
        this.expect(']');
      } else if (this.accept('.')) value = new Member(value, this.expect('name'));
      else return value;
    }
  }

  items(closing) {
    const items = [];
    while (!this.accept(closing)) {
      items.push(this.expression());
      if (this.token.kind !== closing) this.expect(',');
    }
    return items;
  }

  primary() {
    const { kind, value, line } = this.token;
    this.at++;
    switch (kind) {
      case 'number': case 'string': return new Literal(value);
      case 'true': return new Literal(true);
      case 'false': return new Literal(false);
      case 'nil': return new Literal(null);
      case 'name': case 'this': return new Name(value);
      case 'fn': return this.functionRest();
      case '[': return new List(this.items(']'));
      case '(': {
        const inner = this.expression();
        this.expect(')');
        return inner;
      }
      default: throw new SyntaxError(`unexpected '${value}' on line ${line}`);
    }
  }
}

function run(source, globals) {
  const scope = new Environment();
  const out = [];
  scope.declare('out', out);
  scope.declare('push', new Native((list, value) => (list.push(value), list)));
  scope.declare('floor', new Native(Math.floor));
  for (const [name, value] of Object.entries(globals)) scope.declare(name, value);
  new Parser(source).program().execute(scope);
  return out;
}

const SCRIPT = `
// Recursion, lists, closures and classes.
fn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
print fib(size);

fn range(n) { let list = []; let i = 0; while i < n { push(list, i); i = i + 1; } return list; }
fn map(f, list) { let result = []; let i = 0; while i < list.length { push(result, f(list[i])); i = i + 1; } return result; }
fn fold(f, start, list) { let value = start; let i = 0; while i < list.length { value = f(value, list[i]); i = i + 1; } return value; }
print fold(fn(a, b) { return a + b; }, 0, map(fn(x) { return x * x; }, range(20 * size)));

fn counter() { let n = seed; return fn() { n = (n * 75 + 74) % 65537; return n; }; }
let next = counter();

class Heap {
  init() { this.items = []; this.size = 0; }
  swap(i, j) { let t = this.items[i]; this.items[i] = this.items[j]; this.items[j] = t; }
  add(value) {
    this.items[this.size] = value;
    let i = this.size;
    this.size = this.size + 1;
    while i > 0 && this.items[floor((i - 1) / 2)] > this.items[i] {
      this.swap(i, floor((i - 1) / 2));
      i = floor((i - 1) / 2);
    }
  }
  take() {
    let top = this.items[0];
    this.size = this.size - 1;
    this.items[0] = this.items[this.size];
    let i = 0;
    let done = false;
    while !done {
      let least = i;
      if 2 * i + 1 < this.size && this.items[2 * i + 1] < this.items[least] { least = 2 * i + 1; }
      if 2 * i + 2 < this.size && this.items[2 * i + 2] < this.items[least] { least = 2 * i + 2; }
      if least == i { done = true; } else { this.swap(i, least); i = least; }
    }
    return top;
  }
}
let heap = Heap();
let n = 0;
while n < 10 * size { heap.add(next()); n = n + 1; }
let sorted = true;
let last = -1;
let sum = 0;
while heap.size > 0 {
  let value = heap.take();
  if value < last { sorted = false; }
  last = value;
  sum = (sum * 31 + value) % 1000003;
}
print sorted;
print "sum " + sum;
`;

const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2));

function expected({ seed, size }) {
  const squares = Array.from({ length: 20 * size }, (_, i) => i * i).reduce((a, b) => a + b, 0);
  const values = [];
  for (let i = 0, n = seed; i < 10 * size; i++) values.push((n = (n * 75 + 74) % 65537));
  const sum = values.sort((a, b) => a - b).reduce((total, value) => (total * 31 + value) % 1000003, 0);
  return [String(fib(size)), String(squares), 'true', `sum ${sum}`];
}

let checksum = 0;
for (let round = 0; round < ROUNDS; round++) {
  const globals = { seed: round + 1, size: SIZE };
  const out = run(SCRIPT, globals);
  if (out.join() !== expected(globals).join()) throw new Error(`printed ${out.join()} instead of ${expected(globals).join()}`);
  for (const c of out.at(-1)) checksum = (Math.imul(checksum, 31) + c.charCodeAt(0)) | 0;
}
console.log(`script-interpreter: ${ROUNDS} scripts of ${SCRIPT.length} characters, checksum ${checksum}`);
