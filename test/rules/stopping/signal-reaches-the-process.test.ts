import { found, workload } from '../support';

const RULE = 'signal-reaches-the-process';
const fires = (container: object, kind = 'Deployment') =>
  found(RULE, [workload({ kind, container: container as never })]);
const runs = (script: string) => fires({ command: ['/bin/sh', '-c', script] }).length;

test.each([
  ['cd /app && node server.js', 1],
  ['cd /app && exec node server.js', 0],
  ['node server.js', 0],
  ['exec migrate; node server.js', 1],
  ['trap "kill %1" TERM; node server.js & wait', 0],
  ['while true; do date; sleep 5; done', 1],
])('%j has %i findings', (script, expected) => {
  expect(runs(script)).toBe(expected);
});

test('command and arguments are one', () => {
  expect(fires({ command: ['sh', '-c'], args: ['a; b'] })).toEqual([
    'warning web spec.template.spec.containers[0].args[0]',
  ]);
  expect(fires({ args: ['sh', '-c', 'a; b'] })).toEqual(['warning web spec.template.spec.containers[0].args[2]']);
});

test('a script file cannot be read, an init in front of it is no shell, and a job may stop as it likes', () => {
  expect(fires({ command: ['sh', '/start.sh'] })).toEqual([]);
  expect(fires({ command: ['tini', '--', 'sh', '-c', 'a; b'] })).toEqual([]);
  expect(fires({ command: ['sh', '-c', 'a; b'] }, 'Job')).toEqual([]);
});
