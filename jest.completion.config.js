const unit = require('./jest.config.js');

/**
 * The tests of the completion scripts in real shells: they need zsh and fish.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...unit,
  testMatch: ['**/test/completion/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
};
