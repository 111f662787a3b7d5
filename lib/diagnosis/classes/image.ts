import { parseImage } from '../../kubernetes/image-reference';
import { objectsOf } from '../../kubernetes/json';
import { showEvent } from '../evidence/cluster-event';
import type { Evidence } from '../evidence/evidence';
import { type ContainerView, type PodView, showState } from '../evidence/pod-view';
import { pullCause } from '../reading/messages/image-pull';
import { PULL_READINGS } from '../reading/pull-readings';
import { type Command, describe, get } from '../telling/command';
import type { Match } from '../telling/match';
import { quoted } from '../telling/printable';
import { forContainers } from './container-diagnosis';
import type { Diagnosis } from './diagnosis';
import { waiting } from './example';

const SEE = ['https://kubernetes.io/docs/concepts/containers/images/#imagepullbackoff'];

function matchPull(container: ContainerView, pod: PodView, evidence: Evidence): Match {
  const image = container.spec.image;
  const message = container.state.type === 'waiting' ? container.state.message : '';
  const event = evidence.event(pod, {
    reason: ['Failed', 'InspectFailed'],
    message: /pull|image/i,
    container: container.name,
  });
  const ownCause = pullCause(message.replace(/^Back-off pulling image "[^"]*"(: )?/, ''));
  const cause = ownCause !== 'unknown' || event === undefined ? ownCause : pullCause(event.message);
  const reading = PULL_READINGS[cause];
  const secrets = objectsOf(pod.spec.imagePullSecrets).flatMap(({ item }) =>
    typeof item.name === 'string' ? [item.name] : [],
  );
  const told = cause === 'unknown' && event === undefined ? '; its events do' : '';
  const fields = {
    image: `${container.field}.image`,
    imagePullPolicy: `${container.field}.imagePullPolicy`,
    imagePullSecrets: 'spec.imagePullSecrets',
  };
  const names =
    secrets.length === 0
      ? 'the pod names no imagePullSecrets'
      : `the pod names imagePullSecrets ${secrets.map(quoted).join(', ')}`;
  const more: Command[] = cause === 'unauthorized' ? secrets.map((name) => get(pod.ref.namespace, 'secret', name)) : [];
  return {
    cause: `container ${quoted(container.name)} cannot pull ${quoted(image)}: ${reading.says}${told}${cause === 'unauthorized' ? `; ${names}` : ''}`,
    proof: [showState(container), ...(event === undefined ? [] : [showEvent(event)])],
    command: describe(pod.ref),
    more,
    fix: reading.fix,
    ...(reading.field === null ? {} : { field: fields[reading.field] }),
    ...(reading.preventedBy === null ? {} : { preventedBy: reading.preventedBy }),
    sameAs: `${container.name} ${image} ${cause}`,
  };
}

const isWaitingFor = (container: ContainerView, ...reasons: readonly string[]) =>
  container.state.type === 'waiting' && reasons.includes(container.state.reason);

/** Images that cannot be had: the name, the registry, or the policy is in the way. */
export const IMAGE_DIAGNOSES: readonly Diagnosis[] = [
  ...forContainers({
    id: 'InvalidImageName',
    initId: 'Init:InvalidImageName',
    outcome: 'failed',
    severity: 'error',
    title: 'The container has an image reference that cannot be read',
    why: 'The API server does not parse image references; the kubelet does, and gives up at once on one that does not fit the grammar. It never tries again until the pod is replaced.',
    fix: 'Write the reference as registry/repository:tag: no scheme, no capital letters in the repository.',
    see: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
    example: {
      phase: 'Pending',
      container: 'command: [serve]',
      status: waiting(
        'InvalidImageName',
        'Failed to apply default image tag "https://docker.io/nginx": couldn\'t parse image reference',
      ),
    },
    match(container, pod) {
      if (!isWaitingFor(container, 'InvalidImageName')) return undefined;
      const { image } = container.spec;
      const parsed = parseImage(image ?? '');
      const why = typeof parsed === 'string' ? `: ${parsed}` : '';
      return {
        cause: `container ${quoted(container.name)} names the image ${quoted(image)}, which is no image reference${image?.includes('://') ? ': it begins with a scheme' : why}`,
        proof: [showState(container)],
        command: describe(pod.ref),
        field: `${container.field}.image`,
        preventedBy: 'image-reference-is-valid',
      };
    },
  }),
  ...forContainers({
    id: 'ErrImageNeverPull',
    initId: 'Init:ErrImageNeverPull',
    outcome: 'failed',
    severity: 'error',
    title: 'The container may not pull its image, and the node has none',
    why: 'The pull policy Never forbids the kubelet to ask a registry: the image has to be on every node that the pod can land on.',
    fix: 'Write IfNotPresent, or load the image onto every node.',
    see: ['https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy'],
    example: {
      phase: 'Pending',
      container: 'imagePullPolicy: Never',
      status: waiting(
        'ErrImageNeverPull',
        'Container image "registry.example.com/shop/cart:1.4.2" is not present with pull policy of Never',
      ),
    },
    match(container, pod) {
      if (!isWaitingFor(container, 'ErrImageNeverPull')) return undefined;
      return {
        cause: `container ${quoted(container.name)} may not pull ${quoted(container.spec.image)} (imagePullPolicy Never), and node ${quoted(pod.nodeName)} does not have it`,
        proof: [showState(container)],
        command: describe(pod.ref),
        field: `${container.field}.imagePullPolicy`,
        preventedBy: 'pull-policy-never-is-meant',
      };
    },
  }),
  ...forContainers({
    id: 'ErrImagePull',
    initId: 'Init:ErrImagePull',
    outcome: 'failed',
    severity: 'error',
    title: 'The container could not pull its image',
    why: 'The last try to pull the image failed. The kubelet waits 10 s, then twice as long after each failure, up to 5 min; meanwhile the state is ImagePullBackOff.',
    fix: 'Read what the registry answered: a missing image, missing credentials and an unreachable registry need different mends.',
    see: SEE,
    example: {
      phase: 'Pending',
      status: waiting(
        'ErrImagePull',
        'failed to resolve reference "registry.example.com/shop/cart:1.4.2": unexpected status from HEAD request: 401 Unauthorized',
      ),
    },
    match: (container, pod, evidence) =>
      isWaitingFor(container, 'ErrImagePull', 'ImageInspectError', 'RegistryUnavailable', 'SignatureValidationFailed')
        ? matchPull(container, pod, evidence)
        : undefined,
  }),
  ...forContainers({
    id: 'ImagePullBackOff',
    initId: 'Init:ImagePullBackOff',
    outcome: 'failed',
    severity: 'error',
    title: 'The container waits before it tries to pull its image again',
    why: 'Pulling failed more than once. From Kubernetes 1.32 on the message carries the cause; before, only the Failed event does.',
    fix: 'Read what the registry answered: a missing image, missing credentials and an unreachable registry need different mends.',
    see: SEE,
    example: {
      phase: 'Pending',
      status: waiting(
        'ImagePullBackOff',
        'Back-off pulling image "registry.example.com/shop/cart:1.4.2": ErrImagePull: registry.example.com/shop/cart:1.4.2: not found',
      ),
    },
    match: (container, pod, evidence) =>
      isWaitingFor(container, 'ImagePullBackOff') ? matchPull(container, pod, evidence) : undefined,
  }),
];
