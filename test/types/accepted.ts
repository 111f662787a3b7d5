// What TypeScript accepts of the oldest and the newest cdk8s-plus. Nothing runs here: `npm run types` fails where one
// of these does not compile.
import type { Chart } from 'cdk8s';
import * as oldest from 'cdk8s-plus-28';
import * as newest from 'cdk8s-plus-33';
import type { PodOptions, ServiceOptions, VolumeMount, ZeroDowntimeService } from '../../lib';
import { viewAs } from '../../lib/plus';

declare const scope: Chart;
declare const cart: ZeroDowntimeService;

for (const kplus of [oldest, newest]) {
  const volume = kplus.Volume.fromEmptyDir(scope, 'Cache', 'cache');
  ({
    path: '/cache',
    volume,
    readOnly: true,
    propagation: kplus.MountPropagation.HOST_TO_CONTAINER,
  }) satisfies VolumeMount;
  ({
    dnsPolicy: kplus.DnsPolicy.NONE,
    ports: [{ name: 'dns', port: 53, protocol: kplus.Protocol.UDP }],
  }) satisfies PodOptions;
  ({ type: kplus.ServiceType.LOAD_BALANCER }) satisfies ServiceOptions;
}

declare const oldMount: oldest.VolumeMount;
declare const newMount: newest.VolumeMount;
declare const oldAffinity: oldest.k8s.Affinity;
declare const newAffinity: newest.k8s.Affinity;
declare const oldTolerations: oldest.k8s.Toleration[];
declare const newTolerations: newest.k8s.Toleration[];
declare const oldSpread: oldest.k8s.TopologySpreadConstraint[];
declare const newSpread: newest.k8s.TopologySpreadConstraint[];
({
  volumeMounts: [oldMount, newMount],
  affinity: oldAffinity,
  tolerations: oldTolerations,
  topologySpread: oldSpread,
}) satisfies PodOptions;
({ affinity: newAffinity, tolerations: newTolerations, topologySpread: newSpread }) satisfies PodOptions;

oldest.IngressBackend.fromService(cart.service);
newest.IngressBackend.fromService(viewAs(newest.Service, cart.service));
// @ts-expect-error the private members of the class are declared anew in each cdk8s-plus
newest.IngressBackend.fromService(cart.service);
// @ts-expect-error a ConfigMap has a name, and is no volume
({ path: '/etc/app', volume: new newest.ConfigMap(scope, 'Config') }) satisfies VolumeMount;
