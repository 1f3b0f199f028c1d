export * as ns from './things.mjs'; export * from './things.mjs';
