import { listOf, objectOf } from '../../kubernetes/views/json';
import { annotationsOf, type Manifest } from '../../kubernetes/views/manifest';
import { ANNOTATION } from '../../lifecycle/annotations';
import { isJob } from '../reading/subjects';
import { defineRule } from '../rule';

/** Who else deletes a job: Helm and Argo CD their hooks. Our own constructs name a changed job anew. */
const OTHERWISE_DELETED = ['helm.sh/hook', 'argocd.argoproj.io/hook', ANNOTATION.construct];

export const jobIsCleanedUp = defineRule({
  id: 'job-is-cleaned-up',
  topic: 'jobs',
  since: '0.1.0',
  severity: 'info',
  title: 'A finished job is deleted in time',
  why: 'A Job stays with its pods until somebody deletes it. One that is created again and again fills the API server, and its name is taken for the next.',
  fix: 'Set `ttlSecondsAfterFinished`, such as 86400. Leave it out where a GitOps controller would create, and so run, the job again.',
  see: ['https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/'],
  bad: `
apiVersion: batch/v1
kind: Job
metadata: { name: report }
spec:
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: report, image: 'registry.example.com/report:2.0.1' }]
`,
  good: `
apiVersion: batch/v1
kind: Job
metadata: { name: report }
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: report, image: 'registry.example.com/report:2.0.1' }]
`,
  looksAt: (object, context) => isJob(object, context) && object.workload.kind === 'Job',
  *check({ manifest, workload }) {
    const ttl = workload?.spec.ttlSecondsAfterFinished;
    if ((ttl !== undefined && ttl !== null) || isDeletedOtherwise(manifest)) return;
    yield { message: 'the job and its pods stay after it has finished, until somebody deletes them', path: 'spec' };
  },
});

function isDeletedOtherwise(manifest: Manifest): boolean {
  const annotations = annotationsOf(manifest);
  if (OTHERWISE_DELETED.some((key) => annotations[key] !== undefined)) return true;
  return listOf(objectOf(manifest.metadata).ownerReferences).length > 0;
}
