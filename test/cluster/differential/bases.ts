import type { JsonObject } from '../../../lib/kubernetes/views/json';

// Valid objects of every covered kind: one as short as can be, one that uses much of the API. What the differential test
// sends is made of these (and of real manifests) by edits.

const labels = { app: 'web' };
const minimalPod: JsonObject = { containers: [{ name: 'web', image: 'registry.example.com/web:1.2.3' }] };

const richPod: JsonObject = {
  terminationGracePeriodSeconds: 60,
  serviceAccountName: 'web',
  nodeSelector: { 'kubernetes.io/os': 'linux' },
  securityContext: {
    runAsUser: 1000,
    runAsNonRoot: true,
    fsGroup: 2000,
    supplementalGroups: [3000],
    seccompProfile: { type: 'RuntimeDefault' },
    sysctls: [{ name: 'net.ipv4.tcp_keepalive_time', value: '600' }],
  },
  initContainers: [
    { name: 'migrate', image: 'web:1', command: ['migrate'], resources: { limits: { cpu: '1', memory: '1Gi' } } },
  ],
  containers: [
    {
      name: 'web',
      image: 'web:1',
      args: ['--port=8080'],
      ports: [
        { name: 'http', containerPort: 8080 },
        { name: 'metrics', containerPort: 9090, protocol: 'TCP' },
      ],
      env: [
        { name: 'LEVEL', value: 'info' },
        { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
        { name: 'LIMIT', valueFrom: { resourceFieldRef: { resource: 'limits.memory' } } },
        { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'web', key: 'token' } } },
      ],
      envFrom: [{ configMapRef: { name: 'web' } }],
      resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '1', memory: '256Mi' } },
      volumeMounts: [
        { name: 'config', mountPath: '/etc/web', readOnly: true },
        { name: 'scratch', mountPath: '/tmp' },
      ],
      livenessProbe: { httpGet: { path: '/healthz', port: 'http' }, periodSeconds: 10 },
      readinessProbe: { httpGet: { path: '/ready', port: 8080 }, failureThreshold: 3 },
      startupProbe: { exec: { command: ['true'] }, failureThreshold: 30 },
      lifecycle: { preStop: { exec: { command: ['sleep', '10'] } } },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
    },
    { name: 'proxy', image: 'proxy', volumeMounts: [{ name: 'data', mountPath: '/data', subPath: 'proxy' }] },
  ],
  volumes: [
    { name: 'config', configMap: { name: 'web', items: [{ key: 'a', path: 'a.conf' }] } },
    { name: 'scratch', emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } },
    { name: 'data', persistentVolumeClaim: { claimName: 'web' } },
    { name: 'keys', secret: { secretName: 'web', defaultMode: 256 } },
    {
      name: 'all',
      projected: {
        sources: [
          { serviceAccountToken: { path: 'token', expirationSeconds: 3600 } },
          { downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
        ],
      },
    },
  ],
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a', 'b'] }] }],
      },
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 10, preference: { matchExpressions: [{ key: 'disk', operator: 'Exists' }] } },
      ],
    },
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { labelSelector: { matchLabels: labels }, topologyKey: 'kubernetes.io/hostname' },
      ],
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 100, podAffinityTerm: { labelSelector: { matchLabels: labels }, topologyKey: 'zone' } },
      ],
    },
  },
  tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'web', effect: 'NoSchedule' }],
  topologySpreadConstraints: [
    { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: { matchLabels: labels } },
  ],
  hostAliases: [{ ip: '10.1.2.3', hostnames: ['db.example.com'] }],
  dnsConfig: { nameservers: ['10.0.0.10'], searches: ['example.com'], options: [{ name: 'ndots', value: '2' }] },
  readinessGates: [{ conditionType: 'example.com/ready' }],
};

const template = (spec: JsonObject): JsonObject => ({ metadata: { labels, annotations: { note: 'x' } }, spec });
const named = (apiVersion: string, kind: string, rest: JsonObject): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name: 'web', labels, annotations: { 'example.com/note': 'Any text.' } },
  ...rest,
});
const selector = { matchLabels: labels };
const ofJob = (spec: JsonObject): JsonObject => ({ ...spec, restartPolicy: 'Never' });
const metric = { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 60 } } };

const claimSpec: JsonObject = {
  accessModes: ['ReadWriteOnce'],
  storageClassName: 'fast',
  resources: { requests: { storage: '10Gi' } },
};

/** Bases by `apiVersion/kind`. */
export const BASES: Readonly<Record<string, readonly JsonObject[]>> = {
  'v1/Pod': [named('v1', 'Pod', { spec: minimalPod }), named('v1', 'Pod', { spec: richPod })],
  'apps/v1/Deployment': [
    named('apps/v1', 'Deployment', { spec: { selector, template: template(minimalPod) } }),
    named('apps/v1', 'Deployment', {
      spec: {
        replicas: 3,
        minReadySeconds: 5,
        progressDeadlineSeconds: 600,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
        selector,
        template: template(richPod),
      },
    }),
  ],
  'apps/v1/ReplicaSet': [
    named('apps/v1', 'ReplicaSet', { spec: { replicas: 2, selector, template: template(richPod) } }),
  ],
  'apps/v1/StatefulSet': [
    named('apps/v1', 'StatefulSet', { spec: { selector, serviceName: 'web', template: template(minimalPod) } }),
    named('apps/v1', 'StatefulSet', {
      spec: {
        replicas: 3,
        serviceName: 'web',
        podManagementPolicy: 'Parallel',
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Delete' },
        ordinals: { start: 1 },
        selector,
        template: template(richPod),
        volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: claimSpec }],
      },
    }),
  ],
  'apps/v1/DaemonSet': [
    named('apps/v1', 'DaemonSet', {
      spec: {
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } },
        selector,
        template: template(richPod),
      },
    }),
  ],
  'batch/v1/Job': [
    named('batch/v1', 'Job', { spec: { template: { spec: ofJob(minimalPod) } } }),
    named('batch/v1', 'Job', {
      spec: {
        completions: 5,
        parallelism: 2,
        completionMode: 'Indexed',
        backoffLimitPerIndex: 2,
        maxFailedIndexes: 3,
        activeDeadlineSeconds: 3600,
        ttlSecondsAfterFinished: 60,
        podFailurePolicy: {
          rules: [
            { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
            { action: 'FailJob', onExitCodes: { operator: 'In', values: [1, 2], containerName: 'web' } },
          ],
        },
        successPolicy: { rules: [{ succeededIndexes: '0-2', succeededCount: 2 }] },
        template: template(ofJob(richPod)),
      },
    }),
  ],
  'batch/v1/CronJob': [
    named('batch/v1', 'CronJob', {
      spec: {
        schedule: '*/5 2 * * mon-fri',
        timeZone: 'Etc/UTC',
        concurrencyPolicy: 'Forbid',
        startingDeadlineSeconds: 300,
        successfulJobsHistoryLimit: 3,
        jobTemplate: { spec: { backoffLimit: 3, template: template(ofJob(richPod)) } },
      },
    }),
  ],
  'policy/v1/PodDisruptionBudget': [
    named('policy/v1', 'PodDisruptionBudget', { spec: { maxUnavailable: 1, selector } }),
    named('policy/v1', 'PodDisruptionBudget', {
      spec: {
        minAvailable: '50%',
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
        selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] },
      },
    }),
  ],
  'autoscaling/v2/HorizontalPodAutoscaler': [
    named('autoscaling/v2', 'HorizontalPodAutoscaler', {
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        minReplicas: 2,
        maxReplicas: 10,
        metrics: [
          metric,
          { type: 'Pods', pods: { metric: { name: 'rps' }, target: { type: 'AverageValue', averageValue: '100' } } },
          {
            type: 'Object',
            object: {
              describedObject: { apiVersion: 'v1', kind: 'Service', name: 'web' },
              metric: { name: 'rps', selector },
              target: { type: 'Value', value: '1k' },
            },
          },
          { type: 'External', external: { metric: { name: 'queue' }, target: { type: 'Value', value: '30' } } },
          {
            type: 'ContainerResource',
            containerResource: {
              name: 'cpu',
              container: 'web',
              target: { type: 'Utilization', averageUtilization: 60 },
            },
          },
        ],
        behavior: {
          scaleDown: {
            stabilizationWindowSeconds: 300,
            selectPolicy: 'Min',
            policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }],
          },
        },
      },
    }),
  ],
  'v1/Service': [
    named('v1', 'Service', { spec: { selector: labels, ports: [{ port: 80, targetPort: 'http' }] } }),
    named('v1', 'Service', {
      spec: {
        type: 'LoadBalancer',
        selector: labels,
        ports: [
          { name: 'http', port: 80, targetPort: 8080, nodePort: 31080 },
          { name: 'dns', port: 53, protocol: 'UDP', appProtocol: 'example.com/dns' },
        ],
        externalTrafficPolicy: 'Local',
        internalTrafficPolicy: 'Cluster',
        sessionAffinity: 'ClientIP',
        sessionAffinityConfig: { clientIP: { timeoutSeconds: 600 } },
        loadBalancerSourceRanges: ['10.0.0.0/8'],
        loadBalancerClass: 'example.com/lb',
        ipFamilyPolicy: 'PreferDualStack',
        ipFamilies: ['IPv4', 'IPv6'],
      },
    }),
    named('v1', 'Service', { spec: { clusterIP: 'None', selector: labels, ports: [{ port: 80 }] } }),
    named('v1', 'Service', { spec: { type: 'ExternalName', externalName: 'db.example.com' } }),
  ],
  'networking.k8s.io/v1/Ingress': [
    named('networking.k8s.io/v1', 'Ingress', {
      spec: {
        ingressClassName: 'nginx',
        defaultBackend: { resource: { apiGroup: 'example.com', kind: 'Bucket', name: 'static' } },
        tls: [{ hosts: ['web.example.com'], secretName: 'web-tls' }],
        rules: [
          {
            host: 'web.example.com',
            http: {
              paths: [
                { path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } },
                { path: '/x', pathType: 'Exact', backend: { service: { name: 'web', port: { name: 'http' } } } },
              ],
            },
          },
          { host: '*.example.com' },
        ],
      },
    }),
  ],
  'networking.k8s.io/v1/NetworkPolicy': [
    named('networking.k8s.io/v1', 'NetworkPolicy', {
      spec: {
        podSelector: selector,
        policyTypes: ['Ingress', 'Egress'],
        ingress: [
          {
            from: [
              { podSelector: selector, namespaceSelector: {} },
              { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
            ],
            ports: [{ port: 8000, endPort: 9000, protocol: 'TCP' }, { port: 'http' }],
          },
        ],
        egress: [{ to: [{ ipBlock: { cidr: '2001:db8::/32' } }] }],
      },
    }),
  ],
  'v1/ConfigMap': [named('v1', 'ConfigMap', { data: { 'a.conf': 'x=1' }, binaryData: { b: 'AAEC' }, immutable: true })],
  'v1/Secret': [
    named('v1', 'Secret', { type: 'kubernetes.io/tls', data: { 'tls.crt': 'YQ==', 'tls.key': 'Yg==' } }),
    named('v1', 'Secret', { stringData: { token: 'abc' }, data: { other: 'YWJj' } }),
    named('v1', 'Secret', {
      type: 'kubernetes.io/dockerconfigjson',
      stringData: { '.dockerconfigjson': '{"auths":{}}' },
    }),
  ],
  'v1/ServiceAccount': [
    named('v1', 'ServiceAccount', {
      automountServiceAccountToken: false,
      imagePullSecrets: [{ name: 'registry' }],
      secrets: [{ name: 'web' }],
    }),
  ],
  'v1/PersistentVolumeClaim': [
    named('v1', 'PersistentVolumeClaim', { spec: claimSpec }),
    named('v1', 'PersistentVolumeClaim', {
      spec: {
        ...claimSpec,
        volumeMode: 'Block',
        selector,
        dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'web' },
      },
    }),
  ],
  'v1/Namespace': [named('v1', 'Namespace', {})],
  'rbac.authorization.k8s.io/v1/Role': [
    named('rbac.authorization.k8s.io/v1', 'Role', {
      rules: [{ apiGroups: ['', 'apps'], resources: ['pods'], verbs: ['get'], resourceNames: ['web'] }],
    }),
  ],
  'rbac.authorization.k8s.io/v1/RoleBinding': [
    named('rbac.authorization.k8s.io/v1', 'RoleBinding', {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'web' },
      subjects: [
        { kind: 'ServiceAccount', name: 'web', namespace: 'default' },
        { kind: 'User', name: 'jane', apiGroup: 'rbac.authorization.k8s.io' },
      ],
    }),
  ],
};
