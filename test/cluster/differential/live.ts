import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { admit } from '../../../lib/admission';
import type { KubernetesVersion } from '../../../lib/kubernetes/versions/kubernetes-version';
import { type JsonObject, objectOf } from '../../../lib/kubernetes/views/json';
import type { ApiClient } from '../api-client';
import { BASES } from './bases';
import { collectionOf, pathOf } from './resources';

/** Where objects lie as a real API server gave them back: with all that it had filled in. */
const FOLDER = resolve(__dirname, '../../admission/live');

/** Further objects whose live form has more than their manifest. */
const MORE: readonly JsonObject[] = [
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'web',
      labels: { app: 'web', tier: 'front' },
      annotations: { 'container.apparmor.security.beta.kubernetes.io/web': 'runtime/default' },
    },
    spec: {
      serviceAccount: 'web',
      containers: [{ name: 'web', image: 'web:1', resources: { limits: { cpu: '0.5', memory: '64Mi' } } }],
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'zone',
          whenUnsatisfiable: 'DoNotSchedule',
          labelSelector: { matchLabels: { app: 'web' } },
          matchLabelKeys: ['tier'],
        },
      ],
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { type: 'NodePort', ipFamilyPolicy: 'PreferDualStack', ports: [{ port: 80 }] },
  },
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { clusterIP: 'None', ports: [{ port: 80 }] } },
];

/** Creates an object for real, hands it over as the server gives it back, and takes it away again. */
export async function whileLive<T>(
  api: ApiClient,
  manifest: JsonObject,
  use: (live: JsonObject) => Promise<T>,
): Promise<T> {
  const made = await api.post(collectionOf(manifest), manifest);
  if (made.status >= 300) throw new Error(`${String(manifest.kind)} is refused: ${JSON.stringify(made.body)}`);
  const url = pathOf(manifest);
  // A claim's size can change only once it is bound, as it is when it is in use.
  if (manifest.kind === 'PersistentVolumeClaim')
    await api.patch(`${url}/status`, { status: { phase: 'Bound', capacity: { storage: '10Gi' } } });
  try {
    return await use(objectOf((await api.get(url)).body as JsonObject));
  } finally {
    await api.patch(url, { metadata: { finalizers: null } });
    await api.delete(`${url}?propagationPolicy=Background&gracePeriodSeconds=0`);
  }
}

/** The bases of all kinds that a version accepts. A Namespace stays until controllers empty it, so that it has a name of its own. */
export function manifestsOf(version: KubernetesVersion): readonly JsonObject[] {
  const all = [...Object.values(BASES).flat(), ...MORE].filter((base) => admit(base, version).length === 0);
  return all.map((base) =>
    base.kind === 'Namespace' ? { ...base, metadata: { ...objectOf(base.metadata), name: 'web-live' } } : base,
  );
}

/** Writes live objects down, one a line, less the fields that tell who wrote what. */
export function record(version: string, objects: readonly JsonObject[]): void {
  mkdirSync(FOLDER, { recursive: true });
  const lines = objects.map(({ metadata, ...object }) => {
    const { managedFields: _managedFields, ...rest } = objectOf(metadata);
    return `${JSON.stringify({ ...object, metadata: rest })}\n`;
  });
  writeFileSync(join(FOLDER, `${version}.jsonl`), lines.join(''));
}

/** What {@link record} wrote of a version. */
export function recorded(version: string): readonly JsonObject[] {
  const lines = readFileSync(join(FOLDER, `${version}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as JsonObject);
}
