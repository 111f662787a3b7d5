import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ManifestSet } from '../../kubernetes/set/manifest-set';
import type { Manifest } from '../../kubernetes/views/manifest';
import type { TrafficRoute } from '../../lifecycle/values/traffic-route';
import { routeOf } from '../../workloads/route-of-set';
import type { Component } from '../labels';
import { selectorLabels } from '../labels';

/**
 * The slowest way on which requests reach the pods of a construct: what its own Service, Ingress and further Services
 * show, and what the platform says. A route that was given for the construct itself is the answer.
 */
export function ownRoute(
  fronts: readonly IConstruct[],
  name: string,
  component: Component,
  podAnnotations: Readonly<Record<string, string>>,
  platform: TrafficRoute | undefined,
  given: TrafficRoute | undefined,
): TrafficRoute {
  if (given !== undefined) return given;
  const namespace = fronts[0] === undefined ? undefined : ApiObject.of(fronts[0]).metadata.namespace;
  const pods: Manifest = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, ...(namespace !== undefined && { namespace }) },
    spec: {
      template: {
        metadata: { labels: selectorLabels(name, component), annotations: podAnnotations },
        spec: { containers: [{ name }] },
      },
    },
  };
  const set = ManifestSet.of([pods, ...fronts.map((front) => ApiObject.of(front).toJson() as Manifest)]);
  const [object] = set.objects;
  const shown = object === undefined ? undefined : routeOf(set, object);
  if (shown === undefined || platform === undefined) return (platform ?? shown) as TrafficRoute;
  return shown._withdrawalSeconds > platform._withdrawalSeconds ? shown : platform;
}
