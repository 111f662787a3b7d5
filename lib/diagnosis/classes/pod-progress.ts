import { objectsOf, stringOf } from '../../kubernetes/json';
import { startupBudget } from '../../lifecycle/timing';
import { describe, events, get, logs, top } from '../command';
import { type Diagnosis, definePodDiagnosis } from '../diagnosis';
import { examplePod, waiting } from '../example';
import { endOf, type PodView, showState } from '../pod-view';
import { duration, quoted } from '../printable';
import { conditionIn, showCondition } from '../subject';
import { MINUTE } from '../time';
import { contentionOf } from '../usage';
import { matchFailed } from './crash';

const POD_PHASES = 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-phase';
/** So many restarts are told, even of a pod that is ready. */
const MANY_RESTARTS = 5;
/** From then on, waiting is a warning. */
const LONG = 10 * MINUTE;

const apps = (pod: PodView) => pod.containers.filter(({ role }) => role !== 'init');
const isRunning = (pod: PodView) => pod.phase === 'Running';

/** Init containers that are not through; native sidecars count until they have started. */
function pendingInit(pod: PodView) {
  if (pod.phase !== 'Pending' && pod.phase !== '') return undefined;
  return pod.containers.find(({ role, state, started }) => {
    if (role === 'init') return !(state.type === 'terminated' && state.exitCode === 0) && state.type !== 'unknown';
    return role === 'sidecar' && (state.type === 'waiting' || (state.type === 'running' && started === false));
  });
}

/** The end of the evidence on a pod: done, failed, or on its way. */
export const POD_END_DIAGNOSES: readonly Diagnosis[] = [
  definePodDiagnosis({
    id: 'Succeeded',
    outcome: 'ok',
    severity: 'info',
    title: 'The pod has done its work',
    why: 'All containers ended with exit code 0 and are not started again. A server in this state has ended by mistake: its command does not stay in the foreground.',
    fix: 'Nothing, for a task. For a server, look at its command and at restartPolicy.',
    see: [POD_PHASES],
    evidence: examplePod({
      phase: 'Succeeded',
      status: 'ready: false\nrestartCount: 0\nstate:\n  terminated: { reason: Completed, exitCode: 0 }',
    }),
    match: (pod) =>
      pod.phase === 'Succeeded'
        ? {
            cause: 'all containers have ended with exit code 0',
            proof: ['phase Succeeded'],
            command: logs(pod.ref, null, false),
            sameAs: 'succeeded',
          }
        : undefined,
  }),
  definePodDiagnosis({
    id: 'Failed',
    outcome: 'failed',
    severity: 'error',
    title: 'The pod has failed',
    why: 'All containers have ended, one of them with an error, and the restart policy does not start it again.',
    fix: 'Read the log of the container that failed: it stays until the pod is deleted.',
    see: [POD_PHASES],
    evidence: examplePod({
      phase: 'Failed',
      spec: 'restartPolicy: Never',
      status: 'ready: false\nrestartCount: 0\nstate:\n  terminated: { reason: Error, exitCode: 1 }',
    }),
    match: matchFailed,
  }),
  definePodDiagnosis({
    id: 'Unknown',
    outcome: 'failed',
    severity: 'error',
    title: 'The state of the pod is not known',
    why: 'The node of the pod has not reported for some time, mostly because it cannot be reached.',
    fix: 'Look at the node.',
    see: ['https://kubernetes.io/docs/concepts/architecture/nodes/#node-status'],
    evidence: examplePod({ phase: 'Unknown' }),
    match(pod) {
      if (['Pending', 'Running', 'Succeeded', 'Failed', 'CrashLoopBackOff', ''].includes(pod.phase)) return undefined;
      return {
        cause:
          pod.phase === 'Unknown'
            ? `node ${quoted(pod.nodeName)} does not report what the pod does`
            : `the pod has the phase ${quoted(pod.phase)}, which Kubernetes does not have`,
        proof: [`phase ${pod.phase}`],
        command:
          pod.nodeName === undefined
            ? describe(pod.ref)
            : describe({ apiVersion: 'v1', kind: 'Node', namespace: null, name: pod.nodeName }),
        sameAs: pod.nodeName ?? pod.phase,
      };
    },
  }),
];

export const POD_PROGRESS_DIAGNOSES: readonly Diagnosis[] = [
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
    id: 'ReadinessGateNotReady',
    outcome: 'failed',
    severity: 'error',
    title: 'The containers are ready, but a readiness gate is not',
    why: 'A readiness gate is a condition that something outside of the pod sets, such as a load balancer controller. Until it is True, the pod gets no requests.',
    fix: 'Look at the controller that sets the condition; where there is none, remove the gate.',
    see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-readiness-gate'],
    evidence: examplePod({
      spec: 'readinessGates:\n  - conditionType: target-health.example.com/web',
      status: 'ready: true\nrestartCount: 0\nstate:\n  running: {}',
      podStatus:
        "conditions:\n  - { type: ContainersReady, status: 'True' }\n  - { type: Ready, status: 'False', reason: ReadinessGatesNotReady }",
    }),
    match(pod) {
      if (!isRunning(pod) || conditionIn(pod.conditions, 'Ready', 'True') !== undefined) return undefined;
      if (apps(pod).some(({ ready }) => ready === false)) return undefined;
      const gates = objectsOf(pod.spec.readinessGates).map(({ item }) => stringOf(item.conditionType) ?? '');
      const open = gates.filter((gate) => conditionIn(pod.conditions, gate, 'True') === undefined);
      const ready = conditionIn(pod.conditions, 'Ready', 'False');
      if (ready?.reason !== 'ReadinessGatesNotReady' && (open.length === 0 || ready === undefined)) return undefined;
      return {
        cause: `all containers are ready, but readiness gate ${open.map(quoted).join(', ') || '(not named)'} is not True`,
        proof: [...(ready === undefined ? [] : [showCondition(ready)])],
        command: get(pod.ref.namespace, 'pod', pod.ref.name, '-o', 'jsonpath={.status.conditions}'),
        more: [describe(pod.ref)],
        field: 'spec.readinessGates',
        sameAs: open.join(),
      };
    },
  }),
  definePodDiagnosis({
    id: 'NotReady',
    outcome: 'failed',
    severity: 'warning',
    title: 'The pod runs, but is not ready',
    why: 'A pod is ready when all its containers run and their readiness probes succeed. One that has ended, or has just started, keeps the whole pod out of service.',
    fix: 'Look at the container that is not ready.',
    see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-conditions'],
    evidence: examplePod({
      status: 'ready: false\nrestartCount: 0\nstate:\n  running: {}',
      podStatus: "conditions:\n  - { type: Ready, status: 'False', reason: ContainersNotReady }",
    }),
    match(pod, evidence) {
      if (!isRunning(pod)) return undefined;
      const ready = conditionIn(pod.conditions, 'Ready', 'False', 'Unknown');
      const culprit = apps(pod).find((container) => container.ready === false);
      if (ready === undefined && culprit === undefined) return undefined;
      if (culprit === undefined) {
        return {
          cause: 'the pod is not ready, although its containers are: its node may have stopped to report',
          proof: ready === undefined ? [] : [showCondition(ready)],
          command: describe(pod.ref),
          sameAs: 'not ready',
        };
      }
      const { state, spec } = culprit;
      if (state.type === 'terminated' && state.exitCode === 0) {
        const still = apps(pod)
          .filter((container) => container.state.type === 'running')
          .map(({ name }) => quoted(name));
        return {
          container: culprit.name,
          cause: `container ${quoted(culprit.name)} is done${still.length === 0 ? '' : `, but ${still.join(', ')} ${still.length === 1 ? 'goes' : 'go'} on: the pod never completes`}`,
          proof: [showState(culprit)],
          command: logs(pod.ref, culprit.name, false),
          ...(still.length === 0 ? {} : { preventedBy: 'job-sidecar-ends' }),
          sameAs: culprit.name,
        };
      }
      const lasted = state.type === 'running' ? evidence.since(state.startedAt) : undefined;
      const probe = culprit.started === false ? (spec.startupProbe ?? spec.readinessProbe) : spec.readinessProbe;
      const left = lasted === undefined || probe === undefined ? undefined : startupBudget(probe) * 1000 - lasted;
      const isStarting = left !== undefined && left > 0;
      return {
        container: culprit.name,
        cause: isStarting
          ? `container ${quoted(culprit.name)} is starting: its ${probe?.type} has ${duration(left)} left to succeed`
          : `container ${quoted(culprit.name)} is not ready, and the status does not tell why`,
        proof: [showState(culprit)],
        command: describe(pod.ref),
        more: [logs(pod.ref, culprit.name, false)],
        ...(isStarting ? { severity: 'info' as const } : {}),
        sameAs: culprit.name,
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
  definePodDiagnosis({
    id: 'HighRestartCount',
    outcome: 'failed',
    severity: 'warning',
    title: 'The pod is ready now, but has restarted often',
    why: 'Each restart cut the requests that the container had in hand. The last end of the container tells why it stops.',
    fix: 'Read the log of the previous run, and compare the times of the restarts with deployments and load.',
    see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy'],
    evidence: examplePod({
      status:
        'ready: true\nrestartCount: 12\nstate:\n  running: {}\nlastState:\n  terminated: { reason: Error, exitCode: 1 }',
    }),
    match(pod) {
      const most = apps(pod).reduce((a, b) => (b.restarts > (a?.restarts ?? 0) ? b : a), apps(pod)[0]);
      if (!isRunning(pod) || most === undefined || most.restarts < MANY_RESTARTS) return undefined;
      const exitCode = endOf(most)?.exitCode;
      const isKill = exitCode === 137 && most.spec.livenessProbe !== undefined;
      return {
        container: most.name,
        cause: `container ${quoted(most.name)} is ready now, but has restarted ${most.restarts} times${exitCode === undefined ? '' : `; its last run ended with exit code ${exitCode}${isKill ? ', which its liveness probe may have caused' : ''}`}`,
        proof: [showState(most)],
        command: logs(pod.ref, most.name, true),
        more: [describe(pod.ref), top(pod.ref)],
        ...(isKill ? { field: `${most.field}.livenessProbe`, preventedBy: 'slow-start-is-covered' } : {}),
        sameAs: `${most.name} ${exitCode}`,
      };
    },
  }),
  definePodDiagnosis({
    id: 'Healthy',
    outcome: 'ok',
    severity: 'info',
    title: 'The pod runs and is ready',
    why: 'All containers run, and all readiness probes succeed.',
    fix: 'Nothing.',
    see: [POD_PHASES],
    evidence: examplePod({
      status: 'ready: true\nstarted: true\nrestartCount: 0\nstate:\n  running: {}',
      podStatus: "conditions:\n  - { type: Ready, status: 'True' }",
    }),
    match(pod, evidence) {
      const contention = apps(pod)
        .map((container) => contentionOf(container, pod, evidence))
        .find((found) => found !== undefined);
      return {
        cause:
          contention === undefined
            ? 'all containers run and are ready'
            : `all containers run and are ready; but ${contention.line}`,
        proof: [`phase ${pod.phase}`],
        command: get(pod.ref.namespace, 'pod', pod.ref.name, '-o', 'wide'),
        sameAs: contention?.line ?? 'healthy',
      };
    },
  }),
];
