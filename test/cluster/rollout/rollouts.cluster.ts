import type { ApiClient } from '../api-client';
import { ControlPlane } from '../control-plane';
import { seedOr } from '../seed';
import { compareWithEngine } from './engine-sequence';
import { ensure } from './ensure';
import { type Rollout, record, runOf } from './recorded';
import { rollOut } from './roll-out';
import { type Kind, NODES, type Shape, shapeOf } from './shapes';

const IS_FULL = process.env.CLUSTER === 'full';
const SEED = seedOr(1);
interface Sample {
  readonly what: string;
  readonly kind: Kind;
  readonly count: number;
  /** Makes a random shape one of this sample. */
  readonly adapt?: (shape: Shape) => Shape;
}

const count = (small: number, full: number) => (IS_FULL ? full : small);
const SAMPLES: readonly Sample[] = [
  { what: 'Deployments', kind: 'Deployment', count: count(24, 200) },
  { what: 'StatefulSets', kind: 'StatefulSet', count: count(8, 50) },
  { what: 'StatefulSets that take several pods at once', kind: 'StatefulSet', count: count(8, 50), adapt: taking },
  // The controller looks late at pods that became Ready one after the other, which the engine does not play.
  { what: 'DaemonSets', kind: 'DaemonSet', count: count(8, 50), adapt: (shape) => ({ ...shape, minReadySeconds: 0 }) },
];

const asItIs = (shape: Shape) => shape;

function taking(shape: Shape): Shape {
  const maxUnavailable = shape.index % 2 === 0 ? 2 + (shape.index % 3) : '50%';
  return { ...shape, name: `many-${shape.index}`, rollingUpdate: { ...shape.rollingUpdate, maxUnavailable } };
}

/** Rollouts that run at once. */
const AT_ONCE = 50;
const CONTROLLERS = [
  'deployment-controller',
  'replicaset-controller',
  'statefulset-controller',
  'daemonset-controller',
];

describe('the real controllers and ours decide the same', () => {
  let plane: ControlPlane;

  beforeAll(async () => {
    plane = await ControlPlane.start({ controllers: CONTROLLERS, connections: 16 });
    for (let node = 0; node < NODES; node++) await createNode(plane.api, `node-${node}`);
  });
  afterAll(() => plane?.stop());

  test.each(SAMPLES)('$what: $count random rollouts', async ({ what, kind, count, adapt = asItIs }) => {
    const shapes = Array.from({ length: count }, (_, index) => adapt(shapeOf(kind, index, SEED)));
    const rollouts: Rollout[] = [];
    for (let first = 0; first < count; first += AT_ONCE)
      rollouts.push(...(await roll(plane.api, shapes.slice(first, first + AT_ONCE), `first-${first}`)));
    if (process.env.RECORD === '1' && adapt === asItIs) record(kind, rollouts);
    let different = rollouts.filter(differs);
    // A machine that stood still for a moment is not the controllers' doing: what differs is measured once more.
    const again = different.map(({ shape }) => shape);
    const first = different.map((each) => `\n${textOf(each)}`);
    if (again.length > 0) different = (await roll(plane.api, again, 'again')).filter(differs);
    console.log(
      `${what}: ${count} rollouts, ${again.length} measured twice, ${different.length} different${first.join('')}`,
    );
    const told = different.map(textOf);
    expect(told.slice(Math.floor(count / 100))).toEqual([]);
  });
});

async function createNode(api: ApiClient, name: string): Promise<void> {
  const resources = { cpu: '100', memory: '100Gi', pods: '10000' };
  const metadata = { name, labels: { 'kubernetes.io/hostname': name } };
  const status = { capacity: resources, allocatable: resources, conditions: [{ type: 'Ready', status: 'True' }] };
  const path = `/api/v1/nodes/${name}`;
  const node = { apiVersion: 'v1', kind: 'Node', metadata };
  await ensure(`creating ${name}`, [201, 409], () => api.post('/api/v1/nodes', node));
  // The API server taints a new node until its lifecycle controller, which does not run here, finds it ready.
  await ensure(`taints of ${name}`, [200], () => api.patch(path, { spec: { taints: [] } }));
  await ensure(`status of ${name}`, [200], () => api.patch(`${path}/status`, { status }));
}

async function roll(api: ApiClient, shapes: readonly Shape[], turn: string): Promise<readonly Rollout[]> {
  const kind = shapes[0]?.kind.toLowerCase() ?? '';
  const logs = await rollOut(api, `${kind}-${turn}`, shapes);
  return shapes.flatMap((shape) => {
    const log = logs.get(shape.name);
    return log === undefined ? [] : [{ shape, run: runOf(shape, log) }];
  });
}

function differs({ shape, run }: Rollout): boolean {
  return !compareWithEngine(shape, run).isAlike;
}

function textOf({ shape, run }: Rollout): string {
  const { name, replicas, rollingUpdate, minReadySeconds, parallel } = shape;
  const { real, ours } = compareWithEngine(shape, run);
  const settings = JSON.stringify({ replicas, rollingUpdate, minReadySeconds, parallel });
  return `${name} ${settings}\n  real ${real}\n  ours ${ours}`;
}
