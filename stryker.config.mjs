const { MUTATE = 'workloads' } = process.env;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  jest: { configFile: 'jest.mutation.config.js' },
  mutate: [`lib/${MUTATE}/**/*.ts`],
  coverageAnalysis: 'perTest',
  // Values made while a module is loaded: each would need a fresh process and every test.
  ignoreStatic: true,
  concurrency: 1,
  // A mutant that times out counts as noticed, so a busy machine must not decide it.
  timeoutMS: 60_000,
  reporters: ['clear-text', 'json', 'html', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  jsonReporter: { fileName: `coverage/mutation/${MUTATE}.json` },
  htmlReporter: { fileName: `coverage/mutation/${MUTATE}.html` },
  ignorePatterns: ['dist', 'docs/pictures', 'bench', 'test/cluster', 'test/languages', '.git'],
  tempDirName: 'coverage/stryker',
};
