import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFolder } from '../apps/written';
import { SILENCE_MS, withLock } from './build-lock';

const nobody = () => {};

test('a lock holds the process id, and is gone afterwards, after an error too', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'lock');
    const read = async () => readFileSync(file, 'utf8');
    expect(await withLock(file, nobody, read)).toBe(`${process.pid}\n`);
    const fail = async () => {
      throw new Error('go build failed');
    };
    await expect(withLock(file, nobody, fail)).rejects.toThrow('go build failed');
    expect(existsSync(file)).toBe(false);
  }));

test('what another has begun is waited for, and told once', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'lock');
    const order: string[] = [];
    let release: () => void = nobody;
    const first = withLock(file, nobody, async () => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      order.push('first');
    });
    const told: number[] = [];
    const tell = (holder: number) => {
      told.push(holder);
      setTimeout(release, 1500);
    };
    await withLock(file, tell, async () => order.push('second'));
    await first;
    expect(order).toEqual(['first', 'second']);
    expect(told).toEqual([process.pid]);
  }));

test('a lock whose process has ended is taken over', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'lock');
    const { pid } = spawnSync('true');
    writeFileSync(file, `${pid}\n`);
    expect(await withLock(file, nobody, async () => 'built')).toBe('built');
  }));

test('a lock without a sign of life is taken over, though a process has its number', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'lock');
    writeFileSync(file, `${process.pid}\n`);
    const long = new Date(Date.now() - SILENCE_MS - 1000);
    utimesSync(file, long, long);
    expect(await withLock(file, nobody, async () => 'built')).toBe('built');
  }));

test('a process that is killed while it holds the lock holds up nobody', () =>
  withFolder(async (folder) => {
    const file = join(folder, 'lock');
    const script = `const { withLock } = require('./test/cluster/build-lock');
      withLock(${JSON.stringify(file)}, () => {}, () => { console.log('holds'); return new Promise(() => setInterval(() => {}, 1000)); });`;
    const child = spawn(process.execPath, ['--require', 'ts-node/register', '-e', script]);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    setTimeout(() => child.kill('SIGKILL'), 500);
    const holders: number[] = [];
    expect(
      await withLock(
        file,
        (holder) => holders.push(holder),
        async () => 'built',
      ),
    ).toBe('built');
    expect(holders).toEqual([child.pid]);
  }));
