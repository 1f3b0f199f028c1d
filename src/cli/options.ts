// Options that several commands share, and how their values are read.

import { InvalidArgumentError, Option } from 'commander';

/** A count: digits, also with underscores or an exponent (`1e9`). */
function count(text: string, least: number): number {
  const n = /^\d[\d_]*(\.\d+)?(e\d+)?$/i.test(text) ? Number(text.replaceAll('_', '')) : NaN;
  if (!Number.isSafeInteger(n) || n < least) throw new InvalidArgumentError(`It must be a whole number from ${least}, for instance 1000 or 1e9.`);
  return n;
}

export function positive(text: string): number {
  return count(text, 1);
}

export function natural(text: string): number {
  return count(text, 0);
}

export const seedOption = (): Option => new Option('--seed <n>', 'seed of Math.random').argParser(natural).default(0);
export const fuelOption = (): Option => new Option('--fuel <n>', 'stop after n units of fuel (default: no limit)').argParser(positive);
/** What a program is, and where its modules come from. */
export const moduleOptions = (): Option[] => [
  new Option('--root <dir>', "the only directory that modules are read from (default: the program's own)"),
  new Option('--module', 'the program is an ES module, whatever its extension'),
  new Option('--cjs', 'run .js files as CommonJS modules, with require() of files and packages'),
];
/** Commander turns `--no-realm` into `realm: false`. */
export const realmOption = (): Option => new Option('--no-realm', 'run without an emptied host realm, as where node:vm is missing (slower)');
