import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { needsShared } from './needs-shared';

/** What is not ours to publish lies beside the checkout, or where SHARED says. */
const SHARED = resolve(process.env.SHARED ?? resolve(__dirname, '../../../shared'));

const FOLDERS = {
  'corpus/admission': 'answers of API servers',
  'corpus/diagnosis': 'recorded cases of diagnoses',
  'corpus/manifests': 'public manifests',
  'corpus/reports': 'public reports',
  seed: 'the notes',
} as const;

/**
 * Registers tests that need a folder of ../shared. Where it is missing they are not run, which the summary of the run says
 * in one line; where REQUIRE_SHARED=true, as in CI, a test fails in their place.
 */
export function describeShared(folder: keyof typeof FOLDERS, body: (path: string) => void): void {
  const path = resolve(SHARED, folder);
  const title = needsShared(FOLDERS[folder]);
  if (existsSync(path)) describe(FOLDERS[folder], () => body(path));
  else if (process.env.REQUIRE_SHARED !== 'true') test.skip(title, () => undefined);
  else
    test(title, () => {
      throw new Error(
        `folder '${path}' (${FOLDERS[folder]}) is missing where REQUIRE_SHARED=true: put it there, or name another by SHARED`,
      );
    });
}
