// Names that with statements and direct evals may bind, in code that gets hot before they do.
var outer = 'outer', name = 'global name', length = 'global length', prototype = 'global prototype', late = 'global late';

function evals() {
  eval('var first = 1;');
  function names() {
    return [outer, name, length, prototype, late, typeof first, typeof missing].join();
  }
  const log = [];
  for (let i = 0; i < 200; i++) {
    if (i === 120) eval('var late = "local late";');
    if (i === 140) eval('var name = "local name", length = "local length", prototype = "local prototype";');
    if (i === 160) delete late, eval('delete late; delete name;');
    if (i === 180) eval('var late; late = 5');
    if (log[log.length - 1] !== names()) log.push(names());
  }
  return log.join('\n');
}
console.log(evals());

function none() {
  const f = eval('(function (x) { return Math.abs(x) + outer.length; })');
  let sum = 0;
  for (let i = 0; i < 300; i++) sum += f(-i);
  return sum;
}
console.log(none());

function withs(object, count) {
  let text = '';
  with (object) {
    for (let i = 0; i < count; i++) {
      const now = [outer, name, length, typeof extra, prototype].join();
      if (!text.endsWith(now)) text += ' ' + now;
      if (i === 100) object.extra = object.outer = i;
      if (i === 130) object[Symbol.unscopables] = { outer: true };
      if (i === 150) outer = 'written';
      if (i === 160) object[Symbol.unscopables] = { outer: false };
      if (i === 170) outer = 'own';
    }
  }
  return text;
}
console.log(withs({}, 200));
outer = 'outer';
console.log(withs(function named(a, b) {}, 200));
outer = 'outer';
console.log(withs([1, 2, 3], 200));
outer = 'outer';
console.log(withs(Object.create({ get outer() { return 'getter ' + (this.extra ?? 'none'); } }), 90));
console.log(withs('text', 90));
console.log(withs(5, 90));
const asked = {};
const proxy = new Proxy({ outer: 'proxied' }, { has: (t, k) => ((asked[String(k)] = true), k in t) });
console.log(withs(proxy, 120), Object.keys(asked).sort().join());

// Reads and calls through a found object.
function calls(object) {
  let sum = 0;
  with (object) for (let i = 0; i < 200; i++) sum += add(i) + step + (typeof gone === 'undefined' ? 0 : gone);
  return sum;
}
console.log(calls({ step: 2, add(i) { return this.step * i; } }), calls({ step: 1, add: (i) => i, gone: 3 }));

// A binding that goes away between the look-up and the read.
function vanishing() {
  const o = { x: 1 };
  const results = [];
  with (o) {
    for (let i = 0; i < 150; i++) {
      const f = () => x;
      if (i === 140) delete o.x;
      try {
        results.push(f());
      } catch (e) {
        results.push(e.name);
      }
    }
  }
  return results.slice(138, 143).join();
}
console.log(vanishing());
