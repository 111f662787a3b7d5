import { qualifiedName } from '../names';
import type { Report } from '../report';
import type { PodAffinityTerm } from '../structure/generated/types';

/** Source: core/validation ValidateMatchLabelKeysAndMismatchLabelKeys; a doubled key has the path of the term itself. */
export function validateMatchLabelKeys(term: PodAffinityTerm, path: string, report: Report): void {
  const { matchLabelKeys = [], mismatchLabelKeys = [], labelSelector } = term;
  validateKeys(matchLabelKeys, labelSelector !== undefined, `${path}.matchLabelKeys`, report);
  validateKeys(mismatchLabelKeys, labelSelector !== undefined, `${path}.mismatchLabelKeys`, report);
  const selected = new Set(Object.keys(labelSelector?.matchLabels ?? {}));
  for (const { key = '' } of labelSelector?.matchExpressions ?? []) {
    const index = matchLabelKeys.lastIndexOf(key);
    if (index >= 0 && selected.has(key))
      report.invalid(`${path}[${index}]`, key, 'must not be in the labelSelector too');
    selected.add(key);
  }
  matchLabelKeys.forEach((key, index) => {
    if (mismatchLabelKeys.includes(key))
      report.invalid(`${path}.matchLabelKeys[${index}]`, key, 'must not be in mismatchLabelKeys too');
  });
}

function validateKeys(keys: readonly string[], hasSelector: boolean, path: string, report: Report): void {
  if (keys.length === 0) return;
  if (!hasSelector) {
    report.forbidden(path, 'must not be set without a labelSelector');
    return;
  }
  keys.forEach((key, index) => {
    report.invalidFor(`${path}[${index}]`, key, qualifiedName(key));
  });
}

/** As it was until 1.33 for a topology spread. Source: core/validation ValidateMatchLabelKeysInTopologySpread. */
export function validateMatchLabelKeysUntil133(term: PodAffinityTerm, path: string, report: Report): void {
  const { matchLabelKeys = [], labelSelector } = term;
  if (matchLabelKeys.length === 0) return;
  const at = `${path}.matchLabelKeys`;
  const selected = new Set([
    ...Object.keys(labelSelector?.matchLabels ?? {}),
    ...(labelSelector?.matchExpressions ?? []).map(({ key = '' }) => key),
  ]);
  if (labelSelector === undefined) report.forbidden(at, 'must not be set without a labelSelector');
  matchLabelKeys.forEach((key, index) => {
    report.invalidFor(`${at}[${index}]`, key, qualifiedName(key));
    if (selected.has(key)) report.invalid(`${at}[${index}]`, key, 'must not be in the labelSelector too');
  });
}
