// Tables in plain text, a row at a time, so that a long measurement shows what it has.
import process from 'node:process';

const NAME_WIDTH = 22;

/** Gives a function that prints a row: a name, and a cell for each title. */
export function table(titles) {
  const widths = titles.map((title) => Math.max(12, title.length + 2));
  const row = (name, cells) => {
    process.stdout.write([name.padEnd(NAME_WIDTH), ...cells.map((text, i) => (text === '' || text.length < widths[i] ? text : `  ${text}`).padStart(widths[i]))].join('').trimEnd() + '\n');
  };
  return row;
}
