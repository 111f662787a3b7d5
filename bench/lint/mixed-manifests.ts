import type { Manifest } from '../../lib/kubernetes/views/manifest';

/**
 * Objects as a platform team's repository holds them: of every ten, a served Deployment with its Service, budget,
 * autoscaler, Ingress, ConfigMap and ServiceAccount, a worker, a StatefulSet and a CronJob. Every third service is
 * healthy, the others lack what manifests of the field lack.
 */
export function mixedManifests(count: number): readonly Manifest[] {
  return Array.from({ length: count }, (_, index) => {
    const make = MAKERS[index % MAKERS.length];
    return make === undefined ? {} : make(Math.floor(index / MAKERS.length));
  });
}

const metadata = (number: number, suffix = '') => ({
  name: `service-${number}${suffix}`,
  namespace: `team-${number % 20}`,
  labels: { 'app.kubernetes.io/name': `service-${number}${suffix}` },
});

const selector = (number: number, suffix = '') => ({
  'app.kubernetes.io/name': `service-${number}${suffix}`,
});

const probe = (path: string, more: Manifest = {}): Manifest => ({ httpGet: { path, port: 'http' }, ...more });

function podTemplate(number: number, suffix: string, healthy: boolean): Manifest {
  return {
    metadata: { labels: selector(number, suffix) },
    spec: {
      ...(healthy ? { terminationGracePeriodSeconds: 60 } : {}),
      containers: [
        {
          name: 'app',
          image: healthy ? `registry.example.com/service:1.${number}.0` : 'registry.example.com/service',
          ports: [
            { name: 'http', containerPort: 8080 },
            { name: 'metrics', containerPort: 9090 },
          ],
          env: [
            { name: 'PORT', value: '8080' },
            { name: 'CONFIG', valueFrom: { configMapKeyRef: { name: `service-${number}`, key: 'config' } } },
          ],
          resources: {
            requests: { cpu: '100m', memory: '128Mi' },
            ...(healthy ? { limits: { memory: '128Mi' } } : {}),
          },
          readinessProbe: probe('/ready', { periodSeconds: 5 }),
          livenessProbe: probe('/ready'),
          ...(healthy ? { startupProbe: probe('/ready', { periodSeconds: 5, failureThreshold: 30 }) } : {}),
          ...(healthy ? { lifecycle: { preStop: { sleep: { seconds: 10 } } } } : {}),
        },
      ],
    },
  };
}

const workload = (kind: string, number: number, suffix: string): Manifest => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: metadata(number, suffix),
  spec: {
    replicas: 3,
    selector: { matchLabels: selector(number, suffix) },
    ...(kind === 'StatefulSet' ? { serviceName: `service-${number}${suffix}` } : {}),
    template: podTemplate(number, suffix, number % 3 === 0),
  },
});

const MAKERS: ReadonlyArray<(number: number) => Manifest> = [
  (number) => workload('Deployment', number, ''),
  (number) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(number),
    spec: { selector: selector(number), ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
  }),
  (number) => ({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadata(number),
    spec: { maxUnavailable: number % 3, selector: { matchLabels: selector(number) } },
  }),
  (number) => ({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadata(number),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: `service-${number}` },
      minReplicas: 1 + (number % 3),
      maxReplicas: 10,
      metrics: [
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
      ],
    },
  }),
  (number) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadata(number),
    spec: {
      ingressClassName: 'nginx',
      rules: [
        {
          host: `service-${number}.example.com`,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: `service-${number}`, port: { name: 'http' } } },
              },
            ],
          },
        },
      ],
    },
  }),
  (number) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadata(number),
    data: { config: `first: line\nsecond: line ${number}\n`, mode: 'fast' },
  }),
  (number) => ({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: metadata(number) }),
  (number) => workload('Deployment', number, '-worker'),
  (number) => workload('StatefulSet', number, '-store'),
  (number) => ({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: metadata(number, '-nightly'),
    spec: {
      schedule: '0 3 * * *',
      jobTemplate: {
        spec: {
          template: {
            spec: {
              restartPolicy: 'OnFailure',
              containers: [{ name: 'job', image: 'registry.example.com/job:1.0.0', args: ['--all'] }],
            },
          },
        },
      },
    },
  }),
];
