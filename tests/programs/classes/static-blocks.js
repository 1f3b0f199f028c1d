// Static blocks: order with static fields, scope, this, super, private access, abrupt completion.
const log = [];
class A {
  static a = log.push('a');
  static { log.push('block1 ' + this.a + ' ' + (this === A)); var local = 'v'; let l2 = local; this.fromBlock = l2; }
  static b = log.push('b ' + this.fromBlock);
  static { { var local = 1; } function inner() { return 'fn' + local; } this.c = inner(); }
  static #p = 'priv';
  static { reveal = () => A.#p; }
  static { try { throw 'x'; } catch (e) { this.caught = e; } finally { log.push('finally'); } }
  static { for (const i of [1, 2, 3]) { if (i === 2) continue; log.push('i' + i); } lab: { break lab; } }
}
var reveal;
console.log(log.join('; '));
console.log(A.fromBlock, A.c, A.caught, typeof local, typeof reveal);

let friend;
class F { #x; constructor(x) { this.#x = x; } static { friend = (f) => f.#x; } }
console.log(friend(new F('friendly')));

class Base { static greet() { return 'base of ' + this.name; } }
class Derived extends Base { static { this.g = super.greet(); this.t = new.target; } }
console.log(Derived.g, Derived.t);
try {
  class Bad { static { throw new Error('block'); } }
} catch (e) { console.log(e.message); }
try {
  class Bad2 { static x = Bad2.y; static { Bad2.z; } static y = (() => { throw new TypeError('field'); })(); }
} catch (e) { console.log(e.name, e.message); }
// closures of blocks
const fs = [];
class G { static { for (let i = 0; i < 3; i++) fs.push(() => i + this.name); } }
console.log(fs.map((f) => f()).join());
class H { static { const arrow = () => this; this.same = arrow() === this; } static {} }
console.log(H.same);
// inside a function, using its variables
function build(n) { let total = 0; class K { static { for (let i = 1; i <= n; i++) total += i; } } return total; }
console.log(build(4), build(10));
