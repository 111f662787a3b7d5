const unit = require('./jest.config.js');

/**
 * The packed package in projects of others: each test file makes one, installs it from the npm registry, type-checks,
 * synthesizes and tests it. Needs `npm run build`.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...unit,
  testMatch: ['<rootDir>/test/projects/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/projects/pack-once.ts',
  globalTeardown: '<rootDir>/test/projects/remove-all.ts',
  maxWorkers: 2,
  testTimeout: 600_000,
};
