// Closures of generators and async functions that compiled code makes inherit from the prototypes of their kinds, as those do that the
// interpreter makes.
const tagOf = (f) => f[Symbol.toStringTag] ?? 'Function';

const GeneratorFunction = Object.getPrototypeOf(function* () {}).constructor;
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
const AsyncGeneratorFunction = Object.getPrototypeOf(async function* () {}).constructor;

function make(i) {
  return [
    () => i,
    async () => i,
    async function () { return i; },
    function* () { yield i; },
    async function* () { yield i; },
    { async m() { return i; } }.m,
    { *m() { yield i; } }.m,
    class { static async *m() { yield i; } }.m,
  ];
}

const counts = {};
let instances = 0;
for (let i = 0; i < 400; i++) {
  for (const f of make(i)) {
    const tag = tagOf(f);
    counts[tag] = (counts[tag] ?? 0) + 1;
    if (f instanceof GeneratorFunction || f instanceof AsyncFunction || f instanceof AsyncGeneratorFunction) instances++;
  }
}
console.log(counts, instances);

// In a loop of the script, which is compiled by itself.
let asyncs = 0;
for (let i = 0; i < 3000; i++) {
  const f = i % 2 === 0 ? async () => i : () => i;
  if (tagOf(f) === 'AsyncFunction') asyncs++;
}
console.log(asyncs);

// Where only such closures are made, and what they make inherits from their prototypes.
let sum = 0;
for (let i = 0; i < 3000; i++) {
  const g = function* () { yield i; };
  const [x] = g();
  if (Object.getPrototypeOf(g()) === g.prototype && Object.getPrototypeOf(g) === GeneratorFunction.prototype) sum += x;
}
console.log(sum);
