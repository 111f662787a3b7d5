import { qualifiedName } from '../names';
import type { Report } from '../report';
import type {
  JobSpec,
  PodFailurePolicyOnExitCodesRequirement,
  PodFailurePolicyOnPodConditionsPattern,
} from '../structure/generated/types';

const ACTIONS = ['Count', 'FailIndex', 'FailJob', 'Ignore'];

/** Source: batch/validation validatePodFailurePolicy. */
export function validatePodFailurePolicy(spec: JobSpec, path: string, report: Report): void {
  const rules = spec.podFailurePolicy?.rules ?? [];
  if (rules.length > 20) report.tooMany(`${path}.rules`, rules.length, 20);
  const { containers = [], initContainers = [] } = spec.template?.spec ?? {};
  const names = new Set([...containers, ...initContainers].map(({ name = '' }) => name));
  rules.forEach(({ action = '', onExitCodes, onPodConditions = [] }, index) => {
    const at = `${path}.rules[${index}]`;
    if (action === '') report.required(`${at}.action`);
    else if (action !== 'FailIndex') report.oneOf(`${at}.action`, action, ACTIONS);
    else if (spec.backoffLimitPerIndex === undefined)
      report.invalid(`${at}.action`, action, 'needs backoffLimitPerIndex');
    if (onExitCodes !== undefined) validateExitCodes(onExitCodes, names, `${at}.onExitCodes`, report);
    validateConditions(onPodConditions, `${at}.onPodConditions`, report);
    if ((onExitCodes !== undefined) === onPodConditions.length > 0)
      report.invalid(at, rules[index], 'must have one of onExitCodes and onPodConditions');
  });
}

function validateConditions(
  patterns: readonly PodFailurePolicyOnPodConditionsPattern[],
  path: string,
  report: Report,
): void {
  if (patterns.length > 20) report.tooMany(path, patterns.length, 20);
  patterns.forEach(({ type = '', status = '' }, index) => {
    const at = `${path}[${index}]`;
    report.invalidFor(`${at}.type`, type, qualifiedName(type));
    if (status === '') report.required(`${at}.status`);
    else report.oneOf(`${at}.status`, status, ['False', 'True', 'Unknown']);
  });
}

function validateExitCodes(
  { operator = '', containerName, values = [] }: PodFailurePolicyOnExitCodesRequirement,
  names: ReadonlySet<string>,
  path: string,
  report: Report,
): void {
  if (operator === '') report.required(`${path}.operator`);
  else report.oneOf(`${path}.operator`, operator, ['In', 'NotIn']);
  if (containerName !== undefined && !names.has(containerName))
    report.invalid(`${path}.containerName`, containerName, 'must be the name of a container of the template');
  const at = `${path}.values`;
  if (values.length === 0) report.invalid(at, values, 'must have at least one exit code');
  else if (values.length > 255) report.tooMany(at, values.length, 255);
  values.forEach((value, index) => {
    if (operator === 'In' && value === 0) report.invalid(`${at}[${index}]`, value, 'must not be 0 with operator In');
    if (values.indexOf(value) < index) report.duplicate(`${at}[${index}]`, value);
  });
  if (values.some((value, index) => value < (values[index - 1] ?? value)))
    report.invalid(at, values, 'must be in ascending order');
}
