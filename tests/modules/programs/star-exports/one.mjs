export function one() { return 1; } export const conflict = 1; export const own = 'hidden'; export default 'default of one'; export { shared } from './shared.mjs'; export * from './shared.mjs';
