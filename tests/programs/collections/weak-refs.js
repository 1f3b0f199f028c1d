// WeakRef and FinalizationRegistry: what they give and refuse. Nothing depends on when garbage is collected.
const attempt = (f) => {
  try {
    return f();
  } catch (e) {
    return e.name;
  }
};
const target = { name: 'target' };
const ref = new WeakRef(target);
console.log(ref.deref() === target, Object.prototype.toString.call(ref), WeakRef.length, WeakRef.prototype.deref.length);
console.log(attempt(() => WeakRef(target)), attempt(() => new WeakRef(1)), attempt(() => new WeakRef(Symbol.for('registered'))));
console.log(attempt(() => WeakRef.prototype.deref.call({})));
class Named extends WeakRef {
  get name() { return this.deref()?.name; }
}
console.log(new Named(target).name, new Named(target) instanceof WeakRef);

const registry = new FinalizationRegistry(() => console.log('never called'));
const token = {};
console.log(Object.prototype.toString.call(registry), FinalizationRegistry.length, FinalizationRegistry.prototype.register.length);
console.log(registry.register(target, 'held', token), registry.register({}, 'other', token));
console.log(registry.unregister(token), registry.unregister(token), registry.unregister(target));
console.log(registry.register(target, 1), registry.register(target, 1, target), registry.unregister(target));
console.log(attempt(() => registry.register(target, target)), attempt(() => registry.register(1, 2)), attempt(() => registry.register(target, 1, 'token')));
console.log(attempt(() => registry.unregister(undefined)), attempt(() => new FinalizationRegistry({})), attempt(() => FinalizationRegistry(() => 0)));
console.log(Object.getOwnPropertyNames(FinalizationRegistry.prototype).sort().join());
