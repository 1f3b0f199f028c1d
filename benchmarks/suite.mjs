// The programs of the suite, by kind: those of samples/ and of benchmarks/programs/, and which of them are cold.
//
// Each takes its scale (how much more work than usual) as its first argument, checks its own results, throws if one is wrong, and prints a
// line or a few that depend on the scale alone.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = (name) => fileURLToPath(new URL(name, import.meta.url));

const programsByKind = {
  'object-oriented simulation': ['sample:richards', 'sample:deltablue', 'event-scheduler'],
  'private fields, class hierarchies': ['tower-defence'],
  'getters and setters': ['spreadsheet'],
  'closures, higher-order functions': ['sample:pipelines', 'parser-combinators'],
  'variable arguments': ['event-bus'],
  'destructuring and spread': ['state-store'],
  'float numerics': ['sample:nbody', 'sample:mandelbrot', 'sample:spectral-norm', 'sample:raytracer', 'fluid', 'fft', 'rigid-bodies'],
  'integer numerics': ['sample:sieve', 'sample:matrix-multiply', 'sha256', 'aes', 'sequence-alignment'],
  'typed arrays': ['sample:typed-arrays', 'lz-compressor', 'image-filter'],
  BigInt: ['big-numbers'],
  strings: ['sample:string-building', 'sample:word-count', 'text-codecs', 'text-diff', 'template-rendering'],
  'regular expressions': ['log-analysis'],
  JSON: ['sample:json-parser', 'json-transform'],
  'Map, Set, objects as maps': ['sample:lru-cache', 'astar', 'inventory', 'persistent-map'],
  generators: ['generator-pipelines'],
  async: ['async-workers'],
  exceptions: ['sample:exceptions', 'backtracking-errors'],
  recursion: ['sample:fib', 'sample:nqueens', 'sample:fannkuch', 'theorem-prover'],
  'graphs and grids': ['sample:dijkstra', 'sample:havlak', 'sample:life'],
  'sorting with comparators': ['league-table'],
  'polymorphic and megamorphic dispatch': ['symbolic-algebra', 'script-interpreter'],
  'big functions': ['sample:stack-machine', 'processor-emulator'],
  'allocation-heavy trees': ['sample:binary-trees', 'splay-tree'],
  // What compilers do not like: nothing stays hot, types never settle, caches overflow, functions are huge.
  cold: ['cold-start', 'cold-flat', 'cold-phases', 'cold-deopts', 'cold-megamorphic', 'cold-large-function'],
};

/** Every program as `{ name, kind, file }`, kind after kind. */
export const suite = Object.entries(programsByKind).flatMap(([kind, names]) =>
  names.map((text) => {
    const name = text.replace(/^sample:/, '');
    return { name, kind, file: path.join(folder(name === text ? 'programs' : '../samples'), `${name}.js`) };
  }),
);

export const isCold = ({ kind }) => kind === 'cold';
