import { DIAGNOSES, type Diagnosis } from '../../lib/diagnosis';
import type { Role } from '../../lib/diagnosis/classes/diagnosis';
import { INVALID_IMAGE_NAME } from '../../lib/diagnosis/classes/images/invalid-image-name';
import { READINESS_PROBE_FAILING } from '../../lib/diagnosis/classes/running/readiness-probe-failing';
import { UNSCHEDULABLE_PVC } from '../../lib/diagnosis/classes/scheduling/unschedulable-pvc';
import { DEPLOYMENT_UNAVAILABLE } from '../../lib/diagnosis/classes/workloads/deployment-unavailable';
import { objectOf } from '../../lib/kubernetes/views/json';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { changed, objectsOf, ownedBy, reportOn, titleOf } from './examples/examples';

const [readiness] = READINESS_PROBE_FAILING as readonly [Diagnosis];
const [notReady] = objectsOf(readiness) as readonly [Manifest];
const [unbound] = objectsOf(UNSCHEDULABLE_PVC) as readonly [Manifest];
const [deployment] = objectsOf(DEPLOYMENT_UNAVAILABLE) as readonly [Manifest];

/** The evidence of a diagnosis, with a pod below its object that fails, or one that mounts it and cannot be placed. */
function explained(diagnosis: Diagnosis): readonly Manifest[] {
  const [object, ...rest] = objectsOf(diagnosis) as readonly [Manifest, ...Manifest[]];
  const pod = object.kind === 'PersistentVolumeClaim' ? unbound : ownedBy(object, notReady, 'failing');
  return [object, ...rest, pod];
}

/** The evidence of a diagnosis, with a Deployment above its object that lacks pods. */
function explaining(diagnosis: Diagnosis): readonly Manifest[] {
  const [object, ...rest] = objectsOf(diagnosis) as readonly [Manifest, ...Manifest[]];
  return [deployment, ownedBy(deployment, object, String(objectOf(object.metadata).name)), ...rest];
}

/** The class of each entry, with the classes that it explains. */
function told(diagnosis: Diagnosis, objects: readonly Manifest[], diagnoses: readonly Diagnosis[]) {
  return reportOn(diagnosis, objects, diagnoses).diagnoses.map((entry) => [
    entry.class,
    ...entry.symptoms.map((symptom) => symptom.class),
  ]);
}

/** What is told of both examples. */
const toldOfBoth = (diagnosis: Diagnosis, diagnoses: readonly Diagnosis[]) => [
  told(diagnosis, explained(diagnosis), diagnoses),
  told(diagnosis, explaining(diagnosis), diagnoses),
];

/** The roles that each role is not: a list of its own, so that no diagnosis can trade its role unseen. */
const OTHER_ROLES: Readonly<Record<Role, readonly Role[]>> = {
  cause: ['alone', 'symptom', 'link'],
  symptom: ['alone', 'cause'],
  link: ['alone', 'cause', 'symptom'],
  alone: ['symptom', 'link'],
};

const cases = DIAGNOSES.flatMap((diagnosis) =>
  OTHER_ROLES[diagnosis.role].map((role) => [titleOf(diagnosis), diagnosis.role, role, diagnosis] as const),
);

test.each(cases)('%s is told otherwise as soon as its role is not %s but %s', (_title, _role, other, diagnosis) => {
  const asWritten = toldOfBoth(diagnosis, DIAGNOSES);
  expect(toldOfBoth(diagnosis, changed(diagnosis, { role: other }))).not.toEqual(asWritten);
});

const symptoms = DIAGNOSES.filter(({ role }) => role === 'symptom' || role === 'link');

test.each(symptoms.map((each) => [titleOf(each), each] as const))('%s is told beside its cause', (_title, each) => {
  const entries = told(each, explained(each), DIAGNOSES);
  expect(entries).toHaveLength(1);
  expect(entries[0]?.slice(1)).toEqual([each.id]);
});

const causes = DIAGNOSES.filter(({ role }) => role === 'cause' || role === 'link');

test.each(causes.map((each) => [titleOf(each), each] as const))('%s explains the Deployment', (_title, each) => {
  expect(told(each, explaining(each), DIAGNOSES)).toEqual([[each.id, 'DeploymentUnavailable']]);
});

describe('of a pod with one more container that fails', () => {
  const [initImage] = INVALID_IMAGE_NAME as readonly [Diagnosis];
  const [{ spec, status }] = objectsOf(initImage) as readonly [Manifest];
  const [initContainers, initContainerStatuses] = [
    objectOf(spec).initContainers,
    objectOf(status).initContainerStatuses,
  ];

  /** The pod of a diagnosis, with an init container before it whose image reference cannot be read. */
  function withInit(diagnosis: Diagnosis): readonly Manifest[] {
    const [pod, ...rest] = objectsOf(diagnosis) as readonly [Manifest, ...Manifest[]];
    return [
      {
        ...pod,
        spec: { ...objectOf(pod.spec), initContainers },
        status: { ...objectOf(pod.status), initContainerStatuses },
      },
      ...rest,
    ];
  }

  const ofPods = DIAGNOSES.filter(({ kinds, outcome }) => kinds.includes('Pod') && outcome === 'failed');
  const apps = ofPods.filter(({ perContainer, initOf }) => perContainer === true && initOf === undefined);
  const wholes = ofPods.filter((each) => ['NotReady', 'Failed', 'HighRestartCount'].includes(each.id));

  test.each(apps.map((each) => [each.id, each] as const))('%s is told as well', (_id, each) => {
    expect(told(each, withInit(each), DIAGNOSES)).toEqual([[initImage.id], [each.id]]);
    expect(told(each, withInit(each), changed(each, { perContainer: undefined }))).toEqual([[initImage.id]]);
  });

  test.each(wholes.map((each) => [each.id, each] as const))('%s is not: it is of the whole pod', (_id, each) => {
    expect(told(each, withInit(each), DIAGNOSES)).toEqual([[initImage.id]]);
    expect(told(each, withInit(each), changed(each, { perContainer: true }))).toEqual([[initImage.id], [each.id]]);
  });
});

test('who only shows what another explains, who explains and shows, and who stands alone, is said here once more', () => {
  const idsOf = (role: Role) =>
    [...new Set(DIAGNOSES.flatMap((each) => (each.role === role ? each.id : [])))].sort().join(' ');
  expect(idsOf('link')).toBe(
    'JobBackoffLimitExceeded JobDeadlineExceeded JobFailed JobFailedIndexes JobPodFailurePolicy',
  );
  expect(idsOf('symptom')).toBe(
    'CronJobLastRunFailed DaemonSetProgressing DaemonSetUnavailable DeploymentNotProgressing DeploymentProgressDeadlineExceeded ' +
      'DeploymentProgressing DeploymentReplicaFailure DeploymentUnavailable Healthy JobRunning NotReady PVCLost PVCPending ' +
      'PVCResizePending StatefulSetProgressing StatefulSetStuck Terminating TerminatingStuck',
  );
  expect(idsOf('alone')).toBe(
    'ContainerCreating CronJobNeverScheduled CronJobSuspended DaemonSetHealthy DeploymentHealthy DeploymentPaused Healthy ' +
      'HighRestartCount Init:InProgress JobComplete JobSuspended NotReady Pending SchedulingGated ServiceLoadBalancerPending ' +
      'StatefulSetHealthy Succeeded Terminating TerminatingStuck',
  );
});
