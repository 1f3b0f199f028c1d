// export *: own names win, what two modules give differently is ambiguous and left out, cycles end.
import * as all from './all.mjs';
import { one, shared, own, two as deux } from './all.mjs';
console.log(Object.keys(all), one(), shared, own, deux);
console.log('conflict' in all, 'default' in all, all.same);
import * as loop from './loop-a.mjs';
console.log(Object.keys(loop));
import { fromB, chained } from './loop-a.mjs';
console.log(fromB, chained);
