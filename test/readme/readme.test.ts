import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stepsOf } from './steps';

const ROOT = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'cdk8s-lifecycle-readme-'));
const clone = join(folder, 'cdk8s-lifecycle');
const steps = stepsOf(readFileSync(join(ROOT, 'README.md'), 'utf8'));

/** A shell as a newcomer has it: nothing cached, and nothing of the test runner. */
function shell(command: string, cwd: string) {
  const { NODE_ENV, JEST_WORKER_ID, ...own } = process.env;
  const env = { ...own, npm_config_cache: join(folder, 'npm-cache'), NO_COLOR: '1', COLUMNS: '100' };
  return spawnSync('bash', ['-c', command], { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 });
}

beforeAll(() => {
  const cloned = shell(`git clone --quiet '${ROOT}' '${clone}'`, folder);
  if (cloned.status !== 0) throw new Error(cloned.stderr);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the page has its two commands first, and CI runs the second of them', () => {
  expect(steps.slice(0, 2).map(({ command }) => command)).toEqual(['npm ci && npm run synth', 'npm test']);
  expect(readFileSync(join(ROOT, '.ci/run'), 'utf8')).toMatch(/\bnpm test$/m);
});

describe('in a fresh clone, with an empty npm cache', () => {
  const typed = steps.filter(({ command }) => command !== 'npm test');

  test.each(typed)('$command', ({ command, folder: within, prints }) => {
    const cwd = join(clone, within);
    mkdirSync(cwd, { recursive: true });
    const { status, stdout, stderr } = shell(command, cwd);
    // 1 is the exit code of findings; a command that is not there, or could not run, has another.
    if (status !== 0 && !(status === 1 && prints !== undefined)) {
      throw new Error(`${command}: exit code ${status}\n${stdout}\n${stderr}`);
    }
    if (prints !== undefined) expect(stdout.trimEnd()).toBe(prints);
  });

  test('the package installs from git, and builds itself', () => {
    const project = join(folder, 'from-git');
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{ "name": "from-git", "private": true }');
    const { status, stdout, stderr } = shell(
      `npm install 'git+file://${clone}' && npx cdk8s-lifecycle --version`,
      project,
    );
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.trimEnd()).toMatch(/\d+\.\d+\.\d+$/);
  });
});
