// for-of and for-in make a binding per iteration; a shadowing body block makes another.
const fs = [];
for (const x of [10, 20, 30]) fs.push(() => x);
console.log(fs.map((f) => f()).join(' '));

const ks = [];
for (const k in { a: 1, b: 2 }) ks.push(() => k);
console.log(ks.map((f) => f()).join(' '));

const ls = [];
for (let x of [1, 2, 3]) {
  ls.push(() => x);
  x *= 10;
}
console.log(ls.map((f) => f()).join(' '));

const ds = [];
for (let [a, b = a + 1] of [[1], [2, 5]]) ds.push(() => a * 100 + b);
console.log(ds.map((f) => f()).join(' '));

const sh = [];
for (const x of [1, 2]) {
  const y = x * 2;
  {
    const x = y * 2;
    sh.push(() => x + y);
  }
  sh.push(() => x + y);
}
console.log(sh.map((f) => f()).join(' '));

const vs = [];
for (var q of [1, 2, 3]) vs.push(() => q);
console.log(vs.map((f) => f()).join(' '), q);

const ws = [];
let w = 0;
while (w < 3) {
  let copy = w;
  ws.push(() => copy++);
  w++;
}
console.log(ws.map((f) => f() + '' + f()).join(' '));

const dw = [];
do {
  const c = w--;
  dw.push(() => c);
} while (w > 0);
console.log(dw.map((f) => f()).join(' '));
