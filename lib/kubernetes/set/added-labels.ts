import type { Workload } from '../views/workload';
import type { Selector } from './selector';

const POD_NAME = 'statefulset.kubernetes.io/pod-name';
const JOB_NAMES = ['job-name', 'batch.kubernetes.io/job-name'] as const;

/** Labels that controllers put on pods, and whose values no manifest tells: every pod of the kind has one. */
const OF_ANY_VALUE: ReadonlySet<string> = new Set([
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/job-completion-index',
  'controller-revision-hash',
  'pod-template-hash',
  'rollouts-pod-template-hash',
]);

/**
 * The labels of a workload's pods: those of its template, and those that its controller adds and that can be told. Of
 * the pods `db-0`, `db-1` of a StatefulSet only the common `db` is kept: see {@link withoutAddedLabels}.
 */
export function podLabelsOf({ kind, ref, template }: Workload): Readonly<Record<string, string>> {
  const name = ref.name ?? '';
  if (kind === 'StatefulSet') return { ...template.labels, [POD_NAME]: name };
  if (kind !== 'Job') return template.labels;
  return { ...template.labels, ...Object.fromEntries(JOB_NAMES.map((key) => [key, name])) };
}

/** A selector as it can be matched with {@link podLabelsOf}; undefined where nothing is left of it. */
export function withoutAddedLabels(selector: Selector): Selector | undefined {
  const left = selector
    .filter(({ key }) => !OF_ANY_VALUE.has(key))
    .map((requirement) =>
      requirement.key === POD_NAME
        ? { ...requirement, values: requirement.values.map((value) => value.replace(/-\d+$/, '')) }
        : requirement,
    );
  return left.length === 0 ? undefined : left;
}
