import { meta, same } from './other.mjs';
console.log(typeof import.meta, Object.getPrototypeOf(import.meta), import.meta === import.meta, import.meta === meta(), same());
console.log(import.meta.url.split('/').at(-1), meta().url.split('/').at(-1), Object.isExtensible(import.meta));
import.meta.extra = 1;
console.log((() => import.meta.extra)(), meta().extra);
let n = 0;
for (let i = 0; i < 2000; i++) if (import.meta.extra === 1) n++;
console.log(n);
class A { static meta = import.meta; m() { return import.meta; } }
console.log(A.meta === import.meta, new A().m() === import.meta, ((x = import.meta) => x)() === import.meta);
