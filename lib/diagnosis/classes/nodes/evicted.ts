import { parseQuantity } from '../../../kubernetes/text/quantity';
import { showCondition } from '../../evidence/condition';
import type { PodView } from '../../evidence/pod-view';
import { resourceField } from '../../reading/fields';
import { disruption, proofOf } from '../../reading/node-facts';
import { describe, describeNamed } from '../../telling/command';
import type { Match } from '../../telling/match';
import { inQuotes } from '../../telling/printable';
import { defineNodeDiagnosis } from '../node-diagnosis';
import { yaml } from '../yaml';

/** The container that the eviction message blames: the one furthest above its request. */
function blamed(
  message: string,
): { readonly name: string; readonly usage: string; readonly request: string } | undefined {
  const all = [
    ...message.matchAll(/Container (\S+) was using (\S+?), (?:which exceeds its request of|request is) (\w+)/g),
  ].map((found) => ({
    name: found[1] ?? '',
    usage: found[2] ?? '',
    request: (found[3] ?? '0').replace(/[.,]$/, ''),
  }));
  const excess = ({ usage, request }: { usage: string; request: string }) =>
    (parseQuantity(usage) ?? 0n) - (parseQuantity(request) ?? 0n);
  return all.sort((a, b) => (excess(b) > excess(a) ? 1 : -1))[0];
}

function matchEviction(pod: PodView): Match {
  const { message } = pod;
  const container = blamed(message);
  const view = pod.containers.find(({ name }) => name === container?.name);
  const limitOf = /Container (\S+) exceeded its local ephemeral storage limit/.exec(message)?.[1];
  const volume = /EmptyDir volume "([^"]+)" exceeds the limit/.exec(message)?.[1];
  const scarce = /low on resource: ([\w-]+)/.exec(message)?.[1] ?? /condition: \[(\w+)/.exec(message)?.[1];
  const base = {
    proof: proofOf(pod),
    command: describe(pod.ref),
    more: [describeNamed('Node', null, pod.nodeName)],
    preventedBy: 'requests-are-set',
    sameAs: `${scarce} ${volume} ${limitOf}`,
  };
  if (volume !== undefined) {
    return {
      ...base,
      cause: `the pod was evicted: its emptyDir volume ${inQuotes(volume)} grew beyond its sizeLimit`,
      field: `spec.volumes[name=${volume}].emptyDir.sizeLimit`,
      preventedBy: 'tmpfs-fits-memory',
    };
  }
  if (limitOf !== undefined || /ephemeral (local )?storage usage exceeds/i.test(message)) {
    const name = limitOf ?? pod.containers.find(({ role }) => role === 'app')?.name;
    const field =
      limitOf === undefined
        ? 'spec.containers[*].resources.limits.ephemeral-storage'
        : `spec.containers[name=${limitOf}].resources.limits.ephemeral-storage`;
    return {
      ...base,
      ...(limitOf === undefined ? {} : { container: limitOf }),
      cause: `the pod was evicted: ${limitOf === undefined ? 'it' : `container ${inQuotes(name)}`} wrote more to local disk than its ephemeral-storage limit allows`,
      field,
    };
  }
  const resource =
    scarce === 'memory' || scarce === 'MemoryPressure'
      ? 'memory'
      : /ephemeral|nodefs|imagefs|inode|Disk/i.test(scarce ?? '')
        ? 'ephemeral-storage'
        : undefined;
  const use =
    container === undefined
      ? ''
      : `; container ${inQuotes(container.name)} used ${container.usage} of a request of ${container.request}`;
  const field =
    resource === undefined
      ? undefined
      : container === undefined
        ? resourceField(undefined, 'requests', resource)
        : `${view?.field ?? `spec.containers[name=${container.name}]`}.resources.requests.${resource}`;
  return {
    ...base,
    ...(container === undefined ? {} : { container: container.name }),
    cause: `the pod was evicted${scarce === undefined ? (message === '' ? '' : `: ${message.trim()}`) : /Pressure$/.test(scarce) ? `, because its node had ${scarce}` : `, because its node ran low on ${scarce}`}${use}`,
    ...(field === undefined ? {} : { field }),
  };
}

export const EVICTED = defineNodeDiagnosis({
  id: 'Evicted',
  title: 'The pod was evicted from its node',
  why: "A node that runs low on memory, disk or process ids evicts pods, first those that use more than they request. This is the node's memory, not the container's limit: OOMKilled is something else.",
  fix: 'Request what the pod really uses: pods within their requests are evicted last. Limit what it writes (ephemeral-storage, sizeLimit).',
  see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/',
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata:
      name: cart-6f7c9-abcde
      namespace: shop
    spec:
      nodeName: node-1
      containers:
        - name: web
          image: registry.example.com/shop/cart:1.4.2
    status:
      phase: Failed
      reason: Evicted
      message: "The node was low on resource: memory. Container web was using 900Mi, which exceeds its request of 0. "
  `,
  match(pod) {
    const condition = disruption(
      pod,
      'TerminationByKubelet',
      'EvictionByEvictionAPI',
      'DeletionByTaintManager',
      'DeletionByDeviceTaintManager',
    );
    if (pod.reason === 'Evicted' || pod.reason === 'TerminationByKubelet') return matchEviction(pod);
    if (condition === undefined) return undefined;
    return {
      cause: `the pod was evicted: ${condition.message || condition.reason}`,
      proof: [showCondition(condition)],
      command: describe(pod.ref),
      more: [describeNamed('Node', null, pod.nodeName)],
      sameAs: condition.reason,
    };
  },
});
