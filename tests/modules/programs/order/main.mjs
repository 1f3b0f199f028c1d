// Order of evaluation, and that every module runs once.
import './a.mjs';
import './b.mjs';
import { log } from './log.mjs';
log('main');
import './a.mjs';
console.log(globalThis.order.join(' '));
