// Annex B.3.3: a sloppy block function also assigns a var of the function scope when its declaration is evaluated.
function basic() {
  const log = [typeof f];
  {
    log.push(typeof f);
    function f() { return 1; }
  }
  log.push(typeof f);
  return log.join();
}
console.log(basic());

function notTaken(flag) {
  if (flag) { function g() { return 'g'; } }
  return typeof g;
}
console.log(notTaken(true), notTaken(false));

function evaluated() {
  let before, inside, after;
  {
    f = 'written';
    inside = f;
    function f() {}
    before = typeof f;
  }
  after = f;
  return [before, inside, typeof after, after].map((x) => (typeof x === 'function' ? 'fn' : x)).join();
}
console.log(evaluated());

function letBlocks() {
  let f = 'let';
  { function f() {} }
  return f;
}
console.log(letBlocks());

function paramBlocks(f) {
  { function f() {} }
  return typeof f;
}
console.log(paramBlocks(7));

function enclosingLet() {
  {
    let h = 1;
    { function h() {} }
  }
  return typeof h;
}
console.log(enclosingLet());

function inSwitch(n) {
  switch (n) {
    case 1: function s() { return 'sw'; }
    case 2: return typeof s + ' ' + s();
  }
}
console.log(inSwitch(1), inSwitch(2));

function ifBody(flag) {
  if (flag) function t() { return 't'; } else function t() { return 'e'; }
  return t();
}
console.log(ifBody(true), ifBody(false));

function labelledFn() {
  foo: function z() { return 'labelled'; }
  return z();
}
console.log(labelledFn());

function loops() {
  const fs = [];
  for (let i = 0; i < 3; i++) {
    function inLoop() { return i; }
    fs.push(inLoop);
  }
  return fs.map((f) => f()).join() + ' ' + inLoop();
}
console.log(loops());

function twoBlocks() {
  const log = [];
  { function d() { return 1; } log.push(d()); }
  log.push(d());
  { function d() { return 2; } log.push(d()); }
  log.push(d());
  return log.join();
}
console.log(twoBlocks());

function catchScope() {
  try { throw 'x'; } catch (e) { { function e() {} } return typeof e; }
}
console.log(catchScope());
