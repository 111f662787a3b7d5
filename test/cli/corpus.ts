import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Real manifests, kept beside the checkout; tests that need them are skipped where they are not there. */
export const CORPUS = join(__dirname, '../../../shared/corpus/manifests');

export const describeOnCorpus = existsSync(CORPUS) ? describe : describe.skip;
