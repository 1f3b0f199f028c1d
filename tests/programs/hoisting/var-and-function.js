// var is hoisted as undefined, functions with their value; the last function declaration wins.
console.log(typeof early, v, typeof dup, dup());
var v = 1;
function early() {}
function dup() { return 'first'; }
function dup() { return 'second'; }
console.log(v);

function sameName(a) {
  console.log(typeof a);
  var a;
  console.log(typeof a);
  function a() {}
  a = 2;
  return a;
}
console.log(sameName(1));

function varKeepsParam(p) { var p; return p; }
console.log(varKeepsParam('kept'));

function varOverArguments() { var arguments; return typeof arguments; }
function fnOverArguments() { return typeof arguments; function arguments() {} }
function varInitArguments() { var arguments = 5; return arguments; }
console.log(varOverArguments(), fnOverArguments(), varInitArguments());

function nested() {
  if (false) { var x = 1; }
  for (var i = 0; i < 2; i++) { var inLoop = i; }
  try { throw 'e'; } catch (e) { var inCatch = e; }
  switch (0) { default: var inSwitch = 's'; }
  lab: { var inLabel = 'l'; break lab; }
  return [x, i, inLoop, inCatch, inSwitch, inLabel].join();
}
console.log(nested());

function order() {
  var log = [typeof a, typeof b];
  var a = function () {};
  function b() {}
  var b = 1;
  log.push(typeof a, typeof b);
  return log.join();
}
console.log(order());

// var in the catch clause with the parameter's name writes the parameter (Annex B).
function catchVar() {
  try { throw 'thrown'; } catch (e) { var e = 'assigned'; var seen = e; }
  return [e, seen];
}
console.log(catchVar());

var redeclared = 1;
var redeclared;
console.log(redeclared);
