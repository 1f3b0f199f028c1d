// Programs that nobody here wrote: packages from npm as scripts for the VM.
//
// Takes the name of a driver in drivers/ (a module that imports packages and prints what they make of their input); gives the text of
// one script with all that it imports. `file:PATH` imports the text of a file in node_modules.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const packages = path.join(here, '../../node_modules');

/** What there is: the names of the drivers. */
export const bundleNames = ['acorn', 'astring', 'marked'];

const textFiles = {
  name: 'text-files',
  setup(build) {
    build.onResolve({ filter: /^file:/ }, ({ path: request }) => ({ path: request.slice('file:'.length), namespace: 'text-file' }));
    build.onLoad({ filter: /.*/, namespace: 'text-file' }, async ({ path: file }) => ({ contents: await readFile(path.join(packages, file), 'utf8'), loader: 'text' }));
  },
};

/** The script of a driver. */
export async function bundle(name) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: here,
    entryPoints: [`drivers/${name}.js`],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'neutral',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    nodePaths: [packages],
    mainFields: ['module', 'main'],
    plugins: [textFiles],
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}
