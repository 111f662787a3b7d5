import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Page } from '../docs';

const ROOT = resolve(__dirname, '../..');
const BLOCK = /<!-- (file|run): (.+?) -->\n[\s\S]*?<!-- end -->/g;

/** The pages written by hand, with what their marked commands really print and their marked files really hold. */
export async function pages(): Promise<readonly Page[]> {
  return ['README.md', 'docs/languages.md'].map((path) => ({ path, text: filled(path) }));
}

function filled(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8').replace(
    BLOCK,
    (_, kind: string, what: string) =>
      `<!-- ${kind}: ${what} -->\n${kind === 'file' ? shown(what) : printed(what)}\n<!-- end -->`,
  );
}

/** A program of the tour as a reader would write it: it imports the package, and what it prints is left to the next step. */
function shown(file: string): string {
  const source = readFileSync(join(ROOT, file), 'utf8')
    .replace("'../../lib'", "'cdk8s-lifecycle'")
    .replace('{ outdir: process.argv[2] }', '')
    .replace('console.log(app.synthYaml());', 'app.synth();');
  return `\`\`\`${extname(file).slice(1)}\n${source.trimEnd()}\n\`\`\``;
}

/** What a command prints: a program of the tour (some of its lines), or the command line. */
function printed(what: string): string {
  const program = /^(\S+\.ts) \| lines (\d+)-(\d+)$/.exec(what);
  if (program !== null) {
    const [, file, from, to] = program;
    const lines = output([file as string])
      .split('\n')
      .slice(Number(from) - 1, Number(to));
    return `\`\`\`yaml\n${lines.join('\n')}\n\`\`\``;
  }
  return `\`\`\`console\n$ npx cdk8s-lifecycle ${what}\n${output(['lib/cli/main.ts', ...what.split(' ')]).trimEnd()}\n\`\`\``;
}

function output(argv: readonly string[]): string {
  try {
    return execFileSync(process.execPath, ['--require', 'ts-node/register', ...argv], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', COLUMNS: '100', NODE_ENV: 'test' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    // Findings are told with exit code 1; anything else is no output to show.
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    if (status !== 1 || stdout === '') throw new Error(`${argv.join(' ')} failed: ${stderr}`);
    return stdout;
  }
}
