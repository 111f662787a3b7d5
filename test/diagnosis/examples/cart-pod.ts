import { type DiagnosisEntry, diagnose } from '../../../lib/diagnosis';
import type { Manifest } from '../../../lib/kubernetes/views/manifest';

export const NOW = '2026-09-01T12:00:00Z';
export const EARLIER = '2026-09-01T11:00:00Z';

export type Status = Readonly<Record<string, unknown>>;

export interface Case {
  readonly spec?: Status;
  readonly container?: Status;
  readonly status?: Status;
  /** The status of the container `web`. */
  readonly web?: Status;
  readonly metadata?: Status;
  readonly events?: ReadonlyArray<readonly [reason: string, message: string, time?: string]>;
  readonly objects?: readonly Manifest[];
}

/** What comes first of a pod `cart` with these differences. */
export function first({
  spec = {},
  container = {},
  status = {},
  web,
  metadata = {},
  events = [],
  objects = [],
}: Case): DiagnosisEntry | undefined {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'cart', namespace: 'shop', uid: 'u1', creationTimestamp: EARLIER, ...metadata },
    spec: { nodeName: 'node-1', containers: [{ name: 'web', image: 'cart:1', ...container }], ...spec },
    status: {
      phase: 'Running',
      ...(web === undefined ? {} : { containerStatuses: [{ name: 'web', restartCount: 0, ...web }] }),
      ...status,
    },
  };
  const about = { kind: 'Pod', namespace: 'shop', name: 'cart', uid: 'u1', fieldPath: 'spec.containers{web}' };
  const told = events.map(([reason, message, lastTimestamp = '2026-09-01T11:59:00Z']) => ({
    apiVersion: 'v1',
    kind: 'Event',
    involvedObject: about,
    type: 'Warning',
    reason,
    message,
    lastTimestamp,
  }));
  return diagnose([pod as unknown as Manifest, ...told, ...objects], { now: NOW }).diagnoses[0];
}

export const ended = (exitCode: number, reason = 'Error', seconds = 300) => ({
  terminated: {
    exitCode,
    reason,
    startedAt: '2026-09-01T11:00:00Z',
    finishedAt: new Date(Date.parse('2026-09-01T11:00:00Z') + seconds * 1000).toISOString(),
  },
});
export const looping = (last: unknown, restartCount = 4) => ({
  ready: false,
  restartCount,
  state: { waiting: { reason: 'CrashLoopBackOff' } },
  lastState: last,
});
export const running = (more: Status = {}) => ({
  ready: false,
  restartCount: 0,
  state: { running: { startedAt: EARLIER } },
  ...more,
});
export const http = { httpGet: { path: '/x', port: 8080 } };
