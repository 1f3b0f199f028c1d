import goods from './goods.json' with { type: 'json' };
import { total } from './total.mjs';

console.log(`${goods.length} kinds, ${total(goods)} pieces`);
const { median } = await import('./median.mjs');
console.log(`median ${median(goods.map((one) => one.pieces))}`);
