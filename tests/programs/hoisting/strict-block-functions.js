'use strict';
// In strict code a block function stays in its block.
{
  console.log(typeof inner, inner());
  function inner() { return 'in'; }
}
console.log(typeof inner);

function f() {
  if (true) { function g() { return 1; } }
  try { g(); } catch (e) { return e.name; }
}
console.log(f());

function h() {
  const out = [];
  function k() { return 'outer'; }
  { function k() { return 'block'; } out.push(k()); }
  out.push(k());
  switch (1) { case 1: function k() { return 'switch'; } out.push(k()); }
  out.push(k());
  return out.join();
}
console.log(h());

// hoisted to the top of the block, before other statements, shared by both directions
{
  const isEven = (n) => even(n);
  console.log(isEven(10), odd(7));
  function even(n) { return n === 0 ? true : odd(n - 1); }
  function odd(n) { return n === 0 ? false : even(n - 1); }
}

// assignment to a block function stays local
{
  function q() { return 'q'; }
  q = () => 'replaced';
  console.log(q());
}
console.log(typeof q);
