import { dnsLabel, pathSegment } from '../names';
import { validateResourceName } from '../pod/resource-names';
import { amountOf } from '../quantities';
import type { Report } from '../report';
import type { MetricIdentifier, MetricSpec, MetricTarget } from '../structure/generated/types';
import { validateReference } from './object-reference';

/** The member of a metric by its type, in the order in which the API server looks at them. */
const MEMBERS = {
  Object: 'object',
  External: 'external',
  Pods: 'pods',
  Resource: 'resource',
  ContainerResource: 'containerResource',
} as const;

/** Source: autoscaling/validation validateMetricSpec. */
export function validateMetrics(metrics: readonly MetricSpec[], path: string, report: Report): void {
  metrics.forEach((metric, index) => {
    const at = `${path}[${index}]`;
    const { type = '' } = metric;
    const expected = Object.hasOwn(MEMBERS, type) ? MEMBERS[type as keyof typeof MEMBERS] : undefined;
    if (type === '') report.required(`${at}.type`);
    else report.oneOf(`${at}.type`, type, Object.keys(MEMBERS));
    const present = Object.values(MEMBERS).filter((member) => metric[member] !== undefined);
    const [first] = present;
    if (first !== undefined) validateMember(metric, first, at, report);
    if (expected !== undefined && metric[expected] === undefined)
      report.required(`${at}.${expected}`, `the type is ${type}`);
    if (present.length === 1) return;
    for (const member of present.filter((each) => each !== expected))
      report.forbidden(`${at}.${member}`, `must not be set with type ${type}`);
  });
}

function validateMember(
  metric: MetricSpec,
  member: (typeof MEMBERS)[keyof typeof MEMBERS],
  path: string,
  report: Report,
): void {
  const at = `${path}.${member}`;
  const { object, external, pods, resource, containerResource } = metric;
  const target = metric[member]?.target ?? {};
  if (member === 'object') {
    validateReference(object?.describedObject ?? {}, false, `${at}.describedObject`, report);
    validateIdentifier(object?.metric ?? {}, `${at}.metric`, report);
  } else if (member === 'external') validateIdentifier(external?.metric ?? {}, `${at}.metric`, report);
  else if (member === 'pods') validateIdentifier(pods?.metric ?? {}, `${at}.metric`, report);
  else if (member === 'resource') {
    if ((resource?.name ?? '') === '') report.required(`${at}.name`);
  } else {
    const { name = '', container = '' } = containerResource ?? {};
    if (name === '') report.required(`${at}.name`);
    else validateResourceName(name, `${at}.name`, report);
    if (container === '') report.required(`${at}.container`);
    else report.invalidFor(`${at}.container`, container, dnsLabel(container));
  }
  validateTarget(target, `${at}.target`, report);
  validateTargetFits(target, member, `${at}.target`, report);
}

function validateIdentifier({ name = '' }: MetricIdentifier, path: string, report: Report): void {
  if (name === '') report.required(`${path}.name`);
  else report.invalidFor(`${path}.name`, name, pathSegment(name));
}

function validateTarget(
  { type = '', value, averageValue, averageUtilization }: MetricTarget,
  path: string,
  report: Report,
): void {
  if (type === '') report.required(`${path}.type`);
  if (!['Utilization', 'Value', 'AverageValue'].includes(type))
    report.invalid(`${path}.type`, type, 'must be "Utilization", "Value" or "AverageValue"');
  if (value !== undefined && amountOf(value) <= 0n) report.invalid(`${path}.value`, value, 'must be more than 0');
  if (averageValue !== undefined && amountOf(averageValue) <= 0n)
    report.invalid(`${path}.averageValue`, averageValue, 'must be more than 0');
  if (averageUtilization !== undefined && averageUtilization < 1)
    report.invalid(`${path}.averageUtilization`, averageUtilization, 'must be more than 0');
}

/** Each kind of metric can be aimed at some of the numbers only; the type of the target is not looked at. */
function validateTargetFits(target: MetricTarget, member: string, path: string, report: Report): void {
  const { value, averageValue, averageUtilization } = target;
  if (member === 'pods') {
    if (averageValue === undefined) report.required(`${path}.averageValue`);
  } else if (member === 'object' || member === 'external') {
    if (value === undefined && averageValue === undefined)
      report.required(`${path}.averageValue`, 'a value or an averageValue is needed');
    if (member === 'external' && value !== undefined && averageValue !== undefined)
      report.forbidden(`${path}.value`, 'must not be set beside averageValue');
  } else {
    if (averageUtilization === undefined && averageValue === undefined)
      report.required(`${path}.averageUtilization`, 'an averageUtilization or an averageValue is needed');
    if (averageUtilization !== undefined && averageValue !== undefined)
      report.forbidden(`${path}.averageValue`, 'must not be set beside averageUtilization');
  }
}
