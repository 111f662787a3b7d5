import { ManifestSet } from '../../../lib/kubernetes/set/manifest-set';
import { RouteTargets } from '../../../lib/lifecycle/routes/targets';
import { routePlanOf } from '../../../lib/rollout/reading/route-plan';

const POD = { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web' }] } };
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: { selector: { matchLabels: { app: 'web' } }, template: POD },
};
const balancer = (annotations: Readonly<Record<string, string>>) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web', annotations },
  spec: { type: 'LoadBalancer', externalTrafficPolicy: 'Local', selector: { app: 'web' }, ports: [{ port: 80 }] },
});

function planOf(scenarioRoute: string | undefined, annotations: Readonly<Record<string, string>> = {}) {
  const set = ManifestSet.of([deployment, balancer(annotations)]);
  const [object] = set.objects;
  if (object === undefined) throw new Error('no object');
  return routePlanOf(set, object, scenarioRoute === undefined ? {} : { route: scenarioRoute }, undefined);
}

const custom = (targets: RouteTargets) =>
  planOf(`custom(withdrawal=20s, preStop=25s, registration=40s, targets=${targets})`);

test('through kube-proxy alone, requests go to pods that stop where none is ready', () => {
  const falls = Object.values(RouteTargets).filter((targets) => custom(targets).fallsBackToTerminating);
  expect(falls).toEqual([RouteTargets.KUBE_PROXY]);
});

test('a balancer of nodes learns by health checks, so its lags are mostly long', () => {
  expect(custom(RouteTargets.NODES)).toMatchObject({ targets: 'nodes', withdrawal: { typical: 16, max: 20 } });
  expect(custom(RouteTargets.PODS)).toMatchObject({ targets: 'pods', withdrawal: { typical: 1, max: 20 } });
});

test('a health check of nodes is as late, whether its numbers are written or the defaults', () => {
  const PREFIX = 'service.beta.kubernetes.io/aws-load-balancer-healthcheck';
  const written = planOf(undefined, { [`${PREFIX}-interval`]: '10', [`${PREFIX}-unhealthy-threshold`]: '3' });
  const left = planOf(undefined);
  expect(written.withdrawal).toEqual(left.withdrawal);
  expect(written.registration).toEqual(left.registration);
});
