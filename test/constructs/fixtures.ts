import { type ApiObject, App, Chart, Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  BatchJob,
  type BatchJobProps,
  HealthChecks,
  Image,
  NodeAgent,
  type NodeAgentProps,
  Resources,
  Schedule,
  ScheduledJob,
  type ScheduledJobProps,
  StatefulService,
  type StatefulServiceProps,
  Worker,
  type WorkerProps,
  ZeroDowntimeService,
  type ZeroDowntimeServiceProps,
} from '../../lib';

/** A manifest as tests look at it: any field may be asked for. */
// biome-ignore lint/suspicious/noExplicitAny: tests reach deep into manifests, and a wrong path fails as undefined
export type Loose = any;

export const image = Image.of('registry.example.com/shop/cart:1.4.2');
export const resources = Resources.of({ cpu: '250m', memory: '256Mi' });
const common = { image, resources };

export const service = (scope: Construct, id = 'cart', props: Partial<ZeroDowntimeServiceProps> = {}) =>
  new ZeroDowntimeService(scope, id, { ...common, port: 8080, health: HealthChecks.http(), ...props });
export const worker = (scope: Construct, id = 'mailer', props: Partial<WorkerProps> = {}) =>
  new Worker(scope, id, { ...common, ...props });
export const stateful = (scope: Construct, id = 'db', props: Partial<StatefulServiceProps> = {}) =>
  new StatefulService(scope, id, {
    ...common,
    port: 5432,
    health: HealthChecks.tcp(),
    storage: [{ name: 'data', size: '10Gi', path: '/var/lib/data' }],
    ...props,
  });
export const agent = (scope: Construct, id = 'logs', props: Partial<NodeAgentProps> = {}) =>
  new NodeAgent(scope, id, { ...common, ...props });
export const job = (scope: Construct, id = 'reindex', props: Partial<BatchJobProps> = {}) =>
  new BatchJob(scope, id, { ...common, activeDeadline: Duration.hours(1), ...props });
export const scheduled = (scope: Construct, id = 'nightly', props: Partial<ScheduledJobProps> = {}) =>
  new ScheduledJob(scope, id, {
    ...common,
    activeDeadline: Duration.hours(1),
    schedule: Schedule.daily({ hour: 3 }),
    ...props,
  });

/** A chart whose App is thrown away. */
export function newChart(): Chart {
  return new Chart(new App(), 'shop', { namespace: 'shop' });
}

/** All objects of the chart's App, after validation as at synth. */
export function synthesize(scope: Construct): Loose[] {
  return Chart.of(scope).toJson();
}

export function find(objects: Loose[], kind: string, name?: string): Loose {
  const found = objects.find((each) => each.kind === kind && (name === undefined || each.metadata.name === name));
  if (found === undefined)
    throw new Error(
      `no ${kind} ${name ?? ''} among ${objects.map((each) => `${each.kind} ${each.metadata.name}`).join(', ')}`,
    );
  return found;
}

/** The one object of a kind after synthesis. */
export function synthOne(kind: string, make: (chart: Chart) => unknown, name?: string): Loose {
  const chart = newChart();
  make(chart);
  return find(synthesize(chart), kind, name);
}

export type { ApiObject };
