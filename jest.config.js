/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/packing/',
    '<rootDir>/test/readme/',
    '<rootDir>/test/projects/',
    '<rootDir>/test/completion/',
    '<rootDir>/test/languages/',
  ],
  // It ends what hangs, and says nothing about speed: on a busy machine a child process takes many seconds to start.
  testTimeout: 120_000,
  moduleNameMapper: {
    '^cdk8s-lifecycle$': '<rootDir>/lib/index.ts',
    '^@acme/platform$': '<rootDir>/apps/platform-team/constructs/src/index.ts',
  },
  reporters: ['default', '<rootDir>/test/support/tally-reporter.js'],
  setupFilesAfterEnv: ['<rootDir>/test/support/seed.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
