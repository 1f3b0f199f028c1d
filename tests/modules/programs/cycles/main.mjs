// Two modules that need each other: functions are there before either has run, lexical bindings are not.
import { even, log, peek } from './even.mjs';
import { odd, order } from './odd.mjs';
console.log(even(10), odd(10), even(7), odd(7));
console.log(log.join(', '));
console.log(order);
console.log(peek());
// A module that imports itself.
import * as me from './main.mjs';
import { value as myself } from './main.mjs';
export let value = 1;
value++;
console.log(me.value, myself, me === me.default);
export { me as default };
