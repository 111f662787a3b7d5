import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { PodAmount, RollingUpdate } from '../../lib';
import { agent, find, job, type Loose, newChart, scheduled, service, stateful, synthesize, worker } from './fixtures';

// What cdk8s-plus-28 does by itself and a team finds out in production. Each trap is closed for all six constructs.

function everyWorkload(): { readonly kind: string; readonly spec: Loose; readonly template: Loose }[] {
  const chart = newChart();
  for (const make of [service, worker, stateful, agent, job, scheduled]) make(chart);
  return synthesize(chart)
    .filter(({ spec }) => spec.template ?? spec.jobTemplate)
    .map(({ kind, spec }) => ({ kind, spec, template: spec.template ?? spec.jobTemplate.spec.template }));
}

test('there are six workloads to look at', () => {
  expect(everyWorkload().map(({ kind }) => kind)).toEqual([
    'Deployment',
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'Job',
    'CronJob',
  ]);
});

test('a pinned tag is not pulled at each start', () => {
  for (const { template } of everyWorkload()) expect(template.spec.containers[0].imagePullPolicy).toBe('IfNotPresent');
});

test('no start-up check appears that nobody asked for', () => {
  const unasked = everyWorkload().filter(
    ({ kind, template }) =>
      kind !== 'StatefulSet' && template.metadata.labels['app.kubernetes.io/component'] !== 'service',
  );
  expect(unasked).toHaveLength(4);
  for (const { template } of unasked) expect(template.spec.containers[0]).not.toHaveProperty('startupProbe');
});

test('there is no CPU limit, and memory is what was asked for', () => {
  for (const { template } of everyWorkload()) {
    expect(template.spec.containers[0].resources).toEqual({
      requests: { cpu: '250m', memory: '256Mi' },
      limits: { memory: '256Mi' },
    });
  }
});

test('no affinity is demanded', () => {
  for (const { template } of everyWorkload()) expect(template.spec).not.toHaveProperty('affinity');
});

test('no field says nothing: no empty externalIPs, no setHostnameAsFQDN', () => {
  const chart = newChart();
  service(chart);
  const text = JSON.stringify(synthesize(chart));
  expect(text).not.toMatch(/externalIPs|setHostnameAsFQDN|"hostNetwork"/);
});

test('hooks, checks and strategy survive whatever is called afterwards', () => {
  const chart = newChart();
  const cart = service(chart, 'cart', {
    rollingUpdate: RollingUpdate.of({ maxSurge: PodAmount.pods(2), maxUnavailable: PodAmount.pods(0) }),
  });
  const before = find(synthesize(chart), 'Deployment', 'cart');
  const other = service(chart, 'other');
  cart.deployment.addContainer({
    name: 'late',
    image: 'late:1.0.0',
    ports: [{ number: 9999, name: 'late' }],
    securityContext: { ensureNonRoot: false },
  });
  cart.deployment.addVolume(kplus.Volume.fromEmptyDir(chart, 'Scratch', 'scratch'));
  cart.deployment.exposeViaService({ name: 'again', ports: [{ port: 81, targetPort: 8080 }] });
  cart.deployment.scheduling.separate(other.deployment, { weight: 10 });
  cart.deployment.connections.allowFrom(other.deployment);
  const after = find(synthesize(chart), 'Deployment', 'cart');
  const [main, late] = after.spec.template.spec.containers;
  expect(main).toEqual(before.spec.template.spec.containers[0]);
  expect(main.lifecycle.preStop).toEqual({ sleep: { seconds: 10 } });
  expect(late.name).toBe('late');
  expect(after.spec.strategy.rollingUpdate).toEqual({ maxSurge: 2, maxUnavailable: 0 });
  expect(after.spec.template.spec.volumes.map(({ name }: Loose) => name)).toEqual(['cart-tmp', 'scratch']);
  expect(after.spec.template.spec.affinity.podAntiAffinity).toBeDefined();
});

test('moving a construct in the tree changes no pod template and no selector', () => {
  const make = (nested: boolean) => {
    const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
    const scope = nested ? new Construct(new Construct(chart, 'team'), 'backend') : chart;
    const [cart, front] = [service(scope), service(scope, 'front')];
    const [db, mailer] = [stateful(scope), worker(scope)];
    agent(scope);
    job(scope);
    scheduled(scope);
    cart.deployment.exposeViaService({ name: 'again' });
    cart.deployment.connections.allowFrom(front.deployment);
    front.deployment.scheduling.separate(cart.deployment);
    mailer.deployment.scheduling.colocate(db.statefulSet);
    return synthesize(chart).map((each) => ({ ...each, metadata: { ...each.metadata, annotations: undefined } }));
  };
  const withoutPolicyNames = (objects: Loose[]) =>
    objects.map((each) => (each.kind === 'NetworkPolicy' ? { ...each, metadata: undefined } : each));
  expect(withoutPolicyNames(make(true))).toEqual(withoutPolicyNames(make(false)));
});

test('a second synthesis gives the same, and the order of construction does not matter', () => {
  const build = (makers: readonly ((scope: Construct) => Construct)[]) => {
    const chart = newChart();
    for (const make of makers) make(chart);
    synthesize(chart);
    return synthesize(chart)
      .map((each) => JSON.stringify(each))
      .sort();
  };
  const makers = [service, worker, stateful, agent, job, scheduled];
  expect(build(makers)).toEqual(build([...makers].reverse()));
});

test('a change to one construct touches only its own objects', () => {
  const build = (replicas: number) => {
    const chart = newChart();
    service(chart, 'cart', { replicas });
    service(chart, 'front');
    job(chart);
    return new Map(synthesize(chart).map((each) => [`${each.kind} ${each.metadata.name}`, JSON.stringify(each)]));
  };
  const [before, after] = [build(3), build(5)];
  expect([...before].filter(([name, text]) => after.get(name) !== text).map(([name]) => name)).toEqual([
    'Deployment cart',
  ]);
});

test('a Service never selects the pods of a job of the same id', () => {
  const chart = newChart();
  service(new Construct(chart, 'a'), 'reindex');
  job(new Construct(chart, 'b'), 'reindex');
  const objects = synthesize(chart);
  const { selector } = find(objects, 'Service').spec;
  const { labels } = find(objects, 'Job').spec.template.metadata;
  expect(Object.entries(selector).every(([key, value]) => labels[key] === value)).toBe(false);
});

test('a container that is gone when its hooks are written is told, not passed over', () => {
  const chart = newChart();
  const cart = service(chart);
  const object = ApiObject.of(cart.deployment);
  object.addJsonPatch(JsonPatch.replace('/spec/template/spec/containers/0/name', 'renamed'));
  expect(() => synthesize(chart)).toThrow("container 'cart' is gone from containers");
});
