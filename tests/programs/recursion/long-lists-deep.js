// Natives with long lists of arguments, called at any depth.
'use strict';
const list = Array.from({ length: 30000 }, (_, i) => 65 + (i % 26));
function at(n, f) {
  return n === 0 ? f() : at(n - 1, f);
}
for (const n of [10, 1000, 3000, 5000]) {
  console.log(n, at(n, () => String.fromCharCode.apply(null, list).length), at(n, () => String.fromCharCode(...list).slice(-3)), at(n, () => String.fromCharCode.apply(null, list.slice(0, 300)).length));
}
