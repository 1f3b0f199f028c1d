// Getters and setters: cells of a spreadsheet that compute themselves when they are read, and notify when they are written.
//
// Accessors on classes, on object literals and by defineProperty; formulas read other cells through accessors, which records who
// depends on whom. Values are compared with a plain recalculation of everything.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const ROWS = SCALE < 0.1 ? 6 : 40;
const EDITS = Math.max(5, Math.round(10_000 * SCALE));
const COLUMNS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The cell that is being computed, for dependencies. */
let reader = null;

class Cell {
  constructor(name) {
    this.name = name;
    this.formula = null;
    this.cached = 0;
    this.stale = false;
    this.readers = new Set();
    this.sources = new Set();
  }

  get value() {
    if (reader !== null) {
      this.readers.add(reader);
      reader.sources.add(this);
    }
    if (this.stale) this.compute();
    return this.cached;
  }

  set value(value) {
    this.formula = null;
    this.forget();
    this.cached = value;
    this.stale = false;
    this.invalidate();
  }

  set computedBy(formula) {
    this.formula = formula;
    this.forget();
    this.stale = true;
    this.invalidate();
  }

  get isComputed() {
    return this.formula !== null;
  }

  forget() {
    for (const source of this.sources) source.readers.delete(this);
    this.sources.clear();
  }

  invalidate() {
    for (const dependent of this.readers) {
      if (dependent.stale) continue;
      dependent.stale = true;
      dependent.invalidate();
    }
  }

  compute() {
    const outer = reader;
    this.forget();
    reader = this;
    try {
      this.cached = this.formula();
      this.stale = false;
      Sheet.computations++;
    } finally {
      reader = outer;
    }
  }
}

class Sheet {
  static computations = 0;

  constructor(rows) {
    this.rows = [];
    this.cells = [];
    for (let r = 0; r < rows; r++) {
      const row = {
        index: r,
        /** The sum of the row is an accessor of the literal. */
        get total() {
          return this.a + this.b + this.c + this.d + this.e + this.f;
        },
        set all(value) {
          for (const column of COLUMNS) this[column] = value;
        },
      };
      for (const column of COLUMNS) {
        const cell = new Cell(column + r);
        this.cells.push(cell);
        Object.defineProperty(row, column, { get: () => cell.value, set: (value) => (cell.value = value), enumerable: true });
      }
      this.rows.push(row);
    }
  }

  cell(row, column) {
    return this.cells[row * COLUMNS.length + COLUMNS.indexOf(column)];
  }

  get grandTotal() {
    let sum = 0;
    for (const row of this.rows) sum = (sum + row.total) | 0;
    return sum;
  }
}

let state = 63;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

/** Formulas read cells above their own only, so that there are no cycles; each comes with what it means for plain arrays. */
function makeFormula(sheet, r) {
  const { rows } = sheet;
  const [x, y] = [random(r), random(r)];
  const [p, q] = [random(COLUMNS.length), random(COLUMNS.length)];
  const [left, right] = [COLUMNS[p], COLUMNS[q]];
  switch (random(4)) {
    case 0: return [() => (rows[x][left] + rows[y][right]) | 0, (grid) => (grid[x][p] + grid[y][q]) | 0];
    case 1: return [() => (rows[x][left] > rows[y][right] ? rows[x][left] : 7), (grid) => (grid[x][p] > grid[y][q] ? grid[x][p] : 7)];
    case 2: return [() => Math.imul(rows[x][left], 3) - rows[x].total | 0, (grid) => (Math.imul(grid[x][p], 3) - grid[x].reduce((a, b) => a + b, 0)) | 0];
    default: return [() => rows[x][left] ^ rows[y][right], (grid) => grid[x][p] ^ grid[y][q]];
  }
}

const sheet = new Sheet(ROWS);
/** What each cell has to be: a number, or a function of the grid. */
const meanings = sheet.rows.map(() => COLUMNS.map(() => 0));

function recalculate() {
  const grid = [];
  for (const row of meanings) {
    const values = [];
    grid.push(values);
    for (const meaning of row) values.push(typeof meaning === 'function' ? meaning(grid) : meaning);
  }
  return grid;
}

let checksum = 0;
for (let edit = 1; edit <= EDITS; edit++) {
  const r = random(ROWS);
  const c = random(COLUMNS.length);
  const column = COLUMNS[c];
  if (r > 1 && random(3) > 0) {
    const [formula, meaning] = makeFormula(sheet, r);
    sheet.cell(r, column).computedBy = formula;
    meanings[r][c] = meaning;
  } else if (random(10) === 0) {
    sheet.rows[r].all = edit;
    meanings[r].fill(edit);
  } else {
    sheet.rows[r][column] = random(1000);
    meanings[r][c] = sheet.rows[r][column];
  }
  checksum = (Math.imul(checksum, 31) + sheet.grandTotal) | 0;
  if (edit % 25 === 0) {
    recalculate().forEach((values, row) => {
      values.forEach((value, i) => {
        if (sheet.rows[row][COLUMNS[i]] !== value) throw new Error(`${COLUMNS[i]}${row} is ${sheet.rows[row][COLUMNS[i]]}, not ${value}`);
      });
    });
  }
}
const computed = sheet.cells.filter(({ isComputed }) => isComputed).length;
console.log(`spreadsheet: ${EDITS} edits, ${Sheet.computations} computations, ${computed} formulas, checksum ${checksum}`);
