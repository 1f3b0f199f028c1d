// super(): argument evaluation, this before and after, twice, missing, return values of derived constructors.
let log = [];
const say = (x) => (log.push(x), x);
class Base { constructor(...xs) { this.xs = xs; log.push('Base ' + new.target.name); } }
class D1 extends Base { constructor() { say('before'); super(say(1), ...[say(2), say(3)]); say('after ' + this.xs); } }
new D1();
console.log(log.join(', '));

class NoSuper extends Base { constructor() {} }
class ThisEarly extends Base { constructor() { this.x = 1; super(); } }
class Twice extends Base { constructor() { super(); super(); } }
class Cond extends Base { constructor(f) { if (f) super('taken'); } }
class InTry extends Base { constructor() { try { this.x; } catch (e) { super(e.name); } } }
class InArrow extends Base { constructor() { const s = (...a) => super(...a); s('arrow'); } }
class InDefault extends Base { constructor(x = super('default')) { this.same = x === this; } }
class RetObj extends Base { constructor() { return { ret: 'object' }; } }
class RetUndef extends Base { constructor() { super('u'); return undefined; } }
class RetPrim extends Base { constructor() { super(); return 5; } }
class RetThisless extends Base { constructor() { return; } }
class Implicit extends Base {}
class InFinally extends Base { constructor() { try { throw 1; } catch { } finally { super('finally'); } } }
class InLoop extends Base { constructor() { for (let i = 0; i < 3; i++) if (i === 1) super('loop' + i); } }
const tests = { NoSuper, ThisEarly, Twice, Cond, InTry, InArrow, InDefault, RetObj, RetUndef, RetPrim, RetThisless, Implicit, InFinally, InLoop };
for (const k in tests) {
  try { console.log(k, JSON.stringify(new tests[k]('arg'))); } catch (e) { console.log(k, e.name); }
}
try { console.log(JSON.stringify(new Cond(true)), JSON.stringify(new Cond(false))); } catch (e) { console.log(e.name); }

// base constructors may return any object; primitives are ignored
class RB { constructor(v) { this.own = 1; return v; } }
console.log(new RB(5).own, new RB('s').own, new RB(null).own, new RB({ z: 1 }).own, new RB([]).own);
class RD extends RB { field = 'stamped'; }
console.log(JSON.stringify(new RD({ z: 1 })), JSON.stringify(new RD()), Array.isArray(new RD([])));

// return override lets private fields be put on foreign objects
class Stamp extends (function (o) { return o; }) { #s = 'stamp'; static read(o) { return o.#s; } static has(o) { return #s in o; } }
const foreign = { name: 'foreign' };
new Stamp(foreign);
console.log(Stamp.read(foreign), Stamp.has(foreign), Stamp.has({}), Object.keys(foreign).join());
try { new Stamp(foreign); } catch (e) { console.log(e.name); }
// super constructor looked up dynamically
class DynA { constructor() { this.from = 'A'; } }
class DynB { constructor() { this.from = 'B'; } }
class Dyn extends DynA { constructor() { super(); } }
const first = new Dyn().from;
Object.setPrototypeOf(Dyn, DynB);
console.log(first, new Dyn().from, new Dyn() instanceof DynA);
Object.setPrototypeOf(Dyn, {});
try { new Dyn(); } catch (e) { console.log(e.name); }
