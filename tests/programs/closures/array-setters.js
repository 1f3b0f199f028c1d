// Scopes of closures are made without regard to what the guest puts on Array.prototype.
Object.defineProperty(Array.prototype, 0, { configurable: true, set: () => console.log('setter') });
const make = (a, b) => {
  let c = a + b;
  return { get: () => [a, b, c], add: (n) => (c += n) };
};
const m = make(1, 2);
m.add(4);
console.log(m.get().join(' '));
delete Array.prototype[0];
