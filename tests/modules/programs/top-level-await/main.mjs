// await at the top level: dependents wait, siblings do not, errors pass on.
import { log } from './log.mjs';
import { value } from './slow.mjs';
import './fast.mjs';
import { both } from './waits.mjs';
log('main starts', value, both);
log(await 1, await Promise.resolve(2), await { then(r) { r(3); } });
const late = await import('./late.mjs');
log(late.default, late.exported);
for await (const x of [1, Promise.resolve(2)]) log('for await', x);
try {
  await Promise.reject(new Error('rejected'));
} catch (error) {
  log(error.message);
}
try {
  await import('./fails.mjs');
} catch (error) {
  log('caught', error.message);
}
await import('./needs-fails.mjs').catch((error) => log('passed on', error.message));
await import('./sync-fails.mjs').catch((error) => log('at once', error.message));
{
  const inBlock = await Promise.all([import('./slow.mjs'), import('./fast.mjs')]);
  log(inBlock.map((ns) => Object.keys(ns).join()));
}
export const done = await (async () => 'done')();
let closure = 0;
const bump = () => ++closure;
for (let i = 0; i < 300; i++) closure += await i;
log(bump(), done);
function later() { return done; }
log(later());
console.log(log.lines.join('\n'));
