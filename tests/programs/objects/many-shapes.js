// More shapes of wide objects than are remembered, shapes that differ in one key only, objects with more properties than stay fast, and long names.
const shape = (s, n, name) => Object.fromEntries(Array.from({ length: n }, (_, i) => [name(s, i), i]));
const kinds = [
  [300, 20, (s, i) => `s${s}k${i}`],
  [30, 20, (s, i) => (i === 7 ? `only${s}` : `k${i}`)],
  [3, 130, (s, i) => `w${s}_${i}`],
  [3, 128, (s, i) => `v${s}_${i}`],
  [3, 14, (s, i) => `${'long'.repeat(80)}${s}_${i}`],
];
for (const [shapes, size, name] of kinds) {
  let checksum = 0;
  for (let round = 0; round < 3; round++) {
    for (let s = 0; s < shapes; s++) {
      const object = shape(s, size, name);
      const { [name(s, 0)]: first, ...rest } = object;
      for (const copy of [JSON.parse(JSON.stringify(object)), Object.assign({}, object), rest, { ...object, more: 1 }]) {
        const keys = Object.keys(copy);
        checksum = (checksum * 31 + keys.length + copy[name(s, 7)] + keys[keys.length - 1].length + copy[name(s, size - 1)]) | 0;
        if (keys[5] !== name(s, copy === rest ? 6 : 5)) throw new Error(keys[5]);
      }
      checksum += first;
    }
  }
  console.log(shapes, size, checksum);
}
