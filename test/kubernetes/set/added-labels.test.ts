import { podLabelsOf, withoutAddedLabels } from '../../../lib/kubernetes/set/added-labels';
import { fromLabels } from '../../../lib/kubernetes/set/selector';
import { workloadOf } from '../../../lib/kubernetes/views/workload';

const labelsOf = (apiVersion: string, kind: string) => {
  const template = { metadata: { labels: { app: 'db' } } };
  const workload = workloadOf({ apiVersion, kind, metadata: { name: 'db' }, spec: { template } });
  return workload && podLabelsOf(workload);
};

test('a StatefulSet and a Job label their pods with their name', () => {
  expect(labelsOf('apps/v1', 'StatefulSet')).toEqual({ app: 'db', 'statefulset.kubernetes.io/pod-name': 'db' });
  expect(labelsOf('batch/v1', 'Job')).toEqual({ app: 'db', 'job-name': 'db', 'batch.kubernetes.io/job-name': 'db' });
  expect(labelsOf('apps/v1', 'Deployment')).toEqual({ app: 'db' });
});

test('a pod of a StatefulSet is asked for by the name of the set, a hash not at all', () => {
  const left = (labels: Record<string, string>) => withoutAddedLabels(fromLabels(labels));
  expect(left({ app: 'db', 'pod-template-hash': 'abc' })).toEqual(fromLabels({ app: 'db' }));
  expect(left({ 'statefulset.kubernetes.io/pod-name': 'my-db-12' })).toEqual(
    fromLabels({ 'statefulset.kubernetes.io/pod-name': 'my-db' }),
  );
  expect(left({ 'pod-template-hash': 'abc' })).toBeUndefined();
  expect(left({})).toBeUndefined();
});
