/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/cluster/',
    '<rootDir>/test/packing/',
    '<rootDir>/test/readme/',
    '<rootDir>/test/projects/',
    '<rootDir>/test/completion/',
    '<rootDir>/test/languages/',
  ],
  moduleNameMapper: {
    '^cdk8s-lifecycle$': '<rootDir>/lib/index.ts',
    '^@acme/platform$': '<rootDir>/apps/platform-team/constructs/src/index.ts',
  },
  reporters: ['default', '<rootDir>/test/support/tally-reporter.js'],
  setupFilesAfterEnv: ['<rootDir>/test/support/seed.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
