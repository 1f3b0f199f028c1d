import './fails.mjs'; import { log } from './log.mjs'; log('never');
