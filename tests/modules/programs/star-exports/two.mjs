export const two = 2; export const conflict = 2; export { shared } from './shared.mjs'; export { same } from './shared.mjs';
