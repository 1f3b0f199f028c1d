// Tables of text: the first column to the left, the others to the right.

export function formatTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) => (column === 0 ? (cells[column] ?? '').padEnd(width) : (cells[column] ?? '').padStart(width)))
      .join('  ')
      .trimEnd() + '\n';
  return line(header) + widths.map((width) => '-'.repeat(width)).join('  ') + '\n' + rows.map(line).join('');
}
