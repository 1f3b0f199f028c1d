// await in statements and expressions of the top level.
export const a = 1;
for (let i = 0; i < 3; i++) { await new Promise((r) => setTimeout(r, 1)); console.log(i); }
let x = await (async () => { const b = await 5; return () => b + a; })();
console.log(x());
const fns = []; for (const v of [1, 2]) { await 0; fns.push(() => v); } console.log(fns.map(f => f()));
try { await Promise.reject(1) } catch { console.log('caught') } finally { await 0; console.log('fin') }
label: { if (await true) break label; console.log('no') }
class A { static x = this.name; [await 'key'] = 1 } console.log(Object.keys(new A()));
export default await 9;
