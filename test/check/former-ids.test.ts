import { check } from '../../lib/check/check';
import type { CheckOptions } from '../../lib/check/options';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { defineRule } from '../../lib/rules/rule';
import { CONFIG_IS_IMMUTABLE } from '../rules/examples/config-is-immutable';

const object = (annotations: Readonly<Record<string, string>> = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings', annotations },
  data: { level: 'info' },
});
const only = [CONFIG_IS_IMMUTABLE.id, 'acknowledgement-is-valid'];
const run = (annotations: Readonly<Record<string, string>>, options: CheckOptions = {}) =>
  check([object(annotations)], { extraRules: [CONFIG_IS_IMMUTABLE], only, ...options });

test('an annotation that names a former id applies, and a note says the new one', () => {
  const { findings } = run({ 'cdk8s-lifecycle/acknowledge.config-never-changes': 'it is given' });
  expect(findings.map(({ rule, acknowledged }) => [rule, acknowledged])).toEqual([
    ['acknowledgement-is-valid', null],
    ['config-is-immutable', 'it is given'],
  ]);
  expect(findings[0]).toMatchObject({
    severity: 'info',
    message: 'the acknowledgement of "config-never-changes" names a rule by its former id',
    fix: 'Write "config-is-immutable".',
    path: 'metadata.annotations[cdk8s-lifecycle/acknowledge.config-never-changes]',
  });
});

test('one that matches nothing is told for that alone', () => {
  const { findings } = run({ 'cdk8s-lifecycle/acknowledge.config-never-changes': '[web] it is given' });
  expect(findings.map(({ message }) => message)).toContain(
    'the acknowledgement of "config-never-changes" matches no finding of container "web"',
  );
  expect(findings).toHaveLength(2);
});

test('what a caller hands in by a former id applies as well', () => {
  const acknowledgement = { rule: 'config-never-changes', reason: 'it is given' };
  const { findings, unused, acceptedBy } = run({}, { acknowledgements: [acknowledgement] });
  expect(findings).toMatchObject([{ rule: 'config-is-immutable', acknowledged: 'it is given' }]);
  expect(unused).toEqual([]);
  expect([...acceptedBy.values()]).toEqual([acknowledgement]);
});

test.each<[string, CheckOptions, string[]]>([
  ['only', { only: ['config-never-changes'] }, ['warning']],
  ['except', { only: undefined, except: ['config-never-changes'] }, []],
  ['levels', { levels: { 'config-never-changes': 'error' } }, ['error']],
  ['levels off', { levels: { 'config-never-changes': 'off' } }, []],
])('%s may name a former id', (_, options, severities) => {
  const found = run({}, options).findings.filter(({ rule }) => rule === CONFIG_IS_IMMUTABLE.id);
  expect(found.map(({ severity }) => severity)).toEqual(severities);
});

test('a former id cannot be given to another rule', () => {
  const taken = defineRule({ ...CONFIG_IS_IMMUTABLE, id: 'config-never-changes', formerIds: [] });
  expect(() => check([], { extraRules: [CONFIG_IS_IMMUTABLE, taken] })).toThrow(
    "rule 'config-never-changes' is there twice: give the extra rule an id of its own",
  );
});
