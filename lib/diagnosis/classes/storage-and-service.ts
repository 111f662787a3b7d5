import { isObject, listOf, objectOf, objectsOf, stringOf } from '../../kubernetes/json';
import { parseQuantity } from '../../kubernetes/quantity';
import { showEvent } from '../evidence/cluster-event';
import { conditionIn, showCondition } from '../evidence/condition';
import type { ObservedObject } from '../evidence/observed-object';
import { MINUTE } from '../evidence/time';
import { describe, get } from '../telling/command';
import { duration, quoted } from '../telling/printable';
import { type Diagnosis, defineDiagnosis } from './diagnosis';

const CLAIMS = ['PersistentVolumeClaim'];
const CLAIM_SEE = ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/'];

const claimExample = (
  status: string,
  spec = 'resources: { requests: { storage: 10Gi } }, storageClassName: fast',
) => `apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data, namespace: shop }
spec: { ${spec} }
status: ${status}
`;

function isGrowing({ spec, status }: ObservedObject): boolean {
  const asked = parseQuantity(objectOf(objectOf(spec.resources).requests).storage);
  const has = parseQuantity(objectOf(status.capacity).storage);
  return asked !== undefined && has !== undefined && asked > has;
}

const RESIZE_CONDITIONS = [
  'FileSystemResizePending',
  'Resizing',
  'ControllerResizeError',
  'NodeResizeError',
  'ModifyingVolume',
  'ModifyVolumeError',
];

/** Claims on storage, and Services that wait for their load balancer. */
export const CLAIM_DIAGNOSES: readonly Diagnosis[] = [
  defineDiagnosis({
    id: 'PVCLost',
    kinds: CLAIMS,
    outcome: 'failed',
    severity: 'error',
    title: 'The claim has lost its volume',
    why: 'The PersistentVolume that the claim was bound to is gone. The claim does not bind to another, and its data may be lost.',
    fix: 'Bring the volume back from the storage or a backup under the same name, or make a new claim.',
    see: CLAIM_SEE,
    evidence: claimExample('{ phase: Lost }', 'volumeName: pvc-1'),
    match: (subject) =>
      subject.status.phase === 'Lost'
        ? {
            cause: `claim ${quoted(subject.ref.name)} has lost its volume ${quoted(stringOf(subject.spec.volumeName))}`,
            proof: ['phase Lost'],
            command: describe(subject.ref),
            more: [get(null, 'persistentvolumes', null)],
            field: 'spec.volumeName',
            sameAs: 'lost',
          }
        : undefined,
  }),
  defineDiagnosis({
    id: 'PVCPending',
    kinds: CLAIMS,
    outcome: 'failed',
    severity: 'error',
    title: 'The claim is not bound to a volume',
    why: 'No volume fits, none can be provisioned, or the storage class waits for the first pod that uses the claim.',
    fix: 'Read the events of the claim: a storage class that does not exist, or one without a provisioner, never binds.',
    see: CLAIM_SEE,
    evidence: claimExample('{ phase: Pending }'),
    match(subject, evidence) {
      const phase = stringOf(subject.status.phase);
      if (phase !== 'Pending' && phase !== undefined) return undefined;
      const event = evidence.event(subject, {
        reason: [
          'ProvisioningFailed',
          'FailedBinding',
          'FailedProvisioning',
          'ExternalProvisioning',
          'WaitForFirstConsumer',
          'WaitForPodScheduled',
          'Provisioning',
        ],
      });
      const waits = event?.reason === 'WaitForFirstConsumer' || event?.reason === 'WaitForPodScheduled';
      const missing = /storageclass\S* "?([^\s"]+)"? not found/i.exec(event?.message ?? '')?.[1];
      const storageClass = stringOf(subject.spec.storageClassName);
      const why =
        missing !== undefined
          ? `: its storage class ${quoted(missing)} does not exist`
          : waits
            ? ': its storage class waits for the first pod that uses it'
            : storageClass === undefined
              ? ' (it names no storage class)'
              : ` (storage class ${quoted(storageClass)})`;
      const age = evidence.since(subject.created);
      return {
        cause: `claim ${quoted(subject.ref.name)} is not bound to a volume${why}${age === undefined || age < MINUTE ? '' : `, for ${duration(age)} now`}`,
        proof: [`phase ${phase ?? '(none)'}`, ...(event === undefined ? ['no event tells why'] : [showEvent(event)])],
        command: describe(subject.ref),
        more: [['kubectl', 'get', 'storageclasses']],
        field: 'spec.storageClassName',
        ...(waits ? { severity: 'info' as const } : {}),
        sameAs: `${missing} ${storageClass} ${waits}`,
      };
    },
  }),
  defineDiagnosis({
    id: 'PVCResizePending',
    kinds: CLAIMS,
    outcome: 'waiting',
    severity: 'warning',
    title: 'The claim was enlarged, and its volume is not larger yet',
    why: 'The storage grows first, then the file system on it: that happens on the node, for some drivers only when the pod starts again.',
    fix: 'If the condition is FileSystemResizePending, restart the pod that mounts the claim; a claim cannot be made smaller again.',
    see: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims'],
    evidence: claimExample(
      "{ phase: Bound, capacity: { storage: 5Gi }, conditions: [{ type: FileSystemResizePending, status: 'True' }] }",
    ),
    match(subject) {
      const condition = RESIZE_CONDITIONS.map((type) => conditionIn(subject.conditions, type, 'True')).find(
        (found) => found !== undefined,
      );
      if (condition === undefined && !isGrowing(subject)) return undefined;
      const asked = stringOf(objectOf(objectOf(subject.spec.resources).requests).storage);
      const has = stringOf(objectOf(subject.status.capacity).storage);
      return {
        cause: `claim ${quoted(subject.ref.name)} asks for ${asked ?? 'more'} and has ${has ?? 'less'}${condition === undefined ? '' : `: ${condition.message || condition.type}`}`,
        proof: condition === undefined ? [`capacity ${has}`] : [showCondition(condition)],
        command: describe(subject.ref),
        field: 'spec.resources.requests.storage',
        sameAs: condition?.type ?? 'resize',
      };
    },
  }),
];

export const SERVICE_DIAGNOSES: readonly Diagnosis[] = [
  defineDiagnosis({
    id: 'ServiceLoadBalancerPending',
    kinds: ['Service'],
    outcome: 'failed',
    severity: 'warning',
    title: 'The Service waits for its load balancer',
    why: 'A controller outside of Kubernetes (of the cloud, or MetalLB) makes the load balancer and writes its address into the status. Where there is none, the address stays pending for ever.',
    fix: 'Read the events of the Service; look whether a controller for its loadBalancerClass runs.',
    see: ['https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer'],
    evidence:
      'apiVersion: v1\nkind: Service\nmetadata: { name: cart, namespace: shop }\nspec: { type: LoadBalancer }\nstatus: { loadBalancer: {} }\n',
    match(subject, evidence) {
      const { spec, status } = subject;
      const ingress = objectOf(status.loadBalancer).ingress;
      const hasAddress = listOf(ingress).length > 0 || objectsOf(ingress).length > 0;
      if (spec.type !== 'LoadBalancer' || hasAddress || listOf(spec.externalIPs).length > 0) return undefined;
      const event = evidence.event(subject, {
        reason: [
          'SyncLoadBalancerFailed',
          'CreatingLoadBalancerFailed',
          'EnsuringLoadBalancer',
          'AllocationFailed',
          'FailedBuildModel',
          'FailedDeployModel',
        ],
      });
      const loadBalancerClass = stringOf(spec.loadBalancerClass);
      const age = evidence.since(subject.created);
      return {
        cause: `Service ${quoted(subject.ref.name)} has no load balancer${age === undefined ? '' : ` after ${duration(age)}`}${event?.reason.includes('Failed') ? ': its controller fails' : isObject(status.loadBalancer) ? '' : ', and no status'}`,
        proof: [event === undefined ? 'status.loadBalancer is empty' : showEvent(event)],
        command: describe(subject.ref),
        more: [get(null, 'pods', null, '-A', '-o', 'wide')],
        field: loadBalancerClass === undefined ? 'spec.type' : 'spec.loadBalancerClass',
        ...(age !== undefined && age < 5 * MINUTE && event === undefined ? { severity: 'info' as const } : {}),
        sameAs: 'load balancer',
      };
    },
  }),
];
