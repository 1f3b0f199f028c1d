// What lastIndex is converted to is seen, whether or not it is used.
const attempt = (f) => { try { return String(f()); } catch (e) { return `${e.name}: ${e.message}`; } };
const calls = [];
for (const lastIndex of [Symbol('s'), 10n, { valueOf() { calls.push('valueOf'); return 1; } }, '1', null, undefined, NaN, 2.5]) {
  const with_ = (flags) => { const r = new RegExp('a', flags); r.lastIndex = lastIndex; return r; };
  console.log(['', 'g', 'y'].flatMap((flags) => [
    attempt(() => 'aaa'.replace(with_(flags), 'b')), attempt(() => 'aaa'.replace(with_(flags), () => 'c')), attempt(() => with_(flags).test('aaa')),
    attempt(() => 'aaa'.match(with_(flags))), attempt(() => 'aaa'.search(with_(flags))),
  ]).join(' | '), calls.length);
}
const keys = (o) => attempt(() => Reflect.ownKeys(o).length);
console.log(keys(new Proxy(/a/, { ownKeys: () => [] })), keys(new Proxy(/a/, { ownKeys: () => ['lastIndex'] })), attempt(() => Object.keys(new Proxy(new RegExp('x'), { ownKeys: () => [] }))));
