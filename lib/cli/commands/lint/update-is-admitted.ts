import { admit, admitUpdate } from '../../../admission';
import { identityOf, type Manifest, refOf } from '../../../kubernetes/views/manifest';
import { defineRule, type Rule } from '../../../rules';

/**
 * A rule that compares objects with what they replace: what stands in the cluster, or in the last release. What the API
 * server refuses already when the object is created is left to the rule `admitted`.
 */
export function updateIsAdmitted(previous: readonly Manifest[]): Rule {
  const byIdentity = new Map(previous.map((manifest) => [identityOf(refOf(manifest)), manifest]));
  return defineRule({
    id: 'update-is-admitted',
    severity: 'error',
    title: 'The API server accepts the object in the place of the one it replaces',
    why: 'Some fields cannot be changed once an object is there: selectors, volume claim templates, the pod template of a Job. The rollout then stops at the first such object, half done.',
    fix: 'Give the changed object a new name, or take the change back; where the object may be gone for a while, delete it first.',
    see: ['https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#label-selector-updates'],
    bad: '# before: selector: { matchLabels: { app: web } }\nselector: { matchLabels: { app: web, tier: front } }',
    good: '# before: selector: { matchLabels: { app: web } }\nselector: { matchLabels: { app: web } }',
    looksAt: ({ manifest }) => byIdentity.has(identityOf(refOf(manifest))),
    *check({ manifest }, { version }) {
      const old = byIdentity.get(identityOf(refOf(manifest)));
      if (old === undefined) return;
      const known = new Set(admit(manifest, version).map(({ message }) => message));
      for (const { path, message, fix } of admitUpdate(old, manifest, version)) {
        if (!known.has(message)) yield { path, message, fix };
      }
    },
  });
}
