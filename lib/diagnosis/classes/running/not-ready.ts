import { startupBudget } from '../../../lifecycle/arithmetic/timing';
import { conditionIn, showCondition } from '../../evidence/condition';
import { showState, steadyContainersOf } from '../../evidence/pod-view';
import { describe, logs } from '../../telling/command';
import { inQuotes, shownDuration } from '../../telling/printable';
import { definePodDiagnosis, ENDLESS } from '../diagnosis';
import { yaml } from '../yaml';

export const NOT_READY = definePodDiagnosis({
  id: 'NotReady',
  topic: 'running',
  outcome: 'failed',
  severity: 'warning',
  role: 'alone',
  patience: ENDLESS,
  title: 'The pod is running, but not ready',
  why: 'A pod is ready when all its containers run and their readiness probes succeed. A single container that has exited, or has only just started, keeps the whole pod out of service.',
  fix: 'Look at the container that is not ready.',
  see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-conditions'],
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata:
      name: cart-6f7c9-abcde
      namespace: shop
    spec:
      nodeName: node-1
      containers:
        - name: web
          image: registry.example.com/shop/cart:1.4.2
    status:
      phase: Running
      conditions:
        - { type: Ready, status: 'False', reason: ContainersNotReady }
      containerStatuses:
        - name: web
          ready: false
          restartCount: 0
          state:
            running: {}
  `,
  match(pod, evidence) {
    if (pod.phase !== 'Running') return undefined;
    const ready = conditionIn(pod.conditions, 'Ready', 'False', 'Unknown');
    const culprit = steadyContainersOf(pod).find((container) => container.ready === false);
    if (ready === undefined && culprit === undefined) return undefined;
    if (culprit === undefined) {
      return {
        cause: 'the pod is not ready, although its containers are: its node may have stopped reporting',
        proof: ready === undefined ? [] : [showCondition(ready)],
        command: describe(pod.ref),
        sameAs: 'not ready',
      };
    }
    const { state, spec } = culprit;
    if (state.type === 'terminated' && state.exitCode === 0) {
      const still = steadyContainersOf(pod)
        .filter((container) => container.state.type === 'running')
        .map(({ name }) => inQuotes(name));
      return {
        container: culprit.name,
        cause: `container ${inQuotes(culprit.name)} is done${still.length === 0 ? '' : `, but ${still.join(', ')} ${still.length === 1 ? 'goes' : 'go'} on: the pod never completes`}`,
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
        ? `container ${inQuotes(culprit.name)} is starting: its ${probe?.type} has ${shownDuration(left)} left to succeed`
        : `container ${inQuotes(culprit.name)} is not ready, and the status does not say why`,
      proof: [showState(culprit)],
      command: describe(pod.ref),
      more: [logs(pod.ref, culprit.name, false)],
      ...(isStarting ? { severity: 'info' as const } : {}),
      sameAs: culprit.name,
    };
  },
});
