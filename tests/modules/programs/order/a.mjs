import { log } from './log.mjs'; import './c.mjs'; log('a');
