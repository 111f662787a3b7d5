import { nearest } from '../../kubernetes/text/nearest';
import { type Acknowledgement, hasReason } from '../acknowledgement';
import { defineEntry } from '../catalogue-entry';
import type { Checker } from '../checker';
import type { Levels } from '../levels';

export const ACKNOWLEDGEMENT_IS_VALID = defineEntry({
  id: 'acknowledgement-is-valid',
  topic: 'objects',
  since: '0.1.0',
  severity: 'warning',
  title: 'An acknowledgement has a reason and matches a finding',
  why: 'An acknowledgement without a reason cannot be judged by the next reader, and one that matches nothing hides the next finding of its rule, or was never in force because of a misspelling.',
  fix: 'Write the reason as the value, spell the rule as `cdk8s-lifecycle explain` lists it, and remove what matches no finding any more.',
  see: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/'],
  bad: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  annotations:
    cdk8s-lifecycle/acknowledge.object-is-unique: the second copy is meant
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
`,
});

/**
 * Says what is wrong with acknowledgements that are bound to an object; `unmatched` are those that no finding needed. A rule
 * that did not run cannot be matched.
 */
export function acknowledgements(
  all: readonly Acknowledgement[],
  unmatched: readonly Acknowledgement[],
  levels: Levels,
): Checker {
  const lonely = new Set(unmatched);
  return function* (_, { runs }) {
    for (const each of all) {
      const { index, rule, container, at: path = 'metadata' } = each;
      if (index === undefined || !runs(ACKNOWLEDGEMENT_IS_VALID.id, index)) continue;
      const wrong = wrongWith(each, index, lonely.has(each), levels);
      if (wrong === undefined) continue;
      const { what, fix, severity } = wrong;
      const message = `the acknowledgement of "${rule}" ${what}`;
      yield { entry: ACKNOWLEDGEMENT_IS_VALID, index, violations: [{ message, fix, path, container, severity }] };
    }
  };
}

interface Wrong {
  readonly what: string;
  readonly fix: string;
  readonly severity?: 'info';
}

function wrongWith(each: Acknowledgement, index: number, isUnmatched: boolean, levels: Levels): Wrong | undefined {
  const { rule, container, outdated } = each;
  if (outdated !== undefined) {
    return { what: `is written as "${outdated.written}", so it is not applied`, fix: `Write "${outdated.write}".` };
  }
  const current = levels.currentId(rule);
  if (current === undefined) {
    const guess = nearest(rule, levels.ids);
    if (guess !== undefined) return { what: `names an unknown rule; did you mean "${guess}"?`, fix: '' };
    return { what: 'names an unknown rule', fix: 'Spell it as `cdk8s-lifecycle explain` lists it, or remove it.' };
  }
  if (!hasReason(each)) return { what: 'gives no reason, so it is not applied', fix: 'Write the reason as its value.' };
  if (isUnmatched && levels.runs(current, index)) {
    const of = container === undefined ? '' : ` of container "${container}"`;
    return { what: `matches no finding${of}`, fix: 'Remove it.' };
  }
  if (current === rule) return undefined;
  return { what: 'names a rule by its former id', fix: `Write "${current}".`, severity: 'info' };
}
