// Does something as often as the first argument of the program says, once unless told: for benchmarks. Gives the last result.
module.exports = (work) => {
  let result;
  for (let n = Number(globalThis.scriptArgs?.[0] ?? 1); n > 0; n--) result = work();
  return result;
};
