import { PaymentsService } from '@acme/platform';
import { Chart, Duration, Testing } from 'cdk8s';
import { payments } from '../../../apps/platform-team/payments/src/payments';
import { objectOf, valueAt } from '../../../lib/kubernetes/views/json';
import { byIdentity, synthesized } from '../synthesized';

const objects = byIdentity(synthesized(payments));
const specOf = (kind: string, environment: string, name: string) =>
  objectOf(valueAt(objects.get(`${kind} payments-${environment}/${name}`), 'spec'));

test.each([
  ['dev', 1, '50m', '128Mi', 'pay.dev.acme.example'],
  ['staging', 3, '100m', '256Mi', 'pay.staging.acme.example'],
  ['production', undefined, '500m', '512Mi', 'pay.acme.example'],
])('%s has its own replicas, resources and host', (environment, replicas, cpu, memory, host) => {
  const spec = specOf('Deployment', environment, 'card-api');
  expect(spec.replicas).toBe(replicas);
  expect(valueAt(spec, 'template', 'spec', 'containers', 0, 'resources')).toEqual({
    requests: { cpu, memory },
    limits: { memory },
  });
  expect(specOf('HTTPRoute', environment, 'card-api').hostnames).toEqual([host]);
});

test('production alone follows its load', () => {
  expect(specOf('HorizontalPodAutoscaler', 'production', 'card-api')).toMatchObject({
    minReplicas: 4,
    maxReplicas: 20,
  });
  expect([...objects.keys()].filter((identity) => identity.startsWith('HorizontalPodAutoscaler'))).toHaveLength(1);
});

test('the profile reaches what the company does not wrap, but not what chose for itself', () => {
  expect(['dev', 'staging', 'production'].map((each) => specOf('Deployment', each, 'settlement').replicas)).toEqual([
    1, 3, 4,
  ]);
  expect(['dev', 'staging', 'production'].map((each) => specOf('StatefulSet', each, 'queue').replicas)).toEqual([
    3, 3, 3,
  ]);
});

test('every environment stops a payment in the same way: the measured gateway, the longest payment, a margin', () => {
  for (const environment of ['dev', 'staging', 'production']) {
    const pod = objectOf(valueAt(specOf('Deployment', environment, 'card-api'), 'template', 'spec'));
    expect(valueAt(pod, 'containers', 0, 'lifecycle', 'preStop')).toEqual({ sleep: { seconds: 15 } });
    expect(pod.terminationGracePeriodSeconds).toBe(15 + 45 + 10);
    expect(valueAt(pod, 'imagePullSecrets')).toEqual([{ name: 'acme-registry' }]);
  }
});

test('a PaymentsService outside of an environment is told where it belongs', () => {
  const chart = new Chart(Testing.app(), 'nowhere');
  const props = { release: '1.0.0', path: '/', longestPayment: Duration.seconds(30) };
  expect(() => new PaymentsService(chart, 'card-api', props)).toThrow(
    "'nowhere/card-api' is in no environment: create it below an EnvironmentChart",
  );
});
