import { boundsOf } from '../../../lib/rollout/bounds/bounds';
import { counterexampleOf } from '../../../lib/rollout/bounds/counterexample';
import { planFor } from '../../rollout/manifests';
import { found, http, messages, service, sleeps, workload } from '../support';

const RULE = 'mesh-proxy-outlives-the-app';
const careful = { ...sleeps(20), readinessProbe: http('/ready') };
const meshed = (metadata: { annotations?: object; labels?: object }, container: object = careful) => {
  const manifest = workload({ pod: { terminationGracePeriodSeconds: 90 }, container: container as never });
  const { template } = manifest.spec as { template: { metadata: { labels: object } } };
  const labels = { ...template.metadata.labels, ...metadata.labels };
  Object.assign(template.metadata, { annotations: metadata.annotations, labels });
  return JSON.parse(JSON.stringify([manifest, service()]));
};
const linkerd = (more: object = {}) => meshed({ annotations: { 'linkerd.io/inject': 'enabled', ...more } });
const istio = (annotations: object = {}) => meshed({ annotations, labels: { 'sidecar.istio.io/inject': 'true' } });
const drain = (seconds: string) => istio({ 'proxy.istio.io/config': `{"terminationDrainDuration": "${seconds}"}` });
const wait = (seconds: string) => linkerd({ 'config.alpha.linkerd.io/proxy-wait-before-exit-seconds': seconds });

test('a proxy that ends before the preStop sleep and the drain cuts the app off', () => {
  expect(found(RULE, drain('5s'))).toEqual(['warning web spec.template.metadata']);
  expect(messages(RULE, drain('5s'))).toEqual([
    'istio-proxy ends after 5s (terminationDrainDuration 5s), while container "web" sleeps 20s in preStop and may need 30s to finish its requests',
  ]);
  expect(found(RULE, wait('20'))).toHaveLength(1);
});

test('one that waits for both, or is a native sidecar, does not', () => {
  expect(found(RULE, wait('50'))).toEqual([]);
  expect(found(RULE, drain('50s'))).toEqual([]);
  expect(found(RULE, linkerd({ 'config.beta.linkerd.io/proxy-enable-native-sidecar': 'true' }))).toEqual([]);
});

test('where nothing is said, linkerd needs a setting and Istio may have made it a native sidecar', () => {
  expect(found(RULE, linkerd())).toEqual(['warning web spec.template.metadata']);
  expect(found(RULE, istio())).toEqual(['info web spec.template.metadata']);
  expect(found(RULE, meshed({ annotations: { 'linkerd.io/inject': 'enabled' } }, {}))).toEqual([]);
});

test('the simulator loses what the proxy cuts off, and prints what it takes for granted where nothing is said', () => {
  const given = planFor(drain('5s'));
  const { verdict, hazards } = boundsOf(given, 'rollout');
  expect([verdict, hazards.map(({ cause }) => cause)]).toEqual(['loss-possible', ['refused', 'cut']]);
  expect(hazards[0]?.why).toMatch(/until 5 s after its deletion \(its istio-proxy ends then\)/);
  expect(hazards[1]?.why).toMatch(/^a pod is cut off by the end of its istio-proxy 5 s after its deletion/);
  expect(counterexampleOf(given, 'rollout', hazards)).toBeDefined();
  const { verdict: unsaid, needs } = boundsOf(planFor(istio()), 'rollout');
  expect([unsaid, needs]).toEqual(['no-loss', ['istio-proxy outlives the app: it needs native sidecars']]);
  expect(boundsOf(planFor(wait('50')), 'rollout')).toMatchObject({ verdict: 'no-loss', needs: [] });
});

test('a proxy that is written in the pod cuts the app off as well', () => {
  const proxy = (preStop?: object) => ({ name: 'envoy', image: 'envoyproxy/envoy:v1.32.1', lifecycle: { preStop } });
  const planned = (...hooks: readonly object[]) => {
    const [manifest] = meshed({});
    manifest.spec.template.spec.containers.push(...hooks);
    return planFor([manifest, service()]);
  };
  expect(boundsOf(planned(), 'rollout').verdict).toBe('no-loss');
  expect(boundsOf(planned(proxy()), 'rollout').hazards[0]?.why).toMatch(/until 0 s .* \(its envoy ends then\)/);
  expect(boundsOf(planned(proxy({ sleep: { seconds: 20 } })), 'rollout').hazards.map(({ cause }) => cause)).toEqual([
    'cut',
  ]);
  expect(boundsOf(planned(proxy({ sleep: { seconds: 50 } })), 'rollout').verdict).toBe('no-loss');
});
