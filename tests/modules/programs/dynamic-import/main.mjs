// import(): the namespace as a promise, loaded once, errors as rejections.
import * as st from './lib.mjs';
const show = (name) => (error) => console.log(name, error.constructor.name, error.message.split('\n')[0].replace(/'.*'/, '...'));
import('./lib.mjs').then((ns) => {
  console.log(ns === st, ns.value, Object.keys(ns));
  return import(`./${['lib', 'mjs'].join('.')}`);
}).then(({ default: d, value }) => console.log(d(), value))
  .then(() => import('./throws.mjs')).then(() => console.log('no'), show('throws'))
  .then(() => import('./throws.mjs')).then(() => console.log('no'), show('throws again'))
  .then(() => import('./data.json', { with: { type: 'json' } })).then((ns) => console.log(ns.default, Object.keys(ns)))
  .then(() => import({ toString() { console.log('toString'); return './lib.mjs'; } })).then((ns) => console.log(ns === st))
  .then(() => import('./lib.mjs', undefined)).then((ns) => console.log(ns === st))
  .then(() => import('./lib.mjs', {})).then((ns) => console.log(ns === st))
  .then(() => import('./lib.mjs', { with: {} })).then((ns) => console.log(ns === st))
  .then(() => import(Symbol('s'))).catch(show('symbol'))
  .then(() => import({ toString() { throw new RangeError('from toString'); } })).catch(show('toString'))
  .then(() => import('./lib.mjs', null)).catch((e) => console.log(e.constructor.name))
  .then(() => import('./lib.mjs', { with: 1 })).catch((e) => console.log(e.constructor.name))
  .then(() => import('./lib.mjs', { with: { type: 1 } })).catch((e) => console.log(e.constructor.name))
  .then(() => import('./lib.mjs', { get with() { throw new EvalError('getter'); } })).catch(show('getter'))
  .then(() => import('./syntax.mjs')).catch((e) => console.log(e.constructor.name))
  .then(() => import('./missing-export.mjs')).catch((e) => console.log(e.constructor.name, e.message.split(' (')[0]))
  .then(() => import('./nowhere.mjs')).catch((e) => console.log(e instanceof Error))
  .then(() => Promise.all([import('./twice.mjs'), import('./twice.mjs')])).then(([a, b]) => console.log(a === b))
  .then(() => import('./cycle-a.mjs')).then((a) => console.log(a.a, a.b()));
console.log(typeof import('./lib.mjs'), import('./lib.mjs') instanceof Promise, import('./lib.mjs') !== import('./lib.mjs'));
function f() { return import('./lib.mjs'); }
const g = async () => (await f()).value;
g().then((v) => console.log('async', v));
