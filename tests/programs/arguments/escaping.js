// Arguments objects that leave their functions: with parameters that nothing names, that are read, assigned, or named in closures, evals and by functions.
function change(a, i, v) {
  a[i] = v;
  return a.length;
}
function unnamed(x, y) {
  change(arguments, 0, 'c');
  return [arguments[0], arguments.length, arguments.callee === unnamed].join();
}
function read(x, y) {
  change(arguments, 0, 'c');
  return x + arguments[0];
}
function assigned(x, y) {
  const a = arguments;
  y = 'assigned';
  return [...a].join();
}
function inClosure(x, y) {
  change(arguments, 1, 'c');
  return (() => y)();
}
function byEval(x, y) {
  change(arguments, 1, 'c');
  return eval('y');
}
function hoisted(x, y) {
  const a = arguments;
  return typeof a[0] + typeof x;
  function x() {}
}
function redeclared(x, y) {
  var x = 'var';
  return Array.from(arguments).join();
}
function inArrow(x, y) {
  return (() => change(arguments, 0, 'a') + arguments[0])();
}
function arrowWrites(x) {
  (() => { x = 'late'; })();
  return Array.prototype.map.call(arguments, (v) => v).join();
}
function defaulted(x, y = 1) {
  change(arguments, 0, 'c');
  return x;
}
const functions = [unnamed, read, assigned, inClosure, byEval, hoisted, redeclared, inArrow, arrowWrites, defaulted];
for (let round = 0; round < 120; round++) {
  const results = functions.map((f) => f('p', 'q'));
  if (round === 119) console.log(results.join(' '), functions.map((f) => f()).join('|'));
}

function list() {
  return Array.from(arguments);
}
function listed(mapper) {
  return [Array.from(arguments, mapper), Array.from(arguments[Symbol.iterator]()), [...arguments.length ? arguments : []]];
}
function shortened() {
  arguments.length = 2;
  delete arguments[0];
  const it = arguments[Symbol.iterator]();
  it.next();
  return [Array.from(arguments), Array.from(it), [...it], it.next().done];
}
function own() {
  arguments[Symbol.iterator] = function* () { yield 'own'; };
  return Array.from(arguments);
}
for (let round = 0; round < 120; round++) {
  const results = [list(), list(1, 'b', null), listed((v) => typeof v), shortened(1, 2, 3), own(1)];
  if (round === 119) console.log(JSON.stringify(results));
}

function call(f, self, args) {
  return Reflect.apply(f, self, args);
}
function report(a, b) {
  return [this === undefined || this === globalThis ? 'none' : String(this), a, b, arguments.length].join();
}
function forward() {
  return Reflect.apply(report, this, arguments);
}
const targets = [report, Math.max, report.bind('bound', 1), new Proxy(report, {}), String.prototype.slice];
for (let round = 0; round < 120; round++) {
  const results = targets.map((f) => call(f, 'self', [1, 2]));
  results.push(forward.call('sender', 3, 4), call(report, 1, { length: 2, 0: 'like' }), call(report, 2, new Array(5)));
  if (round === 119) console.log(results.join(' '));
}
for (const args of [undefined, null, 1, 'text']) {
  try {
    call(report, null, args);
  } catch (e) {
    console.log(e.constructor.name, e.message);
  }
}
for (const f of [undefined, {}, class {}]) {
  try {
    call(f, null, []);
  } catch (e) {
    console.log(e.constructor.name);
  }
}
console.log(Reflect.apply.length, Reflect.apply.name, Object.getOwnPropertyNames(Reflect)[1] !== undefined, 'prototype' in Reflect.apply);
