// Which prop of a construct writes a field of the manifest. The first that fits counts.
const PROPS: ReadonlyArray<readonly [RegExp, string]> = [
  [/initContainers\[/, 'initContainers'],
  [/resources\.(?:limits|requests)\.(cpu|memory)$/, 'resources.$1'],
  [/\.resources\b/, 'resources'],
  [/\.image$/, 'image'],
  [/\.imagePullPolicy$/, 'image'],
  [/imagePullSecrets/, 'imagePullSecrets'],
  [/\.readinessProbe/, 'health.readiness'],
  [/\.livenessProbe/, 'health.liveness'],
  [/\.startupProbe/, 'health.startup'],
  [/\.lifecycle\.postStart/, 'postStart'],
  [/\.lifecycle\.preStop/, 'shutdown'],
  [/\.command$/, 'command'],
  [/\.args$/, 'args'],
  [/\.workingDir$/, 'workingDir'],
  [/\.envFrom\b/, 'envFrom'],
  [/\.env\b/, 'env'],
  [/volumes\[.*\.secret\./, 'secretFiles'],
  [/volumes\[.*\.configMap\./, 'files'],
  [/\.volumeMounts|^spec(?:\.template\.spec|\.jobTemplate\.spec\.template\.spec)?\.volumes/, 'volumeMounts'],
  [/securityContext/, 'security'],
  [/nodeSelector$/, 'nodeSelector'],
  [/affinity/, 'affinity'],
  [/tolerations$/, 'tolerations'],
  [/topologySpreadConstraints$/, 'topologySpread'],
  [/priorityClassName$/, 'priorityClassName'],
  [/runtimeClassName$/, 'runtimeClassName'],
  [/serviceAccountName$/, 'serviceAccountName'],
  [/restartPolicy$/, 'restartPolicy'],
  [/backoffLimit|maxFailedIndexes|podFailurePolicy/, 'retry'],
  [/progressDeadlineSeconds$/, 'progressDeadline'],
  [/\.(schedule|timeZone)$/, 'schedule'],
  [/activeDeadlineSeconds$/, 'activeDeadline'],
  [/\.suspend$/, 'suspend'],
];

/** The prop of our constructs that writes a field; null where none does. */
export function propOf(field: string): string | null {
  for (const [pattern, prop] of PROPS) {
    const found = pattern.exec(field);
    if (found !== null) return prop.replace('$1', found[1] ?? '');
  }
  return null;
}
