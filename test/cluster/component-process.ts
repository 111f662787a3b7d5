import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The guard kills what has not stopped after 5 s. */
const STOP_MS = 20_000;

/** One started executable, which stops with this process at the latest (guard.sh). */
export class ComponentProcess {
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  private exitCode: number | null = null;

  constructor(
    private readonly name: string,
    executable: string,
    args: readonly string[],
    private readonly logFile: string,
  ) {
    const log = openSync(logFile, 'a');
    this.child = spawn('/bin/sh', [join(__dirname, 'guard.sh'), executable, ...args], {
      stdio: ['pipe', log, log],
      // A process group of its own: a signal to ours must reach the guard through its input alone, or it could stop first.
      detached: true,
    });
    closeSync(log);
    this.ended = new Promise((resolve) => {
      this.child.once('error', () => resolve());
      this.child.once('exit', (code) => {
        this.exitCode = code ?? -1;
        resolve();
      });
    });
  }

  /** Asks until the answer is yes. @throws with the end of the log where the process ends or the time is over first */
  async ready(isReady: () => Promise<boolean>, seconds: number): Promise<void> {
    const deadline = Date.now() + seconds * 1000;
    while (!(await isReady().catch(() => false))) {
      const end = `its log ends with:\n${readFileSync(this.logFile, 'utf8').split('\n').slice(-15).join('\n')}`;
      if (this.exitCode !== null) throw new Error(`${this.name} ended with code ${this.exitCode}; ${end}`);
      if (Date.now() > deadline) throw new Error(`${this.name} is not ready after ${seconds} s; ${end}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Stops it and waits until it is gone; where the guard does not see to that, it is killed with all that it started. */
  async stop(): Promise<void> {
    this.child.stdin?.end();
    const kill = setTimeout(() => this.child.pid !== undefined && process.kill(-this.child.pid, 'SIGKILL'), STOP_MS);
    await this.ended;
    clearTimeout(kill);
  }
}

/** Asks the kernel for a port of the loopback interface that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
