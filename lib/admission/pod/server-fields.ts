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
  const { nodeName, priority, preemptionPolicy } = live;
  const volumes = (live.volumes ?? []).filter(({ name = '' }) => TOKEN.test(name));
  return {
    ...pod,
    spec: {
      ...spec,
      nodeName: spec.nodeName ?? nodeName,
      priority: spec.priority ?? priority,
      preemptionPolicy: spec.preemptionPolicy ?? preemptionPolicy,
      volumes: [...(spec.volumes ?? []), ...volumes],
      containers: withTokenMounts(spec.containers, live.containers),
      initContainers: withTokenMounts(spec.initContainers, live.initContainers),
    },
  };
}

/** The account of a Pod is known by two names, so that one of them stays where the other is left out. */
export function withOldAccount(pod: Pod, written: Pod, { spec: old = {} }: Pod): Pod {
  const spec = pod.spec ?? {};
  const before = old.serviceAccountName || old.serviceAccount;
  const serviceAccountName = written.spec?.serviceAccountName || before || spec.serviceAccountName;
  return serviceAccountName === undefined ? pod : { ...pod, spec: { ...spec, serviceAccountName } };
}

/** A Pod that loses one of the default tolerations gets it again. Source: plugin/pkg/admission/defaulttolerationseconds. */
export function withDefaultTolerations(pod: Pod, { spec: live = {} }: Pod): Pod {
  const spec = pod.spec ?? {};
  const tolerations = spec.tolerations ?? [];
  const added = (live.tolerations ?? []).filter(({ key = '' }) => TAINTS.has(key) && !tolerates(tolerations, key));
  return added.length === 0 ? pod : { ...pod, spec: { ...spec, tolerations: [...tolerations, ...added] } };
}

function tolerates(tolerations: NonNullable<PodSpec['tolerations']>, taint: string): boolean {
  return tolerations.some(
    ({ key = '', effect = '' }) => (key === taint || key === '') && (effect === 'NoExecute' || effect === ''),
  );
}

function withTokenMounts(containers: PodSpec['containers'], live: PodSpec['containers'] = []): PodSpec['containers'] {
  return containers?.map((container: Container, index) => {
    const added = (live[index]?.volumeMounts ?? []).filter(({ name = '' }) => TOKEN.test(name));
    return added.length === 0
      ? container
      : { ...container, volumeMounts: [...(container.volumeMounts ?? []), ...added] };
  });
}
