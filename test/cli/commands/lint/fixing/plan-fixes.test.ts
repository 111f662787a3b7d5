import { mkdirSync, readFileSync } from 'node:fs';
import { runCaptured, useFolder } from '../../../captured';
import { web } from '../../../fix/fixed';

const write = useFolder();
const FIX = ['lint', '--rules', 'prestop-exists', '--fix'];

test('a file that two arguments name is changed once', async () => {
  write({ 'k8s/web.yaml': web() });
  const { err } = await runCaptured(...FIX, 'k8s/web.yaml', 'k8s');
  expect(err).toBe('fixed 1 finding in 1 file\n');
  expect(readFileSync('k8s/web.yaml', 'utf8').match(/preStop/g)).toHaveLength(1);
});

test('variants of one object share the budget that is added', async () => {
  mkdirSync('k8s');
  write({ 'k8s/dev.yaml': web({ spec: 'replicas: 2' }), 'k8s/prod.yaml': web({ spec: 'replicas: 3' }) });
  const { out } = await runCaptured('lint', '--rules', 'budget-exists', '--fix', 'k8s');
  expect(out).toContain('0 errors, 0 warnings');
  const texts = ['k8s/dev.yaml', 'k8s/prod.yaml'].map((file) => readFileSync(file, 'utf8'));
  expect(texts.filter((text) => text.includes('PodDisruptionBudget'))).toHaveLength(1);
});

test('objects of one file are told apart though documents are added between them', async () => {
  const names = ['one', 'two', 'three'];
  write({ 'all.yaml': names.map((name) => web({ spec: 'replicas: 2' }).replaceAll('web', name)).join('---\n') });
  await runCaptured('lint', '--rules', 'budget-exists,prestop-exists,drain-fits-grace', '--fix', 'all.yaml');
  const text = readFileSync('all.yaml', 'utf8');
  expect(text.match(/kind: PodDisruptionBudget/g)).toHaveLength(3);
  expect(text.match(/preStop:/g)).toHaveLength(3);
  expect(text.match(/terminationGracePeriodSeconds: 60/g)).toHaveLength(3);
});
