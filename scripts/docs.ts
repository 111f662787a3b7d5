import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** One generated page; the path is relative to the project's root. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** Every generator of pages, by hand. Each lives in scripts/docs/ and exports `pages()`. */
const GENERATORS: ReadonlyArray<() => Promise<{ pages(): Promise<readonly Page[]> }>> = [
  () => import('./docs/admission'),
  () => import('./docs/api'),
  () => import('./docs/architecture'),
  () => import('./docs/command-line'),
  () => import('./docs/compare'),
  () => import('./docs/config-schema'),
  () => import('./docs/defaults'),
  () => import('./docs/diagnoses'),
  () => import('./docs/guides'),
  () => import('./docs/notes'),
  () => import('./docs/projects'),
  () => import('./docs/readme'),
  () => import('./docs/rollout'),
  () => import('./docs/rules'),
  () => import('./docs/runbook'),
];

const ROOT = resolve(__dirname, '..');

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Writes the pages that differ from the code, or (with --check) names them and fails. */
async function main(check: boolean): Promise<void> {
  const generators = await Promise.all(GENERATORS.map((load) => load()));
  const pages = (await Promise.all(generators.map((generator) => generator.pages()))).flat();
  const stale = pages.filter(({ path, text }) => readIfThere(join(ROOT, path)) !== text);
  for (const { path, text } of check ? [] : stale) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  for (const { path } of stale) console.log(check ? `${path} is stale: run 'npm run docs'` : `wrote ${path}`);
  if (check && stale.length > 0) process.exitCode = 1;
}

void main(process.argv.includes('--check'));
