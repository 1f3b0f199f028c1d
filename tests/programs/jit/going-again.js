// Calls that charge fuel for a list of arguments, or take a job from the queue, and then call a native that may have to go again
// (out of fuel, short of host stack): the whole instruction goes again then, and must not have charged or taken anything.

const long = 'abcdefgh'.repeat(400);
const five = [1, 2, 3, 4, 5];
const out = [];

function spread(list) {
  return Math.max(...list) + String.prototype.concat.call(...list, long).length;
}
function constructed(list) {
  return new Array(...list).length + new Map(...[[[1, 2]]]).size;
}
class Longer extends Array {
  constructor(...items) {
    super(...items);
  }
}
function applied(list) {
  return long.padStart.apply(long, [4000, ...list].slice(0, 5)).length + Reflect.apply(long.repeat, long, [2, ...list]).length;
}
function forwarded() {
  return Array.prototype.concat.apply([], arguments).length;
}
function listed(...args) {
  return long.concat(...args).length;
}
const join = Array.prototype.join.bind(new Array(300).fill('x'), '-');

let sum = 0;
for (let i = 0; i < 60; i++) {
  sum += spread(five) + constructed(five) + new Longer(...five, i).length + applied(five);
  sum += forwarded(five, five, [i], five, five) + listed('a', 'b', 'c', long, i) + join(1, 2, 3, 4, 5).length;
}
console.log(sum);

// Errors of what is called are thrown once, with the charge made.
let thrown = 0;
for (let i = 0; i < 20; i++) {
  try {
    'x'.repeat(...[-1, 2, 3, 4, 5]);
  } catch (e) {
    thrown += e instanceof RangeError ? 1 : 100;
  }
}
console.log(thrown);

// Jobs whose callback is a native are run once each.
for (let i = 0; i < 8; i++) queueMicrotask(console.log.bind(console, 'job', i, long.length));
for (let i = 0; i < 8; i++) Promise.resolve([i, long]).then(JSON.stringify).then((text) => out.push(text.length));
class Watched extends Promise {
  constructor(executor) {
    super((resolve, reject) => executor((v) => resolve(v), reject));
  }
}
for (let i = 0; i < 4; i++) Watched.resolve(i).then().then((v) => out.push(v));
async function steps(n) {
  let total = 0;
  for (let i = 0; i < n; i++) total += (await [i, long].join(...[',', 2, 3, 4, 5])).length;
  return total;
}
steps(10).then((v) => out.push(v));
async function* series(n) {
  for (let i = 0; i < n; i++) yield long.slice(i);
}
(async () => {
  let total = 0;
  for await (const text of series(10)) total += text.length;
  out.push(total);
})();
setTimeout(() => console.log(out.join()), 1);
