import { objectsOf, stringOf } from '../../kubernetes/json';
import { showEvent } from '../evidence/cluster-event';
import { conditionIn } from '../evidence/condition';
import type { Evidence } from '../evidence/evidence';
import type { PodView, State } from '../evidence/pod-view';
import { parseScheduling, type SchedulingReason } from '../reading/messages/scheduling';
import type { SchedulingFamily } from '../scheduling/family';
import { PLACEMENT_FAMILIES } from '../scheduling/placement';
import { RESOURCE_FAMILIES } from '../scheduling/resources';
import { describe } from '../telling/command';
import { count, quoted } from '../telling/printable';
import { type Diagnosis, definePodDiagnosis } from './diagnosis';
import { examplePod } from './example';

/** No node has touched the container yet, as far as its state tells. */
const isUntouched = (state: State) =>
  state.type === 'waiting' && ['', 'ContainerCreating', 'PodInitializing'].includes(state.reason);

const SCHEDULER = /nodes? (is|are) available|predicates|persistentvolumeclaim|filter plugin/i;

/** What the scheduler said last about a pod that is on no node; undefined for a pod that is on one. */
function schedulerMessage(
  pod: PodView,
  evidence: Evidence,
): { readonly text: string; readonly proof: string } | undefined {
  if (pod.phase === 'Failed' || pod.phase === 'Succeeded' || pod.phase === 'Running') return undefined;
  // What a container does beats what the scheduler is said to have said.
  if (pod.containers.some(({ state }) => state.type !== 'unknown' && !isUntouched(state))) return undefined;
  const condition = conditionIn(pod.conditions, 'PodScheduled', 'False');
  if (condition?.reason === 'SchedulingGated' || (condition === undefined && pod.nodeName !== undefined))
    return undefined;
  const reason = ['FailedScheduling', 'SchedulerError'];
  // Node autoscalers write events of that reason too; the scheduler's own say more.
  const event = evidence.event(pod, { reason, message: SCHEDULER }) ?? evidence.event(pod, { reason });
  if (condition === undefined && event === undefined) return undefined;
  const text = condition?.message || event?.message || '';
  return {
    text,
    proof: condition?.message
      ? `PodScheduled=False ${condition.reason}: ${condition.message}`
      : event === undefined
        ? `PodScheduled=False ${condition?.reason ?? ''}`
        : showEvent(event),
  };
}

const NO_REASON: SchedulingReason = { nodes: undefined, text: '', class: 'Unschedulable' };

function ofFamily(family: SchedulingFamily): Diagnosis {
  return definePodDiagnosis({
    id: family.id,
    outcome: 'failed',
    severity: 'error',
    title: family.title,
    why: family.why,
    fix: family.fix,
    see: [family.see],
    evidence: examplePod({
      phase: 'Pending',
      unscheduled: true,
      ...(family.spec === undefined ? {} : { spec: family.spec }),
      ...(family.container === undefined ? {} : { container: family.container }),
      podStatus: `conditions:\n  - type: PodScheduled\n    status: 'False'\n    reason: Unschedulable${family.message === '' ? '' : `\n    message: ${JSON.stringify(family.message)}`}`,
    }),
    match(pod, evidence) {
      const message = schedulerMessage(pod, evidence);
      if (message === undefined) return undefined;
      const { nodes, reasons } = parseScheduling(message.text);
      const first = reasons[0] ?? NO_REASON;
      if (first.class !== family.id) return undefined;
      const { says, proof = [], ...rest } = family.read(pod, first, evidence);
      const where =
        first.nodes === undefined
          ? 'no node takes the pod'
          : `${first.nodes} of ${count(nodes ?? first.nodes, 'node')} ${first.nodes === 1 ? 'refuses' : 'refuse'} the pod`;
      const others = reasons.slice(1).map((reason) => `${reason.nodes ?? 'all'}: ${reason.text}`);
      const scaleUp = evidence.event(pod, { reason: 'NotTriggerScaleUp' });
      return {
        cause: `${where}: ${says}${others.length === 0 ? '' : ` (and ${others.join('; ')})`}`,
        proof: [message.proof, ...proof, ...(scaleUp === undefined ? [] : [showEvent(scaleUp)])],
        sameAs: `${first.class} ${first.text}`,
        ...rest,
        more: [...(rest.more ?? []), describe(pod.ref)],
      };
    },
  });
}

/** Pods on no node, by the reason that holds for most nodes. */
export const SCHEDULING_DIAGNOSES: readonly Diagnosis[] = [
  definePodDiagnosis({
    id: 'SchedulingGated',
    outcome: 'waiting',
    severity: 'info',
    title: 'The pod waits until its scheduling gates are taken away',
    why: 'A pod with scheduling gates is not looked at by the scheduler; a controller (a queue, a quota) takes the gates away.',
    fix: 'Look at the controller that owns the gate.',
    see: ['https://kubernetes.io/docs/concepts/scheduling-eviction/pod-scheduling-readiness/'],
    evidence: examplePod({
      phase: 'Pending',
      unscheduled: true,
      spec: 'schedulingGates:\n  - name: kueue.x-k8s.io/admission',
      podStatus: "conditions:\n  - type: PodScheduled\n    status: 'False'\n    reason: SchedulingGated",
    }),
    match(pod) {
      const condition = conditionIn(pod.conditions, 'PodScheduled', 'False');
      const gates = objectsOf(pod.spec.schedulingGates).map(({ item }) => stringOf(item.name) ?? '');
      const isGated =
        condition?.reason === 'SchedulingGated' ||
        pod.reason === 'SchedulingGated' ||
        (gates.length > 0 && pod.nodeName === undefined && pod.phase === 'Pending');
      if (!isGated) return undefined;
      return {
        cause: `the pod waits for its scheduling ${gates.length === 1 ? 'gate' : 'gates'} ${gates.map(quoted).join(', ')} to be taken away`,
        proof: [`PodScheduled=False SchedulingGated`],
        command: describe(pod.ref),
        field: 'spec.schedulingGates',
        sameAs: gates.join(),
      };
    },
  }),
  ...[...RESOURCE_FAMILIES, ...PLACEMENT_FAMILIES].map(ofFamily),
];
