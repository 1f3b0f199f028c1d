import { log } from './log.mjs'; export let exported = 1; await 0; exported++; export default await 'late default'; log('late');
