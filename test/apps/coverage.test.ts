import { Testing } from 'cdk8s';
import { BatchJob, NodeAgent, ScheduledJob, StatefulService, Worker, ZeroDowntimeService } from 'cdk8s-lifecycle';
import type { Construct } from 'constructs';
import { APPS } from '../../apps/apps';
import { objectsOf, valueAt } from '../../lib/kubernetes/views/json';
import { synthesized } from './synthesized';

const objects = APPS.flatMap(({ build }) => synthesized((app) => build(app)));
const ofKind = (kind: string) => objects.filter((object) => object.kind === kind);
const podSpecs = objects.flatMap((object) => valueAt(object, 'spec', 'template', 'spec') ?? []);

test('together the apps use all six constructs', () => {
  const used = APPS.flatMap(({ build }) => {
    const app = Testing.app();
    build(app);
    return app.node.findAll().map((construct) => (construct as Construct).constructor);
  });
  for (const construct of [ZeroDowntimeService, Worker, StatefulService, NodeAgent, BatchJob, ScheduledJob]) {
    expect(used).toContain(construct);
  }
});

test.each(['HorizontalPodAutoscaler', 'Ingress', 'HTTPRoute', 'DaemonSet', 'CronJob', 'ConfigMap'])(
  'together the apps make an object of kind %s',
  (kind) => {
    expect(ofKind(kind)).not.toEqual([]);
  },
);

test('one app claims volumes, and one runs a native sidecar', () => {
  expect(ofKind('StatefulSet').flatMap((each) => valueAt(each, 'spec', 'volumeClaimTemplates') ?? [])).not.toEqual([]);
  const init = podSpecs.flatMap((spec) => objectsOf(valueAt(spec, 'initContainers')).map(({ item }) => item));
  expect(init.filter(({ restartPolicy }) => restartPolicy === 'Always')).not.toEqual([]);
});

test('one app keeps settings in a ConfigMap as environment, and files in one as a volume', () => {
  const containers = podSpecs.flatMap((spec) => objectsOf(valueAt(spec, 'containers')).map(({ item }) => item));
  expect(containers.filter(({ envFrom }) => valueAt(envFrom, 0, 'configMapRef') !== undefined)).not.toEqual([]);
  const volumes = podSpecs.flatMap((spec) => objectsOf(valueAt(spec, 'volumes')).map(({ item }) => item));
  expect(volumes.filter(({ configMap }) => configMap !== undefined)).not.toEqual([]);
});
