import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  BatchJob,
  HealthChecks,
  NodeAgent,
  Schedule,
  ScheduledJob,
  StatefulService,
  Worker,
  ZeroDowntimeService,
} from '../../../lib';
import { BATCH_JOB_PROPS } from '../../../lib/constructs/props/batch-job-props';
import { NODE_AGENT_PROPS } from '../../../lib/constructs/props/node-agent-props';
import { SCHEDULED_JOB_PROPS } from '../../../lib/constructs/props/scheduled-job-props';
import { STATEFUL_SERVICE_PROPS } from '../../../lib/constructs/props/stateful-service-props';
import { WORKER_PROPS } from '../../../lib/constructs/props/worker-props';
import { ZERO_DOWNTIME_SERVICE_PROPS } from '../../../lib/constructs/props/zero-downtime-service-props';
import { image, resources } from '../fixtures';

type Properties = Readonly<Record<string, unknown>>;
type Constructor = new (scope: Construct, id: string, props: never) => Construct;

/** One construct as programs see it that no compiler has read. */
export interface Maker {
  readonly struct: { readonly name: string; readonly kinds: (typeof WORKER_PROPS)['kinds'] };
  /** Properties that are enough. */
  readonly enough: Properties;
  make(scope: Construct, id: string, props?: unknown): Construct;
}

function maker(made: Constructor, struct: Maker['struct'], enough: Properties): Maker {
  return { struct, enough, make: (scope, id, props) => new made(scope, id, props as never) };
}

const common = { image, resources };
const serving = { ...common, port: 8080, health: HealthChecks.http() };
const timed = { ...common, activeDeadline: Duration.hours(1) };

export const MAKERS: readonly Maker[] = [
  maker(ZeroDowntimeService, ZERO_DOWNTIME_SERVICE_PROPS, serving),
  maker(Worker, WORKER_PROPS, common),
  maker(StatefulService, STATEFUL_SERVICE_PROPS, serving),
  maker(NodeAgent, NODE_AGENT_PROPS, common),
  maker(BatchJob, BATCH_JOB_PROPS, timed),
  maker(ScheduledJob, SCHEDULED_JOB_PROPS, { ...timed, schedule: Schedule.hourly() }),
];

/** What an action throws; undefined where it throws nothing. */
export function thrown(action: () => unknown): Error | undefined {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  return undefined;
}
