import type { Command } from 'commander';
import type { CommandEntry } from '../../../lib/cli/frame/command-entry';
import { CouldNotRun } from '../../../lib/cli/frame/could-not-run';
import { runProgram } from '../../../lib/cli/frame/run';

let printed: { out: string; err: string };
let loaded: string[];

function command(name: string, act: () => void): CommandEntry {
  return {
    name,
    summary: `does ${name}`,
    load: async () => {
      loaded.push(name);
      return { register: (program: Command) => void program.command(name).option('--fast').action(act) };
    },
  };
}

const COMMANDS: readonly CommandEntry[] = [
  command('lint', () => void process.stdout.write('linted\n')),
  command('fail', () => {
    throw new CouldNotRun('the file is gone');
  }),
  command('break', () => {
    throw new TypeError('an own defect');
  }),
];

beforeEach(() => {
  printed = { out: '', err: '' };
  loaded = [];
  process.exitCode = undefined;
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.out += text;
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed.err += text;
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  process.stdout.removeAllListeners('error');
  process.exitCode = undefined;
});

test('only the command that runs is loaded', async () => {
  await runProgram(['lint', '--fast'], COMMANDS);
  expect(loaded).toEqual(['lint']);
  expect(printed.out).toBe('linted\n');
  expect(process.exitCode).toBeUndefined();
});

test('help lists every command without loading one, with an example', async () => {
  await runProgram(['--help'], COMMANDS);
  expect(loaded).toEqual([]);
  expect(printed.out).toContain('does lint');
  expect(printed.out).toContain('$ helm template');
  expect(process.exitCode).toBe(0);
});

test('no command at all prints the help', async () => {
  await runProgram([], COMMANDS);
  expect(printed.out).toContain('Usage: cdk8s-lifecycle');
});

test('help of a command tells its options', async () => {
  await runProgram(['help', 'lint'], COMMANDS);
  expect(printed.out).toContain('--fast');
});

test('a misspelt command names the one that was meant and exits 2', async () => {
  await runProgram(['lnt', 'k8s/'], COMMANDS);
  expect(printed.err).toBe('cdk8s-lifecycle: unknown command "lnt"; did you mean "lint"?\n');
  expect(process.exitCode).toBe(2);
});

test('an unknown option exits 2', async () => {
  await runProgram(['lint', '--fsat'], COMMANDS);
  expect(printed.err).toBe('cdk8s-lifecycle: unknown option "--fsat"; did you mean "--fast"?\n');
  expect(process.exitCode).toBe(2);
});

test('what could not run tells its reason alone and exits 2', async () => {
  await runProgram(['fail'], COMMANDS);
  expect(printed.err).toBe('cdk8s-lifecycle: the file is gone\n');
  expect(process.exitCode).toBe(2);
});

test('a defect of the program itself shows its stack and exits 2', async () => {
  await runProgram(['break'], COMMANDS);
  expect(printed.err).toContain('TypeError: an own defect');
  expect(printed.err).toContain('run.test.ts');
  expect(process.exitCode).toBe(2);
});

test('the version is that of the package', async () => {
  await runProgram(['--version'], COMMANDS);
  expect(printed.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(process.exitCode).toBe(0);
});
