// Stack traces of async functions: the activations that wait, one after the other, for what has thrown.
const show = (e) => console.log(e.stack.replace(/[^\s()]*\/([^\s()/]+\.js)/g, '$1'));
async function leaf() { await null; throw new Error('deep'); }
async function middle() { await leaf(); }
const arrow = async () => { const x = await middle(); return x; };
async function method() { return await arrow(); } const C = { async s() { await method(); } };
async function* gen() { yield 1; const { s } = C; await s.call(null); }
async function iter() { for await (const x of gen()) {} }
async function all() { await Promise.all([1, iter()]); }
async function thenned() { await Promise.resolve(1).then(() => all()); }
async function noawait() { return thenned(); }
async function main() { try { await noawait(); } catch (e) { show(e); } }
main().then(() => {
  (async function f() { await 1; show(new Error('sync part')); })();
  Promise.resolve().then(function cb() { show(new Error('in then')); });
  async function any() { await Promise.any([iter2()]); } async function iter2() { await 1; throw new Error('any'); }
  any().catch(e => show(e.errors[0]));
  async function race() { await Promise.race([iter3()]); } async function iter3() { await 1; throw new Error('race'); }
  race().catch(e => show(e));
  async function sett() { await Promise.allSettled([iter4()]); } async function iter4() { await 1; show(new Error('settled')); }
  sett();
  async function t1() { await t2(); } async function t2() { return t3(); } async function t3() { await 1; show(new Error('ret')); } t1();
  async function f1() { await f2().finally(() => 1); } async function f2() { await 1; show(new Error('fin')); } f1();
  async function g1() { await g2().catch(() => 1); } async function g2() { await 1; show(new Error('catch')); } g1();
  async function h1() { await {then(r) { h2().then(r); }}; } async function h2() { await 1; show(new Error('thenable')); } h1();
  async function u1() { await u2(); } async function u2() { await 0; (function each() { show(new Error('nested')); })(); } u1();
  async function* ag() { await 1; show(new Error('ag')); yield 1; } async function ag1() { for await (const x of ag()) ; } ag1();
  async function* d1() { yield* ag(); } async function d2() { for await (const x of d1()); } d2();
});
(async function outer() { await (async function inner() { await null; const holder = {}; Error.captureStackTrace(holder); show(holder); Error.stackTraceLimit = 1; show(new Error('limit')); Error.stackTraceLimit = 2; show(new Error('limit')); Error.stackTraceLimit = 10; })(); })();
(async () => { await (async () => { await 0; show(new Error('anonymous')); })(); })();
async function twice() { await null; show(new Error('two wait')); } const both = twice(); (async function first() { await both; })(); (async function second() { await both; })();
(async function loop() { for (let i = 0; i < 300; i++) await (async function again() { await i; if (i === 299) show(new Error('hot')); })(); })();
