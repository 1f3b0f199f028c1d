// What is too long to print and compare: its length, a hash, and its middle.
export function digest(title, text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const middle = text.length >> 1;
  console.log(title, text.length, (hash >>> 0).toString(16), JSON.stringify(text.slice(middle, middle + 60)));
}

/** Does something `scriptArgs[0]` times, once unless told: for benchmarks. Gives the last result. */
export function repeated(work) {
  let result;
  for (let n = Number(globalThis.scriptArgs?.[0] ?? 1); n > 0; n--) result = work();
  return result;
}
