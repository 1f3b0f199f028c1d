// Templates that build larger texts, used as a small formatting library.
const pad = (s, n) => `${s}${' '.repeat(Math.max(0, n - `${s}`.length))}`;
const table = (rows) => {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((r) => `${r[i]}`.length)));
  return rows.map((r) => `| ${r.map((c, i) => pad(c, widths[i])).join(' | ')} |`).join('\n');
};
console.log(table([['name', 'n', 'ok'], ['alpha', 1, true], ['b', 22222, false], [null, undefined, 0.5]]));

const render = (t, ctx) => t.replace(/\{\{\s*(#?)([\w.]+)\s*\}\}/g, (_, hash, path) => {
  const v = path.split('.').reduce((o, k) => o?.[k], ctx);
  return hash ? `<${Array.isArray(v) ? v.map((x, i) => `${i}:${x}`).join(';') : v}>` : `${v ?? ''}`;
});
console.log(render('Hi {{ user.name }}, {{#list}} {{ missing.deep }}{{n}}', { user: { name: 'Ann' }, list: ['x', 'y'], n: 0 }));

const dedent = (s, ...v) => {
  const text = s.raw.map((x, i) => x + (i < v.length ? v[i] : '')).join('');
  const lines = text.split('\n').filter((l) => l.trim());
  const indent = Math.min(...lines.map((l) => l.match(/^ */)[0].length));
  return lines.map((l) => l.slice(indent)).join('\n');
};
console.log(dedent`
    function ${'f'}() {
      return ${1 + 1};
    }
`);

const tree = (n, depth = 0) => `${'  '.repeat(depth)}${n.name}${n.kids ? `\n${n.kids.map((k) => tree(k, depth + 1)).join('\n')}` : ''}`;
console.log(tree({ name: 'root', kids: [{ name: 'a', kids: [{ name: 'a1' }] }, { name: 'b' }] }));

const cache = new Map();
const sql = (s, ...v) => { if (!cache.has(s)) cache.set(s, cache.size + 1); return `#${cache.get(s)} ${s.join('?')} [${v}]`; };
const q = (id) => sql`select * from t where id = ${id} and k = ${'k'}`;
console.log(q(1), q(2), sql`other`, cache.size);
const roman = (n) => [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']].reduce(([s, r], [v, l]) => [`${s}${l.repeat(Math.floor(r / v))}`, r % v], ['', n])[0];
console.log([1994, 2024, 49].map((n) => `${n}=${roman(n)}`).join(` `));
