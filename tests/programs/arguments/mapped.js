// In a sloppy function with simple parameters, arguments elements alias the parameters.
function alias(a, b) {
  const log = [a, arguments[0]];
  a = 'A';
  log.push(arguments[0]);
  arguments[1] = 'B';
  log.push(b);
  arguments[2] = 'new';
  log.push(arguments.length, arguments[2]);
  return log.join();
}
console.log(alias(1, 2), '/', alias(1));

function missing(a, b) { b = 'set'; return [arguments.length, arguments[1], 1 in arguments].join(); }
console.log(missing(1));

function deleted(a) { delete arguments[0]; a = 2; const r = [arguments[0], 0 in arguments]; arguments[0] = 'again'; r.push(a, arguments[0]); return r.join(); }
console.log(deleted(1));

function redefined(a) {
  const log = [];
  Object.defineProperty(arguments, '0', { value: 'defined' });
  log.push(a);
  Object.defineProperty(arguments, '0', { writable: false });
  a = 'after';
  log.push(arguments[0], a);
  return log.join();
}
console.log(redefined(1));

function accessor(a) {
  Object.defineProperty(arguments, '0', { get: () => 'got', configurable: true });
  a = 'x';
  return arguments[0] + a;
}
console.log(accessor(1));

function frozen(a) { Object.freeze(arguments); a = 'changed'; arguments[0] = 'no'; return arguments[0] + a; }
console.log(frozen('orig'));

function dupes(a, a) { a = 'last'; return [arguments[0], arguments[1]].join(); }
console.log(dupes(1, 2));

function captured(a) { const set = (v) => { a = v; }; const viaArgs = () => arguments[0]; set('closed over'); return viaArgs() + ' ' + arguments[0]; }
console.log(captured(0));

function descriptor(a) { const d = Object.getOwnPropertyDescriptor(arguments, 0); a = 5; return JSON.stringify([d, Object.getOwnPropertyDescriptor(arguments, 0)]); }
console.log(descriptor(1));

function swap(a, b) { [arguments[0], arguments[1]] = [b, a]; return [a, b].join(); }
console.log(swap('l', 'r'));
function incr(a) { arguments[0]++; a += 10; return arguments[0]; }
console.log(incr(1));
function escaped(a) { return { args: arguments, set(v) { a = v; } }; }
const e = escaped('first');
e.set('later');
console.log(e.args[0]);
e.args[0] = 'via object';
console.log(e.args[0]);
