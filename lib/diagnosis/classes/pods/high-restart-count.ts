import { lastEnd, showState, steadyContainersOf } from '../../evidence/pod-view';
import { describe, logs, top } from '../../telling/command';
import { inQuotes } from '../../telling/printable';
import { definePodDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

/** From this many restarts on, even a pod that is ready is reported. */
const MANY_RESTARTS = 5;

export const HIGH_RESTART_COUNT = definePodDiagnosis({
  id: 'HighRestartCount',
  topic: 'pods',
  outcome: 'failed',
  severity: 'warning',
  role: 'alone',
  patience: { seconds: Number.POSITIVE_INFINITY, beside: 'always' },
  title: 'The pod is ready now, but has restarted often',
  why: 'Each restart dropped the requests that were in flight. The last exit of the container shows why it stops.',
  fix: 'Read the log of the previous run, and compare the times of the restarts with deployments and load.',
  see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy'],
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
      containerStatuses:
        - name: web
          ready: true
          restartCount: 12
          state:
            running: {}
          lastState:
            terminated: { reason: Error, exitCode: 1 }
  `,
  match(pod) {
    const most = steadyContainersOf(pod).reduce(
      (a, b) => (b.restarts > (a?.restarts ?? 0) ? b : a),
      steadyContainersOf(pod)[0],
    );
    if (pod.phase !== 'Running' || most === undefined || most.restarts < MANY_RESTARTS) return undefined;
    const exitCode = lastEnd(most)?.exitCode;
    const isKill = exitCode === 137 && most.spec.livenessProbe !== undefined;
    return {
      container: most.name,
      cause: `container ${inQuotes(most.name)} is ready now, but has restarted ${most.restarts} times${exitCode === undefined ? '' : `; its last run ended with exit code ${exitCode}${isKill ? ', which its liveness probe may have caused' : ''}`}`,
      proof: [showState(most)],
      command: logs(pod.ref, most.name, true),
      more: [describe(pod.ref), top(pod.ref)],
      ...(isKill ? { field: `${most.field}.livenessProbe`, preventedBy: 'slow-start-is-covered' } : {}),
      sameAs: `${most.name} ${exitCode}`,
    };
  },
});
