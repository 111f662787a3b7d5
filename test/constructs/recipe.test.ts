import { ApiObject, type Chart, Duration, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { Platform, type PodOptions, Shutdown } from '../../lib';
import { ADDRESS } from '../../lib/constructs/labels';
import { agent, find, job, type Loose, newChart, scheduled, service, stateful, synthesize, worker } from './fixtures';

type Make = (
  scope: Construct,
  id?: string,
  props?: Partial<PodOptions>,
) => Construct & {
  patch(target: Construct, ...patches: JsonPatch[]): void;
};

const ALL: ReadonlyArray<readonly [string, Make]> = [
  ['ZeroDowntimeService', service],
  ['Worker', worker],
  ['StatefulService', stateful],
  ['NodeAgent', agent],
  ['BatchJob', job],
  ['ScheduledJob', scheduled],
];

/** The one workload of a chart, and its pod template. */
function made(make: (chart: Chart) => unknown): {
  readonly workload: Loose;
  readonly template: Loose;
  readonly all: Loose[];
} {
  const chart = newChart();
  make(chart);
  const all = synthesize(chart);
  const workload = all.find(({ spec }) => spec?.template ?? spec?.jobTemplate);
  return { workload, template: workload.spec.template ?? workload.spec.jobTemplate.spec.template, all };
}

describe.each(ALL)('every step of the recipe runs for a %s', (_, make) => {
  test('it reads the platform, which can no longer be set', () => {
    const chart = newChart();
    make(chart, 'cart');
    expect(() => Platform.of(chart).set({})).toThrow("'shop/cart' has already read it");
  });

  test('it checks what it was given, and its name', () => {
    expect(() => make(newChart(), 'cart', { commnd: ['a'] } as never)).toThrow("'commnd'");
    expect(() => make(newChart(), 'a.b')).toThrow("'a.b' cannot name a Kubernetes object");
    expect(() => make(newChart(), 'c'.repeat(64))).toThrow('has 64 characters');
  });

  test('its pods read their ConfigMap, and roll with it', () => {
    const { template, all } = made((chart) => make(chart, 'cart', { config: { LEVEL: 'info' } }));
    expect(find(all, 'ConfigMap').data).toEqual({ LEVEL: 'info' });
    expect(template.spec.containers[0].envFrom).toEqual([{ configMapRef: { name: 'cart-config' } }]);
    expect(template.metadata.annotations['cdk8s-lifecycle/config-hash']).toMatch(/^[0-9a-f]{8}$/);
  });

  test('its workload is the default child, bears its labels and can be patched', () => {
    const { workload, template } = made((chart) => {
      const construct = make(chart, 'cart', { labels: { team: 'shop' } });
      construct.patch(construct.node.defaultChild as Construct, JsonPatch.add('/metadata/labels/patched', 'yes'));
    });
    expect(workload.metadata.labels).toMatchObject({ team: 'shop', patched: 'yes', 'app.kubernetes.io/name': 'cart' });
    expect(template.metadata.labels['app.kubernetes.io/name']).toBe('cart');
    expect(template.metadata.labels[ADDRESS]).toMatch(/^[a-z]+\.cart$/);
  });

  test('it is guarded: it says what made it, and what is impossible fails the synthesis', () => {
    const { workload } = made((chart) => make(chart, 'cart'));
    expect(workload.metadata.annotations['cdk8s-lifecycle/construct']).toBe('shop/cart');
    const twice = { drainsWithin: Duration.seconds(5), shutdown: Shutdown.of({ drain: Duration.seconds(6) }) };
    expect(() => made((chart) => make(chart, 'cart', twice as never))).toThrow(
      /'drainsWithin' \(5s\) and the shutdown's 'drain' \(6s\) differ.* at test\/constructs\/fixtures\.ts/,
    );
  });

  test('what its user tells the object of cdk8s-plus-28 comes on top', () => {
    const { template } = made((chart) => {
      const workload = make(chart, 'cart').node.defaultChild as kplus.Deployment;
      workload.containers[0]?.env.addVariable('LATE', kplus.EnvValue.fromValue('yes'));
      workload.podMetadata.addAnnotation('late', 'yes');
    });
    expect(template.spec.containers[0].env).toEqual([{ name: 'LATE', value: 'yes' }]);
    expect(template.metadata.annotations.late).toBe('yes');
  });
});

test('the address label is that of cdk8s-plus', () => {
  expect(ADDRESS).toBe(kplus.Pod.ADDRESS_LABEL);
});

test('an autoscaler of cdk8s-plus-28 owns the replicas, as one of ours does', () => {
  const { workload } = made((chart) => {
    const { deployment } = worker(chart);
    new kplus.HorizontalPodAutoscaler(chart, 'Scaler', {
      target: deployment,
      maxReplicas: 10,
      metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(60))],
    });
    expect(ApiObject.of(deployment).kind).toBe('Deployment');
  });
  expect(workload.spec).not.toHaveProperty('replicas');
});
