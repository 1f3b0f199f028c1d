export * from './loop-b.mjs'; export const fromA = 'a'; export { fromA as chained } from './loop-b.mjs';
