// Spread in calls, constructions and super calls, mixed with plain arguments.
function show(...args) { return args.length + ':' + args.join(); }
const a = [1, 2, 3];
console.log(show(...a), show(0, ...a, 4), show(...a, ...a), show(...[], 9, ...[]), show(...'héy'));
console.log(Math.max(...a, 10, ...[20, 5]), String.fromCharCode(...[72, 105]));
console.log(show(...new Set([1, 1, 2])), show(...new Map([['k', 'v']])), show(...new Map([['k', 'v']]).keys()));

class P { constructor(...xs) { this.xs = xs; } }
class Q extends P { constructor(...xs) { super('q', ...xs, xs.length); } }
console.log(new P(...a).xs.join(), new Q(...a).xs.join(), new Q(...a, ...a).xs.join());
console.log(new Date(...[Date.UTC(2020, 1, 3)]).toISOString(), new Array(...[3]).length, new Array(...[3, 4]).length);

const o = { n: 10, add(...xs) { return xs.reduce((s, x) => s + x, this.n); } };
console.log(o.add(...a), o['add'](...a, 1), o?.add(...a), o.missing?.(...a), (0, o.add).call({ n: 1 }, ...a));

let log = [];
const say = (x) => { log.push(x); return x; };
show(say(1), ...say([2]), say(3), ...say([4, 5]));
console.log(JSON.stringify(log));

// holes become undefined
console.log(show(...[, 1, , 2]), [...[, ,]].length, 0 in [...[,]]);

for (const bad of [null, undefined, 5, {}, { length: 1 }]) {
  try { show(...bad); console.log('fine'); } catch (e) { console.log(e.name); }
}
// the iterator is consumed before later arguments are evaluated
log = [];
const it = { [Symbol.iterator]() { let n = 0; return { next: () => (log.push('n' + n), { done: n > 1, value: n++ }) }; } };
show(...it, log.push('after'));
console.log(log.join());
// a callee that is not callable fails only after its arguments
log = [];
try { (void 0)(...it); } catch (e) { console.log(e.name, log.length); }
// many arguments
console.log(show.apply(null, Array.from({ length: 500 }, (_, i) => i)).length, Math.max(...Array.from({ length: 3000 }, (_, i) => i)));
