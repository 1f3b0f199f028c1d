// The file that `anneal` runs.

import { loadBundle } from './load.ts';

const bundle = loadBundle();
if (bundle === undefined) throw new Error('dist/cli/main.cjs is missing: build Anneal again');
await bundle.runCommand();
