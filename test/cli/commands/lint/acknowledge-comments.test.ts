import { runCaptured, useFolder } from '../../captured';
import { lintJson, type Printed, WEB } from './lint-json';

const write = useFolder();

test.each([
  [
    'beside the item',
    WEB.replace('- name: web\n', '- name: web # cdk8s-lifecycle-acknowledge prestop-exists: batch only\n'),
  ],
  [
    'above the item',
    WEB.replace(
      '        - name: web\n',
      '        # cdk8s-lifecycle-acknowledge prestop-exists: batch only\n        - name: web\n',
    ),
  ],
  [
    'above what holds it',
    WEB.replace(
      '      containers:\n',
      '      # cdk8s-lifecycle-acknowledge prestop-exists: batch only\n\n      # more\n      containers:\n',
    ),
  ],
  ['above the object', `# cdk8s-lifecycle-acknowledge prestop-exists: batch only\n${WEB}`],
])('a comment %s accepts a finding with its reason', async (_, text) => {
  write({ 'web.yaml': text });
  const { findings, summary } = await lintJson('web.yaml');
  expect(findings).toEqual([expect.objectContaining({ rule: 'prestop-exists', acknowledged: 'batch only' })]);
  expect(summary).toMatchObject({ warning: 0, acknowledged: 1 });
});

test('a comment that accepts nothing is told, and so is one without a reason', async () => {
  write({
    'web.yaml': WEB.replace(
      'image:',
      '# cdk8s-lifecycle-acknowledge prestop-exists: here it fits not\n          image:',
    ).replace('- name: web', '- name: web # cdk8s-lifecycle-acknowledge prestop-exists'),
  });
  const { out } = await runCaptured(
    'lint',
    '-o',
    'json',
    '--rules',
    'prestop-exists,acknowledgement-is-valid',
    'web.yaml',
  );
  const { findings } = JSON.parse(out) as Printed;
  const told = findings.filter(({ rule }) => rule === 'acknowledgement-is-valid');
  expect(told.map(({ line, message }) => [line, message])).toEqual([
    [12, 'the acknowledgement of "prestop-exists" gives no reason, so it is not applied'],
    [14, 'the acknowledgement of "prestop-exists" matches no finding'],
  ]);
});

test('a mark inside a text is no comment', async () => {
  write({ 'web.yaml': `${WEB}---\nkind: A\ndata:\n  a: |\n    # cdk8s-lifecycle-acknowledge prestop-exists: no\n` });
  const { findings } = await lintJson('web.yaml');
  expect(findings).toEqual([expect.objectContaining({ acknowledged: null })]);
});

test('a comment with the earlier word is not applied, and the finding says the new one', async () => {
  write({
    'web.yaml': WEB.replace('- name: web\n', '- name: web # cdk8s-lifecycle-ignore prestop-exists: batch only\n'),
  });
  const rules = 'prestop-exists,acknowledgement-is-valid';
  const { out } = await runCaptured('lint', '-o', 'json', '--rules', rules, 'web.yaml');
  const { findings } = JSON.parse(out) as Printed;
  expect(findings.map(({ rule, fix, acknowledged }) => [rule, fix, acknowledged])).toEqual([
    ['acknowledgement-is-valid', 'Write "cdk8s-lifecycle-acknowledge".', null],
    ['prestop-exists', expect.any(String), null],
  ]);
});
