import { parseImage } from '../../kubernetes/image-reference';
import { objectsOf } from '../../kubernetes/json';
import { showEvent } from '../cluster-event';
import { type Command, describe, get } from '../command';
import { forContainers } from '../container-diagnosis';
import type { Diagnosis, Match } from '../diagnosis';
import type { Evidence } from '../evidence';
import { waiting } from '../example';
import { type PullCause, pullCause } from '../messages/image-pull';
import { type ContainerView, type PodView, showState } from '../pod-view';
import { quoted } from '../printable';

const SEE = ['https://kubernetes.io/docs/concepts/containers/images/#imagepullbackoff'];

interface Reading {
  readonly says: string;
  readonly fix: string;
  /** The field to change: of the container, or of the pod. */
  readonly field: 'image' | 'imagePullSecrets' | 'imagePullPolicy' | null;
  readonly preventedBy: string | null;
}

const READINGS: Readonly<Record<PullCause, Reading>> = {
  unauthorized: {
    says: 'the registry refuses the pull: no credentials, or wrong ones',
    fix: 'Name a pull secret for this registry in imagePullSecrets of the pod or of its service account, and check that its credentials are still valid.',
    field: 'imagePullSecrets',
    preventedBy: 'private-image-has-pull-secret',
  },
  'missing-or-private': {
    says: 'the registry has no such repository, or shows it only to those who log in: it gives one answer for both',
    fix: 'Check the name letter by letter; if it is right and private, name a pull secret in imagePullSecrets.',
    field: 'image',
    preventedBy: 'private-image-has-pull-secret',
  },
  'pull-secret-missing': {
    says: 'a pull secret that the pod names does not exist in its namespace',
    fix: 'Create the pull secret in the namespace of the pod, or correct its name in imagePullSecrets.',
    field: 'imagePullSecrets',
    preventedBy: 'reference-exists',
  },
  'not-found': {
    says: 'the registry has no such image or tag',
    fix: 'Correct the name or the tag, or push the image that is missing.',
    field: 'image',
    preventedBy: null,
  },
  'rate-limit': {
    says: 'the registry limits how often this client may pull',
    fix: 'Pull with an account (imagePullSecrets) or through a mirror; a pinned tag with IfNotPresent pulls once a node only.',
    field: 'imagePullSecrets',
    preventedBy: 'pull-policy-needs-no-registry',
  },
  certificate: {
    says: "the node does not trust the registry's certificate, or the certificate is for another host",
    fix: 'Check the host name in the image reference; if it is right, give the nodes the certificate authority of the registry.',
    field: 'image',
    preventedBy: null,
  },
  'http-registry': {
    says: 'the registry speaks plain HTTP, and the node expects HTTPS',
    fix: 'Give the registry a certificate, or allow it as insecure in the configuration of the container runtime of each node.',
    field: 'image',
    preventedBy: null,
  },
  'name-resolution': {
    says: 'the host name of the registry does not resolve on the node',
    fix: "Check the host name in the image reference, then the node's DNS.",
    field: 'image',
    preventedBy: null,
  },
  'time-out': {
    says: 'the registry did not answer in time, or the image is too large for the time allowed; the kubelet tries again',
    fix: 'Wait for the next try; if it stays, check the way from the node to the registry (proxy, firewall) and the size of the image.',
    field: null,
    preventedBy: 'pull-policy-needs-no-registry',
  },
  refused: {
    says: 'the registry cannot be reached from the node',
    fix: 'Check the host and port in the image reference, then the way from the node to the registry (proxy, firewall).',
    field: 'image',
    preventedBy: 'pull-policy-needs-no-registry',
  },
  'server-error': {
    says: 'the registry answers with an error of its own; the kubelet tries again',
    fix: 'Wait for the registry; an image that is on the node already needs none with IfNotPresent.',
    field: null,
    preventedBy: 'pull-policy-needs-no-registry',
  },
  architecture: {
    says: "the image has no build for the node's architecture",
    fix: 'Publish a build for that architecture, or select nodes that have one (kubernetes.io/arch).',
    field: 'image',
    preventedBy: null,
  },
  'no-space': {
    says: 'the disk of the node is full',
    fix: 'Free the disk of the node, or give it a larger one; the kubelet collects unused images only above its threshold.',
    field: null,
    preventedBy: null,
  },
  signature: {
    says: 'the signature of the image does not satisfy the policy of the node',
    fix: 'Sign the image, or correct the signature policy of the nodes.',
    field: 'image',
    preventedBy: null,
  },
  unknown: {
    says: 'the status does not tell why',
    fix: 'Read the events of the pod: the kubelet writes there what the registry answered.',
    field: 'image',
    preventedBy: null,
  },
};

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
  const reading = READINGS[cause];
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
