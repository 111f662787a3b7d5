import { changeField } from '../../../lib/fixing/change';
import { defineRule } from '../../../lib/rules/rule';

/** A rule that is not there yet: what a newcomer would write in `lib/rules/wiring/config-is-immutable.ts`. */
export const CONFIG_IS_IMMUTABLE = defineRule({
  id: 'config-is-immutable',
  formerIds: ['config-never-changes'],
  topic: 'wiring',
  since: '0.1.0',
  severity: 'warning',
  title: 'A ConfigMap cannot be changed in place',
  why: 'A change in place reaches mounted files one pod after the other and environment variables never, so pods of one workload run with different settings.',
  fix: 'Set `immutable: true`, and give a changed ConfigMap a new name.',
  see: ['https://kubernetes.io/docs/concepts/configuration/configmap/#configmap-immutable'],
  bad: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { level: info }
`,
  good: `
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
immutable: true
data: { level: info }
`,
  looksAt: ({ ref }) => ref.kind === 'ConfigMap',
  *check({ manifest }) {
    if (manifest.immutable !== true) yield { message: 'data can be changed while pods run with it', path: 'data' };
  },
  autofix: () => changeField('immutable', true),
});
