import { count } from '../../../kubernetes/text/count';
import { showEvent } from '../../evidence/cluster-event';
import { JOB_PAGES, jobProof, podsOf } from '../../reading/job-status';
import { inQuotes } from '../../telling/printable';
import { defineDiagnosis } from '../diagnosis';
import { yaml } from '../yaml';

export const JOB_RUNNING = defineDiagnosis({
  id: 'JobRunning',
  topic: 'jobs',
  kinds: ['Job'],
  outcome: 'waiting',
  role: 'symptom',
  title: 'The Job is running',
  why: 'It has neither completed nor failed yet.',
  fix: 'Wait; failed pods are retried after 10 s, then after twice as long each time.',
  see: JOB_PAGES,
  evidence: yaml`
    apiVersion: batch/v1
    kind: Job
    metadata: { name: reindex, namespace: shop }
    spec: { backoffLimit: 2 }
    status: { active: 1 }
  `,
  match(subject, evidence) {
    const { status, ref } = subject;
    const event = podsOf(status.active) === 0 ? evidence.event(subject, { reason: 'FailedCreate' }) : undefined;
    const failed = podsOf(status.failed);
    const tries = failed === 0 ? '' : `, after ${count(failed, 'failed pod')}`;
    const refused = event === undefined ? '' : '; the API server refuses its pods';
    return {
      cause: `Job ${inQuotes(ref.name)} is running: ${count(podsOf(status.active), 'pod')} active, ${podsOf(status.succeeded)} succeeded${tries}${refused}`,
      ...jobProof(subject),
      ...(event === undefined ? {} : { proof: [showEvent(event)] }),
      ...(failed > 0 || event !== undefined ? { severity: 'warning' as const } : {}),
      sameAs: 'running',
    };
  },
});
