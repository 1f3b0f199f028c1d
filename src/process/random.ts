// The seeded generator behind the guest's Math.random: xorshift128 (Marsaglia, Xorshift RNGs, 2003), two draws a number.

/** Numbers in [0, 1) with 53 random bits; equal seeds give equal sequences. */
export function seededRandom(seed: number): () => number {
  // SplitMix32 spreads the seed over the state, so that neighbouring seeds give unrelated sequences.
  let s = seed | 0;
  const split = (): number => {
    s = (s + 0x9e3779b9) | 0;
    let z = s;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) | 0;
  };
  let x = split();
  let y = split();
  let z = split();
  let w = split() | 1;
  const draw = (): number => {
    const t = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    return w >>> 0;
  };
  return () => ((draw() >>> 5) * 67108864 + (draw() >>> 6)) / 9007199254740992;
}
