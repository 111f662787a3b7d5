import { CATALOGUE } from '../../../../lib/check/catalogue';
import { completionOf } from '../../../../lib/cli/commands/completion/spec';
import { COMMANDS } from '../../../../lib/cli/commands/index';
import { frame } from '../../../../lib/cli/frame/run';
import { runCaptured } from '../../captured';

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

test.each(['bash', 'zsh', 'fish'])('the script for %s holds every command, option and rule', async (shell) => {
  const { out } = await runCaptured('completion', shell);
  const { commands } = await completionOf(frame(), COMMANDS);
  const options = commands.flatMap((command) => command.options.flatMap(({ names }) => names.slice(-1)));
  const words = [...commands.map(({ name }) => name), ...options, ...CATALOGUE.map(({ id }) => id)];
  const written = (word: string) => (shell === 'fish' ? word.replace(/^--/, '-l ') : word);
  expect(words.filter((word) => !out.includes(written(word)))).toEqual([]);
});
