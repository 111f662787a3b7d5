import type { Report } from '../report';
import type { ContainerResizePolicy } from '../structure/generated/types';

/** Source: core/validation validateResizePolicy; most of its complaints have the path of the whole list. */
export function validateResizePolicy(
  policies: readonly ContainerResizePolicy[],
  podRestartPolicy: string | undefined,
  path: string,
  report: Report,
): void {
  const seen = new Set<string>();
  policies.forEach(({ resourceName = '', restartPolicy = '' }, index) => {
    if (seen.has(resourceName)) report.duplicate(`${path}[${index}]`, resourceName);
    seen.add(resourceName);
    if (resourceName === '') report.required(path, 'a resize policy needs a resourceName');
    else report.oneOf(path, resourceName, ['cpu', 'memory']);
    if (restartPolicy === '') report.required(path, 'a resize policy needs a restartPolicy');
    else report.oneOf(path, restartPolicy, ['NotRequired', 'RestartContainer']);
    if (podRestartPolicy === 'Never' && restartPolicy !== 'NotRequired')
      report.invalid(path, restartPolicy, 'must be "NotRequired" in a pod with restartPolicy Never');
  });
}
