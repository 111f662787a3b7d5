import { generator } from '../../../lib/rollout/engine/nature';

export type Kind = 'Deployment' | 'StatefulSet' | 'DaemonSet';

/** One random workload, and the script of its pods: how long each takes to be ready, and to be gone. */
export interface Shape {
  readonly name: string;
  readonly kind: Kind;
  /** What it was made from. */
  readonly index: number;
  readonly seed: number;
  readonly replicas: number;
  /** `strategy.rollingUpdate`, or `updateStrategy.rollingUpdate`. */
  readonly rollingUpdate: Readonly<Record<string, number | string>>;
  readonly minReadySeconds: number;
  readonly parallel: boolean;
  /** Milliseconds from creation to Ready of the k-th new pod; infinite for one that never is. */
  readonly readyAfter: (k: number) => number;
  /** Milliseconds from deletion until the k-th deleted pod is gone. */
  readonly goneAfter: (k: number) => number;
}

/** Nodes of the cluster: a DaemonSet has a pod on each. */
export const NODES = 6;

/** Makes the n-th random workload of a kind. */
export function shapeOf(kind: Kind, index: number, seed: number): Shape {
  const chance = generator(seed * 1_000_003 + index);
  const whole = (from: number, to: number) => from + Math.floor(chance() * (to - from + 1));
  const pick = <T>(values: readonly T[]) => values[Math.floor(chance() * values.length)] as T;
  const replicas = kind === 'DaemonSet' ? NODES : whole(1, kind === 'Deployment' ? 20 : 6);
  const amount = (most: number) => pick<number | string>([whole(0, most), `${whole(0, 60)}%`, '25%']);
  const readyMs = Array.from({ length: 400 }, () => whole(200, 6000));
  const goneMs = Array.from({ length: 400 }, () => whole(500, 5000));
  // One workload in eight has a new version that is ready in its first pods only.
  const healthy =
    kind !== 'StatefulSet' && chance() < 0.125 ? whole(0, Math.max(1, replicas - 1)) : Number.POSITIVE_INFINITY;
  return {
    name: `${kind.toLowerCase()}-${index}`,
    kind,
    index,
    seed,
    replicas,
    rollingUpdate: rollingUpdateOf(kind, replicas, amount, whole, chance),
    minReadySeconds: chance() < 0.5 ? 0 : whole(1, 5),
    parallel: kind === 'StatefulSet' && chance() < 0.4,
    readyAfter: (k) => (k >= healthy ? Number.POSITIVE_INFINITY : (readyMs[k % readyMs.length] as number)),
    goneAfter: (k) => goneMs[k % goneMs.length] as number,
  };
}

function rollingUpdateOf(
  kind: Kind,
  replicas: number,
  amount: (most: number) => number | string,
  whole: (from: number, to: number) => number,
  chance: () => number,
): Shape['rollingUpdate'] {
  if (kind === 'StatefulSet') return chance() < 0.3 ? { partition: whole(0, replicas) } : {};
  if (kind === 'DaemonSet')
    return chance() < 0.5 ? { maxSurge: whole(1, 3), maxUnavailable: 0 } : { maxUnavailable: whole(1, 3) };
  const isNothing = (value: number | string) => value === 0 || value === '0%';
  const maxSurge = amount(5);
  const maxUnavailable = amount(5);
  // The API server refuses both 0.
  return isNothing(maxSurge) && isNothing(maxUnavailable)
    ? { maxSurge: 1, maxUnavailable }
    : { maxSurge, maxUnavailable };
}

/** The manifest of a workload at a version of its template. */
export function manifestOf(shape: Shape, version: 'a' | 'b'): object {
  const { name, kind, replicas, rollingUpdate, minReadySeconds, parallel } = shape;
  const labels = { app: name };
  const strategy = { type: 'RollingUpdate', rollingUpdate };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name },
    spec: {
      ...(kind === 'DaemonSet' ? {} : { replicas }),
      ...(kind === 'Deployment' ? { strategy } : { updateStrategy: strategy }),
      ...(kind === 'StatefulSet'
        ? { serviceName: name, podManagementPolicy: parallel ? 'Parallel' : 'OrderedReady' }
        : {}),
      minReadySeconds,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels: { ...labels, version } },
        spec: {
          // Bound already: a pod without a node would be gone as soon as it is deleted.
          ...(kind === 'DaemonSet' ? {} : { nodeName: 'node-0' }),
          terminationGracePeriodSeconds: 600,
          containers: [{ name: 'web', image: 'registry.example.com/web:1' }],
        },
      },
    },
  };
}
