import { isObject, listOf } from '../../kubernetes/views/json';
import { isEqual } from '../immutable';
import type { Report } from '../report';
import type {
  Container,
  LabelSelector,
  ObjectMeta,
  Pod,
  PodAffinity,
  PodAffinityTerm,
  PodSpec,
} from '../structure/generated/types';
import { appArmorOf } from './pod-annotations';

type Labels = NonNullable<ObjectMeta['labels']>;

/**
 * What the API server writes into a Pod when it is created, and into no template: the pod's own labels into the selectors
 * that name them by key, and AppArmor annotations into the fields that took their place. Source: registry/core/pod/strategy.go
 * mutatePodAffinity, mutateTopologySpreadConstraints, applyAppArmorVersionSkew.
 */
export function asCreated(pod: Pod, report: Report): Pod {
  const { metadata = {}, spec = {} } = pod;
  return { ...pod, spec: withProfiles(withSpread(withAffinity(spec, metadata, report), metadata, report), metadata) };
}

/** Tells whether a pod spec, decoded or not, may be refused in a Pod though a template may have it. */
export function differsInPods(spec: PodSpec): boolean {
  const text = JSON.stringify([spec.topologySpreadConstraints, spec.affinity]);
  const containers = [spec.containers, spec.initContainers].flatMap(listOf);
  return (
    text.includes('atchLabelKeys"') ||
    containers.some((each) => isObject(each) && typeof each.image === 'string' && each.image.trim() !== each.image)
  );
}

function withSpread(spec: PodSpec, { labels = {} }: ObjectMeta, report: Report): PodSpec {
  const constraints = spec.topologySpreadConstraints ?? [];
  const hasKeys = constraints.some(({ matchLabelKeys = [] }) => matchLabelKeys.length > 0);
  if (!hasKeys || !report.has('MatchLabelKeysInPodTopologySpreadSelectorMerge')) return spec;
  return { ...spec, topologySpreadConstraints: constraints.map((each) => merged(each, labels)) };
}

function withAffinity(spec: PodSpec, { labels = {} }: ObjectMeta, report: Report): PodSpec {
  const { affinity } = spec;
  if (affinity === undefined || !report.has('MatchLabelKeysInPodAffinity')) return spec;
  const { podAffinity, podAntiAffinity } = affinity;
  return {
    ...spec,
    affinity: {
      ...affinity,
      ...(podAffinity && { podAffinity: mergedTerms(podAffinity, labels) }),
      ...(podAntiAffinity && { podAntiAffinity: mergedTerms(podAntiAffinity, labels) }),
    },
  };
}

function mergedTerms(affinity: PodAffinity, labels: Labels): PodAffinity {
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required,
    preferredDuringSchedulingIgnoredDuringExecution: preferred,
  } = affinity;
  return {
    requiredDuringSchedulingIgnoredDuringExecution: required?.map((term) => merged(term, labels)),
    preferredDuringSchedulingIgnoredDuringExecution: preferred?.map((each) => ({
      ...each,
      podAffinityTerm: merged(each.podAffinityTerm ?? {}, labels),
    })),
  };
}

/** A term without a selector stays as it is: it matches nothing. */
function merged<T extends PodAffinityTerm>(term: T, labels: Labels): T {
  const { labelSelector, matchLabelKeys = [], mismatchLabelKeys = [] } = term;
  if (labelSelector === undefined || matchLabelKeys.length + mismatchLabelKeys.length === 0) return term;
  const matchExpressions = [
    ...(labelSelector.matchExpressions ?? []),
    ...requirements(matchLabelKeys, 'In', labels),
    ...requirements(mismatchLabelKeys, 'NotIn', labels),
  ];
  return { ...term, labelSelector: { ...labelSelector, matchExpressions } };
}

function requirements(
  keys: readonly string[],
  operator: string,
  labels: Labels,
): NonNullable<LabelSelector['matchExpressions']> {
  return keys.flatMap((key) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    return value === undefined ? [] : [{ key, operator, values: [value] }];
  });
}

/** An annotation that can be read becomes the profile of its container, unless the container or the pod has it already. */
function withProfiles(spec: PodSpec, { annotations }: ObjectMeta): PodSpec {
  if (annotations === undefined || spec.os?.name === 'windows') return spec;
  const ofPod = spec.securityContext?.appArmorProfile;
  const withProfile = <T extends Container>(container: T): T => {
    const profile = appArmorOf(annotations, container.name ?? '');
    return profile === undefined || container.securityContext?.appArmorProfile !== undefined || isEqual(profile, ofPod)
      ? container
      : { ...container, securityContext: { ...container.securityContext, appArmorProfile: profile } };
  };
  return {
    ...spec,
    containers: spec.containers?.map(withProfile),
    initContainers: spec.initContainers?.map(withProfile),
  };
}
