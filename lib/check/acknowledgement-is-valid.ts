import { nearest } from '../kubernetes/text/nearest';
import { defineRule, type Violation } from '../rules/rule';
import type { Acknowledgement } from './acknowledgement';
import type { Levels } from './levels';

/** The words of the rule. Its findings come from {@link complaintsOf}: only the check knows what matched. */
export const acknowledgementIsValid = defineRule({
  id: 'acknowledgement-is-valid',
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
    cdk8s-lifecycle/ignore.object-is-unique: the second copy is meant
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
`,
  looksAt: () => false,
  check: () => [],
});

/** A violation, and the position of the object it is about. */
export interface Complaint {
  readonly index: number;
  readonly violation: Violation;
}

/** Tells whether an acknowledgement says why; one that does not is not applied. */
export function hasReason({ reason }: Acknowledgement): boolean {
  return reason.trim() !== '';
}

/** What is wrong with acknowledgements that are bound to an object. A rule that did not run cannot be matched. */
export function complaintsOf(
  acknowledgements: readonly Acknowledgement[],
  unmatched: readonly Acknowledgement[],
  levels: Levels,
): readonly Complaint[] {
  const lonely = new Set(unmatched);
  return acknowledgements.flatMap((each) => {
    const { index, rule, container, at } = each;
    if (index === undefined) return [];
    const wrong = wrongWith(each, lonely, levels);
    if (wrong === undefined) return [];
    const message = `the acknowledgement of "${rule}" ${wrong.what}`;
    return [{ index, violation: { message, fix: wrong.fix, path: at ?? 'metadata', container } }];
  });
}

function wrongWith(
  each: Acknowledgement,
  lonely: ReadonlySet<Acknowledgement>,
  levels: Levels,
): { readonly what: string; readonly fix: string } | undefined {
  const { rule, index, container } = each;
  if (!levels.knows(rule)) {
    const guess = nearest(rule, levels.ids);
    if (guess !== undefined) return { what: `names an unknown rule; did you mean "${guess}"?`, fix: '' };
    return { what: 'names an unknown rule', fix: 'Spell it as `cdk8s-lifecycle explain` lists it, or remove it.' };
  }
  if (!hasReason(each)) return { what: 'gives no reason, so it is not applied', fix: 'Write the reason as its value.' };
  if (!lonely.has(each) || !levels.runs(rule, index)) return undefined;
  const of = container === undefined ? '' : ` of container "${container}"`;
  return { what: `matches no finding${of}`, fix: 'Remove it.' };
}
