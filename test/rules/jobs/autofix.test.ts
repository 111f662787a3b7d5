import { fixed } from '../../cli/fix/fixed';

const CRON = `apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec:
  schedule: "0 3 * * *"
  startingDeadlineSeconds: 5
  jobTemplate:
    spec: { template: { spec: { restartPolicy: Never, containers: [{ name: job, image: "a:1.0.0" }] } } }
`;

test.each([
  ['schedule-overlap-is-chosen', 'spec.concurrencyPolicy', 'Forbid'],
  ['schedule-names-its-zone', 'spec.timeZone', 'Etc/UTC'],
  ['schedule-deadline-is-safe', 'spec.startingDeadlineSeconds', 300],
])('%s sets %s to %s', async (rule, path, value) => {
  const { at, findings } = await fixed(rule, CRON);
  expect(at(path)).toBe(value);
  expect(findings).toEqual([]);
});
