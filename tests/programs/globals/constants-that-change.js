// Globals that keep their value until compiled code relies on it, and then get another one: by assignment, through the global object, by deletion.
var number = 4;
let text = 'a';
const fixed = { n: 1 };
function callee(x) { return x + 1; }
class Made { m() { return 'Made'; } }
property = 7;

function reads(x) { return number * x + text.length + fixed.n + callee(x) + property; }
function changes(i) {
  if (i === 600) number = 5;
  if (i === 700) text = 'longer';
  if (i === 800) callee = (x) => x * 2;
  if (i === 900) globalThis.number = 6;
  if (i === 1000) Object.defineProperty(globalThis, 'number', { get() { return 10; }, set(v) { text = String(v); }, configurable: true });
  if (i === 1100) number = 'through a setter';
  if (i === 1200) property = '8';
  if (i === 1300) delete globalThis.property;
  if (i === 1400) globalThis.property = 1;
}
const hash = (v) => [...String(v)].reduce((h, c) => (h * 31 + c.charCodeAt(0)) % 65521, typeof v === 'string' ? 1 : 0);
let sum = 0;
let failed = 0;
for (let i = 0; i < 1500; i++) {
  try {
    const before = reads(i);
    // In the same activation: what compiled code has read is not what it reads after this.
    changes(i);
    sum = (sum * 3 + hash(before) + hash(reads(i))) % 1000003;
  } catch (e) {
    failed++;
    if (i === 1300 || i === 1399) console.log(e.name, e.message);
  }
  if (i % 100 === 0) console.log(i, sum);
}
console.log(sum, failed);

// One loop that changes what it reads.
let step = 1;
var total = 0;
for (let i = 0; i < 3000; i++) {
  total += step;
  if (i === 2000) step = 2.5;
  if (i === 2500) step = 'x';
  if (typeof total === 'string' && total.length > 20) total = 0;
}
console.log(total);
const maker = () => new Made().m();
for (let i = 0; i < 500; i++) {
  maker();
  if (i === 300) Made = class { m() { return 'another'; } };
}
console.log(maker());
