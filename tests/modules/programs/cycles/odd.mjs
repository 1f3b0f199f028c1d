import { even, log, peek } from './even.mjs';
const attempts = [];
const attempt = (name, f) => {
  try {
    attempts.push(`${name} ${f()}`);
  } catch (error) {
    attempts.push(`${name} ${error.constructor.name}: ${error.message}`);
  }
};
// Even.mjs has not run yet, but its functions can be called.
attempt('even', () => even(0));
attempt('even', () => even(3));
attempt('log', () => log);
attempt('log', () => typeof log);
attempt('peek', () => peek());
export const order = attempts;
export function odd(n) {
  return n !== 0 && even(n - 1);
}
export let ready = 'yes';
export class Base {
  hello() {
    return 'hello';
  }
}
// A literal that nobody may see before its time, though it never changes.
export const constant = 42;
