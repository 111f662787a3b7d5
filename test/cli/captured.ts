import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { COMMANDS } from '../../lib/cli/commands/index';
import { runProgram } from '../../lib/cli/frame/run';

/** What one command line printed, and its exit code. */
export interface Captured {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** Runs a command line in this process. */
export async function runCaptured(...argv: readonly string[]): Promise<Captured> {
  let [out, err] = ['', ''];
  const before = process.exitCode;
  process.exitCode = 0;
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      out += String(text);
      return true;
    }),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      err += String(text);
      return true;
    }),
  ];
  try {
    await runProgram(argv, COMMANDS);
    return { out, err, code: Number(process.exitCode ?? 0) };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.stdout.removeAllListeners('error');
    process.exitCode = before;
  }
}

/** A folder of files that is removed after the test, and the working folder while it runs. */
export function useFolder(): (files: Readonly<Record<string, string>>) => string {
  const home = process.cwd();
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lifecycle-'));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });
  return (files) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return folder;
  };
}
