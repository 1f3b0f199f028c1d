export let b = 2;
export let a = 1;
export const setA = (value) => { a = value; };
export function c() { return 'c'; }
export { b as Z, b as '\u{1F600}', b as 'with space', b as $, b as _ };
export default class { }
export function self() { return this === undefined ? 'nothing' : this[Symbol.toStringTag]; }
export * as inner from './inner.mjs';
