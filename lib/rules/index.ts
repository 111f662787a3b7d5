import { imageIsPinned } from './images/image-is-pinned';
import { imageReferenceIsValid } from './images/image-reference-is-valid';
import { privateImageHasPullSecret } from './images/private-image-has-pull-secret';
import { pullPolicyFitsTag } from './images/pull-policy-fits-tag';
import { pullPolicyNeedsNoRegistry } from './images/pull-policy-needs-no-registry';
import { pullPolicyNeverIsMeant } from './images/pull-policy-never-is-meant';
import { tagIsImmutable } from './images/tag-is-immutable';
import { jobHasADeadline } from './jobs/job-has-a-deadline';
import { jobHasNoServerProbes } from './jobs/job-has-no-server-probes';
import { jobIsCleanedUp } from './jobs/job-is-cleaned-up';
import { jobRetriesAreMeant } from './jobs/job-retries-are-meant';
import { jobSidecarEnds } from './jobs/job-sidecar-ends';
import { podHasAController } from './jobs/pod-has-a-controller';
import { scheduleDeadlineIsSafe } from './jobs/schedule-deadline-is-safe';
import { scheduleFires } from './jobs/schedule-fires';
import { scheduleNamesItsZone } from './jobs/schedule-names-its-zone';
import { scheduleOverlapIsChosen } from './jobs/schedule-overlap-is-chosen';
import { execProbeSetsTimeout } from './probes/exec-probe-sets-timeout';
import { livenessDiffersFromReadiness } from './probes/liveness-differs-from-readiness';
import { livenessIsSlowerThanReadiness } from './probes/liveness-is-slower-than-readiness';
import { livenessProbeExists } from './probes/liveness-probe-exists';
import { probeAsksThePod } from './probes/probe-asks-the-pod';
import { probePortExists } from './probes/probe-port-exists';
import { probeTimeoutFitsPeriod } from './probes/probe-timeout-fits-period';
import { readinessNoticesInTime } from './probes/readiness-notices-in-time';
import { readinessProbeExists } from './probes/readiness-probe-exists';
import { slowStartIsCovered } from './probes/slow-start-is-covered';
import { startupFitsProgressDeadline } from './probes/startup-fits-progress-deadline';
import { startupHasEnoughTime } from './probes/startup-has-enough-time';
import { bytesAreWhole } from './resources/bytes-are-whole';
import { cpuFitsANode } from './resources/cpu-fits-a-node';
import { heapFitsMemory } from './resources/heap-fits-memory';
import { memoryIsLimited } from './resources/memory-is-limited';
import { memoryRequestEqualsLimit } from './resources/memory-request-equals-limit';
import { requestsAreSet } from './resources/requests-are-set';
import { tmpfsFitsMemory } from './resources/tmpfs-fits-memory';
import { autoscalerMinimumSurvives } from './rolling/autoscaler-minimum-survives';
import { autoscalerOwnsReplicas } from './rolling/autoscaler-owns-replicas';
import { autoscalerTargetExists } from './rolling/autoscaler-target-exists';
import { registrationPrecedesWithdrawal } from './rolling/registration-precedes-withdrawal';
import { replicasSurviveOneLoss } from './rolling/replicas-survive-one-loss';
import { rolloutCanProgress } from './rolling/rollout-can-progress';
import { rolloutKeepsAPod } from './rolling/rollout-keeps-a-pod';
import { rolloutKeepsCapacity } from './rolling/rollout-keeps-capacity';
import { selectorIsExclusive } from './rolling/selector-is-exclusive';
import { statefulsetUpdatesAll } from './rolling/statefulset-updates-all';
import { strategyIsInItsPlace } from './rolling/strategy-is-in-its-place';
import { strategyIsRolling } from './rolling/strategy-is-rolling';
import { surgeHasRoom } from './rolling/surge-has-room';
import { volumeAllowsRolling } from './rolling/volume-allows-rolling';
import type { CatalogueRule } from './rule';
import { budgetAllowsEviction } from './staying-up/budget-allows-eviction';
import { budgetEvictsUnhealthy } from './staying-up/budget-evicts-unhealthy';
import { budgetExists } from './staying-up/budget-exists';
import { budgetIsUnique } from './staying-up/budget-is-unique';
import { budgetMatchesPods } from './staying-up/budget-matches-pods';
import { replicasAreSpread } from './staying-up/replicas-are-spread';
import { drainFitsGrace } from './stopping/drain-fits-grace';
import { graceIsBounded } from './stopping/grace-is-bounded';
import { graceIsPositive } from './stopping/grace-is-positive';
import { hookHandlerRuns } from './stopping/hook-handler-runs';
import { hookPortExists } from './stopping/hook-port-exists';
import { hookRunsWithoutShell } from './stopping/hook-runs-without-shell';
import { meshProxyOutlivesTheApp } from './stopping/mesh-proxy-outlives-the-app';
import { poststartDoesNotWait } from './stopping/poststart-does-not-wait';
import { prestopCoversWithdrawal } from './stopping/prestop-covers-withdrawal';
import { prestopExists } from './stopping/prestop-exists';
import { prestopFitsGrace } from './stopping/prestop-fits-grace';
import { prestopKeepsServing } from './stopping/prestop-keeps-serving';
import { serverDrainFitsGrace } from './stopping/server-drain-fits-grace';
import { sidecarOutlivesTheApp } from './stopping/sidecar-outlives-the-app';
import { signalReachesTheProcess } from './stopping/signal-reaches-the-process';
import { ingressBackendExists } from './wiring/ingress-backend-exists';
import { objectIsUnique } from './wiring/object-is-unique';
import { referenceExists } from './wiring/reference-exists';
import { secretIsReferenced } from './wiring/secret-is-referenced';
import { servicePortIsServed } from './wiring/service-port-is-served';
import { serviceSelectsPods } from './wiring/service-selects-pods';
import { serviceSendsToReadyPods } from './wiring/service-sends-to-ready-pods';
import { statefulsetServiceExists } from './wiring/statefulset-service-exists';

export type { Change, Place, Refusal } from '../fixing/change';
export { changeField } from '../fixing/change';
export type { CatalogueRule, NarrowRule, Origin, Rule, RuleContext, RuleText, Violation } from './rule';
export { defineRule } from './rule';
export type { Topic } from './topics';

/** Every rule that reads the manifests alone, sorted by id. */
export const RULES: readonly CatalogueRule[] = [
  autoscalerMinimumSurvives,
  autoscalerOwnsReplicas,
  autoscalerTargetExists,
  budgetAllowsEviction,
  budgetEvictsUnhealthy,
  budgetExists,
  budgetIsUnique,
  budgetMatchesPods,
  bytesAreWhole,
  cpuFitsANode,
  drainFitsGrace,
  execProbeSetsTimeout,
  graceIsBounded,
  graceIsPositive,
  heapFitsMemory,
  hookHandlerRuns,
  hookPortExists,
  hookRunsWithoutShell,
  imageIsPinned,
  imageReferenceIsValid,
  ingressBackendExists,
  jobHasADeadline,
  jobHasNoServerProbes,
  jobIsCleanedUp,
  jobRetriesAreMeant,
  jobSidecarEnds,
  livenessDiffersFromReadiness,
  livenessIsSlowerThanReadiness,
  livenessProbeExists,
  memoryIsLimited,
  memoryRequestEqualsLimit,
  meshProxyOutlivesTheApp,
  objectIsUnique,
  podHasAController,
  poststartDoesNotWait,
  prestopCoversWithdrawal,
  prestopExists,
  prestopFitsGrace,
  prestopKeepsServing,
  privateImageHasPullSecret,
  probeAsksThePod,
  probePortExists,
  probeTimeoutFitsPeriod,
  pullPolicyFitsTag,
  pullPolicyNeedsNoRegistry,
  pullPolicyNeverIsMeant,
  readinessNoticesInTime,
  readinessProbeExists,
  referenceExists,
  registrationPrecedesWithdrawal,
  replicasAreSpread,
  replicasSurviveOneLoss,
  requestsAreSet,
  rolloutCanProgress,
  rolloutKeepsAPod,
  rolloutKeepsCapacity,
  scheduleDeadlineIsSafe,
  scheduleFires,
  scheduleNamesItsZone,
  scheduleOverlapIsChosen,
  secretIsReferenced,
  selectorIsExclusive,
  serverDrainFitsGrace,
  servicePortIsServed,
  serviceSelectsPods,
  serviceSendsToReadyPods,
  sidecarOutlivesTheApp,
  signalReachesTheProcess,
  slowStartIsCovered,
  startupFitsProgressDeadline,
  startupHasEnoughTime,
  statefulsetServiceExists,
  statefulsetUpdatesAll,
  strategyIsInItsPlace,
  strategyIsRolling,
  surgeHasRoom,
  tagIsImmutable,
  tmpfsFitsMemory,
  volumeAllowsRolling,
];
