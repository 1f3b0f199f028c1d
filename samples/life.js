// Conway's game of life on a torus, starting from Gosper's glider gun.
//
// Shows: two-dimensional arrays, neighbour counting with wrap-around, building each generation from the one before.
// The gun emits a glider (five cells) every 30 generations, so the population grows as 36, 41, 46, ... until the
// first glider has gone around the torus.

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const SIZE = 150;
const GENERATIONS = 420 * SCALE;

const GUN = `
........................O...........
......................O.O...........
............OO......OO............OO
...........O...O....OO............OO
OO........O.....O...OO..............
OO........O...O.OO....O.O...........
..........O.....O.......O...........
...........O...O....................
............OO......................`;

class Board {
  constructor(size) {
    this.size = size;
    this.cells = Array.from({ length: size }, () => new Array(size).fill(0));
  }

  /** A copy of a pattern drawn with dots and letters, its corner at the given place. */
  draw(pattern, top, left) {
    pattern.trim().split('\n').forEach((line, i) => {
      [...line].forEach((char, j) => {
        if (char === 'O') this.cells[top + i][left + j] = 1;
      });
    });
    return this;
  }

  next() {
    const { size, cells } = this;
    const result = new Board(size);
    for (let i = 0; i < size; i++) {
      const above = cells[(i + size - 1) % size];
      const row = cells[i];
      const below = cells[(i + 1) % size];
      const target = result.cells[i];
      for (let j = 0; j < size; j++) {
        const left = j === 0 ? size - 1 : j - 1;
        const right = j === size - 1 ? 0 : j + 1;
        const neighbours =
          above[left] + above[j] + above[right] + row[left] + row[right] + below[left] + below[j] + below[right];
        target[j] = neighbours === 3 || (neighbours === 2 && row[j] === 1) ? 1 : 0;
      }
    }
    return result;
  }

  get population() {
    return this.cells.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0);
  }

  get checksum() {
    let sum = 0;
    for (const row of this.cells) {
      for (const cell of row) sum = (sum * 33 + cell + 1) % 1_000_000_007;
    }
    return sum;
  }

  toString(rows = this.size, columns = this.size) {
    const toLine = (row) => row.slice(0, columns).map((cell) => (cell ? 'O' : '.')).join('');
    return this.cells.slice(0, rows).map(toLine).join('\n');
  }
}

let board = new Board(SIZE).draw(GUN, 1, 1);
const populations = [board.population];
for (let generation = 1; generation <= GENERATIONS; generation++) {
  board = board.next();
  if (generation % 30 === 0) populations.push(board.population);
}
console.log(board.toString(32, 48));
console.log(`population every 30 generations: ${populations.join(' ')}`);
console.log(`life: ${GENERATIONS} generations, checksum ${board.checksum}`);
