import { CONTAINER, fixed, web } from '../fixed';

const CRON = `apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec:
  schedule: "0 3 * * *"
  startingDeadlineSeconds: 5
  jobTemplate:
    spec: { template: { spec: { restartPolicy: Never, containers: [{ name: job, image: "a:1.0.0" }] } } }
`;

test('a tag that moves is pulled at each start; Never stays, since it is a choice', async () => {
  const latest = (policy: string) => web({ container: `imagePullPolicy: ${policy}` }).replace(':1.4.2', ':latest');
  expect((await fixed('pull-policy-fits-tag', latest('IfNotPresent'))).at(`${CONTAINER}.imagePullPolicy`)).toBe(
    'Always',
  );
  const never = await fixed('pull-policy-fits-tag', latest('Never'));
  expect(never.text).toBe(latest('Never'));
  expect(never.left).toEqual([expect.stringContaining('by choice')]);
});

test.each([
  ['schedule-overlap-is-chosen', 'spec.concurrencyPolicy', 'Forbid'],
  ['schedule-names-its-zone', 'spec.timeZone', 'Etc/UTC'],
  ['schedule-deadline-is-safe', 'spec.startingDeadlineSeconds', 300],
])('%s sets %s to %s', async (rule, path, value) => {
  const { at, findings } = await fixed(rule, CRON);
  expect(at(path)).toBe(value);
  expect(findings).toEqual([]);
});
