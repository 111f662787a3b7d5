import { changeField } from '../../../lib/fixing/change';
import { defineRule } from '../../../lib/rules/rule';

/** A rule that nobody has yet: what a newcomer would write in `lib/rules/wiring/name-is-short.ts`. */
export const NAME_IS_SHORT = defineRule({
  id: 'name-is-short',
  formerIds: ['name-is-brief'],
  topic: 'wiring',
  since: '0.1.0',
  severity: 'warning',
  title: 'The name of a ConfigMap is short',
  why: 'Long names are cut off in the tables of every tool, and two that differ at their end alone look the same there.',
  fix: 'Write a name of at most three letters.',
  see: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'],
  bad: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata: { name: set }
`,
  looksAt: ({ ref }) => ref.kind === 'ConfigMap',
  *check({ ref }) {
    if ((ref.name ?? '').length > 3)
      yield { message: `name "${ref.name}" is longer than 3 letters`, path: 'metadata.name' };
  },
  autofix: ({ ref }) => changeField('metadata.name', (ref.name ?? '').slice(0, 3)),
});
