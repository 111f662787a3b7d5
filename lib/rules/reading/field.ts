import type { SetObject } from '../../kubernetes/set/manifest-set';
import { valueAtPath } from '../../kubernetes/views/json';

/** The first of the paths that is written in an object: where a finding about a default points. */
export function writtenPath({ manifest }: SetObject, ...paths: readonly string[]): string {
  return paths.find((path) => valueAtPath(manifest, path) !== undefined) ?? 'metadata';
}
