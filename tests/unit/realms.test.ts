// Several realms in one VM: intrinsics of their own, functions that keep their realm, counters in common.
import { describe, expect, test } from 'vitest';
import { eagerTuning, fallbackRealm, nodeRealm, Vm } from 'anneal';

const modes = {
  interpreted: { realm: nodeRealm, jit: false },
  compiled: { realm: nodeRealm, jit: true },
  'compiled eagerly': { realm: nodeRealm, jit: eagerTuning },
  'without an emptied realm': { realm: fallbackRealm, jit: false },
} as const;

describe.each(Object.entries(modes))('%s', (_name, options) => {
  /** Value of `source` in a VM where `other` is the global object of another realm. */
  const evaluate = (source: string, elsewhere = ''): unknown => {
    const vm = new Vm(options);
    const other = vm.createRealm();
    vm.evaluate(elsewhere, 'elsewhere.js', other);
    vm.machine.mainRealm.defineGlobal('other', other.global);
    const outcome = vm.evaluate(source);
    return outcome.type === 'done' ? outcome.value : outcome;
  };

  test('intrinsics differ, well-known and registered symbols do not', () => {
    expect(evaluate(`[
      other.Array === Array, other.Object.prototype === Object.prototype, new other.Array() instanceof Array,
      other.Symbol.iterator === Symbol.iterator, other.Symbol.for('a') === Symbol.for('a'), Array.isArray(new other.Array()),
    ].join()`)).toBe('false,false,false,true,true,true');
  });

  test('literals, errors and primitives belong to the realm of the code', () => {
    expect(evaluate(
      `const [list, object, f, text] = other.make();
       let thrown;
       try { f(null); } catch (e) { thrown = e; }
       String.prototype.here = 1;
       other.String.prototype.there = 2;
       [list instanceof other.Array, object instanceof other.Object, f instanceof other.Function, thrown instanceof other.TypeError, f('x').join(), 'x'.here].join()`,
      `function make() { return [[1], { a: 1 }, function (o) { return [o.x, o.here, o.there]; }, 'text']; }`,
    )).toBe('true,true,true,true,,,2,1');
  });

  test('private names of equal classes are those of their realm, however hot they are', () => {
    const text = `class Point { #x; #y = 2; constructor(x) { this.#x = x; } #sum() { return this.#x + this.#y; } sum() { return this.#sum(); } static has(o) { return #x in o; } }
      function run() { let total = 0; for (let i = 0; i < 2000; i++) total += new Point(i % 7).sum(); return total; }
      function make() { return new Point(5); } function sumOf(o) { return Point.prototype.sum.call(o); } function has(o) { return Point.has(o); }`;
    expect(evaluate(
      `${text}
       const attempt = (f) => { try { return f(); } catch (e) { return [e instanceof TypeError, e instanceof other.TypeError]; } };
       [run(), other.run(), run(), sumOf(make()), other.sumOf(other.make()), has(make()), has(other.make()), other.has(make()), other.has(other.make()),
         attempt(() => sumOf(other.make())), attempt(() => other.sumOf(make())), run() === other.run()].join()`,
      text,
    )).toBe('9995,9995,9995,7,7,true,false,false,true,true,false,false,true,true');
  });

  test('this of sloppy functions and free names are those of the realm', () => {
    expect(evaluate(
      `var name = 'here'; [other.self() === other, other.read(), other.self.call(undefined).name].join()`,
      `var name = 'there'; function self() { return this; } function read() { return name; }`,
    )).toBe('true,there,there');
  });

  test('prototypes of instances come from the realm of new.target', () => {
    expect(evaluate(`
      const f = other.f; f.prototype = null;
      const bound = f.bind(); bound.prototype = 1;
      function g() {}
      [
        Object.getPrototypeOf(Reflect.construct(g, [], f)) === other.Object.prototype,
        Object.getPrototypeOf(Reflect.construct(Map, [], f)) === other.Map.prototype,
        Object.getPrototypeOf(Reflect.construct(Error, [], bound)) === other.Error.prototype,
        Object.getPrototypeOf(new f()) === other.Object.prototype,
      ].join()`, 'function f() {}')).toBe('true,true,true,true');
  });

  test('species of arrays across realms', () => {
    expect(evaluate(`
      const a = new other.Array(1, 2);
      const sub = [1]; sub.constructor = other.Sub;
      [Array.prototype.map.call(a, (x) => x) instanceof Array, a.map((x) => x) instanceof other.Array, sub.map((x) => x) instanceof other.Sub].join()`,
    'var Sub = class extends Array {};')).toBe('true,true,true');
  });

  test('pairs of Maps and Sets are arrays of the realm whose function makes them', () => {
    expect(evaluate(
      `const m = new Map([[1, 2], [3, 4]]);
       const s = new Set([1, 2]);
       const of = (pair) => (pair instanceof Array ? 'here' : pair instanceof other.Array ? 'there' : 'nowhere');
       const { next } = Object.getPrototypeOf(m.entries()), { next: nextOfSet } = Object.getPrototypeOf(s.entries());
       let texts;
       for (let i = 0; i < 150; i++) {
         const texts1 = [of(other.m.entries().next().value), of(next.call(other.m.entries()).value), of(other.nextOf(m).call(m.entries()).value), of(nextOfSet.call(other.s.entries()).value),
           of(Map.prototype.entries.call(other.m).next().value), of([...Map.prototype.entries.call(other.m)][0]), of([...other.m][0]), of(other.list(m)[0]), of([...m][0]), of([...s.entries()][0])];
         for (const pair of other.m) texts1.push(of(pair));
         for (const pair of Map.prototype.entries.call(other.m)) texts1.push(of(pair));
         let sum = 0;
         for (const [k, v] of other.m) sum += k * v;
         other.Map.prototype.forEach.call(m, (v, k) => { sum += k * v; });
         Map.prototype.forEach.call(other.m, (v, k) => { sum += k * v; });
         texts = texts1.concat(sum, new Map(other.m).size, other.Map.prototype.get.call(m, 3), Map.prototype.get.call(other.m, 3), other.m.size, new Set(other.s).size).join();
       }
       let thrown;
       try { other.Map.prototype.has.call({}, 1); } catch (e) { thrown = e; }
       texts + ',' + (thrown instanceof other.TypeError)`,
      `var m = new Map([[1, 2], [3, 4]]), s = new Set([1, 2]); function nextOf(x) { return Object.getPrototypeOf(new Map().entries()).next; } function list(x) { return [...x]; }`,
    )).toBe('there,here,there,here,here,here,there,here,here,here,there,there,here,here,42,2,4,4,2,2,true');
  });

  test('calls between realms in loops, new.target included', () => {
    expect(evaluate(`
      class Here extends other.Base { constructor(x) { super(x); this.own = new.target === Here; } }
      let sum = 0;
      for (let i = 0; i < 300; i++) { const h = new Here(i); if (h.own && h.target === Here) sum += other.add(h.x, 1); }
      sum`, 'var Base = class { constructor(x) { this.x = x; this.target = new.target; } }; function add(a, b) { return a + b; }')).toBe(45150);
  });

  test('what a Proxy hands to its traps and throws, and what a derived constructor throws in the end, belongs to the caller', () => {
    expect(evaluate(`
      const thrown = (f) => { try { f(); } catch (e) { return e instanceof TypeError || e instanceof ReferenceError; } };
      function results() {
        const { trapped, broken, revoked, Returns, Leaves, Wrong } = other;
        return [
          trapped() instanceof Array, new trapped() instanceof Array, [0].map(trapped)[0] instanceof Array, new other.Array(0).map.call([0], trapped)[0] instanceof Array,
          thrown(() => broken()), thrown(() => new broken()), thrown(() => revoked()), thrown(() => new revoked()), thrown(() => new Returns()), thrown(() => new Leaves()),
          thrown(() => new Wrong()), thrown(() => { class C extends Leaves {} new C(); }), other.thrown(() => new Leaves()), other.thrown(() => broken()),
        ].join();
      }
      const first = results();
      for (let i = 0; i < 150; i++) if (results() !== first) throw new Error(results());
      first`, `
      function target() {}
      const { proxy, revoke } = Proxy.revocable(target, {}); revoke();
      var trapped = new Proxy(target, { apply: (t, self, list) => list, construct: (t, list) => list });
      var broken = new Proxy(target, { apply: 1, construct: 1 }), revoked = proxy, Wrong = new Proxy(target, { construct: () => 1 });
      var Returns = class extends Object { constructor() { return null; } }, Leaves = class extends Object { constructor() {} };
      var thrown = (f) => { try { f(); } catch (e) { return e instanceof TypeError || e instanceof ReferenceError; } };`,
    )).toBe('true,true,true,false,true,true,true,true,true,true,true,true,false,false');
  });

  test('fuel is common', () => {
    const vm = new Vm({ ...options, fuel: 20_000 });
    const other = vm.createRealm();
    vm.evaluate('function spin() { for (;;); }', 'elsewhere.js', other);
    vm.machine.mainRealm.defineGlobal('other', other.global);
    expect(vm.evaluate('other.spin()')).toMatchObject({ type: 'stopped', reason: 'fuel', location: { file: 'elsewhere.js' } });
  });
});

test.each([['node:vm', nodeRealm], ['without an emptied realm', fallbackRealm]])('lines of evaluated texts, %s', (_name, provider) => {
  const { evaluate, linesBefore } = provider();
  const make = evaluate?.('(function () {\n  return (function fails() {\n    null.x;\n  });\n})\n//# sourceURL=anneal:probe') as () => () => void;
  let line = 0;
  // The test runner formats stacks in its own way.
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = (_error, sites) => sites.map((site) => `${site.getScriptNameOrSourceURL()}:${site.getLineNumber()}`).join('\n');
  try {
    make()();
  } catch (e) {
    line = Number(/anneal:probe:(\d+)/.exec((e as Error).stack ?? '')?.[1]);
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
  expect(line - linesBefore).toBe(3);
});
