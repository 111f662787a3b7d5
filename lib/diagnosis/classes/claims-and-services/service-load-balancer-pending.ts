import { isObject, listOf, objectOf, objectsOf, stringOf } from '../../../kubernetes/views/json';
import { showEvent } from '../../evidence/cluster-event';
import { MINUTE } from '../../evidence/time';
import { describe, get } from '../../telling/command';
import { inQuotes, shownDuration } from '../../telling/printable';
import { defineDiagnosis, ENDLESS } from '../diagnosis';
import { yaml } from '../yaml';

export const SERVICE_LOAD_BALANCER_PENDING = defineDiagnosis({
  id: 'ServiceLoadBalancerPending',
  topic: 'claims-and-services',
  kinds: ['Service'],
  outcome: 'failed',
  severity: 'warning',
  role: 'alone',
  patience: ENDLESS,
  title: 'The Service is waiting for its load balancer',
  why: "A controller outside Kubernetes (the cloud's, or MetalLB) creates the load balancer and writes its address into the status. Without one, the address stays pending forever.",
  fix: 'Read the events of the Service; check that a controller for its loadBalancerClass is running.',
  see: ['https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer'],
  evidence: yaml`
    apiVersion: v1
    kind: Service
    metadata: { name: cart, namespace: shop }
    spec: { type: LoadBalancer }
    status: { loadBalancer: {} }
  `,
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
      cause: `Service ${inQuotes(subject.ref.name)} has no load balancer${age === undefined ? '' : ` after ${shownDuration(age)}`}${event?.reason.includes('Failed') ? ': its controller fails' : isObject(status.loadBalancer) ? '' : ', and no status'}`,
      proof: [event === undefined ? 'status.loadBalancer is empty' : showEvent(event)],
      command: describe(subject.ref),
      more: [get(null, 'pods', null, '-A', '-o', 'wide')],
      field: loadBalancerClass === undefined ? 'spec.type' : 'spec.loadBalancerClass',
      ...(age !== undefined && age < 5 * MINUTE && event === undefined ? { severity: 'info' as const } : {}),
      sameAs: 'load balancer',
    };
  },
});
