import { dnsLabel } from '../names';
import type { AnyContainer, PodContext } from './context';
import { validateEnv, validateEnvFrom } from './env';
import { validatePorts } from './ports';
import { validateResizePolicy } from './resize-policy';
import { validateResources } from './resources';
import { validateSecurityContext } from './security-context';
import { validateVolumeDevices, validateVolumeMounts } from './volume-mounts';

export const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** What is checked of regular, init and ephemeral containers alike. Source: core/validation validateContainerCommon. */
export function validateContainer(container: AnyContainer, path: string, context: PodContext): void {
  const { report, spec } = context;
  const { name = '', image = '' } = container;
  if (name === '') report.required(`${path}.name`);
  else report.invalidFor(`${path}.name`, name, dnsLabel(name));
  if (image === '') report.required(`${path}.image`);
  report.oneOf(`${path}.terminationMessagePolicy`, container.terminationMessagePolicy, [
    'FallbackToLogsOnError',
    'File',
  ]);
  validatePorts(container.ports ?? [], `${path}.ports`, report);
  validateEnv(container.env ?? [], `${path}.env`, report);
  validateEnvFrom(container.envFrom ?? [], `${path}.envFrom`, report);
  validateVolumeMounts(container, `${path}.volumeMounts`, context);
  validateVolumeDevices(container, `${path}.volumeDevices`, context);
  report.oneOf(`${path}.imagePullPolicy`, container.imagePullPolicy, PULL_POLICIES);
  const claimNames = new Set((spec.resourceClaims ?? []).flatMap((claim) => claim.name || []));
  validateResources(container.resources ?? {}, claimNames, `${path}.resources`, report);
  validateResizePolicy(container.resizePolicy ?? [], spec.restartPolicy, `${path}.resizePolicy`, report);
  if (container.securityContext !== undefined)
    validateSecurityContext(container.securityContext, spec.hostUsers ?? true, `${path}.securityContext`, report);
}

/** Source: core/validation validateContainerOnlyForPod: a template may have blanks around an image, a Pod may not. */
export function validateImageOfPod({ image = '' }: AnyContainer, path: string, { report }: PodContext): void {
  if (image.length !== image.trim().length) report.invalid(`${path}.image`, image, 'must not have blanks around it');
}
