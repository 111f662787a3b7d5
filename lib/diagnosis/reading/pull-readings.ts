import type { PullCause } from './messages/image-pull';

export interface PullReading {
  readonly says: string;
  readonly fix: string;
  /** The field to change: of the container, or of the pod. */
  readonly field: 'image' | 'imagePullSecrets' | 'imagePullPolicy' | null;
  readonly preventedBy: string | null;
}

/** What each cause means, and what to change. */
export const PULL_READINGS: Readonly<Record<PullCause, PullReading>> = {
  unauthorized: {
    says: 'the registry refuses the pull: no credentials, or wrong ones',
    fix: 'Name a pull secret for this registry in imagePullSecrets of the pod or of its service account, and check that its credentials are still valid.',
    field: 'imagePullSecrets',
    preventedBy: 'private-image-has-pull-secret',
  },
  'missing-or-private': {
    says: 'the registry has no such repository, or shows it only after a login: it gives the same answer for both',
    fix: 'Check the spelling of the name; if it is right and the repository is private, name a pull secret in imagePullSecrets.',
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
    fix: 'Pull with an account (imagePullSecrets) or through a mirror; a pinned tag with IfNotPresent is pulled only once per node.',
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
    says: 'the registry did not answer in time, or the image is too large for the time allowed; the kubelet retries',
    fix: 'Wait for the next attempt; if it persists, check the path from the node to the registry (proxy, firewall) and the size of the image.',
    field: null,
    preventedBy: 'pull-policy-needs-no-registry',
  },
  refused: {
    says: 'the registry cannot be reached from the node',
    fix: 'Check the host and port in the image reference, then the path from the node to the registry (proxy, firewall).',
    field: 'image',
    preventedBy: 'pull-policy-needs-no-registry',
  },
  'server-error': {
    says: 'the registry responds with a server error; the kubelet retries',
    fix: 'Wait for the registry; with IfNotPresent, an image that is already on the node does not need it.',
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
    says: 'the status does not say why',
    fix: 'Read the events of the pod: the kubelet writes there what the registry answered.',
    field: 'image',
    preventedBy: null,
  },
};
