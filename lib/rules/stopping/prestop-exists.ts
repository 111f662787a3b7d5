import { changeField } from '../../fixing/change';
import { onContainer } from '../../fixing/on-container';
import type { WorkloadObject } from '../../kubernetes/set/manifest-set';
import { hasFeature } from '../../kubernetes/versions/features';
import { preStopSecondsFor } from '../../lifecycle/routes/pre-stop';
import { lingerSeconds } from '../../workloads/lingering';
import { routeOf } from '../../workloads/route-of-set';
import { servingOf } from '../../workloads/serving';
import { hasNoShell } from '../../workloads/shell-less-images';
import { isServed } from '../reading/subjects';
import { defineRule, type RuleContext } from '../rule';

export const prestopExists = defineRule({
  id: 'prestop-exists',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'warning',
  title: 'A container that serves has a preStop hook',
  why: 'When a pod is deleted, routers learn of it while the container is already being stopped. Without a preStop hook SIGTERM comes at once, the app closes its port, and every request that a router still sends is refused. Nearly all public manifests leave it out and lose requests at each rollout, which is why this is told so often.',
  fix: 'Add `lifecycle.preStop.sleep` for as long as the slowest router may go on sending, with a margin, and raise `terminationGracePeriodSeconds` by as much.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
    'https://github.com/kubernetes/kubernetes/issues/43576',
  ],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
`,
  good: `
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
          lifecycle: { preStop: { sleep: { seconds: 10 } } }
`,
  looksAt: isServed,
  *check(object, { set, route: platform }) {
    const container = servingOf(set, object)?.container;
    if (container === undefined || container.preStop?.handler !== undefined) return;
    const route = routeOf(set, object, platform);
    if (lingerSeconds(container) >= route.withdrawalLag.toSeconds()) return;
    yield {
      message: `container "${container.name}" serves requests and has no preStop hook, so it is stopped while requests still arrive`,
      path: container.path,
      container: container.name,
      about: [`${container.path}.lifecycle.preStop`],
      fix: `Add \`lifecycle.preStop.sleep.seconds: ${preStopSecondsFor(route)}\`, since routers (${route.name}) may go on sending for ${route.withdrawalLag.toSeconds()} s, and raise \`terminationGracePeriodSeconds\` by as much.`,
    };
  },
  /** A sleep of the kubelet where the target version has it, else one of a shell, if the image may hold one. */
  autofix: onContainer((container, object: WorkloadObject, { set, route, version }: RuleContext) => {
    const path = `${container.path}.lifecycle.preStop`;
    const seconds = preStopSecondsFor(routeOf(set, object, route));
    if (hasFeature('PodLifecycleSleepAction', version)) return changeField(path, { sleep: { seconds } });
    if (hasNoShell(container.image)) {
      return { because: 'the image holds no shell, and a sleep of the kubelet needs a target of 1.30 or newer' };
    }
    return changeField(path, { exec: { command: ['/bin/sh', '-c', `sleep ${seconds}`] } });
  }),
});
