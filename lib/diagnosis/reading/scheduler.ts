import { showEvent } from '../evidence/cluster-event';
import { conditionIn } from '../evidence/condition';
import type { Evidence } from '../evidence/evidence';
import { isUncreated, type PodView } from '../evidence/pod-view';

const WORDINGS = /nodes? (is|are) available|predicates|persistentvolumeclaim|filter plugin/i;

/** What the scheduler said last about a pod that is on no node; undefined for a pod that is on one. */
export function schedulerMessage(
  pod: PodView,
  evidence: Evidence,
): { readonly text: string; readonly proof: string } | undefined {
  if (pod.phase === 'Failed' || pod.phase === 'Succeeded' || pod.phase === 'Running') return undefined;
  // What a container does beats what the scheduler is said to have said.
  if (pod.containers.some((container) => container.state.type !== 'unknown' && !isUncreated(container)))
    return undefined;
  const condition = conditionIn(pod.conditions, 'PodScheduled', 'False');
  if (condition?.reason === 'SchedulingGated' || (condition === undefined && pod.nodeName !== undefined))
    return undefined;
  const reason = ['FailedScheduling', 'SchedulerError'];
  // Node autoscalers write events of that reason too; the scheduler's own say more.
  const event = evidence.event(pod, { reason, message: WORDINGS }) ?? evidence.event(pod, { reason });
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
