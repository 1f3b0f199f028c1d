// N queens: in how many ways can N queens stand on an N x N board so that none attacks another?
//
// Solves it twice: by backtracking over arrays of flags, and with the same search on the bits of integers.
// Shows: recursion with shared arrays, closures, bit operations. The counts are well known: 92 for 8, 724 for 10.

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const N = 11 + Math.round(Math.log(SCALE) / Math.log(6));
const N_BITS = 13 + Math.round(Math.log(SCALE) / Math.log(6));

function solve(size, onSolution) {
  const queens = [];
  const columns = new Array(size).fill(false);
  const rising = new Array(2 * size - 1).fill(false);
  const falling = new Array(2 * size - 1).fill(false);

  function place(row) {
    if (row === size) {
      onSolution(queens);
      return;
    }
    for (let column = 0; column < size; column++) {
      const up = row + column;
      const down = row - column + size - 1;
      if (columns[column] || rising[up] || falling[down]) continue;
      columns[column] = rising[up] = falling[down] = true;
      queens.push(column);
      place(row + 1);
      queens.pop();
      columns[column] = rising[up] = falling[down] = false;
    }
  }

  place(0);
}

function countWithBits(size) {
  const all = (1 << size) - 1;
  function count(columns, rising, falling) {
    if (columns === all) return 1;
    let solutions = 0;
    let free = all & ~(columns | rising | falling);
    while (free !== 0) {
      const queen = free & -free;
      free ^= queen;
      solutions += count(columns | queen, ((rising | queen) << 1) & all, (falling | queen) >> 1);
    }
    return solutions;
  }
  return count(0, 0, 0);
}

const draw = (queens) =>
  queens.map((queen) => queens.map((_, column) => (column === queen ? 'Q' : '.')).join(' ')).join('\n');

for (let size = 4; size <= N; size++) {
  let solutions = 0;
  let checksum = 0;
  let first = null;
  solve(size, (queens) => {
    if (first === null) first = [...queens];
    solutions++;
    checksum = queens.reduce((sum, column) => (sum * 31 + column) % 999_983, checksum);
  });
  console.log(`${size} queens: ${solutions} solutions, checksum ${checksum}`);
  if (size === 8) console.log(draw(first));
}
for (let size = 4; size <= N_BITS; size++) {
  console.log(`${size} queens with bits: ${countWithBits(size)} solutions`);
}
