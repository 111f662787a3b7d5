import { validateLabelSelector } from '../labels';
import { dnsLabel, dnsSubdomain, labelValue, qualifiedName } from '../names';
import type { Report } from '../report';
import type {
  Affinity,
  NodeAffinity,
  NodeSelectorRequirement,
  NodeSelectorTerm,
  PodAffinity,
  PodAffinityTerm,
} from '../structure/generated/types';
import { validateMatchLabelKeys } from './match-label-keys';

/** Source: core/validation validateAffinity. */
export function validateAffinity(affinity: Affinity, path: string, report: Report): void {
  if (affinity.nodeAffinity !== undefined) validateNodeAffinity(affinity.nodeAffinity, `${path}.nodeAffinity`, report);
  if (affinity.podAffinity !== undefined) validatePodAffinity(affinity.podAffinity, `${path}.podAffinity`, report);
  if (affinity.podAntiAffinity !== undefined)
    validatePodAffinity(affinity.podAntiAffinity, `${path}.podAntiAffinity`, report);
}

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

function validateNodeAffinity(affinity: NodeAffinity, path: string, report: Report): void {
  const required = affinity[REQUIRED];
  if (required !== undefined) {
    const at = `${path}.${REQUIRED}.nodeSelectorTerms`;
    const terms = required.nodeSelectorTerms ?? [];
    if (terms.length === 0) report.required(at, 'a node selector needs at least one term');
    terms.forEach((term, index) => {
      validateNodeTerm(term, true, `${at}[${index}]`, report);
    });
  }
  (affinity[PREFERRED] ?? []).forEach(({ weight, preference = {} }, index) => {
    const at = `${path}.${PREFERRED}[${index}]`;
    validateWeight(weight, `${at}.weight`, report);
    validateNodeTerm(preference, false, `${at}.preference`, report);
  });
}

function validateWeight(weight: number | undefined, path: string, report: Report): void {
  if (weight === undefined || weight < 1 || weight > 100)
    report.invalid(path, weight ?? 0, 'must be between 1 and 100');
}

/** The values of a preferred term may be no label values. Source: core/validation ValidateNodeSelectorTerm. */
function validateNodeTerm(term: NodeSelectorTerm, isRequired: boolean, path: string, report: Report): void {
  (term.matchExpressions ?? []).forEach((requirement, index) => {
    validateNodeLabel(requirement, isRequired, `${path}.matchExpressions[${index}]`, report);
  });
  (term.matchFields ?? []).forEach((requirement, index) => {
    validateNodeField(requirement, `${path}.matchFields[${index}]`, report);
  });
}

function validateNodeLabel(
  requirement: NodeSelectorRequirement,
  isRequired: boolean,
  path: string,
  report: Report,
): void {
  const { key = '', operator = '', values = [] } = requirement;
  const at = `${path}.values`;
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0) report.required(at, `operator ${operator} needs at least one value`);
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length > 0) report.forbidden(at, `must not be set with operator ${operator}`);
  } else if (operator === 'Gt' || operator === 'Lt') {
    if (values.length !== 1) report.required(at, `operator ${operator} needs exactly one value`);
  } else report.invalid(`${path}.operator`, operator, 'must be one of In, NotIn, Exists, DoesNotExist, Gt, Lt');
  report.invalidFor(`${path}.key`, key, qualifiedName(key));
  if (!isRequired || !report.isAtLeast(32)) return;
  values.forEach((value, index) => {
    report.invalidFor(`${at}[${index}]`, value, labelValue(value));
  });
}

function validateNodeField(
  { key = '', operator = '', values = [] }: NodeSelectorRequirement,
  path: string,
  report: Report,
): void {
  if (operator !== 'In' && operator !== 'NotIn')
    report.invalid(`${path}.operator`, operator, 'must be In or NotIn for a field');
  else if (values.length !== 1)
    report.required(`${path}.values`, `operator ${operator} needs exactly one value for a field`);
  if (key !== 'metadata.name') {
    report.invalid(`${path}.key`, key, 'must be metadata.name');
    return;
  }
  values.forEach((value, index) => {
    report.invalidFor(`${path}.values[${index}]`, value, dnsSubdomain(value));
  });
}

function validatePodAffinity(affinity: PodAffinity, path: string, report: Report): void {
  (affinity[REQUIRED] ?? []).forEach((term, index) => {
    validatePodTerm(term, `${path}.${REQUIRED}[${index}]`, report);
  });
  (affinity[PREFERRED] ?? []).forEach(({ weight, podAffinityTerm = {} }, index) => {
    const at = `${path}.${PREFERRED}[${index}]`;
    validateWeight(weight, `${at}.weight`, report);
    validatePodTerm(podAffinityTerm, `${at}.podAffinityTerm`, report);
  });
}

/** Source: core/validation validatePodAffinityTerm; its path of namespaces is `namespace`. */
function validatePodTerm(term: PodAffinityTerm, path: string, report: Report): void {
  const { labelSelector, namespaceSelector, namespaces = [], topologyKey = '' } = term;
  validateLabelSelector(labelSelector, `${path}.labelSelector`, report);
  validateLabelSelector(namespaceSelector, `${path}.namespaceSelector`, report);
  for (const name of namespaces) report.invalidFor(`${path}.namespace`, name, dnsLabel(name));
  validateMatchLabelKeys(term, path, report);
  if (topologyKey === '') report.required(`${path}.topologyKey`);
  report.invalidFor(`${path}.topologyKey`, topologyKey, qualifiedName(topologyKey));
}
