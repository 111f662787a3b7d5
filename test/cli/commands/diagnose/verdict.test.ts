import { Rollout } from '../../../../lib/cli/commands/diagnose/live/verdict';
import { DIAGNOSES, type Diagnosis, type DiagnosisEntry, type DiagnosisReport } from '../../../../lib/diagnosis';
import { changed, objectsOf, reportOn, titleOf } from '../../../diagnosis/examples/examples';

const named = (id: string) => DIAGNOSES.find((each) => each.id === id) as Diagnosis;
const own = (diagnosis: Diagnosis) => reportOn(diagnosis, objectsOf(diagnosis));

/** The verdict that first decides, and after how many seconds of an unchanged report. */
function decided(report: DiagnosisReport, diagnoses = DIAGNOSES): readonly [string, number | undefined] {
  const rollout = new Rollout(diagnoses);
  for (let seconds = 0; seconds <= 300; seconds += 1) {
    const { type } = rollout.verdict(report, seconds);
    if (type !== 'under-way') return [type, seconds];
  }
  return ['under-way', undefined];
}

/** After how many seconds each failure ends a rollout; of the same patience as these are their classes with `Init:`. */
const PATIENCE: Readonly<Record<number, string>> = {
  0: 'InvalidImageName ErrImageNeverPull DeploymentProgressDeadlineExceeded JobBackoffLimitExceeded JobDeadlineExceeded JobFailedIndexes JobPodFailurePolicy JobFailed',
  5: 'RunContainerError CrashLoopBackOff OOMKilled PostStartHookError',
  10: 'ErrImagePull ImagePullBackOff CreateContainerConfigError ContainerCrashed ReplicaFailure DeploymentReplicaFailure StatefulSetStuck',
  60: 'FailedMount FailedAttachVolume',
  90: 'Unschedulable UnschedulableCPU UnschedulableMemory UnschedulableExtendedResource UnschedulablePVC UnschedulableVolumeAffinity UnschedulablePodAffinity UnschedulableTopologySpread UnschedulableNodeAffinity UnschedulableTooManyPods UnschedulableNodesCordoned UnschedulableTaint',
  120: 'NodeLost NodeShutdown NodeAdmissionRejected Unknown Evicted Preempted PodDeadlineExceeded TerminatingStuck CreateContainerError FailedCreatePodSandBox StartupProbeFailing LivenessProbeFailing ReadinessProbeFailing ReadinessGateNotReady Failed DeploymentNotProgressing DeploymentUnavailable DaemonSetUnavailable CronJobLastRunFailed',
};
/** No rollout waits for these; of the others that are left, each rollout waits as long as they last. */
const BESIDE = ['HighRestartCount', 'PVCLost', 'PVCPending', 'PVCResizePending'];

const CLAIM = 'PersistentVolumeClaim';
const stated = new Map(
  Object.entries(PATIENCE).flatMap(([seconds, ids]) => ids.split(' ').map((id) => [id, Number(seconds)] as const)),
);

test.each(DIAGNOSES.map((each) => [titleOf(each), each] as const))('the patience with %s', (_title, each) => {
  const { patience, kinds, initOf, id } = each;
  const isBeside = BESIDE.includes(id) || (kinds.includes(CLAIM) && id !== 'Healthy');
  expect(patience.seconds).toBe(
    isBeside ? Number.POSITIVE_INFINITY : (stated.get(initOf ?? id) ?? Number.POSITIVE_INFINITY),
  );
  expect(patience.beside === 'always').toBe(isBeside);
});

test('every class of the table is one', () => {
  const ids = new Set(DIAGNOSES.map(({ id }) => id));
  expect([...stated.keys(), ...BESIDE].filter((id) => !ids.has(id))).toEqual([]);
});

/** How each report on a class of its own ends. */
function expected({ outcome, patience }: Diagnosis, report: DiagnosisReport): readonly [string, number | undefined] {
  if (outcome === 'ok' || patience.beside === 'always') return ['complete', 0];
  const isError = report.diagnoses[0]?.severity === 'error';
  return isError && outcome === 'failed' ? ['cannot-succeed', patience.seconds] : ['under-way', undefined];
}

describe.each(DIAGNOSES.map((each) => [titleOf(each), each] as const))('a rollout with %s', (_title, each) => {
  const report = own(each);

  test('ends as it says', () => {
    expect(decided(report)).toEqual(expected(each, report));
  });

  test('ends otherwise where it says otherwise', () => {
    const patience = { seconds: 33, ...(each.patience.beside === 'always' ? {} : { beside: 'always' as const }) };
    const other = { ...each, patience };
    expect(decided(report, changed(each, other))).toEqual(expected(other, report));
  });
});

describe.each(['DeploymentProgressing', 'ContainerCreating', 'Pending'])('%s', (id) => {
  test('goes on', () => {
    expect(decided(own(named(id)))).toEqual(['under-way', undefined]);
  });
});

describe.each(['pull', 'crash'] as const)('the family %s', (family) => {
  const members = DIAGNOSES.filter((each) => each.family === family && each.initOf === undefined);

  test.each(members.map((each) => [each.id, each] as const))('adds up the time of %s', (_id, each) => {
    const other = members.find((member) => member !== each) as Diagnosis;
    const reports = [own(each), own(other)] as const;
    const inTurn = (diagnoses: readonly Diagnosis[]) => {
      const rollout = new Rollout(diagnoses);
      const types = Array.from({ length: 60 }, (_unused, second) => {
        const report = second % 2 === 0 ? reports[0] : reports[1];
        return rollout.verdict(report, second).type;
      });
      return types.indexOf('cannot-succeed');
    };
    const least = Math.min(
      each.patience.seconds + (each.patience.seconds % 2),
      other.patience.seconds + ((other.patience.seconds + 1) % 2),
    );
    expect(inTurn(DIAGNOSES)).toBe(least);
    expect(inTurn(changed(each, { family: undefined }))).toBe(-1);
  });
});

test('a cause that passes starts anew when it comes back', () => {
  const rollout = new Rollout();
  const [crashing, creating] = [own(named('CrashLoopBackOff')), own(named('ContainerCreating'))];
  expect(rollout.verdict(crashing, 0).type).toBe('under-way');
  expect(rollout.verdict(creating, 4).type).toBe('under-way');
  expect(rollout.verdict(crashing, 6).type).toBe('under-way');
  expect(rollout.verdict(crashing, 11).type).toBe('cannot-succeed');
});

test('a registry that does not answer in time has longer than one that refuses', () => {
  for (const id of ['ErrImagePull', 'ImagePullBackOff']) {
    const report = own(named(id));
    const [entry] = report.diagnoses as readonly [DiagnosisEntry];
    expect(decided({ ...report, diagnoses: [{ ...entry, field: null }] })).toEqual(['cannot-succeed', 120]);
  }
});

test('no rollout waits for what is only a warning any more: its pod is ready again', () => {
  const told = DIAGNOSES.filter(({ patience }) => patience.beside === 'as-warning');
  expect(told.map(({ id }) => id)).toEqual(['Init:OOMKilled', 'OOMKilled', 'LivenessProbeFailing']);
  for (const each of told) {
    const report = own(each);
    const [entry] = report.diagnoses as readonly [DiagnosisEntry];
    expect(decided({ ...report, diagnoses: [{ ...entry, severity: 'warning' }] })).toEqual(['complete', 0]);
  }
});

describe('in a Job', () => {
  const job = { apiVersion: 'batch/v1', kind: 'Job', namespace: 'shop', name: 'reindex' };
  const inJob = (each: Diagnosis, symptoms: DiagnosisEntry['symptoms'] = []) => {
    const report = own(each);
    const [entry] = report.diagnoses as readonly [DiagnosisEntry];
    return { ...report, diagnoses: [{ ...entry, owner: job, symptoms }] };
  };
  const tried = DIAGNOSES.filter(({ patience }) => patience.retriedByJobs === true);

  test('the ends of its pods are tried again', () => {
    expect(
      tried
        .filter(({ initOf }) => initOf === undefined)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['ContainerCrashed', 'CrashLoopBackOff', 'Failed', 'OOMKilled', 'PostStartHookError']);
  });

  test.each(tried.map((each) => [each.id, each] as const))('%s is, until the Job gives up', (_id, each) => {
    expect(decided(inJob(each))).toEqual(['under-way', undefined]);
    const gaveUp = { class: 'JobBackoffLimitExceeded', object: job, cause: '' };
    expect(decided(inJob(each, [gaveUp]))).toEqual(['cannot-succeed', 0]);
  });

  const final = DIAGNOSES.filter(({ patience }) => patience.final === true);

  test.each(final.map((each) => [each.id, each] as const))('%s is final beside its cause as well', (id, each) => {
    const failed = own(named('ReadinessProbeFailing'));
    const [entry] = failed.diagnoses as readonly [DiagnosisEntry];
    const symptom = { class: id, object: { ...job, kind: each.kinds[0] as string }, cause: '' };
    const report = { ...failed, diagnoses: [{ ...entry, symptoms: [symptom] }] };
    expect(decided(report)).toEqual(['cannot-succeed', 0]);
    expect(decided(report, changed(each, { patience: { seconds: 0 } }))).toEqual(['cannot-succeed', 120]);
  });
});
