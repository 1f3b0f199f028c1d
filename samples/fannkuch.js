// Fannkuch ("pancakes"): for every permutation of 1..N, how many times must the first k elements be reversed, k being
// the first element, until the first element is 1? Permutations come in the order that rotates ever longer prefixes.
//
// Shows: small integer arrays indexed and swapped in deeply nested loops, destructuring results.
// The maximum for 9 is known to be 30, the checksum 8629 (for 10: 38 and 73196).

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const N = 9;
const ROUNDS = 5 * SCALE;

/** The number of prefix reversals that bring a 0 to the front; destroys the array. */
function countFlips(stack) {
  let flips = 0;
  for (let first = stack[0]; first !== 0; first = stack[0]) {
    for (let low = 0, high = first; low < high; low++, high--) {
      const swap = stack[low];
      stack[low] = stack[high];
      stack[high] = swap;
    }
    flips++;
  }
  return flips;
}

function fannkuch(size) {
  const permutation = Array.from({ length: size }, (_, i) => i);
  const stack = permutation.slice();
  const rotations = new Array(size).fill(0);
  let checksum = 0;
  let maximum = 0;
  let isEven = true;

  for (;;) {
    if (permutation[0] !== 0) {
      for (let i = 0; i < size; i++) stack[i] = permutation[i];
      const flips = countFlips(stack);
      if (flips > maximum) maximum = flips;
      checksum += isEven ? flips : -flips;
    }

    // The next permutation: rotate the prefix of length 2; each time a prefix is back where it began, the next longer.
    let length = 2;
    for (;;) {
      const first = permutation[0];
      for (let i = 1; i < length; i++) permutation[i - 1] = permutation[i];
      permutation[length - 1] = first;
      if (++rotations[length - 1] < length) break;
      rotations[length - 1] = 0;
      if (++length > size) return { checksum, maximum };
    }
    isEven = !isEven;
  }
}

for (let size = 3; size <= N; size++) {
  const { checksum, maximum } = fannkuch(size);
  for (let round = 1; round < ROUNDS; round++) {
    const again = fannkuch(size);
    if (again.checksum !== checksum || again.maximum !== maximum) throw new Error(`round ${round} differs`);
  }
  console.log(`fannkuch(${size}): maximum ${maximum}, checksum ${checksum}`);
}
