import { lifecycleMatchers } from '../../lib/testing';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: {
        terminationGracePeriodSeconds: 0,
        containers: [{ name: 'web', image: 'registry.example.com/web:1.0.0' }],
      },
    },
  },
};
// In a test: expect([deployment]).not.toBreakRule('grace-is-positive')
const { pass, message } = lifecycleMatchers.toBreakRule([deployment], 'grace-is-positive');
console.log(pass, message());
