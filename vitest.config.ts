import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { defines } from './build.config.mjs';

export default defineConfig({
  define: defines,
  resolve: {
    // `import ... from 'anneal'` in a test is the bundle as it ships, at full speed (see .ci/bundle-before-tests.mjs).
    alias: { anneal: fileURLToPath(new URL('dist/index.js', import.meta.url)) },
  },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['.ci/bundle-before-tests.mjs'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 60_000,
    server: { deps: { external: [/\/dist\//] } },
  },
});
