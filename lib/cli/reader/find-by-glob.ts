import { statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { filesBelow, isManifestName, isOpen } from './find-files';

/**
 * Lists the files that a glob matches, in the order of their names; undefined where the pattern is no glob. Hidden
 * folders and node_modules are entered only by a pattern that names them, and a pattern that names no extension matches
 * .yaml, .yml and .json.
 */
export function findByGlob(pattern: string): readonly string[] | undefined {
  const { base, glob, isGlob } = picomatch.scan(pattern);
  if (!isGlob) return undefined;
  const start = base === '' ? '.' : base;
  if (statSync(start, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const matches = picomatch(glob);
  const namesHidden = /(?:^|[/{,])\./.test(glob);
  const namesPackages = glob.includes('node_modules');
  const namesExtension = /\.[^/]*$/.test(glob);
  return filesBelow(start, {
    enters: (name) =>
      isOpen(name) || (namesHidden && name.startsWith('.')) || (namesPackages && name === 'node_modules'),
    takes: (name, path) =>
      (namesExtension || isManifestName(name)) && matches(relative(start, path).split(sep).join('/')),
  });
}
