// A call as the target of an assignment, of ++ and --, and of a for head: in sloppy code an error when it runs, elsewhere an early one.
function f(){console.log('f'); return {valueOf(){console.log('v');return 1}}}
const t = (g) => { try { g(); } catch (e) { console.log(e.name + ': ' + e.message); } };
t(() => { f() = console.log('right'); }); t(() => { f() += 1; }); t(() => { f()++; }); t(() => { --f(); });
t(() => { for (f() in { a: 1 }) console.log('body'); }); t(() => { for (f() of [1]) ; }); t(() => { for (f() of []) ; console.log('none'); });t(() => { (f()) = 1; });
t(()=>{for (f() of {[Symbol.iterator](){return {next(){return {done:false}},return(){console.log('closed');return {}}}}});});
for (const text of ['[f()] = [1]', '({ a: f() } = {})', 'f() &&= 1', 'f() ??= 1', 'f?.() = 1', '(f``) = 1', 'import("x") = 1', '(f() = 1) => 1', 'for (const f() of []) ;', '[...f()] = []', 'async() => 1 = 2', 'async function g() { for await (f() of []); }', 'f() = 1; ', '[f() = 1] = []']) {
  try { new Function(text); console.log('no early error:', text); } catch (e) { console.log(e.name, text); }
}
