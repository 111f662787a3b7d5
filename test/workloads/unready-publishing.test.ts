import { ManifestSet } from '../../lib/kubernetes/set/manifest-set';
import { sendsToUnready } from '../../lib/workloads/unready-publishing';
import { service } from '../rules/support';

test.each([
  [{ publishNotReadyAddresses: true }, true],
  [{ publishNotReadyAddresses: true, type: 'LoadBalancer' }, true],
  [{ publishNotReadyAddresses: true, clusterIP: 'None' }, false],
  [{ publishNotReadyAddresses: true, type: 'ExternalName' }, false],
  [{ publishNotReadyAddresses: false }, false],
  [{}, false],
])('a Service of %j sends to pods that are not ready: %s', (spec, sends) => {
  const [object] = ManifestSet.of([service(spec)]).objects;
  expect(object && sendsToUnready(object)).toBe(sends);
});
