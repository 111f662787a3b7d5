import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { CouldNotRun } from '../frame/could-not-run';

/** The names of a configuration file. */
const NAMES: readonly string[] = ['.cdk8s-lifecycle.yaml', '.cdk8s-lifecycle.yml'];

/** Names that look as if they were meant as one: without the dot, with another extension, as an rc file, as a module. */
const MEANT =
  /^\.?cdk8s[-_.]?lifecycle(?:(?:[-_.]?(?:config|rc))?(?:\.(?:ya?ml|json[5c]?|toml))?|[-_.]config\.[cm]?[jt]s)$/i;

/** What a search for the configuration came upon. */
export interface FoundConfig {
  readonly file: string | undefined;
  /** Files that are not read for their name, in the folders that were searched. */
  readonly misnamed: readonly string[];
}

/**
 * Looks for the configuration file of a folder: in it, or in the nearest folder above, up to the root of the repository.
 *
 * @throws CouldNotRun if a folder holds it under both names
 */
export function findConfig(from: string): FoundConfig {
  const misnamed: string[] = [];
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const entries = entriesOf(folder);
    const path = (name: string) => relative(from, join(folder, name));
    const [file, other] = NAMES.filter((name) => entries.has(name)).map(path);
    if (other !== undefined) throw new CouldNotRun(`${file} and ${other} stand side by side: remove one of them`);
    misnamed.push(...[...entries].filter(([name, isFile]) => isFile && isMisnamed(name)).map(([name]) => path(name)));
    const isRoot = entries.has('.git') || dirname(folder) === folder;
    if (file !== undefined || isRoot) return { file, misnamed };
  }
}

/** The entries of a folder by name, and whether each is a file; none of a folder that may not be read. */
function entriesOf(folder: string): ReadonlyMap<string, boolean> {
  try {
    return new Map(readdirSync(folder, { withFileTypes: true }).map((entry) => [entry.name, !entry.isDirectory()]));
  } catch {
    return new Map();
  }
}

function isMisnamed(name: string): boolean {
  return MEANT.test(name) && !NAMES.includes(name) && /\./.test(name);
}
