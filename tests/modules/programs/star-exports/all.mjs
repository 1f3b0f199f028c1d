export * from './one.mjs'; export * from './two.mjs'; export const own = 'own of all'; export { default as dflt } from './one.mjs';
