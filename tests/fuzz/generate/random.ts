/**
 * A seeded source of choices: mulberry32, 32 bits of state, the same sequence on every host. The generator
 * takes every decision from here, so a seed is a program.
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    // Neighbouring seeds must not give neighbouring programs: stir the seed before the first draw.
    this.#state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995;
    for (let i = 0; i < 4; i++) this.next();
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** An integer from `low` to `high` whose logarithm is evenly spread: small ones are as likely as large ones. */
  spread(low: number, high: number): number {
    return Math.round(low * Math.pow(high / low, this.next()));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[Math.floor(this.next() * items.length)] as T;
  }

  /** One of the rows, each with a chance in proportion to its weight, which stands first. */
  weighted<T>(rows: readonly (readonly [weight: number, value: T])[]): T {
    let total = 0;
    for (const [weight] of rows) total += weight;
    let left = this.next() * total;
    for (const [weight, value] of rows) {
      left -= weight;
      if (left < 0) return value;
    }
    const last = rows[rows.length - 1];
    if (last === undefined) throw new RangeError('nothing to pick from');
    return last[1];
  }

  shuffle<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.between(0, i);
      const held = result[i] as T;
      result[i] = result[j] as T;
      result[j] = held;
    }
    return result;
  }
}
