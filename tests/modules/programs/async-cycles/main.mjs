// Cycles with modules that await, and the order in which those that waited go on.
import { log } from './log.mjs';
import { a } from './a.mjs';
import { x } from './x.mjs';
log('main', a(), x);
console.log(log.lines.join('\n'));
