// Hot switches: dense ints, strings, mixed types, a bytecode interpreter, discriminants that change type late.
function dense(x) { switch (x) { case 0: return 1; case 1: return 3; case 2: return 5; case 3: return 7; case 4: return 11; case 5: return 13; case 6: return 17; case 7: return 19; default: return -1; } }
let t = 0;
for (let i = 0; i < 5000; i++) t += dense(i & 7);
console.log(t, dense(8), dense(-1), dense(2.5), dense('3'), dense(3.0), dense(-0), dense(NaN), dense(null), dense(), dense(2n), dense({}), dense(new Number(1)), dense(true), dense(4294967297));
function strings(s) { switch (s) { case 'alpha': return 1; case 'beta': return 2; case 'gamma': return 3; case '': return 4; default: return 0; } }
const words = ['alpha', 'beta', 'gamma', '', 'delta'];
for (let i = 0; i < 5000; i++) t += strings(words[i % 5]);
console.log(t, strings('al' + 'pha'), strings(new String('beta')), strings(5), strings(undefined));
const obj = {}, fn = () => 1;
function mixed(x) { switch (x) { case 1: return 'int'; case '1': return 'str'; case true: return 'true'; case null: return 'null'; case undefined: return 'undef'; case obj: return 'obj'; case fn: return 'fn'; case 1n: return 'big'; case NaN: return 'never'; default: return 'other'; } }
const inputs = [1, '1', true, null, undefined, obj, fn, 1n, NaN, {}, 1.0, false];
const counts = {};
for (let i = 0; i < 3000; i++) { const k = mixed(inputs[i % (i < 1500 ? 2 : inputs.length)]); counts[k] = (counts[k] || 0) + 1; }
console.log(JSON.stringify(counts));
// a stack machine run in a loop
function run(code, arg) {
  const stack = [];
  let pc = 0, steps = 0;
  for (;;) {
    steps++;
    switch (code[pc++]) {
      case 0: stack.push(code[pc++]); break;
      case 1: stack.push(stack.pop() + stack.pop()); break;
      case 2: stack.push(stack.pop() * stack.pop()); break;
      case 3: stack.push(arg); break;
      case 4: { const a = stack.pop(); stack.push(a, a); break; }
      case 5: if (stack.pop()) pc = code[pc]; else pc++; break;
      case 6: arg--; stack.push(arg); break;
      case 7: return stack.pop() + '/' + steps;
      case 8: { const a = stack.pop(), b = stack.pop(); stack.push(a, b); break; }
      default: throw new SyntaxError('op ' + code[pc - 1] + ' at ' + (pc - 1));
    }
  }
}
const factorial = [0, 1, 3, 2, 6, 5, 2, 7];
const sum = [0, 0, 3, 1, 6, 5, 2, 7];
console.log(run(factorial, 10), run(sum, 1000), run(sum, 3000), run(factorial, 25), run(factorial, 3n === 3n ? 5 : 0));
try { run([0, 1, 99], 0); } catch (e) { console.log(e.message); }
console.log(run([3, 3, 1, 7], 'ab'), run([3, 0, 2, 2, 7], '21'), run([7]));
// case expressions with side effects and changing values
let calls = 0;
const lim = { v: 10, get next() { calls++; return this.v; } };
function ranges(x) { switch (true) { case x < lim.next: return 'low'; case x < lim.next * 2: return 'mid'; default: return 'high'; } }
const tally = { low: 0, mid: 0, high: 0 };
for (let i = 0; i < 3000; i++) { if (i === 2000) lim.v = 20; tally[ranges(i % 50)]++; }
console.log(JSON.stringify(tally), calls);
function fall(n) { let r = 0; for (let i = 0; i < n; i++) switch (i % 4) { case 3: r += 1; default: r += 10; case 1: r += 100; break; case 0: r += 1000; } return r; }
console.log(fall(3000), fall(1), fall(2), fall(4));
