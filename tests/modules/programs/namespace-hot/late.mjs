import * as main from './main.mjs';
export function peek() { return main.answer; }
const seen = [];
for (let i = 0; i < 5; i++) { try { seen.push(peek()); } catch (e) { seen.push(e.name); } }
export { seen };
