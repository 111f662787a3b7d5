import { changeField } from '../../fixing/change';
import { onContainer } from '../../fixing/on-container';
import type { WorkloadObject } from '../../kubernetes/set/manifest-set';
import { scriptPosition } from '../../kubernetes/text/shell';
import { preStopSecondsFor } from '../../lifecycle/routes/pre-stop';
import { hookEffectOf } from '../../workloads/hook-effect';
import { routeOf } from '../../workloads/route-of-set';
import { servingOf } from '../../workloads/serving';
import { isServed } from '../reading/subjects';
import { defineRule, type RuleContext } from '../rule';

export const prestopCoversWithdrawal = defineRule({
  id: 'prestop-covers-withdrawal',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'warning',
  title: 'The preStop sleep lasts until no router sends any more',
  why: 'Every router that knows a pod learns of its deletion in its own time: kube-proxy within seconds, a cloud balancer within a minute or two. What it sends after the sleep is refused.',
  fix: 'Lengthen the sleep to the withdrawal lag of the route, and `terminationGracePeriodSeconds` by as much.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
    'https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/2366',
  ],
  bad: `
apiVersion: v1
kind: Service
metadata:
  name: web
  annotations: { service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip }
spec:
  type: LoadBalancer
  loadBalancerClass: service.k8s.aws/nlb
  selector: { app: web }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      terminationGracePeriodSeconds: 60
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
          lifecycle: { preStop: { sleep: { seconds: 15 } } }
`,
  good: `
apiVersion: v1
kind: Service
metadata:
  name: web
  annotations: { service.beta.kubernetes.io/aws-load-balancer-nlb-target-type: ip }
spec:
  type: LoadBalancer
  loadBalancerClass: service.k8s.aws/nlb
  selector: { app: web }
  ports: [{ port: 80, targetPort: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      terminationGracePeriodSeconds: 180
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
          lifecycle: { preStop: { sleep: { seconds: 130 } } }
`,
  looksAt: isServed,
  *check(object, { set, route: platform }) {
    const container = servingOf(set, object)?.container;
    const sleep = container && hookEffectOf(container)?.covers;
    if (container?.preStop === undefined || sleep === undefined) return;
    // A hook that covers nothing is told by prestop-keeps-serving.
    if (sleep === 0 && container.preStop.handler?.type !== 'sleep') return;
    const route = routeOf(set, object, platform);
    const withdrawal = route.withdrawalLag.toSeconds();
    if (sleep >= withdrawal) return;
    yield {
      message: `container "${container.name}" sleeps ${sleep}s in preStop, and the route ${route.name} goes on sending requests for up to ${withdrawal}s`,
      path: container.preStop.path,
      container: container.name,
      about: [container.preStop.path],
      fix: `Lengthen the sleep to ${preStopSecondsFor(route)} s, and \`terminationGracePeriodSeconds\` by as much; or declare the route in the annotation \`cdk8s-lifecycle/route\`, if it is another.`,
    };
  },
  /** Raises the number that is written; a script with anything beside one plain sleep is left to a person. */
  autofix: onContainer((container, object: WorkloadObject, { set, route }: RuleContext) => {
    const handler = container.preStop?.handler;
    const seconds = preStopSecondsFor(routeOf(set, object, route));
    if (handler?.type === 'sleep') return changeField(`${container.path}.lifecycle.preStop.sleep.seconds`, seconds);
    if (handler?.type !== 'exec') return { because: 'the hook is not a sleep' };
    const { command } = handler;
    const index = scriptPosition(command) ?? command.indexOf('sleep') + 1;
    const word = command[index] ?? '';
    const isBare = /^\d+s?$/.test(word) && command[index - 1] === 'sleep';
    const written = /(?<=(?:^|[\s;&])sleep\s+)\d+s?(?=\s*(?:$|[;&]))/g;
    if (!isBare && word.match(written)?.length !== 1) return { because: 'the hook does more than one plain sleep' };
    const lengthened = isBare ? String(seconds) : word.replace(written, String(seconds));
    return changeField(`${container.path}.lifecycle.preStop.exec.command[${index}]`, lengthened);
  }),
});
