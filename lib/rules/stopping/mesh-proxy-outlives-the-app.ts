import { DEFAULTS } from '../../lifecycle/documented-defaults';
import { hookEffectOf } from '../../workloads/hook-effect';
import { longestRequestOf } from '../../workloads/longest-request';
import { type MeshProxy, meshProxyOf } from '../../workloads/mesh-proxy';
import { servingOf } from '../../workloads/serving';
import { isServed } from '../reading/subjects';
import { defineRule } from '../rule';

export const meshProxyOutlivesTheApp = defineRule({
  id: 'mesh-proxy-outlives-the-app',
  topic: 'stopping',
  since: '0.1.0',
  severity: 'warning',
  title: 'The proxy of a mesh stops after the app',
  why: 'A mesh puts its proxy into the pod, and every request goes through it. As an ordinary container it gets SIGTERM with the app: one that ends while the app still sleeps in preStop, or finishes its requests, cuts the app off. A native sidecar stops after the app.',
  fix: 'Have the mesh inject a native sidecar, or make the proxy wait for the preStop sleep plus the longest request.',
  see: [
    'https://linkerd.io/2/tasks/graceful-shutdown/',
    'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/',
    'https://github.com/istio/istio/issues/44690',
  ],
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata:
      labels: { app: web }
      annotations: { linkerd.io/inject: enabled }
    spec:
      terminationGracePeriodSeconds: 60
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
          lifecycle: { preStop: { sleep: { seconds: 20 } } }
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata:
      labels: { app: web }
      annotations:
        linkerd.io/inject: enabled
        config.beta.linkerd.io/proxy-enable-native-sidecar: 'true'
    spec:
      terminationGracePeriodSeconds: 60
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports: [{ containerPort: 8080 }]
          lifecycle: { preStop: { sleep: { seconds: 20 } } }
`,
  looksAt: isServed,
  *check(object, { set }) {
    const container = servingOf(set, object)?.container;
    const proxy = meshProxyOf(set, object);
    const sleep = container && hookEffectOf(container)?.covers;
    if (container === undefined || proxy === undefined || !sleep) return;
    const drain = longestRequestOf(set, object, container)?.seconds ?? DEFAULTS.drain.value;
    const needed = sleep + drain;
    if ((proxy.ends ?? 0) >= needed) return;
    const { template } = object.workload;
    const until =
      proxy.ends === undefined
        ? 'ends on SIGTERM unless it is a native sidecar, which nothing says'
        : `ends after ${proxy.ends}s (${proxy.said})`;
    yield {
      message: `${proxy.name} ${until}, while container "${container.name}" sleeps ${sleep}s in preStop and may need ${drain}s to finish its requests`,
      path: `${template.templatePath}.metadata`,
      // Istio makes it one by itself from 1.27 on.
      severity: proxy.ends === undefined && proxy.mesh === 'istio' ? 'info' : 'warning',
      fix: `${WAYS[proxy.mesh](needed)}.`,
    };
  },
});

const WAYS: Readonly<Record<MeshProxy['mesh'], (seconds: number) => string>> = {
  linkerd: (seconds) =>
    `Set the annotation \`config.beta.linkerd.io/proxy-enable-native-sidecar: "true"\` on the pod template, or \`config.alpha.linkerd.io/proxy-wait-before-exit-seconds: "${seconds}"\``,
  istio: (seconds) =>
    `Set the annotation \`sidecar.istio.io/nativeSidecar: "true"\` on the pod template, or \`terminationDrainDuration: ${seconds}s\` in \`proxy.istio.io/config\``,
};
