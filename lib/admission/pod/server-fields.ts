import type { Container, Pod, PodSpec } from '../structure/generated/types';

/** The volume that the admission plugin ServiceAccount adds to a Pod, for the token of its account. */
const TOKEN = /^kube-api-access-/;
/** What the admission plugin DefaultTolerationSeconds adds. */
const TAINTS = new Set(['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable']);

/**
 * Adds to the manifest of a Pod what the cluster gave the live one beside it: its node, what the admission plugins that are
 * on by default add, and what they choose where the manifest leaves it open.
 */
export function withServerFields(pod: Pod, { spec: live = {} }: Pod): Pod {
  const spec = pod.spec ?? {};
  const { nodeName, serviceAccountName, priority, preemptionPolicy } = live;
  const added = (live.tolerations ?? []).filter(({ key = '' }) => TAINTS.has(key) && !tolerates(spec, key));
  const volumes = (live.volumes ?? []).filter(({ name = '' }) => TOKEN.test(name));
  return {
    ...pod,
    spec: {
      ...spec,
      nodeName: spec.nodeName ?? nodeName,
      serviceAccountName: spec.serviceAccountName ?? serviceAccountName,
      priority: spec.priority ?? priority,
      preemptionPolicy: spec.preemptionPolicy ?? preemptionPolicy,
      tolerations: [...(spec.tolerations ?? []), ...added],
      volumes: [...(spec.volumes ?? []), ...volumes],
      containers: withTokenMounts(spec.containers, live.containers),
      initContainers: withTokenMounts(spec.initContainers, live.initContainers),
    },
  };
}

function tolerates({ tolerations = [] }: PodSpec, taint: string): boolean {
  return tolerations.some(({ key = '' }) => key === taint);
}

function withTokenMounts(containers: PodSpec['containers'], live: PodSpec['containers'] = []): PodSpec['containers'] {
  return containers?.map((container: Container, index) => {
    const added = (live[index]?.volumeMounts ?? []).filter(({ name = '' }) => TOKEN.test(name));
    return added.length === 0
      ? container
      : { ...container, volumeMounts: [...(container.volumeMounts ?? []), ...added] };
  });
}
