// Names that are strings, keywords, or odd.
import { 'any name' as anyName, default as d, if as when, '' as empty, π, $dollar, __proto__ as proto, constructor, length } from './names.mjs';
import * as ns from './names.mjs';
console.log(anyName, d, when, empty, π, $dollar, proto, constructor, length);
console.log(Object.keys(ns));
console.log(ns['any name'], ns.if, ns[''], ns.__proto__, ns.constructor, ns.length, ns.hasOwnProperty);
export { 'any name' as '\u{1F4A9}', default } from './names.mjs';
export * as 'the namespace' from './names.mjs';
import { '\u{1F4A9}' as pile, 'the namespace' as theNamespace } from './main.mjs';
console.log(pile, theNamespace === ns);
