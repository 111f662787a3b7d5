/**
 * How long `check()` alone takes on 1,000 and 10,000 mixed objects, and which rules take it: `npm run bench:check`. Fails
 * where ten times the objects take more than twelve times as long.
 */
import { check } from '../lib/check/check';
import type { Manifest } from '../lib/kubernetes/views/manifest';

const MOST_GROWTH = 12;
const ROUNDS = 3;

/** Ten objects of one app, half of them with defects of the field. All apps share the labels that all of a company share. */
function app(name: string): Manifest[] {
  const labels = { app: name, 'app.kubernetes.io/part-of': 'shop', team: 'web' };
  const metadata = { name, namespace: 'shop', labels };
  const container = (image: string, more: object) => ({
    name: 'main',
    image,
    ports: [{ name: 'http', containerPort: 8080 }],
    ...more,
  });
  const template = (pod: object) => ({ metadata: { labels }, spec: pod });
  const careful = {
    readinessProbe: { httpGet: { path: '/ready', port: 'http' }, periodSeconds: 5 },
    livenessProbe: { httpGet: { path: '/healthz', port: 'http' }, failureThreshold: 6 },
    lifecycle: { preStop: { exec: { command: ['sh', '-c', 'sleep 10 && nginx -s quit'] } } },
    resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '256Mi' } },
    env: [{ name: 'JAVA_TOOL_OPTIONS', value: '-Xmx200m' }],
  };
  const objects = [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata,
      spec: {
        replicas: 3,
        selector: { matchLabels: { app: name } },
        template: template({
          terminationGracePeriodSeconds: 60,
          containers: [container('registry.example.com/web:1.4.2', careful)],
        }),
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { ...metadata, name: `${name}-worker` },
      spec: {
        selector: { matchLabels: { app: `${name}-worker` } },
        template: {
          metadata: { labels: { ...labels, app: `${name}-worker` } },
          spec: { containers: [container('worker:latest', {})] },
        },
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { ...metadata, name: `${name}-db` },
      spec: {
        serviceName: `${name}-db`,
        replicas: 3,
        selector: { matchLabels: { app: `${name}-db` } },
        template: {
          metadata: { labels: { ...labels, app: `${name}-db` } },
          spec: { containers: [container('postgres:16', {})] },
        },
      },
    },
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata,
      spec: {
        schedule: '0 3 * * *',
        jobTemplate: {
          spec: {
            template: template({ restartPolicy: 'OnFailure', containers: [container('report:1.0.0', { ports: [] })] }),
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata,
      spec: { selector: { app: name }, ports: [{ port: 80, targetPort: 'http' }] },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...metadata, name: `${name}-db` },
      spec: { clusterIP: 'None', selector: { app: `${name}-db` }, ports: [{ port: 5432 }] },
    },
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata,
      spec: { maxUnavailable: 1, selector: { matchLabels: { app: name } } },
    },
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata,
      spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name }, minReplicas: 3, maxReplicas: 9 },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata,
      spec: { ingressClassName: 'nginx', defaultBackend: { service: { name, port: { number: 80 } } } },
    },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { mode: 'fast' } },
  ];
  return objects as unknown as Manifest[];
}

const apps = (count: number) => Array.from({ length: count }, (_, index) => app(`app-${index}`)).flat();

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Processor time of one check in milliseconds, objects made anew since views of them are remembered. */
function measure(count: number, only?: readonly string[]): number {
  return median(
    Array.from({ length: ROUNDS }, () => {
      const objects = apps(count);
      const before = process.cpuUsage();
      check(objects, only === undefined ? {} : { only });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    }),
  );
}

measure(100);
const [small, large] = [measure(100), measure(1000)];
console.log(`1,000 objects: ${small.toFixed(0)} ms, ${Math.round(1000 / (small / 1000))} objects a second`);
console.log(`10,000 objects: ${large.toFixed(0)} ms, ${Math.round(10_000 / (large / 1000))} objects a second`);
console.log(`growth: ${(large / small).toFixed(1)} times`);
const idle = measure(1000, []);
const shares = [...check(apps(1)).lookedAt.keys()]
  .map((rule) => ({ rule, time: measure(1000, [rule]) - idle }))
  .sort((one, other) => other.time - one.time);
for (const { rule, time } of shares.slice(0, 8)) console.log(`  ${rule}: ${Math.round(time)} ms`);
console.log(`  reading the set: ${Math.round(idle)} ms`);
if (large / small > MOST_GROWTH) process.exitCode = 1;
