import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withFolder } from '../apps/written';
import { until } from '../support/until';
import { ComponentProcess } from './component-process';

const COMPONENT = join(__dirname, 'component-process');

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Starts a component in a process of its own, in a group of its own, and waits until both run. */
async function started(folder: string): Promise<{ readonly owner: number; readonly component: number }> {
  const log = join(folder, 'log');
  const script = `const { ComponentProcess } = require(${JSON.stringify(COMPONENT)});
    new ComponentProcess('sleeper', '/bin/sh', ['-c', 'echo $$; exec sleep 600'], ${JSON.stringify(log)});
    setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--require', 'ts-node/register', '-e', script], {
    cwd: resolve(__dirname, '../..'),
    detached: true,
    stdio: 'ignore',
  });
  const component = () => {
    try {
      return Number(readFileSync(log, 'utf8'));
    } catch {
      return 0;
    }
  };
  await until({ what: 'the component to start', seconds: 60 }, () => component() > 0);
  return { owner: owner.pid ?? 0, component: component() };
}

test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('a component ends when its owner ends by %s', (signal) =>
  withFolder(async (folder) => {
    const { owner, component } = await started(folder);
    expect(isRunning(component)).toBe(true);
    process.kill(owner, signal);
    await until({ what: 'the end of the component', seconds: 30 }, () => !isRunning(component));
  }),
);

test('a component ends when a signal goes to the whole group of its owner', () =>
  withFolder(async (folder) => {
    const { owner, component } = await started(folder);
    process.kill(-owner, 'SIGTERM');
    await until({ what: 'the end of the component', seconds: 30 }, () => !isRunning(component));
  }));

test('a component that does not stop when it is asked to is killed', () =>
  withFolder(async (folder) => {
    const stubborn = ['-c', 'trap "" TERM; echo started; while :; do sleep 1; done'];
    const log = join(folder, 'log');
    const component = new ComponentProcess('stubborn', '/bin/sh', stubborn, log);
    await component.ready(async () => readFileSync(log, 'utf8').includes('started'), 30);
    await component.stop();
  }));

test('a component that ends before it is ready is told with its code and the end of its log', () =>
  withFolder(async (folder) => {
    const component = new ComponentProcess('etcd', '/bin/sh', ['-c', 'echo no such flag; exit 7'], join(folder, 'log'));
    await expect(component.ready(async () => false, 60)).rejects.toThrow(/etcd ended with code 7; .*\nno such flag/);
    await component.stop();
  }));

test('a component that is never ready is told with the limit', () =>
  withFolder(async (folder) => {
    const component = new ComponentProcess('etcd', '/bin/sh', ['-c', 'exec sleep 600'], join(folder, 'log'));
    await expect(component.ready(async () => false, 0)).rejects.toThrow('etcd is not ready after 0 s');
    await component.stop();
  }));
