// The build: `node build.config.mjs` bundles dist/cli.cjs and dist/node.js with dist/cli/, and dist/index.js, and writes the type declarations
// beside them. `--no-types` leaves the declarations out. The test run imports `bundle` to keep dist/ current.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));

/** What the sources see as compile-time constants; vitest.config.ts defines the same ones. */
export const defines = { __ANNEAL_VERSION__: JSON.stringify(version) };

/** `import text from './x.js?raw'` gives the file's text, as Vite does it: how the self-hosted library is embedded. */
const rawText = {
  name: 'raw-text',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, ({ path: request, resolveDir }) => ({
      // Relative, so that the bundle does not tell where it was built.
      path: path.relative(root, path.resolve(resolveDir, request.slice(0, -'?raw'.length))),
      namespace: 'raw-text',
    }));
    build.onLoad({ filter: /.*/, namespace: 'raw-text' }, async ({ path: file }) => ({
      contents: await readFile(path.join(root, file), 'utf8'),
      loader: 'text',
    }));
  },
};

/** What a module with that text gives, which names sources of ours. */
async function importSources(contents, plugins = []) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    define: defines,
    plugins: [rawText, ...plugins],
    logLevel: 'silent',
    stdin: { resolveDir: root, contents },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/**
 * The self-hosted library as bytecode files in base64, by function name, for src/runtime/selfhosted/precompiled.ts: compiling a
 * dozen functions at the first call of each would cost more than all else that a short program does.
 */
async function compiledLibrary() {
  const compiler = await importSources(`export { libraryIndex, compileLibraryFunction } from './src/runtime/library.ts';
    export { encode } from './src/bytecode/encoding.ts';`);
  const library = {};
  for (const name of compiler.libraryIndex().keys()) {
    library[name] = Buffer.from(compiler.encode(compiler.compileLibraryFunction(name), { dropSource: true })).toString('base64');
  }
  return library;
}

/** Units of library functions, for src/tiering/precompiled-units.ts: what the JIT would make of them in each run again. */
async function compiledUnits(plugins) {
  const { precompileLibrary, nodeRealm } = await importSources(
    `export { precompileLibrary } from './src/process/precompile.ts';
    export { nodeRealm } from './src/host/node-realm.ts';`,
    plugins,
  );
  // `ANNEAL_EXPLAIN=1 npm run build` says what the workload has called and has no unit, and why.
  const explain = process.env.ANNEAL_EXPLAIN === undefined ? () => undefined : (why) => console.error(`build: not compiled ahead: ${why}`);
  return precompileLibrary(await readFile(path.join(root, '.ci/library-workload.js'), 'utf8'), nodeRealm, explain);
}

/** Puts what was compiled ahead into the bundles, in the place of a file that has none of it. */
function precompiled(file, name, value) {
  return {
    name,
    setup(build) {
      build.onLoad({ filter: file }, () => ({ contents: `export const ${name} = ${JSON.stringify(value)};`, loader: 'js' }));
    },
  };
}

/** commander has Node load what starts processes, though no command of ours is a program of its own: it takes Node some milliseconds. */
const noProcesses = {
  name: 'no-processes',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) => (/[\\/]commander[\\/]/.test(importer) ? { path: 'child_process', namespace: 'no-processes' } : undefined));
    build.onLoad({ filter: /.*/, namespace: 'no-processes' }, () => ({ contents: 'module.exports = undefined;', loader: 'js' }));
  },
};

/** @type {esbuild.BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  charset: 'utf8',
  sourcemap: true,
  write: false,
  define: defines,
  plugins: [rawText, noProcesses],
  logLevel: 'silent',
};

/** Stands in the first line of dist/cli/main.cjs until its hash is known. */
const noBuild = '0'.repeat(16);

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  {
    // The command and the library with their dependencies: one file starts faster than many. It is a function of `require`, so that
    // src/cli/load.ts can hand V8 its code cache, and plain ASCII, so that it is read without decoding.
    ...shared,
    entryPoints: ['src/cli/bundle.ts'],
    outfile: 'dist/cli/main.cjs',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    charset: 'ascii',
    // A quarter of the text would be blanks, and all of it is read at each start. Names stay, for profiles and traces.
    minifyWhitespace: true,
    banner: { js: `// Anneal, build ${noBuild}\n(function (require, module, exports) {` },
    footer: { js: '})' },
  },
  {
    ...shared,
    entryPoints: ['src/cli/launch.ts'],
    outfile: 'dist/cli.cjs',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: false,
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    // The same for whoever names the file of earlier builds.
    ...shared,
    stdin: { contents: "import './cli.cjs';", resolveDir: root, sourcefile: 'cli.js' },
    outfile: 'dist/cli.js',
    platform: 'node',
    target: 'node20',
    sourcemap: false,
    external: ['./cli.cjs'],
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...shared,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.js',
    platform: 'neutral',
    target: 'es2023',
    packages: 'external',
    external: ['node:*'],
    metafile: true,
  },
];

/**
 * dist/node.js, which is dist/index.js for Node: the same names, taken from the bundle that has a code cache if there is one for this process.
 * @param {string[]} names
 * @returns {esbuild.BuildOptions}
 */
const forNode = (names) => ({
  ...shared,
  stdin: {
    resolveDir: root,
    sourcefile: 'node.js',
    contents: `import { loadCached } from './src/cli/load.ts';
      import { fileURLToPath } from 'node:url';
      const bundle = loadCached(fileURLToPath(new URL('.', import.meta.url)));
      export const { ${names.toSorted().join(', ')} } = await (bundle === undefined ? import('./index.js') : bundle.library());`,
  },
  outfile: 'dist/node.js',
  platform: 'node',
  target: 'node20',
  sourcemap: false,
  external: ['./index.js'],
});

/** Replaces a file in one step and only if it changes: tests that run in parallel may be executing it. */
async function replaceFile(file, contents) {
  const old = await readFile(file).catch(() => undefined);
  if (old?.equals(contents)) return;
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, contents);
  await rename(temporary, file);
}

/** Puts the hash of a file into its first line, if that has a place for it: a code cache names the text that it belongs to. */
function signed(contents) {
  const at = contents.subarray(0, 64).indexOf(noBuild);
  if (at >= 0) contents.write(createHash('sha256').update(contents).digest('hex').slice(0, noBuild.length), at, 'latin1');
  return contents;
}

/** Makes dist/cli/main.cache, unless there is one of this bundle by this Node. The command works without it, a little slower to start. */
async function codeCache() {
  await run(['.ci/make-code-cache.mjs'], ['inherit', 'ignore', 'inherit']).catch((error) => console.error(`build: no code cache: ${error.message}`));
}

/** Bundles the JavaScript. Type errors do not matter here, only syntax and unresolved imports do. */
export async function bundle() {
  // Without it everything works, only slower to start; a library that does not compile fails in the tests.
  const withoutIt = (error) => console.error(`build: the library was not compiled ahead: ${error.message}`) ?? {};
  const library = precompiled(/[\\/]selfhosted[\\/]precompiled\.ts$/, 'precompiledLibrary', await compiledLibrary().catch(withoutIt));
  const units = precompiled(/[\\/]tiering[\\/]precompiled-units\.ts$/, 'precompiledUnits', await compiledUnits([library]).catch(withoutIt));
  const plugins = [...shared.plugins, library, units];
  const results = await Promise.allSettled(bundles.map((options) => esbuild.build({ ...options, plugins })));
  const outputs = results.map(({ value }) => value?.metafile?.outputs['dist/index.js']);
  const index = outputs.find((output) => output !== undefined);
  if (index !== undefined) results.push(...(await Promise.allSettled([esbuild.build(forNode(index.exports))])));
  const problems = results.flatMap((result) => {
    if (result.status === 'fulfilled') return result.value.warnings.map((warning) => ({ ...warning, kind: 'warning' }));
    if (!result.reason.errors) throw result.reason;
    return result.reason.errors.map((error) => ({ ...error, kind: 'error' }));
  });
  for (const problem of problems) {
    const [text] = await esbuild.formatMessages([problem], { kind: problem.kind, color: process.stderr.isTTY });
    process.stderr.write(text);
  }
  // All files or none: they belong together.
  if (problems.some(({ kind }) => kind === 'error')) throw new Error('the bundle could not be built');
  for (const { value } of results) for (const { path: file, contents } of value.outputFiles) await replaceFile(file, signed(Buffer.from(contents)));
  await codeCache();
  for (const file of ['dist/cli.cjs', 'dist/cli.js']) await chmod(path.join(root, file), 0o755).catch(() => undefined);
}

/** Writes dist/types with tsc, without checking types: that is what `npm run check` is for. */
async function declarations() {
  const typescript = path.dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  await rm(path.join(root, 'dist/types'), { recursive: true, force: true });
  await run([path.join(typescript, 'bin/tsc'), '-p', '.ci/tsconfig.types.json']).catch(() => {
    throw new Error('the type declarations could not be written');
  });
}

/** Runs a Node program to its end. */
async function run(args, stdio = 'inherit') {
  const child = spawn(process.execPath, args, { cwd: root, stdio });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`${args[0]} ended with exit code ${code}`);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const steps = [bundle()];
  if (!process.argv.includes('--no-types')) steps.push(declarations());
  for (const result of await Promise.allSettled(steps)) {
    if (result.status === 'fulfilled') continue;
    process.exitCode = 1;
    console.error(`build: ${result.reason.message}`);
  }
}
