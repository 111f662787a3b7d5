import { diagnose } from '../../lib/diagnosis';

const { diagnoses } = diagnose([
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: { containers: [{ name: 'cart', image: 'registry.example.com/cart:1.4.3' }] },
    status: {
      phase: 'Pending',
      containerStatuses: [
        { name: 'cart', state: { waiting: { reason: 'ErrImagePull', message: 'manifest for cart:1.4.3 not found' } } },
      ],
    },
  },
]);
for (const { class: name, cause } of diagnoses) console.log(`${name}: ${cause}`);
