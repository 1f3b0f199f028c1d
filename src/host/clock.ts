// A monotonic clock for Node. `performance` is the same, but the first look at it makes Node load some ten modules, for two milliseconds.

import { hrtime } from 'node:process';

const [firstSeconds] = hrtime();

/** Milliseconds since about the start of the process, with fractions. */
export function monotonic(): number {
  const [seconds, nanoseconds] = hrtime();
  return (seconds - firstSeconds) * 1e3 + nanoseconds / 1e6;
}
