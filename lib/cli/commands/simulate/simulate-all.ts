import type { ManifestSet, SetObject } from '../../../kubernetes/set/manifest-set';
import { describeRef } from '../../../kubernetes/views/manifest';
import type { Plan, RolloutEvent } from '../../../rollout/plan';
import { type PlanOptions, planOf } from '../../../rollout/reading/read-plan';
import { reportOfPlan, type WorkloadReport } from '../../../rollout/report';
import type { SimulateOptions } from '../../../rollout/simulate';
import { orCouldNotRun } from '../../frame/could-not-run';
import type { ReadResult } from '../../input/read-manifests';
import type { SimulateFlags } from './flags';
import type { Simulated } from './page-origin';
import { Progress } from './progress';

interface Task {
  readonly set: ManifestSet;
  readonly object: SetObject;
  readonly event: RolloutEvent;
}

/** Simulates every event of every workload that was read, set by set. */
export function simulateAll(read: ReadResult, options: PlanOptions, flags: SimulateFlags): readonly Simulated[] {
  const events = flags.event ?? [options.scenario?.event ?? 'rollout'];
  const tasks = read.sets.flatMap(({ set }) =>
    set.objects
      .filter((object) => object.workload !== undefined)
      .flatMap((object) => events.map((event): Task => ({ set, object, event }))),
  );
  const progress = flags.quiet ? undefined : new Progress(tasks.length);
  const reports = new Reports();
  const { seed, runs } = flags;
  const all = tasks.flatMap(({ set, object, event }, index) => {
    const plan = orCouldNotRun(() => planOf(set, object, options));
    if (plan === undefined) return [];
    const what = `${describeRef(object.ref)}: ${event}`;
    const onRun = (done: number, of: number) => progress?.tell(index + done / of, what);
    const report = reports.of(plan, { event, seed, runs, onRun, watchSeconds: options.scenario?.watchSeconds });
    return [{ report, file: object.origin }];
  });
  progress?.end();
  return all;
}

/** Workloads whose plans differ in names alone have one answer, since runs are seeded: it is worked out once. */
class Reports {
  private readonly known = new Map<string, WorkloadReport>();

  public of({ object, ...plan }: Plan, options: SimulateOptions): WorkloadReport {
    const key = JSON.stringify([options.event, options.event === 'drain' ? plan : unnamed(plan)], exact);
    const known = this.known.get(key);
    if (known !== undefined) return { ...known, object };
    const report = reportOfPlan({ object, ...plan }, options);
    this.known.set(key, report);
    return report;
  }
}

/** Budgets are named where they refuse an eviction, which a drain alone asks for. */
function unnamed<T extends Pick<Plan, 'budgets'>>(plan: T) {
  return { ...plan, budgets: plan.budgets.map(({ name: _, ...budget }) => budget) };
}

/** JSON has no infinity, and leaves undefined out. */
function exact(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
