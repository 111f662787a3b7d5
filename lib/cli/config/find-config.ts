import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const NAME = '.cdk8s-lifecycle.yaml';

/** The configuration file of a folder: in it, or in the nearest folder above, up to the root of the repository. */
export function findConfig(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const file = join(folder, NAME);
    if (existsSync(file)) return relative(from, file);
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}
