const { appendFileSync } = require('node:fs');
const { notRun } = require('./needs-shared');

/**
 * Closes a run with one plain line that any log reader understands: `12 passed, 0 failed`. Where TALLY names a file,
 * the line is added to it as well, so that a script of several runs can add them up. A line before it says which tests
 * were not run because what lies beside the checkout is missing.
 */
module.exports = class TallyReporter {
  onRunComplete(
    _contexts,
    { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, testResults },
  ) {
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
    // A test file that could not be loaded counts as one failed test.
    const line = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed${skipped}\n`;
    if (process.env.TALLY) appendFileSync(process.env.TALLY, line);
    const pending = testResults.flatMap((file) => file.testResults).filter(({ status }) => status === 'pending');
    const missing = notRun(pending.map(({ title }) => title));
    process.once('exit', () => process.stdout.write(missing === undefined ? line : `${missing}\n${line}`));
  }
};
