// The depth limit is met in a callee that is compiled in the place of its call; fuel tells if it is met at the same call in each mode.
function leaf(n) { return n + 1; }
function mid(n) { return leaf(n) + 1; }
function down(n) { return down(mid(n) - 1); }
for (let i = 0; i < 3; i++) {
  try {
    down(0);
  } catch (e) {
    console.log(e instanceof RangeError, e.message);
  }
}
