import { ManifestSet } from '../../lib/kubernetes/set/manifest-set';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { requestTimeoutOf } from '../../lib/workloads/request-timeouts';
import { service, workload } from '../rules/support';

/** So many apps behind routes of their own, and how often a route is read while each is asked for. */
function readsOfRoutes(apps: number): number {
  let reads = 0;
  const names = Array.from({ length: apps }, (_, index) => `app-${index}`);
  const routes = names.map((name): Manifest => {
    const spec = { rules: [{ timeouts: { request: '70s' }, backendRefs: [{ name }] }] };
    const route = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute', metadata: { name } };
    return Object.defineProperty(route, 'spec', {
      enumerable: true,
      get: () => {
        reads++;
        return spec;
      },
    }) as Manifest;
  });
  const own = names.flatMap((name) => [
    workload({ name, labels: { app: name } }),
    service({ selector: { app: name } }, name),
  ]);
  const set = ManifestSet.of([...routes, ...own]);
  reads = 0;
  const seconds = set.workloads.map((object) => requestTimeoutOf(set, object)?.seconds);
  expect(seconds).toEqual(names.map(() => 70));
  return reads;
}

test('twice as many apps read twice as many routes, not four times as many', () => {
  expect(readsOfRoutes(40)).toBeLessThanOrEqual(2 * readsOfRoutes(20));
});
