// Judges the outcome of one run of a test.

const outcomeOfPhase = { parse: 'syntax', early: 'syntax', resolution: 'resolution', runtime: 'throw' };

/** Null if the run did what the test asks for, else what it did. */
export function verdict({ flags, negative }, result) {
  const said = `${result.errorName ? `${result.errorName}: ` : ''}${result.message ?? ''}`;
  if (['timeout', 'crash', 'unsupported'].includes(result.outcome)) return `${result.outcome} ${said}`.trim();
  if (negative !== null) {
    const wanted = outcomeOfPhase[negative.phase];
    if (result.outcome === 'ok') return `no ${negative.type} in phase ${negative.phase}`;
    if (result.outcome !== wanted) return `${result.outcome} instead of ${negative.type} in phase ${negative.phase}: ${said}`;
    return result.errorName === negative.type ? null : `wanted ${negative.type}, got ${said}`;
  }
  if (result.outcome !== 'ok') return `${result.outcome} ${said}`;
  if (!flags.has('async')) return null;
  const mark = result.printed.find((line) => line.startsWith('Test262:Async'));
  if (mark === undefined) return 'async test that never ends';
  return mark === 'Test262:AsyncTestComplete' ? null : mark;
}

/** The reason of a failure without its particulars, so that like failures can be counted. */
export function failureClass(reason) {
  return reason
    .replace(/^\[\w+\] /, '')
    .split('\n', 1)[0]
    .replace(/«[^»]*»/g, '«…»')
    .replace(/'[^']{1,60}'|"[^"]{1,60}"/g, "'…'")
    .replace(/\b\d+(\.\d+)?\b/g, 'N')
    .slice(0, 100);
}
