const unit = require('./jest.config.js');

/**
 * The test that installs the packed packages into empty projects: it needs `npm run build`, and no network.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...unit,
  testMatch: ['**/test/packing/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
};
