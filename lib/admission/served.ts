import type { Schema } from './structure/schema';

/**
 * What the API no longer serves, with what stands in its place: `[group/version, kinds, successor]`. Where the kinds are
 * empty, all of that version. All were gone before 1.28 or went at the version that is told.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/
 */
const REMOVED: ReadonlyArray<readonly [apiVersion: string, kinds: readonly string[], successor: string]> = [
  ['extensions/v1beta1', ['Deployment', 'DaemonSet', 'ReplicaSet'], 'apps/v1'],
  ['extensions/v1beta1', ['Ingress', 'NetworkPolicy'], 'networking.k8s.io/v1'],
  ['extensions/v1beta1', ['PodSecurityPolicy'], ''],
  ['apps/v1beta1', [], 'apps/v1'],
  ['apps/v1beta2', [], 'apps/v1'],
  ['batch/v1beta1', ['CronJob'], 'batch/v1'],
  ['batch/v2alpha1', ['CronJob'], 'batch/v1'],
  ['policy/v1beta1', ['PodDisruptionBudget'], 'policy/v1'],
  ['policy/v1beta1', ['PodSecurityPolicy'], ''],
  ['autoscaling/v2beta1', [], 'autoscaling/v2'],
  ['autoscaling/v2beta2', [], 'autoscaling/v2'],
  ['networking.k8s.io/v1beta1', [], 'networking.k8s.io/v1'],
  ['rbac.authorization.k8s.io/v1alpha1', [], 'rbac.authorization.k8s.io/v1'],
  ['rbac.authorization.k8s.io/v1beta1', [], 'rbac.authorization.k8s.io/v1'],
  ['scheduling.k8s.io/v1beta1', [], 'scheduling.k8s.io/v1'],
  [
    'storage.k8s.io/v1beta1',
    ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment', 'CSIStorageCapacity'],
    'storage.k8s.io/v1',
  ],
  ['node.k8s.io/v1beta1', ['RuntimeClass'], 'node.k8s.io/v1'],
  [
    'admissionregistration.k8s.io/v1beta1',
    ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'],
    'admissionregistration.k8s.io/v1',
  ],
  ['apiextensions.k8s.io/v1beta1', [], 'apiextensions.k8s.io/v1'],
  ['apiregistration.k8s.io/v1beta1', [], 'apiregistration.k8s.io/v1'],
  ['authentication.k8s.io/v1beta1', ['TokenReview'], 'authentication.k8s.io/v1'],
  ['authorization.k8s.io/v1beta1', [], 'authorization.k8s.io/v1'],
  ['certificates.k8s.io/v1beta1', ['CertificateSigningRequest'], 'certificates.k8s.io/v1'],
  ['coordination.k8s.io/v1beta1', ['Lease'], 'coordination.k8s.io/v1'],
  ['discovery.k8s.io/v1beta1', ['EndpointSlice'], 'discovery.k8s.io/v1'],
  ['events.k8s.io/v1beta1', ['Event'], 'events.k8s.io/v1'],
  ['flowcontrol.apiserver.k8s.io/v1beta1', [], 'flowcontrol.apiserver.k8s.io/v1'],
  ['flowcontrol.apiserver.k8s.io/v1beta2', [], 'flowcontrol.apiserver.k8s.io/v1'],
  ['flowcontrol.apiserver.k8s.io/v1beta3', [], 'flowcontrol.apiserver.k8s.io/v1'],
];

/** Why the API does not serve an apiVersion and kind, and what to write instead. */
export interface NotServed {
  readonly why: string;
  readonly fix: string | undefined;
}

/**
 * Tells why the API server itself does not serve a kind; undefined where it does, or where the group is none of its own, so
 * that a custom resource may define it.
 */
export function notServed(apiVersion: string, kind: string, schema: Schema): NotServed | undefined {
  const served = schema.served();
  if (served.get(apiVersion)?.includes(kind)) return undefined;
  const removed = REMOVED.find(([gone, kinds]) => gone === apiVersion && (kinds.length === 0 || kinds.includes(kind)));
  const where = [...served].filter(([, kinds]) => kinds.includes(kind)).map(([each]) => each);
  if (removed !== undefined) {
    const successor = removed[2];
    const fix =
      successor === '' ? 'take the object out: nothing has taken its place' : `write apiVersion: ${successor}`;
    return { why: `is "${apiVersion}", which no longer serves ${kind}`, fix };
  }
  // A List is taken apart by the client.
  const isOwnGroup = served.has(apiVersion) && !MAY_BE_OFF.test(apiVersion) && !kind.endsWith('List');
  if (!isOwnGroup) return undefined;
  const fix = where.length === 0 ? undefined : `write apiVersion: ${where[0]}`;
  return { why: `is "${apiVersion}", which has no kind ${kind}`, fix };
}

/** Alpha and beta versions are served only where a cluster says so. */
const MAY_BE_OFF = /\/v\d+(alpha|beta)\d+$/;
