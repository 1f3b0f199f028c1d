// name, length and attributes of builtin functions, and that none of them is a constructor or has a prototype.
const lists = {
  Object: 'assign create defineProperties defineProperty entries freeze fromEntries getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames getOwnPropertySymbols getPrototypeOf hasOwn is isExtensible isFrozen isSealed keys preventExtensions seal setPrototypeOf values',
  'Object.prototype': 'hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf',
  'Function.prototype': 'apply bind call toString',
  Array: 'from isArray of',
  'Array.prototype': 'at concat copyWithin entries every fill filter find findIndex findLast findLastIndex flat flatMap forEach includes indexOf join keys lastIndexOf map pop push reduce reduceRight reverse shift slice some sort splice toReversed toSorted toSpliced toString unshift values with',
  String: 'fromCharCode fromCodePoint raw',
  'String.prototype': 'at charAt charCodeAt codePointAt concat endsWith includes indexOf isWellFormed lastIndexOf match matchAll normalize padEnd padStart repeat replace replaceAll search slice split startsWith substring toLowerCase toString toUpperCase toWellFormed trim trimEnd trimStart valueOf',
  Number: 'isFinite isInteger isNaN isSafeInteger parseFloat parseInt',
  'Number.prototype': 'toExponential toFixed toPrecision toString valueOf',
  'Boolean.prototype': 'toString valueOf',
  Symbol: 'for keyFor', 'Symbol.prototype': 'toString valueOf',
  BigInt: 'asIntN asUintN', 'BigInt.prototype': 'toString valueOf',
  Math: 'abs acos acosh asin asinh atan atan2 atanh cbrt ceil clz32 cos cosh exp expm1 floor fround hypot imul log log10 log1p log2 max min pow random round sign sin sinh sqrt tan tanh trunc',
  JSON: 'parse stringify',
  Reflect: 'apply construct defineProperty deleteProperty get getOwnPropertyDescriptor getPrototypeOf has isExtensible ownKeys preventExtensions set setPrototypeOf',
  'Map.prototype': 'clear delete entries forEach get has keys set values', 'Set.prototype': 'add clear delete entries forEach has values', 'WeakMap.prototype': 'delete get has set', 'WeakSet.prototype': 'add delete has',
  'RegExp.prototype': 'exec test toString', Date: 'UTC now parse',
  'Date.prototype': 'getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds getTime getTimezoneOffset getUTCDate getUTCDay getUTCFullYear getUTCHours getUTCMilliseconds getUTCMinutes getUTCMonth getUTCSeconds setDate setFullYear setHours setMilliseconds setMinutes setMonth setSeconds setTime setUTCDate setUTCFullYear setUTCHours setUTCMilliseconds setUTCMinutes setUTCMonth setUTCSeconds toDateString toISOString toJSON toString toTimeString toUTCString valueOf',
  'Error.prototype': 'toString', globalThis: 'decodeURI decodeURIComponent encodeURI encodeURIComponent isFinite isNaN parseFloat parseInt',
};
const isCtor = (f) => { try { Reflect.construct(Object, [], f); return true; } catch { return false; } };
for (const path in lists) {
  const o = path.split('.').reduce((x, k) => (k === 'globalThis' ? globalThis : x[k]), globalThis);
  const out = [];
  for (const name of lists[path].split(' ')) {
    const d = Object.getOwnPropertyDescriptor(o, name), f = d?.value;
    if (typeof f !== 'function') { out.push(name + ':MISSING'); continue; }
    const odd = [f.name === name ? '' : 'name=' + f.name, d.writable && !d.enumerable && d.configurable ? '' : 'attributes', isCtor(f) ? 'constructor' : '', 'prototype' in f ? 'prototype' : '', Object.getPrototypeOf(f) === Function.prototype ? '' : 'proto'].filter(Boolean).join('+');
    out.push(name + f.length + (odd && '!' + odd));
  }
  console.log(path, out.join(' '));
}
for (const C of ['Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'Map', 'Set', 'WeakMap', 'WeakSet', 'RegExp', 'Date', 'Error', 'TypeError', 'AggregateError']) {
  const K = globalThis[C], p = Object.getOwnPropertyDescriptor(K, 'prototype'), c = Object.getOwnPropertyDescriptor(K.prototype, 'constructor'), g = Object.getOwnPropertyDescriptor(globalThis, C);
  console.log(C, K.length, K.name, p.writable, p.enumerable, p.configurable, c.value === K, c.writable, c.enumerable, c.configurable, g.writable, g.enumerable, g.configurable, Object.prototype.toString.call(K.prototype), isCtor(K));
}
const getters = [[Map.prototype, 'size'], [Set.prototype, 'size'], [RegExp.prototype, 'flags'], [RegExp.prototype, 'global'], [RegExp.prototype, 'source'], [Symbol.prototype, 'description'], [Array, Symbol.species], [Object.prototype, '__proto__']];
console.log(getters.map(([o, k]) => { const d = Object.getOwnPropertyDescriptor(o, k); return [d.get.name, d.get.length, d.set?.name, d.enumerable, d.configurable].join(':'); }).join(' '));
const symbols = [[Array.prototype, Symbol.iterator], [String.prototype, Symbol.iterator], [Map.prototype, Symbol.iterator], [Set.prototype, Symbol.iterator], [Symbol.prototype, Symbol.toPrimitive], [Date.prototype, Symbol.toPrimitive], [Function.prototype, Symbol.hasInstance], [RegExp.prototype, Symbol.match], [RegExp.prototype, Symbol.matchAll], [RegExp.prototype, Symbol.replace], [RegExp.prototype, Symbol.search], [RegExp.prototype, Symbol.split]];
console.log(symbols.map(([o, k]) => { const d = Object.getOwnPropertyDescriptor(o, k); return [d.value.name, d.value.length, d.writable, d.enumerable, d.configurable].join(':'); }).join(' '));
