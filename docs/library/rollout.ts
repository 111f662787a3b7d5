import { ManifestSet, reportOf } from '../../lib/rollout';

const labels = { app: 'cart' };
const set = ManifestSet.of([
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: {
      replicas: 3,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [{ name: 'cart', image: 'registry.example.com/cart:1.4.2', ports: [{ containerPort: 8080 }] }],
        },
      },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: { selector: labels, ports: [{ port: 80, targetPort: 8080 }] },
  },
]);
for (const object of set.objects) {
  const report = reportOf(set, object, { runs: 10, seed: 1 });
  for (const { why, certain } of report?.bounds.hazards ?? []) {
    console.log(`${certain ? 'certain' : 'possible'}: ${why}`);
  }
}
