import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { check } from '../../lib/check/check';
import { toJson } from '../../lib/cli/commands/lint/formats/json';
import { lintDocuments } from '../../lib/cli/commands/lint/lint-documents';
import { readManifests } from '../../lib/cli/input/read-manifests';
import { NO_SETTINGS } from '../../lib/cli/settings/settings';
import { mixedManifests } from './mixed-manifests';

/** `npm run build && npm run bench:lint`: whole processes, medians; exit code 1 where growth is more than linear. */
const BIN = resolve(__dirname, '../../dist/cli/main.mjs');
const SIZES = [1_000, 10_000] as const;
const RUNS = 5;
/** Ten times the objects may take this many times the time above start-up. */
const MOST_GROWTH = 12;
const PER_FILE = 50;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-lint-'));
  try {
    const start = cost(write(folder, 1));
    const rows = SIZES.map((size) => ({ size, ...cost(write(folder, size)) }));
    console.log(`start-up (1 object): ${told(start)}`);
    for (const { size, ...taken } of rows) {
      const perSecond = Math.round((size / (taken.cpu - start.cpu)) * 1000);
      const ratio = (taken.cpu / start.cpu).toFixed(1);
      console.log(`${size} objects: ${told(taken)}; ${ratio} x start-up, ${perSecond} objects a CPU second above it`);
    }
    await phases(join(folder, String(SIZES[1])));
    const [small, large] = rows;
    if (small === undefined || large === undefined) return;
    const growth = (large.cpu - start.cpu) / (small.cpu - start.cpu);
    console.log(`growth from ${small.size} to ${large.size}: x ${growth.toFixed(1)} (at most ${MOST_GROWTH})`);
    if (growth > MOST_GROWTH) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function told({ wall, cpu }: Cost): string {
  return `${wall.toFixed(0)} ms, ${cpu.toFixed(0)} ms of the processors`;
}

/** Writes so many objects, 50 a file, and gives the folder. */
function write(parent: string, size: number): string {
  const folder = join(parent, String(size));
  mkdirSync(folder);
  const documents = mixedManifests(size).map((manifest) => stringify(manifest));
  for (let at = 0; at < documents.length; at += PER_FILE) {
    writeFileSync(join(folder, `${at}.yaml`), documents.slice(at, at + PER_FILE).join('---\n'));
  }
  return folder;
}

/** What a process took: on the wall, and of the processors, which says more on a machine that is busy otherwise. */
interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

/** Makes a process tell its processor time, in milliseconds, as the last line of its stderr. */
const TELL_CPU = `data:text/javascript,process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('\\n' + (user + system) / 1000); })`;

function cost(folder: string): Cost {
  const costs = Array.from({ length: RUNS }, () => {
    const argv = ['--import', TELL_CPU, BIN, 'lint', '-o', 'json', folder];
    const before = performance.now();
    const { status, stderr } = spawnSync(process.execPath, argv, { maxBuffer: 2 ** 30, encoding: 'utf8' });
    if (status !== 0 && status !== 1) throw new Error(`lint could not run: ${stderr}`);
    return { wall: performance.now() - before, cpu: Number(stderr.split('\n').at(-1)) };
  });
  return { wall: median(costs.map(({ wall }) => wall)), cpu: median(costs.map(({ cpu }) => cpu)) };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** Where the processors' time goes, in this process and once warm. */
async function phases(folder: string): Promise<void> {
  for (const isWarm of [false, true]) {
    let from = process.cpuUsage();
    const lap = (name: string) => {
      const { user, system } = process.cpuUsage(from);
      if (isWarm) console.log(`  ${name}: ${((user + system) / 1000).toFixed(0)} ms`);
      from = process.cpuUsage();
    };
    const read = await readManifests([folder]);
    lap('read and parse');
    const options = { origins: read.documents.map(({ file }) => file) };
    check(
      read.documents.map(({ manifest }) => manifest),
      options,
    );
    lap('check');
    const report = await lintDocuments(read, NO_SETTINGS);
    lap('check once more, and find positions');
    for (const part of toJson(report)) if (part === '') throw new Error('a part of the output is empty');
    lap('print');
    if (isWarm) console.log(`  ${report.findings.length} findings`);
  }
}

void main();
