import { log } from './log.mjs'; log('d1'); await 2; await 3; log('d2');
