import { log } from './log.mjs'; import './y.mjs'; import './d.mjs'; log('x'); export const x = 'x';
