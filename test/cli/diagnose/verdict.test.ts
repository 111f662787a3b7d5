import { parseAllDocuments } from 'yaml';
import { Rollout } from '../../../lib/cli/diagnose/live/verdict';
import { DIAGNOSES, type DiagnosisEntry, type DiagnosisReport, diagnose } from '../../../lib/diagnosis';
import type { Manifest } from '../../../lib/kubernetes/manifest';

/** The report on the evidence of a class. */
function reportOn(id: string): DiagnosisReport {
  const evidence = DIAGNOSES.find((each) => each.id === id)?.evidence ?? '';
  return diagnose(parseAllDocuments(evidence).map((document) => document.toJS() as Manifest));
}

/** The verdict that first decides, and after how many seconds of an unchanged report. */
function decided(report: DiagnosisReport): readonly [string, number | undefined] {
  const rollout = new Rollout();
  for (let seconds = 0; seconds <= 300; seconds += 1) {
    const { type } = rollout.verdict(report, seconds);
    if (type !== 'under-way') return [type, seconds];
  }
  return ['under-way', undefined];
}

test.each([
  ['InvalidImageName', 0],
  ['DeploymentProgressDeadlineExceeded', 0],
  ['JobBackoffLimitExceeded', 0],
  ['CrashLoopBackOff', 5],
  ['ErrImagePull', 10],
  ['DeploymentReplicaFailure', 10],
  ['FailedMount', 60],
  ['UnschedulableCPU', 90],
  ['ReadinessProbeFailing', 120],
])('a rollout is lost where %s lasts %d s', (id, seconds) => {
  expect(decided(reportOn(id))).toEqual(['cannot-succeed', seconds]);
});

test.each(['DeploymentHealthy', 'JobComplete', 'HighRestartCount'])('%s is a complete rollout', (id) => {
  expect(decided(reportOn(id))).toEqual(['complete', 0]);
});

test.each(['DeploymentProgressing', 'ContainerCreating', 'Pending'])('%s goes on', (id) => {
  expect(decided(reportOn(id))).toEqual(['under-way', undefined]);
});

test('the time of a pull error runs on while its state goes to and fro', () => {
  const rollout = new Rollout();
  const [trying, waiting] = [reportOn('ErrImagePull'), reportOn('ImagePullBackOff')];
  const types = Array.from(
    { length: 11 },
    (_unused, second) => rollout.verdict(second % 2 === 0 ? trying : waiting, second).type,
  );
  expect(types.indexOf('cannot-succeed')).toBe(10);
});

test('a cause that passes starts anew when it comes back', () => {
  const rollout = new Rollout();
  const [crashing, creating] = [reportOn('CrashLoopBackOff'), reportOn('ContainerCreating')];
  expect(rollout.verdict(crashing, 0).type).toBe('under-way');
  expect(rollout.verdict(creating, 4).type).toBe('under-way');
  expect(rollout.verdict(crashing, 6).type).toBe('under-way');
  expect(rollout.verdict(crashing, 11).type).toBe('cannot-succeed');
});

test('a failed pod of a Job is tried again until the Job gives up', () => {
  const failed = reportOn('Failed');
  const [entry] = failed.diagnoses as readonly [DiagnosisEntry];
  const ofJob = { ...entry, owner: { apiVersion: 'batch/v1', kind: 'Job', namespace: 'shop', name: 'reindex' } };
  expect(decided({ ...failed, diagnoses: [ofJob] })).toEqual(['under-way', undefined]);
  const given = { class: 'JobBackoffLimitExceeded', object: ofJob.owner, cause: '' };
  expect(decided({ ...failed, diagnoses: [{ ...ofJob, symptoms: [given] }] })).toEqual(['cannot-succeed', 0]);
});
