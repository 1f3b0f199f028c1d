// Each iteration of a for loop with `let` has its own binding, copied before the update expression.
const fns = [];
for (let i = 0; i < 3; i++) fns.push(() => i);
console.log(fns.map((f) => f()).join(' '));

const vars = [];
for (var v = 0; v < 3; v++) vars.push(() => v);
console.log(vars.map((f) => f()).join(' '));

// The closure made in the initialiser sees the initial copy only.
let fromInit;
for (let i = 0, f = (fromInit = () => i); i < 3; i++);
console.log(fromInit());

// Closures made in the test and in the update see the copy of their own iteration.
const inTest = [];
const inUpdate = [];
for (let i = 0; inTest.push(() => i), i < 3; inUpdate.push(() => i), i++);
console.log(inTest.map((f) => f()).join(' '), '|', inUpdate.map((f) => f()).join(' '));

// Assignment in the body is carried to the next iteration, but the older closure keeps its own.
const both = [];
for (let i = 0; i < 10; i += 2) {
  const get = () => i;
  const set = (x) => { i = x; };
  both.push([get, set]);
  if (i === 4) set(7);
}
console.log(both.map(([get]) => get()).join(' '));
both[0][1](100);
console.log(both.map(([get]) => get()).join(' '));

// continue also copies the binding.
const cont = [];
for (let i = 0, j = 10; i < 5; i++, j--) {
  cont.push(() => i + ':' + j);
  if (i % 2) continue;
  j += 100;
}
console.log(cont.map((f) => f()).join(' '));

// const in a for head: one binding, never copied.
let n = 0;
const consts = [];
for (const k = { v: 1 }; n < 2; n++) consts.push(() => k);
console.log(consts[0]() === consts[1]());

// Nested loops.
const grid = [];
for (let y = 0; y < 2; y++) for (let x = 0; x < 2; x++) grid.push(() => `${x},${y}`);
console.log(grid.map((f) => f()).join(' '));
