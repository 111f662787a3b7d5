import { found, workload } from '../support';

const RULE = 'image-is-pinned';
const fires = (image: string) => found(RULE, [workload({ container: { image } })]).length;

test.each([
  ['nginx', 1],
  ['nginx:latest', 1],
  ['nginx:1.27', 0],
  ['registry.example.com:5000/web', 1],
  ['registry.example.com:5000/web:1.0.0', 0],
  ['localhost:5000/web', 1],
  [`nginx@sha256:${'0'.repeat(64)}`, 0],
  [`nginx:latest@sha256:${'0'.repeat(64)}`, 0],
  ['nginx:latest-alpine', 0],
  ['auto', 0],
  ['{{ .Values.image }}', 0],
  ['ko://github.com/example/app', 0],
])('%s has %i findings', (image, expected) => {
  expect(fires(image)).toBe(expected);
});

test('init containers, sidecars and jobs are looked at', () => {
  const pod = {
    initContainers: [
      { name: 'a', image: 'a' },
      { name: 'b', image: 'b', restartPolicy: 'Always' },
    ],
  };
  expect(found(RULE, [workload({ kind: 'CronJob', pod })])).toEqual([
    'warning web spec.jobTemplate.spec.template.spec.initContainers[0].image',
    'warning web spec.jobTemplate.spec.template.spec.initContainers[1].image',
  ]);
});
