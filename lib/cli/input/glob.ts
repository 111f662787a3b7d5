import { relative, sep } from 'node:path';
import picomatch from 'picomatch';

/** Where a glob begins, and what it matches below that folder. */
export interface Glob {
  readonly start: string;
  /** Hidden folders and node_modules are entered only by a pattern that names them. */
  readonly entersHidden: boolean;
  readonly entersPackages: boolean;
  /** Whether the pattern names an extension; else only .yaml, .yml and .json are meant. */
  readonly namesExtension: boolean;
  readonly matches: (path: string) => boolean;
}

/** Reads a pattern; undefined where it is not a glob. */
export function globOf(pattern: string): Glob | undefined {
  const { base, glob, isGlob } = picomatch.scan(pattern);
  if (!isGlob) return undefined;
  const start = base === '' ? '.' : base;
  const matches = picomatch(glob);
  return {
    start,
    entersHidden: /(?:^|[/{,])\./.test(glob),
    entersPackages: glob.includes('node_modules'),
    namesExtension: /\.[^/]*$/.test(glob),
    matches: (path) => matches(relative(start, path).split(sep).join('/')),
  };
}
