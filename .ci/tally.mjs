// Prints "N passed, N failed" from the report of vitest's JSON reporter: `node .ci/tally.mjs REPORT`.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8') || 'null');
if (report === null) {
  console.error('the tests ended without a report');
  process.exit(1);
}

// A file that could not be loaded has no tests to count as failed: it counts as one.
const broken = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
);
for (const { name, message } of broken) console.error(`not run: ${name}: ${message}`);

const failed = report.numFailedTests + broken.length;
console.log(`${report.numPassedTests} passed, ${failed} failed`);
if (failed > 0 || report.numPassedTests === 0) process.exit(1);
