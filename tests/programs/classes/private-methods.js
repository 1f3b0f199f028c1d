// Private methods and accessors, instance and static.
class Account {
  #balance = 0;
  static #rate = 0.5;
  static #count = 0;
  #check(n) { if (n < 0) throw new RangeError('negative'); return n; }
  get #half() { return this.#balance / 2; }
  set #half(v) { this.#balance = v * 2; }
  static #log(m) { return `[${m}:${this.#count}]`; }
  static get #doubleRate() { return this.#rate * 2; }
  static set #doubleRate(v) { this.#rate = v / 2; }
  deposit(n) { this.#balance += this.#check(n); Account.#count++; return this; }
  half() { return this.#half; }
  setHalf(v) { this.#half = v; this.#half += 1; return this.#balance; }
  static info() { this.#doubleRate = 8; return Account.#log('info') + this.#doubleRate + this.#rate; }
  assignMethod() { this.#check = 1; }
  static hasMethod(o) { return #check in o; }
  static hasAccessor(o) { return #half in o; }
  same(o) { return this.#check === o.#check; }
  bound() { return [1, 2].map(this.#check, this).join(); }
  callIt() { return this.#check.call(null, 3) + this.#check?.(4); }
  name() { return this.#check.name; }
}
const a = new Account().deposit(10);
console.log(a.half(), a.setHalf(20), Account.info());
try { a.deposit(-1); } catch (e) { console.log(e.name, e.message); }
try { a.assignMethod(); } catch (e) { console.log(e.name); }
console.log(Account.hasMethod(a), Account.hasMethod({}), Account.hasAccessor(a), Account.hasAccessor([]));
console.log(a.same(new Account()), a.bound(), a.callIt(), a.name());

class ReadOnly { get #x() { return 1; } set #y(v) {} write() { this.#x = 2; } read() { return this.#y; } ok() { this.#y = 5; return this.#x; } }
for (const m of ['write', 'read', 'ok']) {
  try { console.log(m, new ReadOnly()[m]()); } catch (e) { console.log(m, e.name); }
}
// methods exist before fields are initialised and in the base constructor's absence
class Order { f = this.#m(); #m() { return 'method ready'; } }
console.log(new Order().f);
class B { constructor() { if (this.probe) this.result = this.probe(); } }
class D extends B { #p() { return 1; } probe() { try { return this.#p(); } catch (e) { return e.name; } } }
console.log(new D().result, new D().probe());
// static private through a subclass fails the brand check
class S { static #v = 1; static get() { return this.#v; } static safe() { return S.#v; } }
class T extends S {}
console.log(S.get(), T.safe());
try { T.get(); } catch (e) { console.log(e.name); }
// recursion through a private method
class Fib { #f(n) { return n < 2 ? n : this.#f(n - 1) + this.#f(n - 2); } static of(n) { return new Fib().#f(n); } }
console.log(Fib.of(15));
