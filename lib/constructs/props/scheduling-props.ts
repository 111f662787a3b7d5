import { list, map } from '../../lifecycle/arguments/collections';
import { required } from '../../lifecycle/arguments/kind';
import { text, wholeNumber } from '../../lifecycle/arguments/scalars';
import { nested, struct } from '../../lifecycle/arguments/struct';
import type {
  Affinity,
  NodeAffinity,
  NodeSelector,
  NodeSelectorRequirement,
  NodeSelectorTerm,
  PodAffinity,
  PodAffinityTerm,
  PreferredSchedulingTerm,
  WeightedPodAffinityTerm,
} from '../affinity';
import type { LabelSelector, LabelSelectorRequirement } from '../label-selector';
import type { Toleration } from '../toleration';
import type { TopologySpreadConstraint } from '../topology-spread';

const REQUIREMENT = {
  key: required(text("the key of a label, such as 'topology.kubernetes.io/zone'")),
  operator: required(text("'In', 'NotIn', 'Exists' or 'DoesNotExist'")),
  values: list(text()),
};

const topologyKey = required(text("the label of the nodes, such as 'kubernetes.io/hostname'"));

export const LABEL_SELECTOR_REQUIREMENT = struct<LabelSelectorRequirement>('LabelSelectorRequirement', REQUIREMENT);

export const LABEL_SELECTOR = struct<LabelSelector>('LabelSelector', {
  matchExpressions: list(nested(LABEL_SELECTOR_REQUIREMENT)),
  matchLabels: map(text()),
});

export const NODE_SELECTOR_REQUIREMENT = struct<NodeSelectorRequirement>('NodeSelectorRequirement', REQUIREMENT);

export const NODE_SELECTOR_TERM = struct<NodeSelectorTerm>('NodeSelectorTerm', {
  matchExpressions: list(nested(NODE_SELECTOR_REQUIREMENT)),
  matchFields: list(nested(NODE_SELECTOR_REQUIREMENT)),
});

export const NODE_SELECTOR = struct<NodeSelector>('NodeSelector', {
  nodeSelectorTerms: required(list(nested(NODE_SELECTOR_TERM))),
});

export const PREFERRED_SCHEDULING_TERM = struct<PreferredSchedulingTerm>('PreferredSchedulingTerm', {
  preference: required(nested(NODE_SELECTOR_TERM)),
  weight: required(wholeNumber(1, 'a weight from 1 to 100')),
});

export const NODE_AFFINITY = struct<NodeAffinity>('NodeAffinity', {
  preferredDuringSchedulingIgnoredDuringExecution: list(nested(PREFERRED_SCHEDULING_TERM)),
  requiredDuringSchedulingIgnoredDuringExecution: nested(NODE_SELECTOR),
});

export const POD_AFFINITY_TERM = struct<PodAffinityTerm>('PodAffinityTerm', {
  topologyKey,
  labelSelector: nested(LABEL_SELECTOR),
  matchLabelKeys: list(text()),
  mismatchLabelKeys: list(text()),
  namespaceSelector: nested(LABEL_SELECTOR),
  namespaces: list(text()),
});

export const WEIGHTED_POD_AFFINITY_TERM = struct<WeightedPodAffinityTerm>('WeightedPodAffinityTerm', {
  podAffinityTerm: required(nested(POD_AFFINITY_TERM)),
  weight: required(wholeNumber(1, 'a weight from 1 to 100')),
});

export const POD_AFFINITY = struct<PodAffinity>('PodAffinity', {
  preferredDuringSchedulingIgnoredDuringExecution: list(nested(WEIGHTED_POD_AFFINITY_TERM)),
  requiredDuringSchedulingIgnoredDuringExecution: list(nested(POD_AFFINITY_TERM)),
});

export const AFFINITY = struct<Affinity>('Affinity', {
  nodeAffinity: nested(NODE_AFFINITY),
  podAffinity: nested(POD_AFFINITY),
  podAntiAffinity: nested(POD_AFFINITY),
});

export const TOLERATION = struct<Toleration>('Toleration', {
  key: text(),
  operator: text(),
  value: text(),
  effect: text(),
  tolerationSeconds: wholeNumber(Number.MIN_SAFE_INTEGER),
});

export const TOPOLOGY_SPREAD_CONSTRAINT = struct<TopologySpreadConstraint>('TopologySpreadConstraint', {
  maxSkew: required(wholeNumber(1, 'the most pods by which two domains may differ, such as 1')),
  topologyKey,
  whenUnsatisfiable: required(text("'ScheduleAnyway' or 'DoNotSchedule'")),
  labelSelector: nested(LABEL_SELECTOR),
  matchLabelKeys: list(text()),
  minDomains: wholeNumber(1),
  nodeAffinityPolicy: text(),
  nodeTaintsPolicy: text(),
});
