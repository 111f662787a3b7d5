import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import {
  DisruptionBudget,
  Image,
  KubernetesVersion,
  Platform,
  PodAmount,
  Profile,
  Resources,
  TrafficRoute,
} from '../../lib';
import { find, newChart, resources, service, synthesize } from './fixtures';

test('the nearest scope wins, key by key', () => {
  const chart = newChart();
  Platform.of(chart.node.root).set({ kubernetesVersion: KubernetesVersion.V1_29, route: TrafficRoute.albIp() });
  Platform.of(chart).set({ kubernetesVersion: KubernetesVersion.V1_34 });
  service(chart);
  const { metadata, spec } = find(synthesize(chart), 'Deployment');
  expect(metadata.annotations['cdk8s-lifecycle/route']).toBe('alb-ip');
  expect(spec.template.spec.containers[0].lifecycle.preStop).toEqual({ sleep: { seconds: 30 } });
});

test('setting what a construct below has already read names that construct', () => {
  const chart = newChart();
  const scope = new Construct(chart, 'team');
  service(scope);
  const late =
    /^Platform is set on 'shop' too late: 'shop\/team\/cart' has already read it; set it before that construct is made$/;
  expect(() => Platform.of(chart).set({ route: TrafficRoute.traefik() })).toThrow(late);
  expect(() => Profile.of(scope).set({ replicas: 1 })).toThrow("Profile is set on 'shop/team' too late");
  expect(() => Platform.of(new Construct(chart, 'other')).set({ route: TrafficRoute.traefik() })).not.toThrow();
});

test('two Apps in one process do not see each other', () => {
  service(newChart());
  expect(() => Platform.of(newChart()).set({ route: TrafficRoute.traefik() })).not.toThrow();
});

test('a private registry brings its pull secret to the pods that pull from it', () => {
  const chart = new Chart(new App(), 'shop');
  Platform.of(chart).set({ registries: [{ host: 'registry.example.com', pullSecret: 'regcred' }] });
  service(chart);
  service(chart, 'public', { image: Image.of('nginx:1.27.0') });
  const objects = synthesize(chart);
  expect(find(objects, 'Deployment', 'cart').spec.template.spec.imagePullSecrets).toEqual([{ name: 'regcred' }]);
  expect(find(objects, 'Deployment', 'public').spec.template.spec).not.toHaveProperty('imagePullSecrets');
});

test("a profile gives what a construct does not say itself, and the construct's own word wins", () => {
  const chart = newChart();
  Profile.of(chart).set({
    replicas: 5,
    resources: Resources.of({ cpu: '1', memory: '1Gi' }),
    disruptionBudget: DisruptionBudget.maxUnavailable(PodAmount.percent(20)),
  });
  service(chart, 'cart', { resources: undefined });
  service(chart, 'own', { replicas: 2, resources });
  const objects = synthesize(chart);
  expect(find(objects, 'Deployment', 'cart').spec).toMatchObject({
    replicas: 5,
    template: { spec: { containers: [{ resources: { limits: { memory: '1Gi' } } }] } },
  });
  expect(find(objects, 'PodDisruptionBudget', 'cart').spec.maxUnavailable).toBe('20%');
  expect(find(objects, 'Deployment', 'own').spec).toMatchObject({
    replicas: 2,
    template: { spec: { containers: [{ resources: { limits: { memory: '256Mi' } } }] } },
  });
});

test('without resources anywhere, the error names both places to give them', () => {
  expect(() => service(newChart(), 'cart', { resources: undefined })).toThrow(
    "shop/cart: 'resources' is missing: give Resources.of({ cpu: '250m', memory: '256Mi' }), or set them in a Profile above",
  );
});
