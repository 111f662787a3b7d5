const unit = require('./jest.config.js');

/**
 * The test that follows README.md in a fresh clone of the last commit: it needs the npm registry.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...unit,
  testMatch: ['**/test/readme/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 900_000,
};
