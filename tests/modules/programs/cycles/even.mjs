import { odd, ready, Base, constant } from './odd.mjs';
export const log = [];
export function even(n) {
  return n === 0 || odd(n - 1);
}
const attempt = (name, f) => {
  try {
    log.push(`${name} ${f()}`);
  } catch (error) {
    log.push(`${name} ${error.constructor.name}: ${error.message}`);
  }
};
attempt('ready', () => ready);
attempt('Base', () => new Base().hello());
attempt('constant', () => constant);
export const peek = () => [ready, constant, typeof Base];
