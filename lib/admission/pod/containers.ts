import type { Container, EphemeralContainer } from '../structure/generated/types';
import { validateContainer, validateImageOfPod } from './container';
import { validateContainerRestart, validateInitContainerRestart } from './container-restart';
import type { PodContext } from './context';
import { validateLifecycle } from './handlers';
import { validateHostPorts } from './ports';
import { validateProbes } from './probes';

/** Source: core/validation validateContainers. */
export function validateContainers(context: PodContext): void {
  const { spec, report } = context;
  const path = `${context.path}.containers`;
  const containers = spec.containers ?? [];
  if (containers.length === 0) report.required(path, 'a pod needs at least one container');
  const names = new Set<string>();
  containers.forEach((container, index) => {
    const at = `${path}[${index}]`;
    validateContainer(container, at, context);
    const { name = '' } = container;
    if (names.has(name)) report.duplicate(`${at}.name`, name);
    names.add(name);
    validateLife(container, at, context);
    if (report.has('ContainerRestartRules')) validateContainerRestart(container, at, report);
    else if (container.restartPolicy !== undefined)
      report.forbidden(`${at}.restartPolicy`, 'must not be set on a container that is no init container');
  });
  validateHostPorts(containers, path, report);
}

function validateLife(container: Container, path: string, { spec, report }: PodContext): void {
  const gracePeriod = spec.terminationGracePeriodSeconds;
  if (container.lifecycle !== undefined)
    validateLifecycle(container.lifecycle, gracePeriod, spec.os?.name, `${path}.lifecycle`, report);
  validateProbes(container, gracePeriod, path, report);
}

const OF_LONG_RUNNING = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** Source: core/validation validateInitContainers. */
export function validateInitContainers(context: PodContext): void {
  const { spec, report } = context;
  const path = `${context.path}.initContainers`;
  const names = new Set((spec.containers ?? []).map(({ name = '' }) => name));
  (spec.initContainers ?? []).forEach((container, index) => {
    const at = `${path}[${index}]`;
    const { name = '' } = container;
    validateContainer(container, at, context);
    validateInitContainerRestart(container, at, report);
    if (names.has(name)) report.duplicate(`${at}.name`, name);
    else if (name !== '') names.add(name);
    // They run one by one, so each is looked at alone; its path counts from 0.
    validateHostPorts([container], path, report);
    if (container.restartPolicy === 'Always') validateLife(container, at, context);
    else {
      for (const field of OF_LONG_RUNNING) {
        if (container[field] !== undefined)
          report.forbidden(`${at}.${field}`, 'must not be set on an init container without restartPolicy Always');
      }
    }
    validateResizeOfInit(container, at, context);
  });
}

function validateResizeOfInit(
  { resizePolicy = [], restartPolicy }: Container,
  path: string,
  { report }: PodContext,
): void {
  if (restartPolicy === 'Always') return;
  if (!report.isAtLeast(36)) return;
  resizePolicy.forEach((policy, index) => {
    if (policy.restartPolicy === 'RestartContainer') {
      const at = `${path}.resizePolicy[${index}].restartPolicy`;
      report.invalid(
        at,
        policy.restartPolicy,
        'must not be "RestartContainer" on an init container that is no sidecar',
      );
    }
  });
}

const OF_EPHEMERAL = new Set(
  'name image command args workingDir envFrom env volumeMounts volumeDevices terminationMessagePath terminationMessagePolicy imagePullPolicy securityContext stdin stdinOnce tty targetContainerName'.split(
    ' ',
  ),
);

/** Source: core/validation validateEphemeralContainers. */
export function validateEphemeralContainers(context: PodContext): void {
  const { spec, report } = context;
  const others = new Set([...(spec.containers ?? []), ...(spec.initContainers ?? [])].map(({ name = '' }) => name));
  const names = new Set(others);
  (spec.ephemeralContainers ?? []).forEach((container, index) => {
    const at = `${context.path}.ephemeralContainers[${index}]`;
    const { name = '', targetContainerName = '' } = container;
    validateContainer(container, at, context);
    validateImageOfPod(container, at, context);
    if (names.has(name)) report.duplicate(`${at}.name`, name);
    names.add(name);
    if (targetContainerName !== '' && !others.has(targetContainerName))
      report.notFound(`${at}.targetContainerName`, targetContainerName, 'no container of the pod has that name');
    validateFieldsOfEphemeral(container, at, context);
  });
}

const WHY_NOT = 'must not be set on an ephemeral container';

function validateFieldsOfEphemeral(container: EphemeralContainer, path: string, { report }: PodContext): void {
  for (const field of Object.keys(container)) {
    const value = container[field as keyof EphemeralContainer];
    if (!OF_EPHEMERAL.has(field) && !isZero(field, value)) report.forbidden(`${path}.${field}`, WHY_NOT);
  }
  (container.volumeMounts ?? []).forEach(({ subPath = '', subPathExpr = '' }, index) => {
    if (subPath !== '') report.forbidden(`${path}.volumeMounts[${index}].subPath`, WHY_NOT);
    if (subPathExpr !== '') report.forbidden(`${path}.volumeMounts[${index}].subPathExpr`, WHY_NOT);
  });
}

/** Of the fields that may not be set, all are pointers or lists but `resources`. */
function isZero(field: string, value: EphemeralContainer[keyof EphemeralContainer]): boolean {
  return value === undefined || (field === 'resources' && Object.keys(value).length === 0);
}
