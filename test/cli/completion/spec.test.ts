import { COMMANDS } from '../../../lib/cli/commands';
import { completionOf } from '../../../lib/cli/completion/spec';
import { frame } from '../../../lib/cli/run';

test('every option that takes a value says what it takes, a free text only where nothing is known', async () => {
  const { commands } = await completionOf(frame(), COMMANDS);
  const free = commands.flatMap(({ name, options }) =>
    options.filter(({ values }) => values.kind === 'any').map(({ names }) => `${name} ${names.at(-1)}`),
  );
  expect(free).toEqual([
    'lint --max-findings',
    'diagnose --now',
    'diagnose --namespace',
    'diagnose --context',
    'diagnose --timeout',
    'simulate --seed',
    'simulate --runs',
  ]);
});

test('every argument is known', async () => {
  const { commands } = await completionOf(frame(), COMMANDS);
  expect(commands.map(({ name, argument }) => [name, argument.kind])).toEqual([
    ['lint', 'file'],
    ['explain', 'words'],
    ['diagnose', 'file'],
    ['simulate', 'file'],
    ['runbook', 'file'],
    ['completion', 'words'],
    ['help', 'words'],
  ]);
});
