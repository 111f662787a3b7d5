const unit = require('./jest.config.js');

const MINUTE_MS = 60_000;

/**
 * The tests against real Kubernetes components: one file at a time, each with its own control plane. Every wait in them has
 * a limit of its own, which names what it waits for; this one only ends what these do not.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...unit,
  testMatch: ['**/test/cluster/**/*.cluster.ts'],
  maxWorkers: 1,
  testTimeout: (process.env.CLUSTER === 'full' ? 120 : 25) * MINUTE_MS,
};
