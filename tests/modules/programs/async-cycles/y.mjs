import { log } from './log.mjs'; import './d.mjs'; import './x.mjs'; log('y'); await 4; log('y2');
