import { log } from './log.mjs'; log('c');
