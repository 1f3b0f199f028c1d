// Error stacks as far as they do not tell positions, captureStackTrace, causes, conversions by constructors and toString.
const show = (v) => v === null ? 'null' : Object.is(v, -0) ? '-0' : typeof v === 'function' ? 'fn ' + v.name : typeof v !== 'object' ? typeof v + ' ' + String(v)
  : Array.isArray(v) ? '[' + v.map(show).join() + ']' : '{' + Reflect.ownKeys(v).map((k) => String(k) + ':' + show(v[k])).join() + '}';
const t = (f) => { try { console.log(show(f())); } catch (e) { console.log('!!', e && e.name, e && e.message); } };
function Foo(m) { Error.captureStackTrace(this, Foo); this.message = m; }
Foo.prototype = Object.create(Error.prototype); Foo.prototype.constructor = Foo; Foo.prototype.name = 'Foo';
t(() => new Foo('x') instanceof Error);
t(() => new Foo('hello').toString());
t(() => Object.getOwnPropertyNames(new Foo('x')));
t(() => new Foo('x').stack.split('\n')[0]);
class Bar extends Error { constructor(m) { super(m); this.name = 'Bar'; } }
t(() => new Bar('zz').stack.split('\n')[0]);
t(() => String(new Bar('zz')));
t(() => { const e = new Error('m'); e.stack = 5; return [e.stack, Object.keys(e)]; });
t(() => { const o = {}; Error.captureStackTrace(o); return [typeof o.stack, Object.keys(o), Object.getOwnPropertyDescriptor(o, 'stack').writable]; });
t(() => { const o = Object.freeze({}); Error.captureStackTrace(o); return 1; });
t(() => { const o = function(){}; Error.captureStackTrace(o); return delete o.stack; });
t(() => { const e = new TypeError('a', { cause: 0 }); return [e.cause, Object.getOwnPropertyDescriptor(e, 'cause').enumerable, 'cause' in new Error('x', {})]; });
t(() => { const log = []; const e = new Error({ toString() { log.push('m'); return 'M'; } }, { get cause() { log.push('c'); return 1; } }); return [log, e.message, e.cause]; });
t(() => new AggregateError([1, 2], 'agg', { cause: 3 }).errors);
t(() => Object.getOwnPropertyNames(AggregateError.prototype));
t(() => Object.getPrototypeOf(RangeError) === Error);
t(() => Error('x') instanceof Error);
t(() => RangeError.prototype.name + RangeError.length + RangeError.name);
t(() => Error.prototype.toString.call({ name: 'N', message: '' }));
t(() => Error.prototype.toString.call({ name: '', message: 'M' }));
t(() => Error.prototype.toString.call({ get name() { return 'G'; }, message: { toString() { return 'obj'; } } }));
t(() => { class E2 extends Error { get name() { return 'Getter'; } } return new E2('q').stack.split('\n')[0]; });
t(() => { const e = new Error('a'); e.message = 'b'; return e.stack.split('\n')[0]; });
t(() => { const e = new Error(undefined); return Object.getOwnPropertyNames(e).includes('message'); });
t(() => { Error.stackTraceLimit = 1; const n = new Error('x').stack.split('\n').length; Error.stackTraceLimit = 0; const z = new Error('x').stack; Error.stackTraceLimit = 'no'; const u = new Error('x').stack; Error.stackTraceLimit = 10; return [n, z, u]; });
