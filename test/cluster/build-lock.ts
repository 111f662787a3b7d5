import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from './error-code';

/** How often the holder of a lock shows that it lives, and after how long without a sign it counts as gone. */
export const BEAT_MS = 2000;
export const SILENCE_MS = 60_000;

/**
 * Runs an action while no other process runs one with the same lock file, which holds the process id. A lock whose process
 * is gone, or has shown no sign of life for a minute, is taken over. Two processes that find the same one left behind at the
 * same moment may both go on: the lock saves work, what is built is put in place at once either way.
 */
export async function withLock<T>(file: string, told: (holder: number) => void, action: () => Promise<T>): Promise<T> {
  for (let last = 0; !claim(file); await wait(BEAT_MS / 4)) {
    const holder = holderOf(file);
    if (holder === undefined) rmSync(file, { force: true });
    else if (holder !== last) {
      last = holder;
      told(holder);
    }
  }
  const beat = setInterval(() => show(file), BEAT_MS);
  try {
    return await action();
  } finally {
    clearInterval(beat);
    rmSync(file, { force: true });
  }
}

function claim(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function show(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch (error) {
    // Somebody took it for left behind, as after a machine slept: both go on.
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** The process that holds a lock: 0 where that is not known yet or no longer, undefined where the lock was left behind. */
function holderOf(file: string): number | undefined {
  let pid = 0;
  try {
    pid = Number(readFileSync(file, 'utf8'));
    if (Date.now() - statSync(file).mtimeMs > SILENCE_MS) return undefined;
    if (pid > 0) process.kill(pid, 0);
    return pid;
  } catch (error) {
    // ENOENT: just given back. EPERM: the process of another user.
    return codeOf(error) === 'ESRCH' ? undefined : codeOf(error) === 'ENOENT' ? 0 : pid;
  }
}
