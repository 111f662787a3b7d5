import { autoscalerMinimumSurvives } from './autoscaler-minimum-survives';
import { autoscalerOwnsReplicas } from './autoscaler-owns-replicas';
import { autoscalerTargetExists } from './autoscaler-target-exists';
import { budgetAllowsEviction } from './budget-allows-eviction';
import { budgetEvictsUnhealthy } from './budget-evicts-unhealthy';
import { budgetExists } from './budget-exists';
import { budgetIsUnique } from './budget-is-unique';
import { budgetMatchesPods } from './budget-matches-pods';
import { bytesAreWhole } from './bytes-are-whole';
import { cpuFitsANode } from './cpu-fits-a-node';
import { drainFitsGrace } from './drain-fits-grace';
import { execProbeSetsTimeout } from './exec-probe-sets-timeout';
import { graceIsBounded } from './grace-is-bounded';
import { graceIsPositive } from './grace-is-positive';
import { heapFitsMemory } from './heap-fits-memory';
import { hookHandlerRuns } from './hook-handler-runs';
import { hookPortExists } from './hook-port-exists';
import { hookRunsWithoutShell } from './hook-runs-without-shell';
import { imageIsPinned } from './image-is-pinned';
import { imageReferenceIsValid } from './image-reference-is-valid';
import { ingressBackendExists } from './ingress-backend-exists';
import { jobHasADeadline } from './job-has-a-deadline';
import { jobHasNoServerProbes } from './job-has-no-server-probes';
import { jobIsCleanedUp } from './job-is-cleaned-up';
import { jobRetriesAreMeant } from './job-retries-are-meant';
import { jobSidecarEnds } from './job-sidecar-ends';
import { livenessDiffersFromReadiness } from './liveness-differs-from-readiness';
import { livenessIsSlowerThanReadiness } from './liveness-is-slower-than-readiness';
import { livenessProbeExists } from './liveness-probe-exists';
import { memoryIsLimited } from './memory-is-limited';
import { memoryRequestEqualsLimit } from './memory-request-equals-limit';
import { objectIsUnique } from './object-is-unique';
import { podHasAController } from './pod-has-a-controller';
import { poststartDoesNotWait } from './poststart-does-not-wait';
import { prestopCoversWithdrawal } from './prestop-covers-withdrawal';
import { prestopExists } from './prestop-exists';
import { prestopFitsGrace } from './prestop-fits-grace';
import { privateImageHasPullSecret } from './private-image-has-pull-secret';
import { probeAsksThePod } from './probe-asks-the-pod';
import { probePortExists } from './probe-port-exists';
import { probeTimeoutFitsPeriod } from './probe-timeout-fits-period';
import { pullPolicyFitsTag } from './pull-policy-fits-tag';
import { pullPolicyNeedsNoRegistry } from './pull-policy-needs-no-registry';
import { pullPolicyNeverIsMeant } from './pull-policy-never-is-meant';
import { readinessNoticesInTime } from './readiness-notices-in-time';
import { readinessProbeExists } from './readiness-probe-exists';
import { referenceExists } from './reference-exists';
import { registrationPrecedesWithdrawal } from './registration-precedes-withdrawal';
import { replicasAreSpread } from './replicas-are-spread';
import { replicasSurviveOneLoss } from './replicas-survive-one-loss';
import { requestsAreSet } from './requests-are-set';
import { rolloutCanProgress } from './rollout-can-progress';
import { rolloutKeepsAPod } from './rollout-keeps-a-pod';
import { rolloutKeepsCapacity } from './rollout-keeps-capacity';
import type { Rule } from './rule';
import { scheduleDeadlineIsSafe } from './schedule-deadline-is-safe';
import { scheduleFires } from './schedule-fires';
import { scheduleNamesItsZone } from './schedule-names-its-zone';
import { scheduleOverlapIsChosen } from './schedule-overlap-is-chosen';
import { secretIsReferenced } from './secret-is-referenced';
import { selectorIsExclusive } from './selector-is-exclusive';
import { servicePortIsServed } from './service-port-is-served';
import { serviceSelectsPods } from './service-selects-pods';
import { sidecarOutlivesTheApp } from './sidecar-outlives-the-app';
import { signalReachesTheProcess } from './signal-reaches-the-process';
import { slowStartIsCovered } from './slow-start-is-covered';
import { startupFitsProgressDeadline } from './startup-fits-progress-deadline';
import { startupHasEnoughTime } from './startup-has-enough-time';
import { statefulsetServiceExists } from './statefulset-service-exists';
import { statefulsetUpdatesAll } from './statefulset-updates-all';
import { strategyIsInItsPlace } from './strategy-is-in-its-place';
import { strategyIsRolling } from './strategy-is-rolling';
import { tagIsImmutable } from './tag-is-immutable';
import { tmpfsFitsMemory } from './tmpfs-fits-memory';
import { volumeAllowsRolling } from './volume-allows-rolling';

export type { NarrowRule, Rule, RuleContext, RuleText, Violation } from './rule';
export { defineRule } from './rule';

/** Every rule that reads the manifests alone, sorted by id. */
export const RULES: readonly Rule[] = [
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
  objectIsUnique,
  podHasAController,
  poststartDoesNotWait,
  prestopCoversWithdrawal,
  prestopExists,
  prestopFitsGrace,
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
  servicePortIsServed,
  serviceSelectsPods,
  sidecarOutlivesTheApp,
  signalReachesTheProcess,
  slowStartIsCovered,
  startupFitsProgressDeadline,
  startupHasEnoughTime,
  statefulsetServiceExists,
  statefulsetUpdatesAll,
  strategyIsInItsPlace,
  strategyIsRolling,
  tagIsImmutable,
  tmpfsFitsMemory,
  volumeAllowsRolling,
];
