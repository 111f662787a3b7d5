const unit = require('./jest.config.js');

/**
 * The tests of the bindings for Python, Java, Go and .NET. They need `npm run build:lib`, python3 with venv, go, a JDK with Maven,
 * and the registries of those languages.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...unit,
  testMatch: ['**/test/languages/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 1_200_000,
};
