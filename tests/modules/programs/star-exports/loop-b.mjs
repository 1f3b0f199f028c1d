export * from './loop-a.mjs'; export const fromB = 'b';
