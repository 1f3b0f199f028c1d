// A classic suite that is not ours: `node benchmarks/jetstream.mjs --dir DIR [--runs N] [--filter TEXT] [--engines LIST] [--scale N]`, where DIR holds
// a checkout of JetStream 3 (WebKit/JetStream).
//
// Each of its JavaScript benchmarks (with those of SunSpider; not those of WebAssembly and workers) is made one script and timed natively and in
// Anneal, in fresh processes, from its text to its end; scores are not used. The files of each are those that JetStream's own driver names.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { inflateSync } from 'node:zlib';
import { measureSuite, suiteOptions } from './foreign-suite.mjs';

/** How often each runs: for some tenths of a second natively. */
const counts = {
  Air: 32, Babylon: 32, Basic: 64, Box2D: 4, FlightPlanner: 1, ML: 8, OfflineAssembler: 4, UniPoker: 32, 'ai-astar': 16, 'async-fs': 8, 'bigint-bigdenary': 16,
  'bigint-noble-bls12-381': 1, 'bigint-noble-ed25519': 4, 'bigint-noble-secp256k1': 4, 'bigint-paillier': 1, cdjs: 16, crypto: 128, 'delta-blue': 256,
  'doxbee-async': 16, 'doxbee-promise': 16, 'earley-boyer': 64, 'first-inspector-code-load': 8, 'gaussian-blur': 32, gbemu: 2, 'hash-map': 32,
  'js-tokens': 16, 'jsdom-d3-startup': 1, 'json-parse-inspector': 2, 'json-stringify-inspector': 4, 'lazy-collections': 16, 'mobx-startup': 2,
  'multi-inspector-code-load': 16, 'navier-stokes': 128, 'octane-code-load': 64, pdfjs: 4, 'proxy-mobx': 64, 'proxy-vue': 64, raytrace: 32,
  'raytrace-private-class-fields': 32, 'raytrace-public-class-fields': 32, 'regexp-octane': 32, richards: 64, splay: 1, 'stanford-crypto-aes': 32,
  'stanford-crypto-pbkdf2': 64, 'stanford-crypto-sha256': 64, 'sync-fs': 16, threejs: 1, 'typescript-octane': 1, validatorjs: 16, 'web-ssr': 1,
  '3d-cube': 32, '3d-raytrace': 32, base64: 64, 'crypto-aes': 64, 'crypto-md5': 128, 'crypto-sha1': 128, 'date-format-tofte': 32, 'date-format-xparb': 32,
  'n-body': 128, 'regex-dna': 32, 'string-unpack-code': 64, tagcloud: 32,
};
const sunSpider = new Set(['3d-cube', '3d-raytrace', 'base64', 'crypto-aes', 'crypto-md5', 'crypto-sha1', 'date-format-tofte', 'date-format-xparb', 'n-body', 'regex-dna', 'string-unpack-code', 'tagcloud']);

/** What the benchmarks expect of the shell that runs them. RegExp.escape is missing in Node 20. */
const shell = `
var performance = { now: () => Date.now(), mark() {}, measure() {} }, print = (text) => console.log(text), alert = print, isInBrowser = false, isD8 = false;
globalThis.self = globalThis;
RegExp.escape = (text) => text.replace(/[^\\w]/g, '\\\\$&');
(() => {
  // Robert Jenkins' 32-bit integer hash, by which JetStream makes its random numbers: results are compared with what they give.
  let seed = 0;
  Math.resetRandom = () => (seed = 49734321);
  Math.random = () => {
    seed = (seed + 0x7ed55d16 + (seed << 12)) & 0xffffffff;
    seed = ((seed ^ 0xc761c23c) ^ (seed >>> 19)) & 0xffffffff;
    seed = (seed + 0x165667b1 + (seed << 5)) & 0xffffffff;
    seed = ((seed + 0xd3a2646c) ^ (seed << 9)) & 0xffffffff;
    seed = (seed + 0xfd7046c5 + (seed << 3)) & 0xffffffff;
    seed = ((seed ^ 0xb55a4f09) ^ (seed >>> 16)) & 0xffffffff;
    return (seed >>> 0) / 0x100000000;
  };
  Math.resetRandom();
})();
`;
const runner = (args, isDeterministic, count) => `
;(async function () {
  const iterationCount = Math.max(1, Math.round(Number((globalThis.scriptArgs || [])[0] || 1) * ${count}));
  const benchmark = new Benchmark(Object.assign(${args}, { iterationCount }));
  if (benchmark.init) await benchmark.init();
  for (let i = 0; i < iterationCount; i++) {
    if (benchmark.prepareForNextIteration) await benchmark.prepareForNextIteration();
    if (${isDeterministic}) Math.resetRandom();
    const result = benchmark.runIteration(i);
    if (result instanceof Promise) await result;
  }
  if (benchmark.validate) benchmark.validate(iterationCount);
})();
`;

const options = suiteOptions();
const driver = options.dir === undefined ? '' : path.join(options.dir, 'JetStreamDriver.js');
if (!existsSync(driver)) {
  process.stderr.write('jetstream: --dir DIR must name a checkout of JetStream 3, with its JetStreamDriver.js\n');
  process.exit(2);
}
const read = (name) => {
  const bytes = readFileSync(path.join(options.dir, name));
  return (name.endsWith('.z') ? inflateSync(bytes) : bytes).toString('utf8');
};

/** The entries of the driver by their names: files, files that are given as strings, arguments, and whether random numbers begin anew with each iteration. */
const entries = new Map();
for (const [, body] of readFileSync(driver, 'utf8').replace(/^\s*\/\/.*$/gm, '').matchAll(/new (?:Default|Async)Benchmark\(\{([\s\S]*?)\n {4}\}\)/g)) {
  const part = (pattern) => pattern.exec(body)?.[1] ?? '';
  const name = part(/name: "([^"]+)"/);
  const files = [...part(/files: \[([\s\S]*?)\]/).matchAll(/"\.\/([^"]+)"/g)].map(([, file]) => file);
  const strings = [...part(/preload: \{([\s\S]*?)\}/).matchAll(/"?(\w+)"?: "\.\/([^"]+)"/g)].map(([, key, file]) => [key, file]);
  entries.set(name, { files, strings, args: part(/arguments: (\{[\s\S]*?\})/) || '{}', isDeterministic: body.includes('deterministicRandom: true') });
}

await measureSuite('jetstream', Object.keys(counts), (name) => {
  const { files, strings, args, isDeterministic } = entries.get(name) ?? { files: [sunSpider.has(name) ? `SunSpider/${name}.js` : `${name}.js`], strings: [], args: '{}', isDeterministic: true };
  const data = Object.fromEntries(strings.map(([key, file]) => [key, read(file)]));
  const preload = `const JetStream = { preload: ${JSON.stringify(Object.fromEntries(strings.map(([key]) => [key, key])))}, strings: ${JSON.stringify(data)}, async getString(key) { return this.strings[key]; } };\n`;
  return [shell + preload, ...files.map(read)].join('\n;') + runner(args, isDeterministic, counts[name]);
}, options);
