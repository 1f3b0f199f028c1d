// Accessors of the prototypes of primitives are called by the program only, however late the first function is compiled.
let reads = 0;
for (const C of [String, Number, Boolean, Symbol, BigInt]) {
  Object.defineProperty(C.prototype, 'toString', {
    configurable: true,
    get() {
      reads++;
      return () => 'text';
    },
  });
}
const { toString } = Function.prototype;
Object.defineProperty(Function.prototype, 'toString', {
  configurable: true,
  get() {
    reads++;
    return toString;
  },
});
const add = (a, b) => a + b;
let sum = 0;
for (let i = 0; i < 2000; i++) sum = add(sum, i);
console.log(sum, reads);
console.log(''.toString(), (1).toString(), Symbol().toString(), reads);
