import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { check } from '../../lib/check/check';
import { lintDocuments } from '../../lib/cli/lint/lint-documents';
import { NO_SETTINGS } from '../../lib/cli/lint/settings';
import { toJson } from '../../lib/cli/output/json';
import { readManifests } from '../../lib/cli/read-manifests';
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
    const start = wall(write(folder, 1));
    const rows = SIZES.map((size) => ({ size, ms: wall(write(folder, size)) }));
    console.log(`start-up (1 object): ${start.toFixed(0)} ms`);
    for (const { size, ms } of rows) {
      const perSecond = Math.round((size / (ms - start)) * 1000);
      console.log(
        `${size} objects: ${ms.toFixed(0)} ms, ${(ms / start).toFixed(1)} x start-up, ${perSecond} objects/s above it`,
      );
    }
    await phases(join(folder, String(SIZES[1])));
    const [small, large] = rows;
    if (small === undefined || large === undefined) return;
    const growth = (large.ms - start) / (small.ms - start);
    console.log(`growth from ${small.size} to ${large.size}: x ${growth.toFixed(1)} (at most ${MOST_GROWTH})`);
    if (growth > MOST_GROWTH) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
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

function wall(folder: string): number {
  const times = Array.from({ length: RUNS }, () => {
    const before = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'lint', '-o', 'json', folder], { maxBuffer: 2 ** 30 });
    if (status !== 0 && status !== 1) throw new Error(`lint could not run: ${stderr.toString()}`);
    return performance.now() - before;
  });
  return times.sort((one, other) => one - other)[Math.floor(RUNS / 2)] ?? Number.NaN;
}

/** Where the time goes, in this process and once warm. */
async function phases(folder: string): Promise<void> {
  for (const warm of [false, true]) {
    const times: Array<readonly [string, number]> = [];
    let from = performance.now();
    const lap = (name: string) => {
      times.push([name, performance.now() - from]);
      from = performance.now();
    };
    const read = await readManifests([folder]);
    lap('read and parse');
    check(
      read.documents.map(({ manifest }) => manifest),
      { origins: read.documents.map(({ file }) => file) },
    );
    lap('check');
    const report = await lintDocuments(read, NO_SETTINGS);
    lap('check once more, and positions');
    for (const part of toJson(report)) if (part === '') throw new Error('a part of the output is empty');
    lap('print');
    if (warm) for (const [name, ms] of times) console.log(`  ${name}: ${ms.toFixed(0)} ms`);
    if (warm) console.log(`  ${report.findings.length} findings`);
  }
}

void main();
