import type { Report } from '../report';
import type { Container } from '../structure/generated/types';

/** Source: core/validation validateContainerRestartPolicy. */
export function validateContainerRestart(container: Container, path: string, report: Report): void {
  const { restartPolicy, restartPolicyRules = [] } = container;
  if (restartPolicy === undefined) {
    if (restartPolicyRules.length === 0) return;
    report.required(`${path}.restartPolicy`, 'restartPolicyRules need one');
  } else report.oneOf(`${path}.restartPolicy`, restartPolicy, ['Always', 'Never', 'OnFailure']);

  const at = `${path}.restartPolicyRules`;
  if (restartPolicyRules.length > 20) report.tooMany(at, restartPolicyRules.length, 20);
  const actions = report.has('RestartAllContainersOnContainerExits')
    ? ['Restart', 'RestartAllContainers']
    : ['Restart'];
  restartPolicyRules.forEach(({ action, exitCodes }, index) => {
    report.oneOf(`${at}[${index}].action`, action, actions);
    if (exitCodes === undefined) {
      report.required(`${at}[${index}].exitCodes`);
      return;
    }
    report.oneOf(`${at}[${index}].exitCodes.operator`, exitCodes.operator, ['In', 'NotIn']);
    const count = exitCodes.values?.length ?? 0;
    if (count > 255) report.tooMany(`${at}[${index}].exitCodes.values`, count, 255);
  });
}

/** Source: core/validation validateInitContainerRestartPolicy. */
export function validateInitContainerRestart(container: Container, path: string, report: Report): void {
  const { restartPolicy, restartPolicyRules = [] } = container;
  if (restartPolicy === undefined) {
    if (restartPolicyRules.length > 0) report.required(`${path}.restartPolicy`, 'restartPolicyRules need one');
  } else if (!report.has('ContainerRestartRules')) {
    report.oneOf(`${path}.restartPolicy`, restartPolicy, ['Always']);
  } else if (restartPolicy !== 'Always' || report.has('RestartAllContainersOnContainerExits')) {
    validateContainerRestart(container, path, report);
  } else if (restartPolicyRules.length > 0) {
    report.forbidden(`${path}.restartPolicyRules`, 'must not be set on an init container with restartPolicy Always');
  }
}
