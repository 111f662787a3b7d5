import { Testing } from 'cdk8s';
import { manifestSerializer } from '../../lib/testing';

describe('manifestSerializer', () => {
  expect.addSnapshotSerializer(manifestSerializer);

  test('prints manifests as the YAML that is applied', () => {
    expect([
      { apiVersion: 'v1', kind: 'ConfigMap', data: { a: '1' } },
      { apiVersion: 'v1', kind: 'Secret' },
    ]).toMatchInlineSnapshot(`
apiVersion: v1
kind: ConfigMap
data:
  a: "1"
---
apiVersion: v1
kind: Secret
`);
  });

  test('takes charts and leaves other values alone', () => {
    expect(manifestSerializer.test(Testing.chart())).toBe(true);
    for (const value of ['text', 1, null, [], [1], { a: 1 }]) expect(manifestSerializer.test(value)).toBe(false);
  });
});
