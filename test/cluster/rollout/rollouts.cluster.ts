import type { ApiClient } from '../api-client';
import { ControlPlane } from '../control-plane';
import { again } from './again';
import { compareWithEngine } from './engine-sequence';
import { type Count, type Log, ScriptedKubelet } from './scripted-kubelet';
import { type Kind, manifestOf, NODES, type Shape, shapeOf } from './shapes';

const IS_FULL = process.env.CLUSTER === 'full';
const SEED = Number(process.env.SEED ?? 1);
const SIZES: ReadonlyArray<readonly [Kind, number]> = IS_FULL
  ? [
      ['Deployment', 200],
      ['StatefulSet', 50],
      ['DaemonSet', 50],
    ]
  : [
      ['Deployment', 24],
      ['StatefulSet', 8],
      ['DaemonSet', 8],
    ];

/** Rollouts that run at once. */
const AT_ONCE = 50;
/** A rollout is over when nothing has happened to it for so long: longer than any script or minReadySeconds. */
const QUIET_MS = 14_000;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const path = ({ kind, name }: Shape) => `/apis/apps/v1/namespaces/default/${kind.toLowerCase()}s/${name}`;

/** Sizes of the two ReplicaSets of each Deployment, as they were decided. */
class Decisions {
  public readonly counts = new Map<string, Count[]>();
  private readonly sizes = new Map<string, { a: number; b: number }>();

  public constructor(private readonly logs: ReadonlyMap<string, Log>) {}

  public see(object: unknown): void {
    const { metadata, spec } = object as {
      metadata: { labels: Record<string, string> };
      spec: { replicas: number };
    };
    const { app = '', version = '' } = metadata.labels;
    noteActivity(this.logs, app);
    const sizes = this.sizes.get(app) ?? { a: 0, b: 0 };
    if (sizes[version as 'a' | 'b'] === spec.replicas) return;
    sizes[version as 'a' | 'b'] = spec.replicas;
    this.sizes.set(app, sizes);
    const counts = this.counts.get(app) ?? [];
    counts.push({ at: Date.now(), after: sizes.b, before: sizes.a });
    this.counts.set(app, counts);
  }
}

/** Any write of a controller, of a status too, shows that it is not done yet. */
function noteActivity(logs: ReadonlyMap<string, Log>, name: string): void {
  const log = logs.get(name);
  if (log !== undefined) log.lastChange = Date.now();
}

describe('the real controllers and ours decide the same', () => {
  let plane: ControlPlane;
  let api: ApiClient;
  const ending = new AbortController();

  beforeAll(async () => {
    plane = await ControlPlane.start({
      controllers: ['deployment-controller', 'replicaset-controller', 'statefulset-controller', 'daemonset-controller'],
      connections: 16,
    });
    api = plane.api;
    for (let node = 0; node < NODES; node++) await createNode(api, `node-${node}`);
  });

  afterAll(async () => {
    ending.abort();
    await plane?.stop();
  });

  test.each(SIZES)('%s: %d random rollouts', async (kind, count) => {
    const shapes = Array.from({ length: count }, (_, index) => shapeOf(kind, index, SEED));
    let different: Different[] = [];
    for (let first = 0; first < count; first += AT_ONCE)
      different.push(...(await compare(api, shapes.slice(first, first + AT_ONCE), ending.signal)));
    // On a busy machine two steps can fall together: what differs is measured once more, with little else going on.
    if (different.length > 0) {
      const again = different.map(({ shape }) => shape);
      different = [...(await compare(api, again, ending.signal))];
    }
    const told = different.map(({ text }) => `\n${text}`).join('');
    console.log(`${kind}: ${count - different.length} of ${count} rollouts alike${told}`);
    expect(different.length).toBeLessThanOrEqual(Math.floor(count / 100));
  });
});

async function createNode(api: ApiClient, name: string): Promise<void> {
  const resources = { cpu: '100', memory: '100Gi', pods: '10000' };
  await api.post('/api/v1/nodes', {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/hostname': name } },
  });
  // The API server taints a new node until its lifecycle controller, which does not run here, finds it ready.
  await api.patch(`/api/v1/nodes/${name}`, { spec: { taints: [] } });
  await api.patch(`/api/v1/nodes/${name}/status`, {
    status: { capacity: resources, allocatable: resources, conditions: [{ type: 'Ready', status: 'True' }] },
  });
}

interface Different {
  readonly shape: Shape;
  readonly text: string;
}

/** Rolls all of these out at once; tells those on which the two differ. */
async function compare(api: ApiClient, shapes: readonly Shape[], signal: AbortSignal): Promise<readonly Different[]> {
  const kubelet = new ScriptedKubelet(api, shapes);
  const decisions = new Decisions(kubelet.logs);
  const watches = new AbortController();
  signal.addEventListener('abort', () => watches.abort());
  void api.watch('/api/v1/namespaces/default/pods?watch=true', (event) => kubelet.see(event), watches.signal);
  void api.watch(
    '/apis/apps/v1/namespaces/default/replicasets?watch=true',
    ({ object }) => decisions.see(object),
    watches.signal,
  );

  for (const collection of new Set(shapes.map((shape) => path(shape).replace(/\/[^/]*$/, ''))))
    void api.watch(
      `${collection}?watch=true`,
      ({ object }) => noteActivity(kubelet.logs, (object as { metadata: { name: string } }).metadata.name),
      watches.signal,
    );

  await Promise.all(
    shapes.map((shape) => again(() => api.post(path(shape).replace(/\/[^/]*$/, ''), manifestOf(shape, 'a')))),
  );
  for (const shape of shapes) {
    const log = kubelet.logs.get(shape.name) as Log;
    while (log.ready.size < shape.replicas) await wait(100);
  }
  // Old pods have to be available before the rollout begins.
  await wait(8000);
  await Promise.all(shapes.map((shape) => begin(api, shape, kubelet.logs.get(shape.name) as Log)));
  for (let last = Date.now(); !kubelet.isIdle || Date.now() - last < QUIET_MS; await wait(500))
    for (const log of kubelet.logs.values()) last = Math.max(last, log.lastChange);
  watches.abort();

  const different = shapes.flatMap((shape) => {
    const log = kubelet.logs.get(shape.name) as Log;
    const seen = shape.kind === 'Deployment' ? (decisions.counts.get(shape.name) ?? []) : log.counts;
    const { isAlike, real, ours } = compareWithEngine(shape, log, seen);
    if (isAlike) return [];
    const { name, replicas, rollingUpdate, minReadySeconds, parallel } = shape;
    const text = `${name} ${JSON.stringify({ replicas, rollingUpdate, minReadySeconds, parallel })}\n  real ${real}\n  ours ${ours}`;
    return [{ shape, text }];
  });
  await Promise.all(shapes.map((shape) => again(() => api.delete(`${path(shape)}?propagationPolicy=Background`))));
  await cleanUp(api);
  return different;
}

async function begin(api: ApiClient, shape: Shape, log: Log): Promise<void> {
  log.updatedAt = Date.now();
  const patch = { spec: { template: { metadata: { labels: { version: 'b' } } } } };
  const answer = await again(() => api.patch(path(shape), patch));
  if (answer.status !== 200) throw new Error(`${shape.name}: ${JSON.stringify(answer.body)}`);
}

/** Nobody collects garbage here: what a workload owned is deleted by hand. */
async function cleanUp(api: ApiClient): Promise<void> {
  await again(() => api.delete('/apis/apps/v1/namespaces/default/replicasets'));
  await again(() => api.delete('/apis/apps/v1/namespaces/default/controllerrevisions'));
  await wait(1000);
  await again(() => api.delete('/api/v1/namespaces/default/pods?gracePeriodSeconds=0'));
  await wait(3000);
}
