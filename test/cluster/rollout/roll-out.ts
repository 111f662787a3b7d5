import { setTimeout as wait } from 'node:timers/promises';
import { until } from '../../support/until';
import type { ApiClient } from '../api-client';
import { type Listed, ListWatch } from '../list-watch';
import { Background } from './background';
import { ensure } from './ensure';
import type { ScriptLog } from './script-log';
import { type PodObject, ScriptedKubelet } from './scripted-kubelet';
import { manifestOf, type Shape } from './shapes';

/** A rollout is over when nothing has happened to it for so long: longer than any script or minReadySeconds. */
const QUIET_MS = 14_000;
const START_SECONDS = 300;
/** The longest script, 20 pods one after the other with a minReadySeconds of 5, takes 4 minutes. */
const END_SECONDS = 900;
const [OK, CREATED, CONFLICT] = [200, 201, 409];

interface ReplicaSetObject extends Listed {
  readonly metadata: Listed['metadata'] & { readonly labels: Readonly<Record<string, string>> };
  readonly spec: { readonly replicas: number };
}

interface WorkloadObject extends Listed {
  readonly metadata: Listed['metadata'] & { readonly generation: number };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly availableReplicas?: number;
    readonly numberAvailable?: number;
  };
}

/** Rolls all of these out at once in a namespace of their own, and tells what happened to each. */
export async function rollOut(
  api: ApiClient,
  namespace: string,
  shapes: readonly Shape[],
): Promise<ReadonlyMap<string, ScriptLog>> {
  const background = new Background();
  const kubelet = new ScriptedKubelet(api, namespace, shapes, background);
  const watches = new AbortController();
  const workloads = `/apis/apps/v1/namespaces/${namespace}`;
  const collection = ({ kind }: Shape) => `${workloads}/${kind.toLowerCase()}s`;
  const logOf = (name: string | undefined) => kubelet.logs.get(name ?? '');
  const settled = new Set<string>();

  const pods = new ListWatch<PodObject>(api, `/api/v1/namespaces/${namespace}/pods`, (change) => kubelet.see(change));
  const replicaSets = new ListWatch<ReplicaSetObject>(api, `${workloads}/replicasets`, ({ object }) => {
    const { app, version = '' } = object.metadata.labels;
    logOf(app)?.noteSize(version, object.spec.replicas);
  });
  const followed = [...new Set(shapes.map(collection))].map(
    (path) =>
      new ListWatch<WorkloadObject>(api, path, ({ object: { metadata, status } }) => {
        logOf(metadata.name)?.noteActivity();
        const available = status?.availableReplicas ?? status?.numberAvailable ?? 0;
        const shape = shapes.find(({ name }) => name === metadata.name);
        if (status?.observedGeneration === metadata.generation && available === shape?.replicas)
          settled.add(metadata.name);
      }),
  );

  const name = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
  await ensure(`creating ${namespace}`, [CREATED, CONFLICT], () => api.post('/api/v1/namespaces', name));
  for (const each of [pods, replicaSets, ...followed]) background.start(each.run(watches.signal));
  try {
    await Promise.all(shapes.map((shape) => create(api, collection(shape), shape)));
    await until(
      {
        what: `all pods of the first version of ${shapes.length} workloads to be available`,
        seconds: START_SECONDS,
        missing: () => namesOf(shapes.filter((shape) => !settled.has(shape.name)).map((shape) => shape.name)),
      },
      () => {
        background.check();
        return settled.size === shapes.length;
      },
    );
    await wait(QUIET_MS / 7);
    await Promise.all(shapes.map((shape) => begin(api, collection(shape), shape, logOf(shape.name))));
    await until(
      {
        what: `the end of ${shapes.length} rollouts`,
        seconds: END_SECONDS,
        missing: () => namesOf(busy(kubelet.logs)),
      },
      () => {
        background.check();
        return kubelet.isIdle && busy(kubelet.logs).length === 0;
      },
    );
  } finally {
    watches.abort();
  }
  await cleanUp(api, namespace, [...new Set(shapes.map(collection))]);
  return kubelet.logs;
}

function busy(logs: ReadonlyMap<string, ScriptLog>): readonly string[] {
  const now = Date.now();
  return [...logs].filter(([, log]) => !log.events.isIdle || now - log.lastChange < QUIET_MS).map(([name]) => name);
}

function namesOf(names: readonly string[]): string {
  return `${names.length} are not there yet: ${names.slice(0, 10).join(', ')}`;
}

async function create(api: ApiClient, collection: string, shape: Shape): Promise<void> {
  // Conflict: it is created, by a request whose answer was lost.
  await ensure(`creating ${shape.name}`, [CREATED, CONFLICT], () => api.post(collection, manifestOf(shape, 'a')));
}

async function begin(api: ApiClient, collection: string, shape: Shape, log: ScriptLog | undefined): Promise<void> {
  const template = { metadata: { labels: { app: shape.name, version: 'b' } } };
  if (log !== undefined) log.updatedAt = Date.now();
  await ensure(`updating ${shape.name}`, [OK], () => api.patch(`${collection}/${shape.name}`, { spec: { template } }));
}

/** What is left in the namespace keeps nothing busy: no garbage collector runs here, and no other rollout looks at it. */
async function cleanUp(api: ApiClient, namespace: string, collections: readonly string[]): Promise<void> {
  const apps = `/apis/apps/v1/namespaces/${namespace}`;
  const rest = [`${apps}/replicasets`, `${apps}/controllerrevisions`, `/api/v1/namespaces/${namespace}/pods`];
  for (const path of [...collections, ...rest])
    await ensure(`deleting ${path}`, [OK], () =>
      api.delete(path, { gracePeriodSeconds: 0, propagationPolicy: 'Background' }),
    );
}
