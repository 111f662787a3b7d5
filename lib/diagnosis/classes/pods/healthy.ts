import { steadyContainersOf } from '../../evidence/pod-view';
import { contentionOf } from '../../reading/usage';
import { get } from '../../telling/command';
import { definePodDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const HEALTHY = definePodDiagnosis({
  id: 'Healthy',
  topic: 'pods',
  outcome: 'ok',
  role: 'alone',
  title: 'The pod is running and ready',
  why: 'All containers are running, and all readiness probes succeed.',
  fix: 'Nothing.',
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
      phase: Running
      conditions:
        - { type: Ready, status: 'True' }
      containerStatuses:
        - name: web
          ready: true
          started: true
          restartCount: 0
          state:
            running: {}
  `,
  match(pod, evidence) {
    const contention = steadyContainersOf(pod)
      .map((container) => contentionOf(container, pod, evidence))
      .find((found) => found !== undefined);
    return {
      cause:
        contention === undefined
          ? 'all containers are running and ready'
          : `all containers are running and ready, but ${contention.line}`,
      proof: [`phase ${pod.phase}`],
      command: get(pod.ref.namespace, 'pod', pod.ref.name, '-o', 'wide'),
      sameAs: contention?.line ?? 'healthy',
    };
  },
});
