const unit = require('./jest.config.js');
const { tests } = require('./scripts/mutation/folders.json')[process.env.MUTATE ?? 'workloads'];

/**
 * The tests that are to notice a mutant of one folder of lib: those that mirror it. Stryker asks Jest for those among them
 * that reach the mutated file, which Jest finds where lib is a root.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...unit,
  roots: ['<rootDir>/lib', '<rootDir>/test'],
  testMatch: tests.map((path) => `<rootDir>/${path}`),
  reporters: ['default'],
};
