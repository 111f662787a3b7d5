import { stringOf } from '../../kubernetes/json';
import { type PodView, showState } from '../evidence/pod-view';
import { MINUTE } from '../evidence/time';
import { describe, events, logs } from '../telling/command';
import { duration, quoted } from '../telling/printable';
import { type Diagnosis, definePodDiagnosis } from './diagnosis';
import { examplePod, waiting } from './example';

const POD_PHASES = 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-phase';

/** From then on, waiting is a warning. */
const LONG = 10 * MINUTE;

/** Init containers that are not through; native sidecars count until they have started. */
function pendingInit(pod: PodView) {
  if (pod.phase !== 'Pending' && pod.phase !== '') return undefined;
  return pod.containers.find(({ role, state, started }) => {
    if (role === 'init') return !(state.type === 'terminated' && state.exitCode === 0) && state.type !== 'unknown';
    return role === 'sidecar' && (state.type === 'waiting' || (state.type === 'running' && started === false));
  });
}

/** Pods on their way, with nothing wrong so far. */
export const POD_WAITING_DIAGNOSES: readonly Diagnosis[] = [
  definePodDiagnosis({
    id: 'Init:InProgress',
    outcome: 'waiting',
    severity: 'info',
    title: 'The init containers are still at work',
    why: 'Init containers run one after the other; the app starts when the last has ended with exit code 0. One that waits for another service can wait for ever.',
    fix: 'If it takes longer than expected, read the log of the init container that runs.',
    see: ['https://kubernetes.io/docs/concepts/workloads/pods/init-containers/'],
    evidence: examplePod({
      init: true,
      phase: 'Pending',
      status: 'ready: false\nrestartCount: 0\nstate:\n  running: {}',
    }),
    match(pod, evidence) {
      const container = pendingInit(pod);
      if (container === undefined) return undefined;
      const { state } = container;
      const lasted = state.type === 'running' ? evidence.since(state.startedAt) : evidence.since(pod.created);
      const isLong = lasted !== undefined && lasted > LONG;
      const noun = container.role === 'sidecar' ? 'sidecar' : 'init container';
      return {
        container: container.name,
        cause: `${noun} ${quoted(container.name)} ${state.type === 'running' ? 'runs' : 'has not started'}${lasted === undefined ? '' : `, for ${duration(lasted)} now`}: the app starts after it`,
        proof: [showState(container)],
        command: state.type === 'running' ? logs(pod.ref, container.name, false) : describe(pod.ref),
        severity: isLong ? 'warning' : 'info',
        sameAs: container.name,
      };
    },
  }),
  definePodDiagnosis({
    id: 'ContainerCreating',
    outcome: 'waiting',
    severity: 'info',
    title: 'The containers are being created',
    why: 'The node mounts volumes, creates the sandbox and pulls images. Only events tell how far it is and what stops it.',
    fix: 'Wait; where it lasts minutes, read the events of the pod.',
    see: [POD_PHASES],
    evidence: examplePod({ phase: 'Pending', status: waiting('ContainerCreating') }),
    match(pod, evidence) {
      if (pod.phase === 'Failed') return undefined;
      const container = pod.containers.find(
        ({ state, role }) =>
          role !== 'init' &&
          state.type === 'waiting' &&
          ['ContainerCreating', 'PodInitializing', ''].includes(state.reason),
      );
      if (container === undefined) return undefined;
      const lasted = evidence.since(pod.started ?? pod.created);
      const known = evidence.eventsOf(pod).length > 0;
      return {
        container: container.name,
        cause: `container ${quoted(container.name)} is being created on node ${quoted(pod.nodeName)}${lasted === undefined ? '' : `, for ${duration(lasted)} now`}${known ? '' : '; events would tell whether a volume, the network or the image keeps it waiting'}`,
        proof: [showState(container)],
        command: events(pod.ref),
        more: [describe(pod.ref)],
        severity: lasted !== undefined && lasted > LONG ? 'warning' : 'info',
        sameAs: 'creating',
      };
    },
  }),
  definePodDiagnosis({
    id: 'Pending',
    outcome: 'waiting',
    severity: 'info',
    title: 'The pod is accepted, and nothing more has happened yet',
    why: 'The scheduler has not placed the pod, or the node has not begun with it.',
    fix: 'Wait; where it lasts, read the events of the pod, and look whether a scheduler runs.',
    see: [POD_PHASES],
    evidence: examplePod({ phase: 'Pending', unscheduled: true }),
    match(pod, evidence) {
      if (pod.phase !== 'Pending' && pod.phase !== '') return undefined;
      const lasted = evidence.since(pod.created);
      const scheduler = stringOf(pod.spec.schedulerName);
      const own =
        scheduler === undefined || scheduler === 'default-scheduler' ? '' : ` (its scheduler is ${quoted(scheduler)})`;
      return {
        cause: `${pod.nodeName === undefined ? `no scheduler has placed the pod yet${own}` : `node ${quoted(pod.nodeName)} has not begun with the pod yet`}${lasted === undefined ? '' : `, for ${duration(lasted)} now`}`,
        proof: [pod.phase === '' ? 'no status' : 'phase Pending, no container status'],
        command: events(pod.ref),
        more: [describe(pod.ref)],
        severity: lasted !== undefined && lasted > LONG ? 'warning' : 'info',
        sameAs: 'pending',
      };
    },
  }),
];
