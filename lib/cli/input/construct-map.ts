import { existsSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { integerOf, objectOf, stringOf } from '../../kubernetes/views/json';
import { CouldNotRun, reasonOf } from '../frame/could-not-run';

/** Where each construct stands, by construct path. */
export type ConstructMap = Readonly<Record<string, { readonly file: string; readonly line: number }>>;

/** Where the map is looked for first. */
export const CONSTRUCT_MAP = 'dist/manifests.constructs.json';

/**
 * Reads the map that synth writes beside its output folder: the file that was named, else `dist/manifests.constructs.json`,
 * else the one beside the `output` of cdk8s.yaml. Undefined where there is none.
 *
 * @throws CouldNotRun if the file that was named cannot be read, or is not such a map
 */
export function readConstructMap(named: string | undefined): ConstructMap | undefined {
  const path = named ?? [CONSTRUCT_MAP, ...besideOutput()].find((candidate) => existsSync(candidate));
  if (path === undefined) return undefined;
  try {
    return constructsIn(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    // A map that nobody asked for only leaves the lines out.
    if (named === undefined) return undefined;
    throw new CouldNotRun(`${path} is not a map of constructs: ${reasonOf(error)}`);
  }
}

/**
 * Looks constructs up in the map that synth writes beside its output folder, as `apps/shop.ts:42`; the map is read when
 * the first construct is asked for.
 */
export function sourcesBeside(paths: readonly string[]): (construct: string) => string | null {
  let map: ConstructMap | undefined;
  return (construct) => {
    map ??= readConstructMap(paths.map((path) => `${path.replace(/\/+$/, '')}.constructs.json`).find(existsSync)) ?? {};
    const place = Object.hasOwn(map, construct) ? map[construct] : undefined;
    return place === undefined ? null : `${place.file}:${place.line}`;
  };
}

function besideOutput(): readonly string[] {
  try {
    const output = stringOf(objectOf(load(readFileSync('cdk8s.yaml', 'utf8'))).output);
    return output === undefined ? ['dist.constructs.json'] : [`${output.replace(/\/+$/, '')}.constructs.json`];
  } catch {
    return [];
  }
}

function constructsIn(value: unknown): ConstructMap {
  const map = objectOf(value);
  if (map.version !== 1)
    throw new Error(`its version is ${JSON.stringify(map.version) ?? 'missing'}, and 1 is read here`);
  const entries = Object.entries(objectOf(map.constructs)).flatMap(([path, place]) => {
    const { file, line } = objectOf(place);
    const [name, number] = [stringOf(file), integerOf(line)];
    return name === undefined || number === undefined ? [] : [[path, { file: name, line: number }] as const];
  });
  return Object.fromEntries(entries);
}
