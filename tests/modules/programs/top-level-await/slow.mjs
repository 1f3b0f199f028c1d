import { log } from './log.mjs'; log('slow 1'); await null; log('slow 2'); await new Promise((r) => queueMicrotask(r)); export const value = 'slow value'; log('slow 3');
