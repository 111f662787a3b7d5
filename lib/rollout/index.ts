/** The rollout simulator: which requests an event of a workload can lose, and how many to expect. */
export { ManifestSet } from '../kubernetes/set/manifest-set';
export { type Bounds, boundsOf, type Verdict } from './bounds/bounds';
export { type Counterexample, counterexampleOf, replay } from './bounds/counterexample';
export type { Hazard } from './bounds/hazard';
export type { AssumptionMargin } from './bounds/margins';
export type { StoryStep } from './bounds/story';
export { certainLosses } from './certain-loss';
export { CAUSES, type Cause } from './clients/losses';
export { EVENTS, type Plan, type RolloutEvent } from './plan';
export { type PlanOptions, planOf } from './reading/read-plan';
export { readScenario, type Scenario } from './reading/scenario';
export { type ReportedBounds, type ReportedHazard, reportOf, reportOfPlan, type WorkloadReport } from './report';
export { DEFAULT_RUNS, DEFAULT_SEED, type Estimate, type SimulateOptions, type Simulation, simulate } from './simulate';
export type { LostMark, Moment, PodLane, Timeline } from './timeline';
