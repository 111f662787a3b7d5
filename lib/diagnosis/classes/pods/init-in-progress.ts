import { type PodView, showState } from '../../evidence/pod-view';
import { seriousness } from '../../reading/waiting';
import { describe, logs } from '../../telling/command';
import { inQuotes, shownDuration } from '../../telling/printable';
import { definePodDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

/** Init containers that are not through; native sidecars count until they have started. */
function pendingInit(pod: PodView) {
  if (pod.phase !== 'Pending' && pod.phase !== '') return undefined;
  return pod.containers.find(({ role, state, started }) => {
    if (role === 'init') return !(state.type === 'terminated' && state.exitCode === 0) && state.type !== 'unknown';
    return role === 'sidecar' && (state.type === 'waiting' || (state.type === 'running' && started === false));
  });
}

export const INIT_IN_PROGRESS = definePodDiagnosis({
  id: 'Init:InProgress',
  topic: 'pods',
  outcome: 'waiting',
  role: 'alone',
  title: 'The init containers are still running',
  why: 'Init containers run one after another; the app starts once the last has exited with code 0. One that waits for another service can wait forever.',
  fix: 'If it takes longer than expected, read the log of the init container that runs.',
  see: ['https://kubernetes.io/docs/concepts/workloads/pods/init-containers/'],
  evidence: yaml`
    apiVersion: v1
    kind: Pod
    metadata:
      name: cart-6f7c9-abcde
      namespace: shop
    spec:
      nodeName: node-1
      initContainers:
        - name: migrate
          image: registry.example.com/shop/cart:1.4.2
      containers:
        - name: web
          image: registry.example.com/shop/cart:1.4.2
    status:
      phase: Pending
      initContainerStatuses:
        - name: migrate
          ready: false
          restartCount: 0
          state:
            running: {}
      containerStatuses:
        - name: web
          ready: false
          restartCount: 0
          state:
            waiting: { reason: PodInitializing }
  `,
  match(pod, evidence) {
    const container = pendingInit(pod);
    if (container === undefined) return undefined;
    const { state } = container;
    const lasted = state.type === 'running' ? evidence.since(state.startedAt) : evidence.since(pod.created);
    const noun = container.role === 'sidecar' ? 'sidecar' : 'init container';
    return {
      container: container.name,
      cause: `${noun} ${inQuotes(container.name)} ${state.type === 'running' ? 'runs' : 'has not started'}${lasted === undefined ? '' : `, for ${shownDuration(lasted)} now`}: the app starts after it`,
      proof: [showState(container)],
      command: state.type === 'running' ? logs(pod.ref, container.name, false) : describe(pod.ref),
      severity: seriousness(lasted),
      sameAs: container.name,
    };
  },
});
