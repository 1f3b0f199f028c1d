// Makes dist/cli/main.cache: V8's code cache of the bundle, taken after it has run warm-up.js, so that the functions that runs
// need are in it. See src/cli/load.ts. Run by the build in a process of its own.
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import v8 from 'node:v8';
import { Script } from 'node:vm';

const bundle = path.resolve('dist/cli/main.cjs');
const cache = path.resolve('dist/cli/main.cache');

const text = await readFile(bundle, 'latin1');
// What src/cli/load.ts expects in front of a cache that it gives to V8.
const header = Buffer.from(`${text.slice(0, text.indexOf('\n'))}\n${JSON.stringify([process.versions, process.platform, process.arch])}\n`, 'latin1');
const filename = 'anneal/dist/cli/main.cjs';

async function isCurrent() {
  const old = await readFile(cache).catch(() => undefined);
  if (!old?.subarray(0, header.length).equals(header)) return false;
  // It is also of the program that is run for it.
  const [made, ...sources] = await Promise.all([cache, '.ci/warm-up.js', '.ci/make-code-cache.mjs'].map(async (file) => (await stat(file)).mtimeMs));
  if (sources.some((changed) => changed > made)) return false;
  return new Script(text, { filename, cachedData: old.subarray(header.length) }).cachedDataRejected === false;
}

if (!(await isCurrent())) {
  // If none can be made, no old one stays.
  await rm(cache, { force: true });
  process.argv = [process.execPath, path.resolve('dist/cli.cjs'), 'run', path.resolve('.ci/warm-up.js')];
  // V8 accepts a cache only with the flags that it was made with, and the command starts with the usual ones.
  v8.setFlagsFromString = () => {};
  const script = new Script(text, { filename });
  const module = { exports: {} };
  script.runInThisContext()(createRequire(bundle), module, module.exports);
  // What an embedder needs first is in the cache, too.
  const { compile, nodeRealm, Vm } = await module.exports.library();
  new Vm({ realm: nodeRealm }).run(compile('1 + 1', 'sum.js'));
  await module.exports.startCommand();
  // The command loads its parts asynchronously; the program itself is done in a moment.
  while (process.exitCode === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
  if (process.exitCode !== 0) throw new Error('the warm-up program failed');
  const temporary = `${cache}.${process.pid}.tmp`;
  await writeFile(temporary, Buffer.concat([header, script.createCachedData()]));
  await rename(temporary, cache);
}
