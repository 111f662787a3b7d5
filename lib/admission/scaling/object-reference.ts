import { pathSegment } from '../names';
import type { Report } from '../report';
import type { CrossVersionObjectReference } from '../structure/generated/types';

/** Source: autoscaling/validation ValidateCrossVersionObjectReference; the API group is looked at from 1.34 on. */
export function validateReference(
  { kind = '', name = '', apiVersion = '' }: CrossVersionObjectReference,
  needsGroup: boolean,
  path: string,
  report: Report,
): void {
  if (kind === '') report.required(`${path}.kind`);
  else report.invalidFor(`${path}.kind`, kind, pathSegment(kind));
  if (name === '') report.required(`${path}.name`);
  else report.invalidFor(`${path}.name`, name, pathSegment(name));
  if (!report.isAtLeast(34)) return;
  const parts = apiVersion.split('/');
  if (parts.length > 2) report.invalid(`${path}.apiVersion`, apiVersion, 'must be like "apps/v1"');
  else if (needsGroup && (parts.length < 2 || parts[0] === '') && kind !== 'ReplicationController')
    report.invalid(`${path}.apiVersion`, apiVersion, 'must have a group, as "apps/v1" has');
}
