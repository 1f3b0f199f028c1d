// Damages bytes in reproducible ways: what the fuzz tests of file formats feed to their decoders.
//
// Takes the bytes of a good file, a seed and a count; gives that many damaged copies, each with a description that tells
// how to get it again. The same seed gives the same copies.

export interface Mutation {
  readonly bytes: Uint8Array;
  /** What was done, for the message of a failing test. */
  readonly what: string;
}

/** A small seeded generator (mulberry32): `next(n)` gives an integer from 0 to n - 1. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  next(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * limit);
  }
}

/** Bytes that matter more than others in formats with lengths and indexes. */
const TELLING = [0, 1, 2, 3, 127, 128, 254, 255];

type Damage = (bytes: Uint8Array, random: Random) => readonly [Uint8Array, string];

const damages: readonly Damage[] = [
  (bytes, random) => {
    const copy = bytes.slice();
    const at = random.next(copy.length);
    const bit = random.next(8);
    copy[at] ^= 1 << bit;
    return [copy, `bit ${bit} of byte ${at} flipped`];
  },
  (bytes, random) => {
    const copy = bytes.slice();
    const at = random.next(copy.length);
    copy[at] = TELLING[random.next(TELLING.length)];
    return [copy, `byte ${at} set to ${copy[at]}`];
  },
  (bytes, random) => {
    const copy = bytes.slice();
    const at = random.next(copy.length);
    const up = random.next(2) === 0;
    copy[at] += up ? 1 : -1;
    return [copy, `byte ${at} ${up ? 'increased' : 'decreased'}`];
  },
  (bytes, random) => {
    const length = random.next(bytes.length);
    return [bytes.slice(0, length), `cut off at byte ${length}`];
  },
  (bytes, random) => {
    const at = random.next(bytes.length);
    const length = Math.min(1 + random.next(16), bytes.length - at);
    return [join(bytes.subarray(0, at), bytes.subarray(at + length)), `${length} bytes at ${at} deleted`];
  },
  (bytes, random) => {
    const at = random.next(bytes.length);
    const length = Math.min(1 + random.next(16), bytes.length - at);
    return [join(bytes.subarray(0, at + length), bytes.subarray(at)), `${length} bytes at ${at} repeated`];
  },
  (bytes, random) => {
    const copy = bytes.slice();
    const length = Math.min(1 + random.next(8), copy.length);
    const from = random.next(copy.length - length + 1);
    const to = random.next(copy.length - length + 1);
    copy.copyWithin(to, from, from + length);
    return [copy, `${length} bytes at ${from} copied to ${to}`];
  },
];

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const result = new Uint8Array(a.length + b.length);
  result.set(a);
  result.set(b, a.length);
  return result;
}

/** Damaged copies of `bytes`: each with one to three of the damages above. */
export function* mutations(bytes: Uint8Array, seed: number, count: number): Generator<Mutation, void, undefined> {
  const random = new Random(seed);
  for (let i = 0; i < count; i++) {
    let damaged = bytes;
    const what: string[] = [];
    for (let n = 1 + Math.max(0, random.next(6) - 3); n > 0 && damaged.length > 0; n--) {
      const [result, description] = damages[random.next(damages.length)](damaged, random);
      damaged = result;
      what.push(description);
    }
    yield { bytes: damaged, what: `seed ${seed}, number ${i}: ${what.join(', ')}` };
  }
}
