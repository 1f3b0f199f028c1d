import { log } from './log.mjs'; log('fast');
