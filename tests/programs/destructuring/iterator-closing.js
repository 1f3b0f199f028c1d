// Iterators are closed on abrupt completion, not when next itself throws or the iterator is done.
let log = [];
const flush = (title) => { console.log(title + ': ' + log.join(' ')); log = []; };
function make({ values = [1, 2, 3], throwAt = -1, onReturn = () => ({}), noReturn = false, badResult = -1 }) {
  let i = 0;
  const it = {
    [Symbol.iterator]() { return this; },
    next() {
      log.push('next');
      if (i === throwAt) throw new Error('next failed');
      if (i === badResult) return 5;
      return i < values.length ? { value: values[i++], done: false } : { done: true };
    },
  };
  if (!noReturn) it.return = function () { log.push('return(' + arguments.length + ')'); return onReturn(); };
  return it;
}
function attempt(title, f) {
  try { f(); log.push('ok'); } catch (e) { log.push(e.constructor === Error ? e.message : e.name); }
  flush(title);
}
attempt('normal', () => { const [a] = make({}); });
attempt('exhausted', () => { const [a, b, c, d] = make({}); });
attempt('exactly', () => { const [a, b, c] = make({}); });
attempt('default throws', () => { const [a = (() => { throw new Error('default'); })()] = make({ values: [undefined] }); });
attempt('next throws', () => { const [a, b] = make({ throwAt: 1 }); });
attempt('bad result', () => { const [a, b] = make({ badResult: 1 }); });
attempt('no return method', () => { const [a] = make({ noReturn: true }); });
attempt('return null', () => { const it = make({}); it.return = null; const [a] = it; });
attempt('return not callable', () => { const it = make({}); it.return = 5; const [a] = it; });
attempt('return gives primitive', () => { const [a] = make({ onReturn: () => 1 }); });
attempt('return throws', () => { const [a] = make({ onReturn: () => { throw new Error('from return'); } }); });
attempt('default throws, return throws', () => {
  const [a = (() => { throw new Error('default'); })()] = make({ values: [undefined], onReturn: () => { throw new Error('from return'); } });
});
attempt('default throws, return primitive', () => {
  const [a = (() => { throw new Error('default'); })()] = make({ values: [undefined], onReturn: () => 1 });
});
attempt('setter throws', () => { const o = { set x(v) { throw new Error('setter'); } }; [o.x] = make({}); });
attempt('target throws', () => { [(() => { throw new Error('target'); })().x] = make({}); });
attempt('rest target throws', () => { [...(() => { throw new Error('target'); })().x] = make({}); });
attempt('rest setter throws', () => { const o = { set x(v) { throw new Error('setter'); } }; [...o.x] = make({}); });
attempt('nested failure', () => { const [{ a: { b } }] = make({ values: [{}] }); });
attempt('tdz target', () => { [late] = make({}); let late; });
attempt('const target', () => { const c = 0; [c] = make({}); });
attempt('parameter', () => { (([a]) => a)(make({})); });
attempt('not iterable', () => { const [a] = { [Symbol.iterator]() { return 1; } }; });
attempt('done getter throws', () => { const [a] = { [Symbol.iterator]: () => ({ next: () => ({ get done() { throw new Error('done'); } }), return() { log.push('return'); } }) }; });
attempt('value getter throws', () => { const [a] = { [Symbol.iterator]: () => ({ next: () => ({ done: false, get value() { throw new Error('value'); } }), return() { log.push('return'); } }) }; });
