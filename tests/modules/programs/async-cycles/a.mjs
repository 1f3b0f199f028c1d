import { log } from './log.mjs'; import { b } from './b.mjs'; log('a'); export const a = () => 'a' + b;
