// Which tests slow down the V8 isolate that they are run in.
//
// V8 assumes that no Array.prototype, Object.prototype or String.prototype of the isolate has elements (its NoElements protector). Once one
// has got some, or another prototype, in any realm, each Array.prototype.push of the isolate, those of the parser and the compiler too,
// looks through all realms that have not been collected: a run then takes twice to three times as long, to the end of the process.

const PROTOTYPE = '(?:Array|Object|String)\\.prototype';
const SLOWS = new RegExp([
  `${PROTOTYPE}\\s*\\[(?!Symbol)`,
  `(?:defineProperty|defineProperties|setPrototypeOf|set)\\(\\s*(?:\\w+\\.)?${PROTOTYPE}\\b`,
  `${PROTOTYPE}\\.(?:__proto__|length)\\s*=`,
  `verify\\w+\\(\\s*${PROTOTYPE},\\s*['"](?:length|\\d)`,
].join('|'));

/** A guess by the text of the test: where it is wrong it costs time, nothing else. */
export function slowsIsolate(source) {
  return SLOWS.test(source);
}
