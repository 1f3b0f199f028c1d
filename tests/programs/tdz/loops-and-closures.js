// The dead zone is entered anew in every iteration and every call.
const out = [];
for (let i = 0; i < 4; i++) {
  const probe = () => x;
  if (i % 2) {
    try { out.push(probe()); } catch (e) { out.push(e.name); }
  }
  let x = i * 10;
  out.push(probe());
}
console.log(out.join(' '));

function f(early) {
  const g = () => v;
  if (early) return g();
  let v = 'set';
  return g();
}
const results = [];
for (const early of [false, true, false, true]) {
  try { results.push(f(early)); } catch (e) { results.push(e.name); }
}
console.log(results.join(' '));

// A let without initialiser resets to undefined in every iteration.
const resets = [];
for (let i = 0; i < 3; i++) {
  let t;
  resets.push(t);
  t = i;
  resets.push(t);
}
console.log(String(resets));

// Dead zone skipped by a jump into a later case: stays dead for the rest of the switch.
function sw(n) {
  const log = [];
  switch (n) {
    case 0: let a = 'zero'; log.push(a);
    case 1: try { log.push(a); } catch (e) { log.push(e.name); }
    case 2: try { a = 'assigned'; log.push(a); } catch (e) { log.push(e.name); }
  }
  return log.join('/');
}
console.log(sw(0), sw(1), sw(2), sw(3));

// Functions declared in the block are usable before a let they read is initialised only if not called.
{
  function later() { return val; }
  try { later(); } catch (e) { console.log(e.name); }
  let val = 'alive';
  console.log(later());
}
// catch parameter and let in the catch block
try { throw 1; } catch (err) {
  try { y; } catch (e2) { console.log(e2.name, err); }
  let y = 2;
  console.log(y);
}
