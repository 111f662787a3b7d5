import { runCaptured, useFolder } from '../../captured';
import type { Printed } from './lint-json';

const write = useFolder();

test('a duplicate key is a finding, since the API server refuses it', async () => {
  write({ 'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  x: "1"\n  x: "2"\n' });
  const { out, code } = await runCaptured('lint', '-o', 'json', 'a.yaml');
  const { findings } = JSON.parse(out) as Printed;
  expect(findings).toEqual([expect.objectContaining({ rule: 'admitted', severity: 'error', line: 7, column: 3 })]);
  expect(code).toBe(1);
});

test('it can be accepted by a pattern, which then is not told to be of no use', async () => {
  write({
    'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  x: "1"\n  x: "2"\n',
    '.cdk8s-lifecycle.yaml': 'acknowledge: [{ rule: admitted, objects: ["ConfigMap a"], reason: generated twice }]',
  });
  const { out, err, code } = await runCaptured('lint', '-o', 'json', 'a.yaml');
  const { findings } = JSON.parse(out) as Printed;
  expect(findings).toEqual([expect.objectContaining({ rule: 'admitted', acknowledged: 'generated twice' })]);
  expect({ err, code }).toEqual({ err: '', code: 0 });
});
