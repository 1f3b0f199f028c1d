// Vitest's global setup: tests that run `dist/cli.cjs` or import 'anneal' see the sources as they are now.
import process from 'node:process';
import { bundle } from '../build.config.mjs';

export async function setup() {
  try {
    await bundle();
  } catch (error) {
    if (process.env.CI) throw error;
    // Someone may be in the middle of an edit: unit tests can still run on the sources.
    console.error(`warning: ${error.message}; tests that use dist/ see an old one`);
  }
}
