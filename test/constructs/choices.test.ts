import type { Chart } from 'cdk8s';
import {
  Capacity,
  Image,
  KubernetesVersion,
  Platform,
  PodAmount,
  PodReplacementPolicy,
  Recreate,
  RollingUpdate,
  Rules,
} from '../../lib';
import { admit } from '../../lib/admission';
import { check } from '../../lib/check';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { find, job, type Loose, newChart, service, stateful, synthesize, worker } from './fixtures';

/** All objects of a chart for a version; each is what its API server accepts. */
function admitted(version: KubernetesVersion, make: (chart: Chart) => unknown): Loose[] {
  const chart = newChart();
  Platform.of(chart).set({ kubernetesVersion: version });
  make(chart);
  const objects = synthesize(chart);
  for (const each of objects) expect(admit(each as Manifest, version)).toEqual([]);
  return objects;
}

const { V1_28, V1_30, V1_33, V1_37 } = KubernetesVersion;

describe('a StatefulService', () => {
  const rollingUpdate = RollingUpdate.of({ maxUnavailable: PodAmount.pods(2) });
  const replicas = 5;

  test('replaces several pods at once from Kubernetes 1.37 on', () => {
    const objects = admitted(V1_37, (chart) => stateful(chart, 'db', { replicas, rollingUpdate, partition: 1 }));
    expect(find(objects, 'StatefulSet').spec.updateStrategy.rollingUpdate).toEqual({ maxUnavailable: 2, partition: 1 });
  });

  test('says which version it would take, and what it cannot do at all', () => {
    expect(() => admitted(V1_30, (chart) => stateful(chart, 'db', { replicas, rollingUpdate }))).toThrow(
      "'maxUnavailable' (2) of a StatefulService needs Kubernetes 1.37, and the target is 1.30",
    );
    const surge = RollingUpdate.of({ maxSurge: PodAmount.pods(1) });
    expect(() => admitted(V1_37, (chart) => stateful(chart, 'db', { rollingUpdate: surge }))).toThrow(
      "'maxSurge' (1) has no meaning for a StatefulService",
    );
  });

  test('is exposed by a further Service, which decides about the route too', () => {
    const objects = admitted(V1_30, (chart) =>
      stateful(chart).expose({
        name: 'db-external',
        type: 'LoadBalancer',
        annotations: {
          'service.beta.kubernetes.io/aws-load-balancer-type': 'external',
          'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type': 'ip',
        },
      }),
    );
    expect(find(objects, 'Service', 'db-external').spec.ports).toEqual([
      { name: 'tcp', port: 5432, protocol: 'TCP', targetPort: 5432 },
    ]);
    expect(find(objects, 'StatefulSet').metadata.annotations['cdk8s-lifecycle/route']).toBe('nlb-ip');
  });
});

describe('replicas that are left to something else', () => {
  const replicasManagedBy = 'KEDA scales it by the length of the queue';

  test('are not written, and who sets them is', () => {
    const { metadata, spec } = find(
      admitted(V1_30, (chart) => worker(chart, 'mailer', { replicasManagedBy })),
      'Deployment',
    );
    expect(spec).not.toHaveProperty('replicas');
    expect(metadata.annotations['cdk8s-lifecycle/replicas-managed-by']).toBe(replicasManagedBy);
  });

  test('are not read as the one pod that Kubernetes runs where no number is written', () => {
    const objects = admitted(V1_30, (chart) => service(chart, 'cart', { replicasManagedBy }));
    const rules = check(objects, { version: V1_30 }).findings.map(({ rule }) => rule);
    expect(rules).not.toContain('replicas-survive-one-loss');
  });

  test('may be one, which an update must not miss, unless the fewest are known', () => {
    const update = (replicas?: number) =>
      find(
        admitted(V1_30, (chart) => service(chart, 'cart', { replicasManagedBy, replicas })),
        'Deployment',
      );
    expect(update().spec.strategy.rollingUpdate).toEqual({ maxSurge: 1, maxUnavailable: 0 });
    expect(update(4).spec.strategy.rollingUpdate).toEqual({ maxSurge: 1, maxUnavailable: 1 });
    expect(update(4).metadata.annotations['cdk8s-lifecycle/replicas-at-least']).toBe('4');
  });

  test('cannot carry a capacity that nobody can count, nor be set by two', () => {
    const capacity = Capacity.of({ peak: 400, perReplica: 100 });
    const make = (props: Parameters<typeof service>[2]) => () =>
      admitted(V1_30, (chart) => service(chart, 'cart', { replicasManagedBy, ...props }));
    expect(make({ capacity })).toThrow("'capacity' needs the fewest pods that are left");
    expect(make({ capacity, replicas: 5 })).not.toThrow();
    expect(make({ autoscaling: { maxReplicas: 9 } })).toThrow('would both set the number of pods');
  });
});

describe('Recreate', () => {
  const strategy = Recreate.because('two versions must never migrate at once');

  test('is written with its reason, which acknowledges the loss that simulate tells', () => {
    const objects = admitted(V1_30, (chart) => service(chart, 'cart', { strategy }));
    const { metadata, spec } = find(objects, 'Deployment');
    expect(spec.strategy).toEqual({ type: 'Recreate' });
    expect(Object.values(metadata.annotations)).toContain(strategy.reason);
    const { findings } = check(objects, { version: V1_30 });
    const serious = findings.filter(({ severity }) => severity !== 'info');
    expect(serious.map(({ rule, acknowledged }) => [rule, acknowledged])).toEqual([
      ['rollout-loses-nothing', strategy.reason],
      ['strategy-is-rolling', strategy.reason],
    ]);
  });

  test('needs no acknowledgement where nothing is served', () => {
    const { metadata } = find(
      admitted(V1_30, (chart) => worker(chart, 'mailer', { strategy })),
      'Deployment',
    );
    expect(Object.keys(metadata.annotations).join()).not.toContain('strategy-is-rolling');
  });

  test('stands beside neither a rolling update nor a capacity', () => {
    const make = (props: Parameters<typeof service>[2]) => () =>
      admitted(V1_30, (chart) => service(chart, 'cart', { strategy, ...props }));
    expect(make({ rollingUpdate: RollingUpdate.fullCapacity() })).toThrow("'rollingUpdate' has no meaning beside");
    expect(make({ capacity: Capacity.of({ peak: 2, perReplica: 1 }) })).toThrow(
      "'strategy' (Recreate) leaves 0 of 3 replicas during an update, and the peak of 2 needs 2",
    );
    expect(() => Recreate.because(' ')).toThrow('needs a reason');
  });
});

test('fields of pods and containers are written as they are given', () => {
  const { spec } = find(
    admitted(V1_33, (chart) => {
      Rules.of(chart).acknowledge('field-is-kept', 'the gate ContainerStopSignals is on here');
      service(chart, 'cart', {
        enableServiceLinks: false,
        resizePolicy: { cpu: 'NotRequired', memory: 'RestartContainer' },
        stopSignal: 'SIGQUIT',
        ports: [{ name: 'metrics', port: 9090, hostPort: 9090 }],
      });
    }),
    'Deployment',
  ).spec.template;
  expect(spec).toMatchObject({ enableServiceLinks: false, os: { name: 'linux' } });
  expect(spec.containers[0]).toMatchObject({
    resizePolicy: [
      { resourceName: 'cpu', restartPolicy: 'NotRequired' },
      { resourceName: 'memory', restartPolicy: 'RestartContainer' },
    ],
    lifecycle: { stopSignal: 'SIGQUIT' },
    ports: [{ containerPort: 8080 }, { containerPort: 9090, hostPort: 9090 }],
  });
});

test('a field that the target version does not have is told with the version that has it', () => {
  const make = (props: Parameters<typeof service>[2]) => () =>
    admitted(V1_30, (chart) => service(chart, 'cart', props));
  expect(make({ stopSignal: 'SIGQUIT' })).toThrow("'stopSignal' of container 'cart' needs Kubernetes 1.33");
  expect(make({ resizePolicy: { cpu: 'NotRequired' } })).toThrow(
    "'resizePolicy' of container 'cart' needs Kubernetes 1.33",
  );
  expect(make({ ports: [{ name: 'metrics', port: 9090, hostPort: 0 }] })).toThrow('hostPort');
});

test('a job may replace a pod before it has ended, from Kubernetes 1.29 on', () => {
  const make = (version: KubernetesVersion) =>
    admitted(version, (chart) =>
      job(chart, 'reindex', {
        image: Image.of('registry.example.com/shop/reindex:1.0.0'),
        podReplacementPolicy: PodReplacementPolicy.TERMINATING_OR_FAILED,
      }),
    );
  expect(find(make(V1_30), 'Job').spec.podReplacementPolicy).toBe('TerminatingOrFailed');
  expect(() => make(V1_28)).toThrow("'podReplacementPolicy' needs Kubernetes 1.29, and the target is 1.28");
});
