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

test('no file falls back on a number of the API server that it wrote down itself', () => {
  const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const fallback = /(?:\?\?|\|\|) (?:600|30|'25%')(?!\d)/;
  const parameter = /max(?:Surge|Unavailable)(?:: unknown)? = '25%'/;
  expect(fallback.test('spec.progressDeadlineSeconds ?? 600')).toBe(true);
  const offenders = files.filter((file) => {
    const text = readFileSync(join(LIB, file), 'utf8');
    return fallback.test(text) || parameter.test(text);
  });
  expect(offenders).toEqual([]);
});
