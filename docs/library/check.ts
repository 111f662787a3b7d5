import { check } from '../../lib/check';

const { findings } = check([
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: { maxUnavailable: 0, selector: { matchLabels: { app: 'cart' } } },
  },
]);
for (const { severity, rule, path, message, fix } of findings)
  console.log(`${severity} ${rule} ${path}\n  ${message}\n  ${fix}`);
