import type { Facts } from '../../../lib/constructs/plan/facts';
import { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import { namedRoute } from '../../../lib/lifecycle/routes/route';
import { HealthChecks } from '../../../lib/lifecycle/values/health-checks';
import { Image } from '../../../lib/lifecycle/values/image';
import { Resources } from '../../../lib/lifecycle/values/resources';

/** What a construct named cart knows of itself, unless told otherwise. */
export function factsOf(given: Partial<Facts> = {}): Facts {
  return {
    name: 'cart',
    component: 'service',
    version: KubernetesVersion.V1_30,
    registries: [],
    isGitOps: false,
    resources: Resources.of({ cpu: '250m', memory: '256Mi' }),
    replicas: undefined,
    config: { envFrom: [], mounts: [], hash: undefined },
    route: namedRoute('cluster-ip'),
    ...given,
  };
}

export const image = Image.of('registry.example.com/shop/cart:1.4.2');
export const serving = { image, port: 8080, health: HealthChecks.http() };

/** A time, as far as plans ask it. */
export const seconds = (count: number) => ({ toMilliseconds: () => count * 1000 }) as never;
