import fc from 'fast-check';
import { CATALOGUE } from '../../lib/check/catalogue';
import { check } from '../../lib/check/check';
import type { Json } from '../../lib/kubernetes/views/json';
import type { Manifest } from '../../lib/kubernetes/views/manifest';
import { manifests } from '../manifests';

const EXAMPLES = CATALOGUE.flatMap(({ bad, good }) => [manifests(bad), manifests(good)]);

/** Every path to a value inside a value, the root left out. */
function pathsOf(value: unknown, path: readonly string[] = []): ReadonlyArray<readonly string[]> {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

function replaced(value: Json, [key, ...rest]: readonly string[], by: Json): Json {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replaced(item, rest, by) : item));
  const object = value as Record<string, Json>;
  return { ...object, [key]: replaced(object[key] as Json, rest, by) };
}

test('whatever stands in any field of an example, the check does not throw, and does not write NaN or undefined', () => {
  const junk = fc.oneof(
    fc.jsonValue({ maxDepth: 2, stringUnit: 'grapheme-ascii' }),
    fc.constantFrom(-1, 0, 1e99, '', '%', 'x y', [null], [[]], {}),
  );
  fc.assert(
    fc.property(fc.nat(), fc.nat(), junk, (which, where, by) => {
      const set = EXAMPLES[which % EXAMPLES.length] ?? [];
      const paths = set.flatMap((manifest, index) => pathsOf(manifest).map((path) => [String(index), ...path]));
      const broken = replaced(set, paths[where % paths.length] ?? [], by as Json) as unknown as Manifest[];
      for (const { message } of check(broken).findings) expect(message).not.toMatch(/\bNaN\b|undefined/);
    }),
    { numRuns: 800 },
  );
});
