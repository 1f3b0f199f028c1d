// The library as a bundler puts it into a page: Node's modules are empty there, and nothing of them is used before somebody asks for a part that needs it.

import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { expect, test } from 'vitest';

const library = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

test('it loads and runs a guest without Node', async () => {
  const { outputFiles } = await build({
    stdin: {
      resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
      contents: `import { Vm, fallbackRealm } from ${JSON.stringify(library)};
        const guest = new Vm({ realm: fallbackRealm });
        globalThis.result = guest.evaluate('let s = 0; for (let i = 0; i < 20000; i++) s += i % 7; [s, typeof performance.now()].join()').value;`,
    },
    bundle: true, format: 'iife', platform: 'browser', write: false, logLevel: 'silent',
    plugins: [{
      name: 'no-node',
      setup(bundle) {
        bundle.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'no-node' }));
        bundle.onLoad({ filter: /.*/, namespace: 'no-node' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
      },
    }],
  });
  const page = vm.createContext({ performance, atob, btoa, TextEncoder, TextDecoder, setTimeout });
  vm.runInContext(outputFiles[0].text, page);
  expect((page as { result?: unknown }).result).toBe('59997,number');
});
