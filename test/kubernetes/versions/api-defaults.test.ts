import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { API_DEFAULTS } from '../../../lib/kubernetes/versions/api-defaults';
import { workloadOf } from '../../../lib/kubernetes/views/workload';

const LIB = resolve(__dirname, '../../../lib');

test('a view hands out what the API server fills in', () => {
  const read = workloadOf({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: { template: { spec: { containers: [{ name: 'web', livenessProbe: { httpGet: { port: 80 } } }] } } },
  });
  expect(read).toMatchObject({ replicas: 1, minReadySeconds: 0, progressDeadlineSeconds: 600 });
  expect(read?.template.terminationGracePeriodSeconds).toBe(30);
  expect(read?.template.containers[0]?.livenessProbe).toMatchObject(API_DEFAULTS.probe);
});

/** A fallback on a number above 1 or a percentage, as `?? 600` or `= '25%'`. 0n and 1n are amounts of nothing and one. */
const FALLBACKS = [
  /(?:\?\?|\|\|) \(?(?:(?!1\b)[1-9]\d*\b(?!n)|'\d+%')/,
  /max(?:Surge|Unavailable)(?:: unknown)? = '25%'/,
];

/** What is no default of the API: sizes of a terminal and of a picture, and the indent of a YAML file. */
const OTHER_NUMBERS = ['columns ?? 100', 'columns ?? 80', '>= rough) ?? 10', 'step ?? 2'];

test('no file falls back on a number of the API server that it wrote down itself', () => {
  const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const falls = (line: string) => FALLBACKS.some((pattern) => pattern.test(line));
  for (const one of ['spec.progressDeadlineSeconds ?? 600', 'count ?? 100', "surge ?? '25%'", "maxSurge = '25%'"]) {
    expect(falls(one)).toBe(true);
  }
  const offenders = files.flatMap((file) =>
    readFileSync(join(LIB, file), 'utf8')
      .split('\n')
      .filter((line) => falls(line) && !OTHER_NUMBERS.some((other) => line.includes(other)))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(offenders).toEqual([]);
});
