// All Error types: constructors, prototypes, message, cause, AggregateError, toString, attributes, call without new.
const types = [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];
for (const T of types) {
  const e = new T('msg'), c = T('called');
  console.log(T.name, T.length, e.name, e.message, String(e), e instanceof T, e instanceof Error, c instanceof T, c.message, Object.getPrototypeOf(T) === (T === Error ? Function.prototype : Error), Object.hasOwn(e, 'message'), Object.hasOwn(e, 'name'), Object.hasOwn(new T(), 'message'), T.prototype.message === '', Object.hasOwn(T.prototype, 'name'), Object.prototype.toString.call(e), Object.keys(e).length, e.constructor === T);
}
const d = Object.getOwnPropertyDescriptor(new Error('m'), 'message');
console.log(d.value, d.writable, d.enumerable, d.configurable, Object.hasOwn(new Error(undefined), 'message'), new Error(null).message, new Error(5).message, new Error({ toString: () => 'obj' }).message, new Error('').message === '', Object.hasOwn(new Error(''), 'message'));
for (const f of [() => new Error(Symbol()), () => new Error(Object.create(null)), () => Error.prototype.toString.call(undefined), () => Error.prototype.toString.call('s'), () => Error.prototype.toString.call({ name: Symbol() })]) try { f(); console.log('fine'); } catch (e) { console.log(e.name); }
// cause
const root = new Error('root');
const wrapped = new TypeError('outer', { cause: root });
console.log(wrapped.cause === root, Object.hasOwn(new Error('x'), 'cause'), Object.hasOwn(new Error('x', { cause: undefined }), 'cause'), Object.hasOwn(new Error('x', {}), 'cause'), Object.hasOwn(new Error('x', 'str'), 'cause'), Object.hasOwn(new Error('x', null), 'cause'), Object.getOwnPropertyDescriptor(wrapped, 'cause').enumerable, new RangeError('r', Object.create({ cause: 'inherited' })).cause, new Error(undefined, { cause: 0 }).cause);
// AggregateError
const agg = new AggregateError([1, new Error('two')], 'many', { cause: 'why' });
console.log(agg.name, agg.message, agg.errors.length, agg.errors[1].message, agg.cause, agg instanceof Error, AggregateError.length, Array.isArray(agg.errors), Object.getOwnPropertyDescriptor(agg, 'errors').enumerable, String(agg), new AggregateError('ab').errors.join(), new AggregateError(new Set([1])).errors.length, Object.hasOwn(AggregateError.prototype, 'errors'), Object.getPrototypeOf(AggregateError) === Error);
for (const bad of [undefined, null, 5, {}]) try { new AggregateError(bad); } catch (e) { console.log(e.name); }
// toString
for (const o of [{}, { name: 'N' }, { message: 'M' }, { name: 'N', message: 'M' }, { name: '', message: 'M' }, { name: 'N', message: '' }, { name: undefined, message: undefined }, { name: null, message: 1 }, [], function named() {}]) console.log(JSON.stringify(Error.prototype.toString.call(o)));
const e1 = new Error('orig');
e1.name = 'Custom';
e1.message = 'changed';
console.log(`${e1}`, e1 + '', JSON.stringify(e1), delete e1.name, String(e1), delete e1.message, String(e1), JSON.stringify(e1.message));
// subclasses
class AppError extends Error { constructor(code, ...rest) { super(...rest); this.code = code; } get name() { return this.constructor.name; } }
class DbError extends AppError { toString() { return `[${this.code}] ${super.toString()}`; } }
const db = new DbError(7, 'no table', { cause: root });
console.log(String(db), db instanceof AppError, db instanceof DbError, db instanceof TypeError, db.cause.message, Object.keys(db).join(), Object.prototype.toString.call(db), db.name);
class Silent extends RangeError {}
Silent.prototype.name = 'Silent';
console.log(String(new Silent('s')), new Silent() instanceof RangeError, new Silent().message === '');
function OldError(message) { this.message = message; }
OldError.prototype = Object.create(Error.prototype, { constructor: { value: OldError }, name: { value: 'OldError' } });
console.log(String(new OldError('o')), new OldError('o') instanceof Error, Object.prototype.toString.call(new OldError('o')));
const fake = Object.create(new Error('proto message'));
console.log(fake.message, String(fake), Object.hasOwn(fake, 'message'), fake instanceof Error);
console.log(Object.getPrototypeOf(Reflect.construct(Error, ['m'], TypeError)) === TypeError.prototype, Error.prototype.constructor === Error, Error.prototype.name, JSON.stringify(Error.prototype.message), String(Error.prototype), typeof new Error('x').stack);
const chain = (e) => (e ? [e.message, ...chain(e.cause)] : []);
const nested = () => { try { try { JSON.parse('{'); } catch (e) { throw new Error('parse failed', { cause: e }); } } catch (e) { return new AppError(1, 'load failed', { cause: e }); } };
console.log(chain(nested()).slice(0, 2).join(' <- '), nested().cause.cause.name);
