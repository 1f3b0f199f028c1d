// Which tests of test262 are in scope: features that no edition up to ES2025 has, and ECMA-402.
//
// Features are named as in test262's features.txt. One that is not known here counts as in scope, so that a new one is noticed.

/** Features later than ES2025: ES2026, what comes after it, and proposals. In scope is one proposal, legacy-regexp, which all browsers have. */
const later = `
  Array.fromAsync Error.isError iterator-sequencing json-parse-with-source Math.sumPrecise uint8array-base64 upsert
  Atomics.pause explicit-resource-management iterator-chunking iterator-includes joint-iteration Temporal
  await-dictionary decorators error-stack-accessor export-defer immutable-arraybuffer import-bytes import-defer import-text
  Iterator.prototype.join nonextensible-applies-to-private ShadowRealm source-phase-imports
  source-phase-imports-module-source`;

/** ECMA-402, and what only hosts with a document.all have. */
const elsewhere = 'canonical-tz intl-normative-optional IsHTMLDDA';

const outOfScope = new Set(`${later} ${elsewhere}`.trim().split(/\s+/));

export function isFeatureInScope(feature) {
  return !outOfScope.has(feature) && !/^Intl[.-]/.test(feature);
}
