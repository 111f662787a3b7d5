import { ManifestSet, type SetObject } from '../../../lib/kubernetes/set/manifest-set';
import type { Manifest } from '../../../lib/kubernetes/views/manifest';
import { reportOf } from '../../../lib/rollout';
import { toSvg } from '../../../lib/rollout/picture/svg';
import type { Page } from '../../docs';

const readinessProbe = { httpGet: { path: '/ready', port: 8080 }, initialDelaySeconds: 5, periodSeconds: 5 };

/** Three replicas, as Kubernetes rolls them out by itself, as the documented defaults do, and all at once. */
const SHOWN: ReadonlyArray<{
  readonly path: string;
  readonly name: string;
  readonly spec: object;
  readonly pod: object;
  readonly container: object;
}> = [
  { path: 'docs/pictures/rollout-kubernetes-defaults.svg', name: 'without-prestop', spec: {}, pod: {}, container: {} },
  {
    path: 'docs/pictures/rollout-documented-defaults.svg',
    name: 'documented-defaults',
    spec: { strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } } },
    pod: { terminationGracePeriodSeconds: 60 },
    container: { lifecycle: { preStop: { sleep: { seconds: 10 } } } },
  },
  {
    path: 'docs/pictures/rollout-recreate.svg',
    name: 'recreate',
    spec: { strategy: { type: 'Recreate' } },
    pod: {},
    container: {},
  },
];

/** The pictures of docs/rollout.md. */
export function pictures(): readonly Page[] {
  return SHOWN.map(({ path, name, spec, pod, container }) => {
    const manifest = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name },
      spec: {
        replicas: 3,
        ...spec,
        selector: { matchLabels: { app: name } },
        template: {
          metadata: { labels: { app: name } },
          spec: {
            ...pod,
            containers: [
              { name: 'web', image: 'web:1', ports: [{ containerPort: 8080 }], readinessProbe, ...container },
            ],
          },
        },
      },
    } as unknown as Manifest;
    const set = ManifestSet.of([manifest]);
    const report = reportOf(set, set.objects[0] as SetObject, { seed: 4 });
    if (report === undefined) throw new Error(`${name} has no rollout`);
    return { path, text: toSvg([report]) };
  });
}
