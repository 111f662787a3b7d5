import { dnsSubdomain } from '../names';
import { validatePodTemplate } from '../pod/pod-template';
import { validateNonnegative } from '../quantities';
import type { Report } from '../report';
import type { JobSpec } from '../structure/generated/types';
import { validatePodFailurePolicy } from './pod-failure-policy';
import { validateSuccessPolicy } from './success-policy';

const MOST_PARALLEL_INDEXED = 100_000;
const MANY_COMPLETIONS = 100_000;
const MOST_FOR_MANY = 10_000;

const COUNTS = [
  'parallelism',
  'completions',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
  'backoffLimitPerIndex',
  'maxFailedIndexes',
] as const;

/** What is checked of a Job and of the template of a CronJob. Source: batch/validation validateJobSpec. */
export function validateJobSpec(spec: JobSpec, path: string, report: Report): void {
  for (const field of COUNTS) validateNonnegative(spec[field], `${path}.${field}`, report);
  if (spec.maxFailedIndexes !== undefined && spec.backoffLimitPerIndex === undefined)
    report.required(`${path}.backoffLimitPerIndex`, 'maxFailedIndexes needs it');
  if (spec.managedBy !== undefined) validateManagedBy(spec.managedBy, `${path}.managedBy`, report);
  validateCompletionMode(spec, path, report);
  if (spec.podFailurePolicy !== undefined) validatePodFailurePolicy(spec, `${path}.podFailurePolicy`, report);
  if (spec.successPolicy !== undefined) {
    if (spec.completionMode === 'Indexed') validateSuccessPolicy(spec, `${path}.successPolicy`, report);
    else report.invalid(`${path}.successPolicy`, spec.successPolicy, 'needs completionMode Indexed');
  }
  if (spec.podReplacementPolicy !== undefined) {
    const allowed = spec.podFailurePolicy === undefined ? ['Failed', 'TerminatingOrFailed'] : ['Failed'];
    report.oneOf(`${path}.podReplacementPolicy`, spec.podReplacementPolicy, allowed);
  }
  validatePodTemplate(spec.template ?? {}, `${path}.template`, report);
  validateRestartPolicy(spec, `${path}.template.spec.restartPolicy`, report);
}

function validateRestartPolicy({ template, podFailurePolicy }: JobSpec, path: string, report: Report): void {
  const restartPolicy = template?.spec?.restartPolicy ?? '';
  if (restartPolicy === '' || restartPolicy === 'Always')
    report.required(path, 'a Job needs "OnFailure" or "Never"; left out, it is "Always"');
  else if (restartPolicy !== 'OnFailure' && restartPolicy !== 'Never')
    report.notSupported(path, restartPolicy, ['OnFailure', 'Never']);
  else if (podFailurePolicy !== undefined && restartPolicy !== 'Never')
    report.invalid(path, restartPolicy, 'must be "Never" beside a podFailurePolicy');
}

const URL_PATH = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/;

function validateManagedBy(name: string, path: string, report: Report): void {
  const slash = name.indexOf('/');
  if (name === '') report.required(path);
  else if (slash < 1 || slash === name.length - 1) report.invalid(path, name, 'must be a domain, "/" and a path');
  else {
    report.invalidFor(path, name, dnsSubdomain(name.slice(0, slash)));
    if (!URL_PATH.test(name.slice(slash + 1))) report.invalid(path, name, 'must have the path of a URL after its "/"');
  }
  if (name.length > 63) report.tooLong(path, '63 characters');
}

function validateCompletionMode(spec: JobSpec, path: string, report: Report): void {
  const { completionMode, backoffLimitPerIndex, maxFailedIndexes } = spec;
  if (completionMode !== undefined) report.oneOf(`${path}.completionMode`, completionMode, ['Indexed', 'NonIndexed']);
  if (completionMode === 'Indexed') validateIndexed(spec, path, report);
  if (completionMode !== undefined && completionMode !== 'NonIndexed') return;
  const why = 'needs completionMode Indexed';
  if (backoffLimitPerIndex !== undefined) report.invalid(`${path}.backoffLimitPerIndex`, backoffLimitPerIndex, why);
  if (maxFailedIndexes !== undefined) report.invalid(`${path}.maxFailedIndexes`, maxFailedIndexes, why);
}

function validateIndexed(spec: JobSpec, path: string, report: Report): void {
  const { completions, parallelism = 0, maxFailedIndexes, backoffLimitPerIndex } = spec;
  if (completions === undefined) report.required(`${path}.completions`, 'completionMode Indexed needs it');
  if (parallelism > MOST_PARALLEL_INDEXED)
    report.invalid(
      `${path}.parallelism`,
      parallelism,
      `must be at most ${MOST_PARALLEL_INDEXED} with completionMode Indexed`,
    );
  const at = `${path}.maxFailedIndexes`;
  if (completions !== undefined && maxFailedIndexes !== undefined && maxFailedIndexes > completions)
    report.invalid(at, maxFailedIndexes, `must be at most completions (${completions})`);
  if (maxFailedIndexes !== undefined && maxFailedIndexes > MOST_PARALLEL_INDEXED)
    report.invalid(at, maxFailedIndexes, `must be at most ${MOST_PARALLEL_INDEXED}`);
  if (completions === undefined || completions <= MANY_COMPLETIONS || backoffLimitPerIndex === undefined) return;
  const why = `with backoffLimitPerIndex and more than ${MANY_COMPLETIONS} completions`;
  if (maxFailedIndexes === undefined) report.required(at, `a Job ${why} needs it`);
  else if (maxFailedIndexes > MOST_FOR_MANY)
    report.invalid(at, maxFailedIndexes, `must be at most ${MOST_FOR_MANY} ${why}`);
  if (parallelism > MOST_FOR_MANY)
    report.invalid(`${path}.parallelism`, parallelism, `must be at most ${MOST_FOR_MANY} ${why}`);
}
