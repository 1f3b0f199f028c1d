import { log } from './log.mjs'; import { a } from './a.mjs'; import './d.mjs'; log('b1'); await 1; log('b2'); export const b = 'b'; export const peek = () => a;
