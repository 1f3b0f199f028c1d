import './c.mjs'; import { log } from './log.mjs'; log('b'); import './d.mjs';
