// The list of expected failures: one `path  # reason` a line, sorted by path.

export function parseExpectations(text) {
  const expected = new Map();
  let last = '';
  text.split('\n').forEach((line, index) => {
    if (line === '') return;
    const match = /^(\S+) {2}# (\S.*)$/.exec(line);
    if (match === null) throw new Error(`expected-failures.txt:${index + 1}: wanted "path  # reason", found "${line}"`);
    if (match[1] <= last) throw new Error(`expected-failures.txt:${index + 1}: ${match[1]} is not in order`);
    last = match[1];
    expected.set(match[1], match[2]);
  });
  return expected;
}

export function formatExpectations(expected) {
  return [...expected].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, reason]) => `${path}  # ${reason}\n`).join('');
}

/**
 * Compares what failed with what was expected to. `selected`: the tests that ran. `complete`: they are all there are, so that an entry
 * that is not among them is stale.
 */
export function compareWithExpectations(expected, selected, failures, complete) {
  const ran = new Set(selected);
  return {
    unexpected: [...failures.keys()].filter((path) => !expected.has(path)).sort(),
    stale: [...expected.keys()].filter((path) => (ran.has(path) ? !failures.has(path) : complete)).sort(),
  };
}
