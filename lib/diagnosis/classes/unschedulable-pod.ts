import { count } from '../../kubernetes/text/count';
import { showEvent } from '../evidence/cluster-event';
import type { Evidence } from '../evidence/evidence';
import type { PodView } from '../evidence/pod-view';
import { parseScheduling, type SchedulingCause, type SchedulingReason } from '../reading/messages/scheduling';
import type { NodeRefusal } from '../reading/refusals';
import { schedulerMessage } from '../reading/scheduler';
import { describe } from '../telling/command';
import { type Diagnosis, definePodDiagnosis } from './diagnosis';

/** A pod that no node takes, by the reason that holds for most nodes. */
interface Unschedulable extends Pick<Diagnosis, 'id' | 'title' | 'why' | 'fix' | 'evidence'> {
  readonly see: string;
  /** The reason of the scheduler that it stands for. */
  readonly reason: SchedulingCause;
  read(pod: PodView, reason: SchedulingReason, evidence: Evidence): NodeRefusal;
}

const NO_REASON: SchedulingReason = { nodes: undefined, text: '', cause: 'unknown' };

/** Makes a diagnosis of a pod that no node takes: a rollout waits a minute and a half, since a new node can come. */
export function defineUnschedulable({ reason, see, read, ...rest }: Unschedulable): Diagnosis {
  return definePodDiagnosis({
    ...rest,
    topic: 'scheduling',
    outcome: 'failed',
    role: 'cause',
    patience: { seconds: 90 },
    see: [see],
    match(pod, evidence) {
      const message = schedulerMessage(pod, evidence);
      if (message === undefined) return undefined;
      const { nodes, reasons } = parseScheduling(message.text);
      const first = reasons[0] ?? NO_REASON;
      if (first.cause !== reason) return undefined;
      const { says, proof = [], more = [], ...found } = read(pod, first, evidence);
      const where =
        first.nodes === undefined
          ? 'no node accepts the pod'
          : `${first.nodes} of ${count(nodes ?? first.nodes, 'node')} ${first.nodes === 1 ? 'refuses' : 'refuse'} the pod`;
      const others = reasons.slice(1).map((other) => `${other.nodes ?? 'all'}: ${other.text}`);
      const scaleUp = evidence.event(pod, { reason: 'NotTriggerScaleUp' });
      return {
        cause: `${where}: ${says}${others.length === 0 ? '' : ` (and ${others.join('; ')})`}`,
        proof: [message.proof, ...proof, ...(scaleUp === undefined ? [] : [showEvent(scaleUp)])],
        sameAs: `${first.cause} ${first.text}`,
        ...found,
        more: [...more, describe(pod.ref)],
      };
    },
  });
}
