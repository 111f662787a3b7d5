import type { ManifestSet, SetObject } from '../../kubernetes/set/manifest-set';
import type { Container } from '../../kubernetes/views/container';
import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { classicProxies } from '../../workloads/classic-proxies';
import { sleepSeconds } from '../../workloads/hook-sleep';
import { longestRequestOf } from '../../workloads/longest-request';
import { endOfProxy } from '../../workloads/proxy-end';
import { servingOf } from '../../workloads/serving';
import { isLongRunning } from '../reading/subjects';
import { defineRule } from '../rule';

export const sidecarOutlivesTheApp = defineRule({
  id: 'sidecar-outlives-the-app',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'warning',
  title: 'A proxy sidecar stops after the app',
  why: "The containers of a pod are stopped at the same time. While the app still sleeps in its preStop hook and serves, its proxy has already stopped: requests through it are refused, and so are the app's own calls.",
  fix: "Make the proxy a native sidecar (an init container with `restartPolicy: Always`), which stops after the app; or give it a preStop sleep that lasts for the app's sleep and its longest request.",
  see: [
    'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/',
    'https://github.com/istio/istio/issues/34855',
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
          lifecycle: { preStop: { sleep: { seconds: 15 } } }
        - name: cloud-sql-proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
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
      initContainers:
        - name: cloud-sql-proxy
          image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14.1
          restartPolicy: Always
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          lifecycle: { preStop: { sleep: { seconds: 15 } } }
`,
  looksAt: isLongRunning,
  *check(object, { set }) {
    const { template } = object.workload;
    const proxies = classicProxies(template);
    const app = template.containers.find((each) => !proxies.includes(each) && each.preStop?.handler !== undefined);
    if (app === undefined) return;
    const sleep = sleepSeconds(app.preStop);
    if (sleep === 0) return;
    const needed = (sleep ?? 0) + drainOf(set, object, app);
    for (const proxy of proxies) {
      const ends = endOfProxy(proxy, template);
      if (ends >= needed && ends > 0) continue;
      const early =
        ends === 0
          ? `stops at once, while container "${app.name}" ${sleep === undefined ? 'is still in its preStop hook' : `sleeps ${sleep}s in preStop and still serves`}`
          : `stops after ${ends}s, and container "${app.name}" may need ${needed}s for its preStop hook and its longest request`;
      yield { message: `proxy "${proxy.name}" ${early}`, path: proxy.path, container: proxy.name };
    }
  },
});

/** What the app has to finish through its proxy; nothing is guessed for what no request reaches. */
function drainOf(set: ManifestSet, object: SetObject, app: Container): number {
  const isServed = servingOf(set, object) !== undefined;
  return longestRequestOf(set, object, app)?.seconds ?? (isServed ? DEFAULTS.drain.value : 0);
}
