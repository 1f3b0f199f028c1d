// The order of target references, iterator steps, property reads and defaults.
let log = [];
const say = (name, value) => { log.push(name); return value; };
const flush = (title) => { console.log(title + ': ' + log.join(' ')); log = []; };
const spy = (name, values) => ({
  [Symbol.iterator]() {
    log.push(name + '.iter');
    let i = 0;
    return {
      next() { log.push(name + '.next'); return i < values.length ? { done: false, value: values[i++] } : { done: true, value: undefined }; },
      return() { log.push(name + '.return'); return {}; },
    };
  },
});
const logged = (name, props) => {
  const o = {};
  for (const k of Object.keys(props)) Object.defineProperty(o, k, { enumerable: true, get() { log.push(name + '.' + k); return props[k]; } });
  return o;
};
const target = {
  set a(v) { log.push('set a=' + v); },
  set b(v) { log.push('set b=' + v); },
  set rest(v) { log.push('set rest=' + JSON.stringify(v)); },
};

{ const [x = say('dx', 1), y = say('dy', 2)] = spy('s', [undefined]); }
flush('defaults and exhaustion');
{ const [x, y] = spy('s', [1, 2, 3]); }
flush('closed when not exhausted');
{ const [x, ...y] = spy('s', [1, 2, 3]); }
flush('rest exhausts');
{ const [] = spy('s', [1]); }
flush('empty');
{ const [,] = spy('s', [1, 2]); }
flush('elision');
[say('ref a', target).a, say('ref b', target).b] = spy('s', [1, 2]);
flush('targets before steps');
[say('ref a', target).a = say('default', 9)] = spy('s', []);
flush('target, step, default, put');
[...say('ref rest', target).rest] = spy('s', [1, 2]);
flush('rest target before steps');
({ a: target.a, b: target.b = say('default', 7) } = logged('o', { a: 1 }));
flush('object pattern');
({ [say('k1', 'a')]: target.a, [say('k2', 'b')]: target.b, ...target.rest } = logged('o', { a: 1, b: 2, c: 3, d: 4 }));
flush('computed and rest');
{ const { x: { y } = say('dx', logged('inner', { y: 1 })), z = say('dz', 2) } = logged('o', {}); }
flush('nested');
{ const f = (a = say('da', 1), { b = say('db', 2) } = say('dobj', {}), [c = say('dc', 3)] = say('darr', [])) => a + b + c; f(); }
flush('parameters');
{ const [[a], [b]] = [spy('p', [1]), spy('q', [2])]; }
flush('nested iterators');
