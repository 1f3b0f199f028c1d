// A small Lisp: reader, evaluator with closures and proper scoping, errors, printed results.
function tokenize(s) { return s.replace(/([()'])/g, ' $1 ').trim().split(/\s+/).filter(Boolean); }
function read(tokens) {
  if (tokens.length === 0) throw new SyntaxError('unexpected end');
  const t = tokens.shift();
  if (t === '(') { const l = []; while (tokens[0] !== ')') l.push(read(tokens)); tokens.shift(); return l; }
  if (t === ')') throw new SyntaxError('unexpected )');
  if (t === "'") return [Symbol.for('quote'), read(tokens)];
  const n = Number(t);
  return Number.isNaN(n) ? Symbol.for(t) : n;
}
class Env {
  #vars = new Map();
  constructor(params, args, outer) { this.outer = outer; params.forEach((p, i) => this.#vars.set(p, args[i])); }
  find(k) { if (this.#vars.has(k)) return this; if (!this.outer) throw new ReferenceError('unbound ' + k.description); return this.outer.find(k); }
  get(k) { return this.find(k).#vars.get(k); }
  set(k, v) { this.find(k).#vars.set(k, v); return v; }
  define(k, v) { this.#vars.set(k, v); return k; }
}
const S = (s) => Symbol.for(s);
const special = {
  quote: ([x]) => x,
  if: ([c, t, e], env) => (evaluate(c, env) !== false ? evaluate(t, env) : e === undefined ? null : evaluate(e, env)),
  define: ([k, v, ...rest], env) => (Array.isArray(k) ? env.define(k[0], lambda([k.slice(1), v, ...rest], env)) : env.define(k, evaluate(v, env))),
  'set!': ([k, v], env) => env.set(k, evaluate(v, env)),
  lambda: (x, env) => lambda(x, env),
  let: ([bs, ...body], env) => evaluate([[S('lambda'), bs.map((b) => b[0]), ...body], ...bs.map((b) => b[1])], env),
  begin: (xs, env) => xs.reduce((_, x) => evaluate(x, env), null),
  and: (xs, env) => { let v = true; for (const x of xs) if ((v = evaluate(x, env)) === false) break; return v; },
  cond: (cs, env) => { for (const [c, ...b] of cs) if (c === S('else') || evaluate(c, env) !== false) return special.begin(b, env); return null; },
};
const lambda = ([params, ...body], env) => (...args) => { if (args.length !== params.length) throw new TypeError('arity ' + args.length); return special.begin(body, new Env(params, args, env)); };
function evaluate(x, env) {
  if (typeof x === 'symbol') return env.get(x);
  if (!Array.isArray(x)) return x;
  const [head, ...rest] = x;
  if (typeof head === 'symbol' && Object.hasOwn(special, head.description)) return special[head.description](rest, env);
  const f = evaluate(head, env);
  return f(...rest.map((r) => evaluate(r, env)));
}
const num = (f) => (...xs) => xs.reduce(f);
const global = new Env([], [], null);
const lib = { '+': num((a, b) => a + b), '-': num((a, b) => a - b), '*': num((a, b) => a * b), '/': num((a, b) => a / b), '<': (a, b) => a < b, '=': (a, b) => a === b, car: ([a]) => a, cdr: ([, ...r]) => r, cons: (a, b) => [a, ...b], list: (...xs) => xs, 'null?': (x) => Array.isArray(x) && x.length === 0, length: (x) => x.length };
for (const k in lib) global.define(S(k), lib[k]);
const show = (v) => (Array.isArray(v) ? '(' + v.map(show).join(' ') + ')' : typeof v === 'symbol' ? v.description : typeof v === 'function' ? '#<procedure>' : v === true ? '#t' : v === false ? '#f' : String(v));
const run = (s) => { const tokens = tokenize(s); let r = null; try { while (tokens.length) r = evaluate(read(tokens), global); return show(r); } catch (e) { return e.name + ': ' + (e instanceof SyntaxError || e.message.startsWith('unbound') || e.message.startsWith('arity') ? e.message : 'engine'); } };
const programs = ['(+ 1 2 (* 3 4))', "'(a b (c 1.5))", '(define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 20)', '(define (map f l) (if (null? l) l (cons (f (car l)) (map f (cdr l))))) (map (lambda (x) (* x x)) (list 1 2 3))', '(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))) (fib 13)', '(define make (lambda () (let ((n 0)) (lambda () (set! n (+ n 1)) n)))) (define c (make)) (c) (c) (c)', '(define (fold f a l) (cond ((null? l) a) (else (fold f (f a (car l)) (cdr l))))) (fold + 0 (list 1 2 3 4 5))', '(let ((x 1) (y 2)) (let ((x y) (y x)) (list x y)))', '(begin (define x 5) (set! x (* x 2)) x)', '(and 1 2 (< 2 1) boom)', '(if (= 1 2) 3)', '(lambda (x) x)', '(nope 1)', '((lambda (x) x) 1 2)', ')', '(+ 1', '(1 2)', '(car 5)', "(define (rev l acc) (if (null? l) acc (rev (cdr l) (cons (car l) acc)))) (rev '(1 2 3 4) '())", "(length (cdr '(a b c)))", '(define (count n) (if (= n 0) 0 (+ 1 (count (- n 1))))) (count 300)', '(set! undefined-var 1)', '(define (compose f g) (lambda (x) (f (g x)))) ((compose car cdr) (list 1 2 3))'];
for (const p of programs) console.log(run(p));
