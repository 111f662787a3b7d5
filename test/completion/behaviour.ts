import { CATALOGUE } from '../../lib/check/catalogue';
import { COMMANDS } from '../../lib/cli/commands/index';
import { completed, parseErrors, type Shell, withScript } from './completed';

const ids = (start: string) => CATALOGUE.map(({ id }) => id).filter((id) => id.startsWith(start));

/** What the script of a shell must do, tried in that shell. */
export function describeCompletion(shell: Shell): void {
  let folder: string;
  let script: string;
  beforeAll(async () => {
    ({ folder, script } = await withScript(shell));
  });
  const offers = (line: string) => completed(shell, folder, script, line);

  test('the script parses', () => {
    expect(parseErrors(shell, script)).toBe('');
  });

  test('commands', () => {
    const names = COMMANDS.map(({ name }) => name);
    expect(offers('cdk8s-lifecycle ')).toEqual([...names, 'help'].sort());
    expect(offers('cdk8s-lifecycle -q si')).toEqual(['simulate']);
    expect(offers('cdk8s-lifecycle help li')).toEqual(['lint']);
  });

  test('options, those of every command among them', () => {
    expect(offers('cdk8s-lifecycle lint --fa')).toEqual(['--fail-on']);
    expect(offers('cdk8s-lifecycle runbook k8s --q')).toEqual(['--quiet']);
    expect(offers('cdk8s-lifecycle simulate --rules').filter((word) => word.startsWith('--rules'))).toEqual([]);
  });

  test('choices of an option, in both spellings', () => {
    expect(offers('cdk8s-lifecycle lint --fail-on w')).toEqual(['warning']);
    expect(offers('cdk8s-lifecycle lint -o su')).toEqual(['summary']);
    expect(offers('cdk8s-lifecycle diagnose --output=j').map((word) => word.replace('--output=', ''))).toEqual([
      'json',
    ]);
    expect(offers('cdk8s-lifecycle simulate --kubernetes-version 1.36')).toEqual(['1.36']);
    expect(offers('cdk8s-lifecycle completion z')).toEqual(['zsh']);
  });

  test('ids of rules and diagnoses, in lists as well', () => {
    expect(offers('cdk8s-lifecycle explain prestop-')).toEqual(ids('prestop-'));
    expect(offers('cdk8s-lifecycle explain OOM')).toEqual(['OOMKilled']);
    const last = (word: string) => word.replace(/^.*,/, '');
    expect(offers('cdk8s-lifecycle lint --rules prestop-')).toEqual(ids('prestop-'));
    expect(offers('cdk8s-lifecycle lint --except admitted,prestop-').map(last)).toEqual(ids('prestop-'));
  });

  test('an id with a colon', () => {
    const word = (text: string) => text.replaceAll('\\', '').replace(/^Init:/, '');
    expect(offers('cdk8s-lifecycle explain Init:Err').map(word)).toEqual(
      expect.arrayContaining(['ErrImagePull', 'Error']),
    );
  });

  test('files, where a command or an option takes them', () => {
    expect(offers('cdk8s-lifecycle lint k')).toEqual(['k8s', 'kitchen.yaml']);
    expect(offers('cdk8s-lifecycle lint --config ki')).toEqual(['kitchen.yaml']);
  });
}
