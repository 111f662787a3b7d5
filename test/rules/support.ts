import { check } from '../../lib/check/check';
import type { CheckOptions } from '../../lib/check/options';
import type { JsonObject } from '../../lib/kubernetes/views/json';
import type { Manifest } from '../../lib/kubernetes/views/manifest';

/** What one rule finds in a set, as `severity object path`, in order. */
export function found(rule: string, objects: readonly Manifest[], options: CheckOptions = {}): string[] {
  return check(objects, { only: [rule], ...options }).findings.map(
    ({ severity, object, path }) => `${severity} ${object.name} ${path}`,
  );
}

/** The messages of one rule on a set. */
export function messages(rule: string, objects: readonly Manifest[], options: CheckOptions = {}): string[] {
  return check(objects, { only: [rule], ...options }).findings.map(({ message }) => message);
}

/** How many findings a rule has on a set. */
export function count(rule: string, objects: readonly Manifest[], options: CheckOptions = {}): number {
  return found(rule, objects, options).length;
}

export interface WorkloadParts {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  /** Labels of the pods, and the selector. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Added to the spec of the workload. */
  readonly spec?: JsonObject;
  /** Added to the spec of the pod. */
  readonly pod?: JsonObject;
  /** Added to the container. */
  readonly container?: JsonObject;
}

const container = (extra: JsonObject = {}): JsonObject => ({
  name: 'web',
  image: 'registry.example.com/web:1.4.2',
  ports: [{ name: 'http', containerPort: 8080 }],
  ...extra,
});

/** A Deployment `web` of one container `web` with port 8080, changed in the parts that are given. */
export function workload(parts: WorkloadParts = {}): Manifest {
  const { apiVersion = 'apps/v1', kind = 'Deployment', name = 'web', namespace, labels = { app: 'web' } } = parts;
  const metadata = {
    name,
    ...(namespace && { namespace }),
    ...(parts.annotations && { annotations: parts.annotations }),
  };
  const podSpec = { containers: [container(parts.container)], ...parts.pod };
  const template = {
    metadata: { labels, ...(parts.podAnnotations && { annotations: parts.podAnnotations }) },
    spec: podSpec,
  };
  switch (kind) {
    case 'Pod':
      return { apiVersion: 'v1', kind, metadata: { ...metadata, labels }, spec: podSpec };
    case 'Job':
      return { apiVersion: 'batch/v1', kind, metadata, spec: { template, ...parts.spec } };
    case 'CronJob':
      return {
        apiVersion: 'batch/v1',
        kind,
        metadata,
        spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template } }, ...parts.spec },
      };
    default:
      return { apiVersion, kind, metadata, spec: { selector: { matchLabels: labels }, template, ...parts.spec } };
  }
}

/** An HPA of the Deployment `web`. */
export function hpa(minReplicas: number | undefined, extra: JsonObject = {}): Manifest {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      ...(minReplicas !== undefined && { minReplicas }),
      maxReplicas: 10,
      ...extra,
    },
  };
}

/** A KEDA ScaledObject of the Deployment `web`. */
export function scaledObject(minReplicaCount: number | undefined): Manifest {
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name: 'web' },
    spec: { scaleTargetRef: { name: 'web' }, ...(minReplicaCount !== undefined && { minReplicaCount }) },
  };
}

/** A Service `web` from port 80 to 8080 of the pods `app: web`. */
export function service(spec: JsonObject = {}, name = 'web', namespace?: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, ...(namespace && { namespace }) },
    spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }], ...spec },
  };
}

/** A PodDisruptionBudget `web` of the pods `app: web`. */
export function budget(spec: JsonObject = {}, name = 'web', namespace?: string): Manifest {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, ...(namespace && { namespace }) },
    spec: { selector: { matchLabels: { app: 'web' } }, ...spec },
  };
}

/** A PersistentVolumeClaim `data`. */
export function claim(...accessModes: string[]): Manifest {
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: 'data' }, spec: { accessModes } };
}

/** The volumes of a pod that mounts the claim `data`. */
export const MOUNTS_DATA: JsonObject = {
  volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
};

/** An HTTP probe on 8080. */
export function http(path: string, timing: JsonObject = {}): JsonObject {
  return { httpGet: { path, port: 8080 }, ...timing };
}

/** The lifecycle of a container with an exec preStop hook. */
export function preStop(...command: string[]): JsonObject {
  return { lifecycle: { preStop: { exec: { command } } } };
}

/** The lifecycle of a container that sleeps natively in preStop. */
export function sleeps(seconds: number): JsonObject {
  return { lifecycle: { preStop: { sleep: { seconds } } } };
}
