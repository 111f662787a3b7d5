import { check } from '../../lib/check/check';
import type { CheckOptions } from '../../lib/check/options';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { defineRule } from '../../lib/rules/rule';
import { NAME_IS_SHORT } from '../rules/examples/name-is-short';

const object = (annotations: Readonly<Record<string, string>> = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a-long-name', annotations },
});
const only = [NAME_IS_SHORT.id, 'acknowledgement-is-valid'];
const run = (annotations: Readonly<Record<string, string>>, options: CheckOptions = {}) =>
  check([object(annotations)], { extraRules: [NAME_IS_SHORT], only, ...options });

test('an annotation that names a former id applies, and a note says the new one', () => {
  const { findings } = run({ 'cdk8s-lifecycle/acknowledge.name-is-brief': 'it is given' });
  expect(findings.map(({ rule, acknowledged }) => [rule, acknowledged])).toEqual([
    ['acknowledgement-is-valid', null],
    ['name-is-short', 'it is given'],
  ]);
  expect(findings[0]).toMatchObject({
    severity: 'info',
    message: 'the acknowledgement of "name-is-brief" names a rule by its former id',
    fix: 'Write "name-is-short".',
    path: 'metadata.annotations[cdk8s-lifecycle/acknowledge.name-is-brief]',
  });
});

test('one that matches nothing is told for that alone', () => {
  const { findings } = run({ 'cdk8s-lifecycle/acknowledge.name-is-brief': '[web] it is given' });
  expect(findings.map(({ message }) => message)).toContain(
    'the acknowledgement of "name-is-brief" matches no finding of container "web"',
  );
  expect(findings).toHaveLength(2);
});

test('what a caller hands in by a former id applies as well', () => {
  const acknowledgement = { rule: 'name-is-brief', reason: 'it is given' };
  const { findings, unused, acceptedBy } = run({}, { acknowledgements: [acknowledgement] });
  expect(findings).toMatchObject([{ rule: 'name-is-short', acknowledged: 'it is given' }]);
  expect(unused).toEqual([]);
  expect([...acceptedBy.values()]).toEqual([acknowledgement]);
});

test.each<[string, CheckOptions, string[]]>([
  ['only', { only: ['name-is-brief'] }, ['warning']],
  ['except', { only: undefined, except: ['name-is-brief'] }, []],
  ['levels', { levels: { 'name-is-brief': 'error' } }, ['error']],
  ['levels off', { levels: { 'name-is-brief': 'off' } }, []],
])('%s may name a former id', (_, options, severities) => {
  const found = run({}, options).findings.filter(({ rule }) => rule === NAME_IS_SHORT.id);
  expect(found.map(({ severity }) => severity)).toEqual(severities);
});

test('a former id cannot be given to another rule', () => {
  const taken = defineRule({ ...NAME_IS_SHORT, id: 'name-is-brief', formerIds: [] });
  expect(() => check([], { extraRules: [NAME_IS_SHORT, taken] })).toThrow(
    "rule 'name-is-brief' is there twice: give the extra rule an id of its own",
  );
});
