// Top-level lexical bindings: dead before their line, visible to functions, not properties of the global object.
function readLater() { return later; }
function tryRead() { try { return readLater(); } catch (e) { return e.name; } }
console.log(tryRead());
console.log(typeof globalThis.later, 'later' in globalThis);
try { later = 5; } catch (e) { console.log('write', e.name); }
try { typeof later; } catch (e) { console.log('typeof', e.name); }
let later = 'initialised';
console.log(tryRead(), globalThis.later);

const fixed = { a: 1 };
console.log(Object.getOwnPropertyDescriptor(globalThis, 'fixed'));
try { fixed = 2; } catch (e) { console.log(e.name); }
class Klass {}
console.log(globalThis.Klass, typeof Klass);

// A lexical binding shadows a property of the global object with the same name.
globalThis.shadowed = 'property';
let probe = () => typeof shadowed;
console.log(probe());
{
  let shadowed = 'block';
  console.log(shadowed, globalThis.shadowed);
}
// A builtin name can be shadowed lexically in a block only for that block.
{
  const Math = { PI: 3 };
  console.log(Math.PI);
}
console.log(Math.PI > 3.1);
