import { check } from '../../../lib/check/check';
import { found, messages, workload } from '../../rules/support';

const RULE = 'acknowledgement-is-valid';
const KEY = 'cdk8s-lifecycle/acknowledge.';
const options = { only: [RULE, 'image-is-pinned'] };
const said = (annotations: Record<string, string>) =>
  messages(RULE, [workload({ annotations, container: { image: 'web' } })], options).filter((each) =>
    each.startsWith('the acknowledgement'),
  );

test('one with a reason that matches is well', () => {
  expect(said({ [`${KEY}image-is-pinned`]: 'a demo' })).toEqual([]);
  expect(said({ [`${KEY}image-is-pinned`]: '[web] a demo' })).toEqual([]);
});

test.each([
  ['image-is-pinned', '', 'gives no reason, so it is not applied'],
  ['image-is-pinned', '[web]', 'gives no reason, so it is not applied'],
  ['image-is-pinned', '[other] a demo', 'matches no finding of container "other"'],
  ['image-is-pined', 'a demo', 'names an unknown rule; did you mean "image-is-pinned"?'],
  ['zzz', 'a demo', 'names an unknown rule'],
])('ignore.%s: %j %s', (rule, value, problem) => {
  expect(said({ [KEY + rule]: value })).toEqual([`the acknowledgement of "${rule}" ${problem}`]);
});

test('on the pod template it points there', () => {
  const object = workload({ podAnnotations: { [`${KEY}zzz`]: 'so' } });
  expect(found(RULE, [object])).toEqual([`warning web spec.template.metadata.annotations[${KEY}zzz]`]);
});

test('what to do is told for what is wrong, and not again where the message says it', () => {
  const fixes = (key: string, reason: string) =>
    check([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'a', annotations: { [`cdk8s-lifecycle/acknowledge.${key}`]: reason } },
      },
    ]).findings.map(({ message, fix }) => [message.replace(/^the acknowledgement of "[\w-]+" /, ''), fix]);
  expect(fixes('prestop-exist', 'so')).toEqual([['names an unknown rule; did you mean "prestop-exists"?', '']]);
  expect(fixes('colours', 'so')).toEqual([
    ['names an unknown rule', 'Spell it as `cdk8s-lifecycle explain` lists it, or remove it.'],
  ]);
  expect(fixes('object-is-unique', ' ')).toEqual([
    ['gives no reason, so it is not applied', 'Write the reason as its value.'],
  ]);
  expect(fixes('object-is-unique', 'so')).toEqual([['matches no finding', 'Remove it.']]);
});

test('of a rule that does not run on the object, nobody can say that it matches nothing', () => {
  const unused = workload({ annotations: { [`${KEY}image-is-pinned`]: 'so' }, container: { image: 'web:1.4.2' } });
  const told = (more: object) => messages(RULE, [unused, workload({ name: 'other' })], { ...options, ...more });
  expect(told({})).toEqual(['the acknowledgement of "image-is-pinned" matches no finding']);
  expect(told({ levels: { 'image-is-pinned': 'off' } })).toEqual([]);
  const offAt = (position: number) => ({
    levelOf: (_: string, index: number) => (index === position ? 'off' : undefined),
  });
  expect(told({ ...offAt(1) })).toHaveLength(1);
  expect(told({ levels: { 'image-is-pinned': 'off', [RULE]: 'warning' } })).toEqual([]);
});

test.each(['', 'template: '])('%sthe earlier word is not applied, and the finding says the new one', (where) => {
  const annotations = { 'cdk8s-lifecycle/ignore.image-is-pinned': 'a demo' };
  const object = workload({
    ...(where === '' ? { annotations } : { podAnnotations: annotations }),
    container: { image: 'web' },
  });
  const { findings } = check([object], options);
  expect(findings.map(({ rule, message, fix, acknowledged }) => [rule, message, fix, acknowledged])).toEqual([
    [
      RULE,
      'the acknowledgement of "image-is-pinned" is written as "cdk8s-lifecycle/ignore.image-is-pinned", so it is not applied',
      'Write "cdk8s-lifecycle/acknowledge.image-is-pinned".',
      null,
    ],
    ['image-is-pinned', expect.any(String), expect.any(String), null],
  ]);
});
