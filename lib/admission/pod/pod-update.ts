import { isEqual } from '../immutable';
import type { Report } from '../report';
import { show } from '../report';
import type { Container, NodeAffinity, NodeSelectorTerm, Pod, PodSpec, Toleration } from '../structure/generated/types';

const ANEW = 'delete the Pod and create it anew; a Deployment does that by itself';
const MOST_DEADLINE = 2 ** 31 - 1;

/** Source: core/validation ValidatePodUpdate. */
export function validatePodUpdate(pod: Pod, before: Pod, report: Report): void {
  const [spec, old] = [pod.spec ?? {}, before.spec ?? {}];
  validateAnnotationsUpdate(pod, before, report);
  for (const list of ['containers', 'initContainers'] as const) {
    const [count, was] = [(spec[list] ?? []).length, (old[list] ?? []).length];
    if (count === was) continue;
    report.add('Forbidden', `spec.${list}`, `has ${count} items and had ${was}, and cannot be changed in that`, ANEW);
    return;
  }
  if (!validateDeadline(spec.activeDeadlineSeconds, old.activeDeadlineSeconds, report)) return;
  validateTolerationsUpdate(spec.tolerations ?? [], old.tolerations ?? [], report);
  validateGatesUpdate(spec, old, report);
  const kept = withUpdatable(spec, old);
  const isGated = (old.schedulingGates ?? []).length > 0;
  const munged = isGated ? withSchedulable(kept, old, report) : kept;
  const changed = fieldsChanged(munged, old);
  if (changed.length > 0) report.add('Forbidden', 'spec', `must not be changed in ${changed.join(', ')}`, ANEW);
}

const FIXED_ANNOTATIONS = ['container.apparmor.security.beta.kubernetes.io/', 'kubernetes.io/config.mirror'];

/** Source: core/validation ValidatePodSpecificAnnotationUpdates. */
function validateAnnotationsUpdate({ metadata }: Pod, before: Pod, report: Report): void {
  const [annotations, old] = [metadata?.annotations ?? {}, before.metadata?.annotations ?? {}];
  for (const key of new Set([...Object.keys(old), ...Object.keys(annotations)])) {
    const isFixed = FIXED_ANNOTATIONS.some((each) => (each.endsWith('/') ? key.startsWith(each) : key === each));
    if (isFixed && annotations[key] !== old[key])
      report.add('Forbidden', `metadata.annotations[${key}]`, 'cannot be added, changed or taken away', ANEW);
  }
}

/** Tells whether anything else is looked at. */
function validateDeadline(deadline: number | undefined, was: number | undefined, report: Report): boolean {
  const path = 'spec.activeDeadlineSeconds';
  if (deadline === undefined) {
    if (was !== undefined) report.add('Invalid', path, `was ${was}, and cannot be taken away`, 'leave it, or lower it');
    return true;
  }
  if (deadline < 0 || deadline > MOST_DEADLINE) {
    report.invalid(path, deadline, `must be between 0 and ${MOST_DEADLINE}`);
    return false;
  }
  if (was === undefined || deadline <= was) return true;
  report.add('Invalid', path, `is ${deadline} and was ${was}, and can only become less`, 'leave it, or lower it');
  return false;
}

/** Source: core/validation validateOnlyAddedTolerations. */
function validateTolerationsUpdate(
  tolerations: readonly Toleration[],
  old: readonly Toleration[],
  report: Report,
): void {
  const withoutSeconds = ({ tolerationSeconds: _seconds, ...toleration }: Toleration) => toleration;
  const isKept = old.every((was) => tolerations.some((each) => isEqual(withoutSeconds(each), withoutSeconds(was))));
  if (!isKept)
    report.add(
      'Forbidden',
      'spec.tolerations',
      'must have those that were there, which can be changed in tolerationSeconds alone',
      'leave them, and add others beside them',
    );
}

/** Source: core/validation validateOnlyDeletedSchedulingGates. */
function validateGatesUpdate({ schedulingGates = [] }: PodSpec, old: PodSpec, report: Report): void {
  const names = schedulingGates.map(({ name = '' }) => name);
  const were = new Set((old.schedulingGates ?? []).map(({ name = '' }) => name));
  names.forEach((name, index) => {
    if (were.has(name) || names.lastIndexOf(name) !== index) return;
    report.add('Forbidden', `spec.schedulingGates[${index}].name`, `is "${name}", and gates can only be taken away`);
  });
}

/** The new spec with the old values of all that may change. */
function withUpdatable(spec: PodSpec, old: PodSpec): PodSpec {
  const withImages = (containers: readonly Container[] = [], before: readonly Container[] = []) =>
    containers.map((container, index) => ({ ...container, image: before[index]?.image }));
  const { activeDeadlineSeconds, schedulingGates, tolerations } = old;
  return {
    ...spec,
    containers: withImages(spec.containers, old.containers),
    initContainers: withImages(spec.initContainers, old.initContainers),
    activeDeadlineSeconds,
    schedulingGates,
    tolerations,
  };
}

/** While a Pod waits at a gate, it may be told more of where it may run. */
function withSchedulable(spec: PodSpec, old: PodSpec, report: Report): PodSpec {
  const [labels, before] = [spec.nodeSelector ?? {}, old.nodeSelector ?? {}];
  if (Object.entries(before).some(([key, value]) => labels[key] !== value))
    report.add(
      'Invalid',
      'spec.nodeSelector',
      `is ${show(labels)} and was ${show(before)}, and can only get more`,
      ANEW,
    );
  const [nodeAffinity, was] = [spec.affinity?.nodeAffinity, old.affinity?.nodeAffinity];
  if (isEqual(nodeAffinity, was)) return { ...spec, nodeSelector: old.nodeSelector };
  validateNodeAffinityUpdate(nodeAffinity ?? {}, was ?? {}, report);
  const affinity = { ...spec.affinity, nodeAffinity: was };
  const isNone = old.affinity === undefined && Object.values(affinity).every((each) => each === undefined);
  return { ...spec, nodeSelector: old.nodeSelector, affinity: isNone ? undefined : affinity };
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';

/** Source: core/validation validateNodeAffinityMutation. */
function validateNodeAffinityUpdate(affinity: NodeAffinity, old: NodeAffinity, report: Report): void {
  const path = `spec.affinity.nodeAffinity.${REQUIRED}.nodeSelectorTerms`;
  const [terms, were] = [affinity[REQUIRED]?.nodeSelectorTerms ?? [], old[REQUIRED]?.nodeSelectorTerms ?? []];
  if (were.length === 0) return;
  if (terms.length !== were.length) {
    report.add('Invalid', path, `has ${terms.length} items and had ${were.length}, and must keep the number`, ANEW);
    return;
  }
  were.forEach((was, index) => {
    if (!onlyAdds(terms[index] ?? {}, was))
      report.add('Invalid', `${path}[${index}]`, 'must keep what it asked for, and can only ask for more', ANEW);
  });
}

/** Source: core/validation validateNodeSelectorTermHasOnlyAdditions. */
function onlyAdds(term: NodeSelectorTerm, old: NodeSelectorTerm): boolean {
  const fields = ['matchExpressions', 'matchFields'] as const;
  const isBare = ({ matchExpressions = [], matchFields = [] }: NodeSelectorTerm) =>
    matchExpressions.length + matchFields.length === 0;
  if (isBare(old) && !isBare(term)) return false;
  return fields.every((field) => isEqual((term[field] ?? []).slice(0, old[field]?.length ?? 0), old[field] ?? []));
}

function fieldsChanged(spec: PodSpec, old: PodSpec): readonly string[] {
  const fields = [...new Set([...Object.keys(spec), ...Object.keys(old)])] as (keyof PodSpec)[];
  // Unlike those of a container, a pod's own resources are a pointer.
  return fields.filter((field) => !isEqual(spec[field], old[field], field === 'resources' ? '' : field));
}
