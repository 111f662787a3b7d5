import { logs } from '../../telling/command';
import { definePodDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const SUCCEEDED = definePodDiagnosis({
  id: 'Succeeded',
  topic: 'pods',
  outcome: 'ok',
  role: 'alone',
  title: 'The pod has completed',
  why: 'All containers exited with code 0 and are not restarted. A server should not get here: its command does not stay in the foreground.',
  fix: 'Nothing, for a task. For a server, look at its command and at restartPolicy.',
  see: ['https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-phase'],
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
      phase: Succeeded
      containerStatuses:
        - name: web
          ready: false
          restartCount: 0
          state:
            terminated: { reason: Completed, exitCode: 0 }
  `,
  match: (pod) =>
    pod.phase === 'Succeeded'
      ? {
          cause: 'all containers have exited with code 0',
          proof: ['phase Succeeded'],
          command: logs(pod.ref, null, false),
          sameAs: 'succeeded',
        }
      : undefined,
});
