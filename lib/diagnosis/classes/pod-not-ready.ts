import { objectsOf, stringOf } from '../../kubernetes/json';
import { startupBudget } from '../../lifecycle/timing';
import { conditionIn, showCondition } from '../evidence/condition';
import { type PodView, showState } from '../evidence/pod-view';
import { describe, get, logs } from '../telling/command';
import { duration, quoted } from '../telling/printable';
import { type Diagnosis, definePodDiagnosis } from './diagnosis';
import { examplePod } from './example';

const apps = (pod: PodView) => pod.containers.filter(({ role }) => role !== 'init');

const isRunning = (pod: PodView) => pod.phase === 'Running';

/** Pods that run and are not ready, for another reason than a probe. */
export const POD_NOT_READY_DIAGNOSES: readonly Diagnosis[] = [
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
];
