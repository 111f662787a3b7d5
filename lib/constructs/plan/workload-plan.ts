import { ANNOTATION } from '../../lifecycle/annotations';
import type { Conflict } from '../../lifecycle/conflict';
import type { HealthChecks } from '../../lifecycle/values/health-checks';
import { type ShutdownPlan, shutdownConflicts } from '../../lifecycle/values/shutdown';
import { type Component, checkLabels, standardLabels } from '../labels';
import type { WorkloadOptions } from '../props/workload-options';
import type { Facts } from './facts';
import { type PodGiven, type PodPlan, planPod } from './pod-plan';
import { drainConflicts, planStop } from './stop-plan';

/** What every construct decides about its workload; times in seconds. */
export interface WorkloadPlan {
  readonly name: string;
  readonly component: Component;
  /** Labels and annotations of the workload object. */
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly pod: PodPlan;
  readonly stop: ShutdownPlan;
  /** How requests reach the pods, as TrafficRoute prints itself; undefined where nothing is routed to them. */
  readonly route: string | undefined;
  /** Values that are impossible together; a sentence alone where no field of a manifest shows it. */
  readonly conflicts: ReadonlyArray<string | Conflict>;
}

/** Decides what is the same whatever a construct is for: labels, stop and pods. What kind of workload it is comes on top. */
export function planWorkload(options: WorkloadOptions, facts: Facts, given: Omit<PodGiven, 'stop'>): WorkloadPlan {
  const { name, component } = facts;
  const stop = planStop(options, facts);
  const pod = planPod(options, facts, { ...given, stop });
  const reason = options.security?._plan.reason;
  return {
    name,
    component,
    labels: { ...checkLabels(options.labels ?? {}, 'labels'), ...standardLabels(name, component, options.image) },
    annotations: { ...options.annotations, ...(reason !== undefined && { [ANNOTATION.privileged]: reason }) },
    pod,
    stop,
    route: facts.route?.toString(),
    conflicts: [
      ...(facts.route === undefined ? [] : readinessConflicts(given.health)),
      ...drainConflicts(options),
      ...pod.conflicts,
      ...shutdownConflicts(stop).map((message) => ({ message, pod: STOP_FIELDS })),
    ],
  };
}

/** Where a shutdown is written. */
const STOP_FIELDS = ['containers[0].lifecycle.preStop', 'terminationGracePeriodSeconds'];

/** What speaks against the checks of pods that serve: without a readiness check, requests reach them before they can answer. */
function readinessConflicts(health: HealthChecks | undefined): readonly Conflict[] {
  if (health?._readiness !== undefined) return [];
  return [
    {
      message:
        "'health' has no readiness check, so pods would get requests before they can answer: give 'readiness' to HealthChecks.of",
      pod: ['containers[0].readinessProbe'],
    },
  ];
}
