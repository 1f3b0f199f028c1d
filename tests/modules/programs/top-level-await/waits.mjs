import { value } from './slow.mjs'; import './fast.mjs'; import { log } from './log.mjs'; log('waits'); export const both = value + '!';
