import { integerOf } from '../../kubernetes/json';
import { conditionIn, type StatusCondition, showCondition } from '../evidence/condition';
import type { Evidence } from '../evidence/evidence';
import type { ObservedObject } from '../evidence/observed-object';
import { createFailure } from '../reading/create-failure';
import { describe, get } from '../telling/command';
import type { Match } from '../telling/match';
import { quoted } from '../telling/printable';
import { type Diagnosis, defineDiagnosis } from './diagnosis';

const SEE = ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status'];
const KINDS = ['Deployment'];

/** The numbers of a rollout; absent ones are 0, desired replicas default to 1. */
function rollout({ spec, status }: ObservedObject) {
  const number = (value: unknown) => integerOf(value) ?? 0;
  return {
    desired: integerOf(spec.replicas) ?? 1,
    total: number(status.replicas),
    updated: number(status.updatedReplicas),
    ready: number(status.readyReplicas),
    available: number(status.availableReplicas),
    unavailable: number(status.unavailableReplicas),
  };
}

function numbers(subject: ObservedObject): string {
  const { desired, total, updated, ready, available } = rollout(subject);
  return `replicas: ${desired} desired, ${total} there, ${updated} of the new template, ${ready} ready, ${available} available`;
}

function base(
  subject: ObservedObject,
  ...conditions: ReadonlyArray<StatusCondition | undefined>
): Pick<Match, 'proof' | 'command' | 'more'> {
  return {
    proof: [
      ...conditions.flatMap((condition) => (condition === undefined ? [] : [showCondition(condition)])),
      numbers(subject),
    ],
    command: get(subject.ref.namespace, 'pods,replicasets', null, '-o', 'wide'),
    more: [describe(subject.ref)],
  };
}

function example(status: string, spec = 'replicas: 3', metadata = ''): string {
  const pad = (text: string) =>
    text
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n');
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
  generation: 2
${metadata === '' ? '' : `${pad(metadata)}\n`}spec:
${pad(spec)}
status:
  observedGeneration: 2
${pad(status)}
`;
}

const progressing = ({ conditions }: ObservedObject) => conditionIn(conditions, 'Progressing');
const available = ({ conditions }: ObservedObject) => conditionIn(conditions, 'Available');

/** The controller has not come past the deadline that it gives itself; then 0 available pods are nothing to worry about. */
function isWithinDeadline(subject: ObservedObject, evidence: Evidence): boolean {
  const since = evidence.since(progressing(subject)?.since ?? subject.created);
  const deadline = (integerOf(subject.spec.progressDeadlineSeconds) ?? 600) * 1000;
  return since !== undefined && since < deadline;
}

function refused(subject: ObservedObject): StatusCondition | undefined {
  const failure = conditionIn(subject.conditions, 'ReplicaFailure', 'True');
  if (failure !== undefined) return failure;
  const stopped = conditionIn(subject.conditions, 'Progressing', 'False');
  return stopped !== undefined && /ReplicaSetCreateError|FailedCreate|FailedToCreate/i.test(stopped.reason)
    ? stopped
    : undefined;
}

/** Deployments, by their conditions and numbers. */
export const DEPLOYMENT_DIAGNOSES: readonly Diagnosis[] = [
  defineDiagnosis({
    id: 'DeploymentReplicaFailure',
    kinds: KINDS,
    outcome: 'failed',
    severity: 'error',
    title: 'The Deployment cannot create its pods',
    why: 'The API server refuses the pods: quota, service account, pod security or a webhook. There is no pod to look at; only this condition and the events of the ReplicaSet tell.',
    fix: 'Read the message of the condition: it names what was refused.',
    see: ['https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
    evidence: example(
      "unavailableReplicas: 3\nconditions:\n  - type: ReplicaFailure\n    status: 'True'\n    reason: FailedCreate\n    message: 'pods \"cart-6f7c9-abcde\" is forbidden: exceeded quota: shop, requested: requests.cpu=1, used: requests.cpu=4, limited: requests.cpu=4'",
    ),
    match(subject) {
      const condition = refused(subject);
      if (condition === undefined) return undefined;
      const failure = createFailure(condition.message);
      const isQuota = /quota/i.test(condition.message);
      return {
        cause: `Deployment ${quoted(subject.ref.name)} cannot create its pods: ${failure.says}`,
        ...base(subject, condition),
        command: isQuota
          ? describe({
              apiVersion: 'v1',
              kind: 'ResourceQuota',
              namespace: subject.ref.namespace,
              name: /exceeded quota: ([^,\s]+)/.exec(condition.message)?.[1] ?? null,
            })
          : describe(subject.ref),
        fix: failure.fix,
        ...(failure.field === undefined ? {} : { field: failure.field }),
        sameAs: failure.says,
        ...(failure.isShared ? { scope: 'namespace' as const } : {}),
      };
    },
  }),
  defineDiagnosis({
    id: 'DeploymentPaused',
    kinds: KINDS,
    outcome: 'waiting',
    severity: 'info',
    title: 'The Deployment is paused',
    why: 'While a Deployment is paused, changes of its template start no rollout, and its progress deadline does not run.',
    fix: 'Resume it when all changes are made: `kubectl rollout resume`.',
    see: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pausing-and-resuming-a-deployment'],
    evidence: example('replicas: 3\nreadyReplicas: 3', 'replicas: 3\npaused: true'),
    match(subject) {
      if (subject.spec.paused !== true) return undefined;
      return {
        cause: `Deployment ${quoted(subject.ref.name)} is paused: changes start no rollout`,
        ...base(subject, progressing(subject)),
        field: 'spec.paused',
        sameAs: 'paused',
      };
    },
  }),
  defineDiagnosis({
    id: 'DeploymentProgressDeadlineExceeded',
    kinds: KINDS,
    outcome: 'failed',
    severity: 'error',
    title: 'The rollout made no progress within its deadline',
    why: 'For progressDeadlineSeconds no pod of the new template became available. Nothing is rolled back: old pods go on serving, which is why Available can be True.',
    fix: 'Find out why the new pods do not become ready; `kubectl rollout undo` brings back the old template meanwhile.',
    see: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#failed-deployment'],
    evidence: example(
      "replicas: 4\nupdatedReplicas: 1\nreadyReplicas: 3\navailableReplicas: 3\nunavailableReplicas: 1\nconditions:\n  - { type: Available, status: 'True' }\n  - { type: Progressing, status: 'False', reason: ProgressDeadlineExceeded }",
    ),
    match(subject) {
      const condition = progressing(subject);
      if (condition?.status !== 'False' || condition.reason !== 'ProgressDeadlineExceeded') return undefined;
      const seconds = integerOf(subject.spec.progressDeadlineSeconds);
      const { available: there, desired } = rollout(subject);
      return {
        cause: `Deployment ${quoted(subject.ref.name)} made no progress for ${seconds === undefined ? 'its progress deadline' : `${seconds} s`}: the new pods do not become ready; ${there} of ${desired} replicas are available`,
        ...base(subject, condition, available(subject)),
        preventedBy: 'startup-fits-progress-deadline',
        sameAs: 'deadline',
      };
    },
  }),
  defineDiagnosis({
    id: 'DeploymentNotProgressing',
    kinds: KINDS,
    outcome: 'failed',
    severity: 'error',
    title: 'The rollout does not progress',
    why: 'The controller says that it cannot go on, for another reason than its deadline.',
    fix: 'Read the reason of the condition.',
    see: SEE,
    evidence: example(
      "replicas: 3\nupdatedReplicas: 1\navailableReplicas: 3\nconditions:\n  - { type: Progressing, status: 'False', reason: SomethingElse }",
    ),
    match(subject) {
      const condition = progressing(subject);
      if (condition?.status !== 'False') return undefined;
      return {
        cause: `Deployment ${quoted(subject.ref.name)} does not progress: ${condition.reason || 'its condition gives no reason'}`,
        ...base(subject, condition),
        sameAs: condition.reason,
      };
    },
  }),
  defineDiagnosis({
    id: 'DeploymentUnavailable',
    kinds: KINDS,
    outcome: 'failed',
    severity: 'error',
    title: 'The Deployment has fewer available pods than it needs',
    why: 'Available is False where more pods are missing than maxUnavailable allows. After a complete rollout that means that pods which worked have failed since.',
    fix: 'Look at its pods: the first that is not ready tells the cause.',
    see: SEE,
    evidence: example(
      "replicas: 3\nupdatedReplicas: 3\nunavailableReplicas: 3\nconditions:\n  - { type: Available, status: 'False', reason: MinimumReplicasUnavailable }\n  - { type: Progressing, status: 'True', reason: NewReplicaSetAvailable }",
    ),
    match(subject, evidence) {
      const { desired, total, updated, available: there, unavailable } = rollout(subject);
      if (subject.isStale || desired === 0) return undefined;
      const isOut = available(subject)?.status === 'False';
      const isRolledOut =
        progressing(subject)?.reason === 'NewReplicaSetAvailable' ||
        (progressing(subject) === undefined && updated >= desired && total <= updated);
      const isShort = there < desired || unavailable > 0;
      const isPartial = isRolledOut && isShort && subject.conditions.length > 0;
      const isDown = isOut && (isRolledOut || (there === 0 && !isWithinDeadline(subject, evidence)));
      if (!isDown && !isPartial) return undefined;
      return {
        cause: `Deployment ${quoted(subject.ref.name)} has ${there} of ${desired} replicas available${isOut ? ', fewer than it must have' : ''}`,
        ...base(subject, available(subject), progressing(subject)),
        ...(isOut || there === 0 ? {} : { severity: 'warning' as const }),
        sameAs: 'unavailable',
      };
    },
  }),
  defineDiagnosis({
    id: 'DeploymentProgressing',
    kinds: KINDS,
    outcome: 'waiting',
    severity: 'info',
    title: 'The rollout is under way',
    why: 'Pods of the new template are being made, or old ones are still to go.',
    fix: 'Wait until the progress deadline; `diagnose --live --watch` tells earlier when it cannot succeed.',
    see: SEE,
    evidence: example(
      "replicas: 4\nupdatedReplicas: 2\nreadyReplicas: 3\navailableReplicas: 3\nconditions:\n  - { type: Available, status: 'True' }\n  - { type: Progressing, status: 'True', reason: ReplicaSetUpdated }",
    ),
    match(subject) {
      const { desired, total, updated, available: there } = rollout(subject);
      const isComplete = updated >= desired && total <= updated && there >= desired;
      const hasNoNumbers = updated === 0 && total === 0 && available(subject)?.status === 'True';
      if (!subject.isStale && (isComplete || hasNoNumbers)) return undefined;
      const what = subject.isStale
        ? 'its controller has not seen the newest spec yet'
        : `${updated} of ${desired} replicas are of the new template, ${there} are available`;
      return {
        cause: `Deployment ${quoted(subject.ref.name)} is rolling out: ${what}`,
        ...base(subject, progressing(subject), available(subject)),
        sameAs: 'progressing',
      };
    },
  }),
  defineDiagnosis({
    id: 'DeploymentHealthy',
    kinds: KINDS,
    outcome: 'ok',
    severity: 'info',
    title: 'The Deployment is complete and available',
    why: 'All replicas are of the newest template and available.',
    fix: 'Nothing.',
    see: SEE,
    evidence: example(
      "replicas: 3\nupdatedReplicas: 3\nreadyReplicas: 3\navailableReplicas: 3\nconditions:\n  - { type: Available, status: 'True' }",
    ),
    match: (subject) => ({
      cause: `Deployment ${quoted(subject.ref.name)} has ${rollout(subject).available} of ${rollout(subject).desired} replicas available, all of the newest template`,
      ...base(subject),
      sameAs: 'healthy',
    }),
  }),
];
