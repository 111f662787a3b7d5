import { validateLabels } from '../labels';
import { dnsLabel, dnsSubdomain, qualifiedName } from '../names';
import type { Report } from '../report';
import type { ObjectMeta, PodResourceClaim, PodSpec } from '../structure/generated/types';
import { validateAffinity } from './affinity';
import { validateContainers, validateEphemeralContainers, validateInitContainers } from './containers';
import type { PodContext } from './context';
import { containersOf } from './context';
import { validateDnsConfig, validateHostAliases } from './dns';
import { validateHostNamespaces, validateHostPortsMatch } from './host-namespaces';
import { validateOs } from './os';
import { validatePodResources } from './pod-resources';
import { validateResources } from './resources';
import { validatePodSecurityContext } from './security-context';
import { validateTolerations } from './tolerations';
import { validateTopologySpread } from './topology-spread';
import { validateVolumes } from './volumes';
import { validateHostProcess } from './windows-options';

const DNS_POLICIES = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'];
const MOST_DEADLINE = 2 ** 31 - 1;

/** Checks a pod spec after defaulting. Source: core/validation ValidatePodSpec. */
export function validatePodSpec(
  spec: PodSpec,
  podMetadata: ObjectMeta | undefined,
  path: string,
  report: Report,
): PodContext {
  const volumes = validateVolumes(spec.volumes ?? [], podMetadata, `${path}.volumes`, report);
  const context: PodContext = { report, spec, path, podMetadata, volumes };
  validateResourceClaims(spec.resourceClaims ?? [], `${path}.resourceClaims`, report);
  validateContainers(context);
  validateInitContainers(context);
  validateEphemeralContainers(context);
  if (report.has('PodLevelResources')) validatePodResources(spec, `${path}.resources`, report);
  validateHostPortsMatch(context);
  validateNamesAndPolicies(spec, path, report);
  validateScheduling(spec, path, report);
  if (spec.securityContext !== undefined)
    validatePodSecurityContext(spec.securityContext, spec, `${path}.securityContext`, report);
  validateDnsConfig(spec.dnsConfig, spec.dnsPolicy, `${path}.dnsConfig`, report);
  validateHostAliases(spec.hostAliases ?? [], `${path}.hostAliases`, report);
  validateHostProcess(spec, path, report);
  validateHostNamespaces(context);
  if (spec.overhead !== undefined) validateResources({ limits: spec.overhead }, new Set(), `${path}.overhead`, report);
  validateOs(spec, path, report);
  validateFileKeyVolumes(context);
  return context;
}

function validateNamesAndPolicies(spec: PodSpec, path: string, report: Report): void {
  report.oneOf(`${path}.restartPolicy`, spec.restartPolicy, ['Always', 'OnFailure', 'Never']);
  report.oneOf(`${path}.dnsPolicy`, spec.dnsPolicy, DNS_POLICIES);
  for (const field of ['serviceAccountName', 'nodeName', 'priorityClassName'] as const) {
    const name = spec[field] ?? '';
    if (name !== '') report.invalidFor(`${path}.${field}`, name, dnsSubdomain(name));
  }
  for (const field of ['hostname', 'subdomain'] as const) {
    const name = spec[field] ?? '';
    if (name !== '') report.invalidFor(`${path}.${field}`, name, dnsLabel(name));
  }
  const { runtimeClassName, activeDeadlineSeconds, preemptionPolicy, schedulingGroup } = spec;
  if (runtimeClassName !== undefined)
    report.invalidFor(`${path}.runtimeClassName`, runtimeClassName, dnsSubdomain(runtimeClassName));
  if (activeDeadlineSeconds !== undefined && (activeDeadlineSeconds < 1 || activeDeadlineSeconds > MOST_DEADLINE))
    report.invalid(`${path}.activeDeadlineSeconds`, activeDeadlineSeconds, `must be between 1 and ${MOST_DEADLINE}`);
  if (preemptionPolicy === '') report.required(`${path}.preemptionPolicy`);
  else if (preemptionPolicy !== undefined)
    report.oneOf(`${path}.preemptionPolicy`, preemptionPolicy, ['Never', 'PreemptLowerPriority']);
  if (schedulingGroup === undefined) return;
  const { podGroupName } = schedulingGroup;
  if (podGroupName === undefined) report.invalid(`${path}.schedulingGroup.podGroupName`, podGroupName, 'must be set');
  else report.invalidFor(`${path}.schedulingGroup.podGroupName`, podGroupName, dnsSubdomain(podGroupName));
}

function validateScheduling(spec: PodSpec, path: string, report: Report): void {
  validateLabels(spec.nodeSelector, `${path}.nodeSelector`, report);
  if (spec.affinity !== undefined) validateAffinity(spec.affinity, `${path}.affinity`, report);
  validateTolerations(spec.tolerations ?? [], `${path}.tolerations`, report);
  validateTopologySpread(spec.topologySpreadConstraints ?? [], `${path}.topologySpreadConstraints`, report);
  (spec.readinessGates ?? []).forEach(({ conditionType = '' }, index) => {
    report.invalidFor(`${path}.readinessGates[${index}].conditionType`, conditionType, qualifiedName(conditionType));
  });
  const gates = (spec.schedulingGates ?? []).map(({ name = '' }) => name);
  gates.forEach((gate, index) => {
    const at = `${path}.schedulingGates[${index}]`;
    report.invalidFor(at, gate, qualifiedName(gate));
    if (gates.indexOf(gate) < index) report.duplicate(at, gate);
  });
}

/** Source: core/validation validatePodResourceClaim. */
function validateResourceClaims(claims: readonly PodResourceClaim[], path: string, report: Report): void {
  const names = new Set<string>();
  claims.forEach(({ name = '', resourceClaimName, resourceClaimTemplateName }, index) => {
    const at = `${path}[${index}]`;
    if (name === '') report.required(`${at}.name`);
    else if (names.has(name)) report.duplicate(`${at}.name`, name);
    else report.invalidFor(`${at}.name`, name, dnsLabel(name));
    names.add(name);
    const references = { resourceClaimName, resourceClaimTemplateName };
    const given = Object.entries(references).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, value] as const],
    );
    if (given.length !== 1)
      report.invalid(at, references, 'must have one of resourceClaimName and resourceClaimTemplateName');
    for (const [field, value] of given) report.invalidFor(`${at}.${field}`, value, dnsSubdomain(value));
  });
}

/** Source: core/validation validateFileKeyRefVolumes. */
function validateFileKeyVolumes({ spec, path, report }: PodContext): void {
  for (const [{ env = [] }, at] of containersOf(spec, path)) {
    env.forEach(({ valueFrom }, index) => {
      if (valueFrom?.fileKeyRef === undefined) return;
      const { volumeName = '' } = valueFrom.fileKeyRef;
      const volume = (spec.volumes ?? []).filter(({ name = '' }) => name === volumeName).at(-1);
      const field = `${at}.env[${index}].valueFrom.fileKeyRef.volumeName`;
      if (volume === undefined) report.notFound(field, volumeName, 'no volume of the pod has that name');
      else if (volume.emptyDir === undefined)
        report.invalid(field, volumeName, 'must be the name of an emptyDir volume');
    });
  }
}
