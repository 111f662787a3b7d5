import { check } from '../../lib/check';
import { defineRule } from '../../lib/rules';

const manifest = (annotations: string) => `
apiVersion: v1
kind: Service
metadata: { name: cart${annotations} }
spec: { selector: { app: cart }, ports: [{ port: 80 }] }
`;

const serviceHasAnOwner = defineRule({
  id: 'service-has-an-owner',
  severity: 'warning',
  title: 'A Service names its owner',
  why: 'At night somebody has to know whom to call.',
  fix: "Set the annotation 'cdk8s-lifecycle/owner'.",
  see: ['https://kubernetes.io/docs/reference/labels-annotations-taints/'],
  bad: manifest(''),
  good: manifest(', annotations: { cdk8s-lifecycle/owner: team-cart }'),
  looksAt: ({ ref }) => ref.kind === 'Service',
  check: ({ manifest: { metadata } }) =>
    JSON.stringify(metadata).includes('cdk8s-lifecycle/owner')
      ? []
      : [{ message: 'the Service names no owner', path: 'metadata' }],
});

const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'cart' }, spec: { ports: [{ port: 80 }] } };
const { findings } = check([service], { only: [serviceHasAnOwner.id], extraRules: [serviceHasAnOwner] });
for (const { severity, message, path } of findings) console.log(`${severity} ${path}: ${message}`);
