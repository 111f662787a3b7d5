const unit = require('./jest.config.js');

/**
 * The tests against real Kubernetes components: one file at a time, each with its own control plane.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...unit,
  testMatch: ['**/test/cluster/**/*.cluster.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 1_800_000,
  reporters: ['default', '<rootDir>/test/support/tally-reporter.js'],
};
