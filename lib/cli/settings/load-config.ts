import { dirname, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { CATALOGUE } from '../../check/catalogue';
import type { Level } from '../../check/options';
import { KubernetesVersion } from '../../kubernetes/versions/kubernetes-version';
import { describeRef } from '../../kubernetes/views/manifest';
import { TrafficRoute } from '../../lifecycle/values/traffic-route';
import { CouldNotRun } from '../could-not-run';
import { unknown } from '../did-you-mean';
import type { IgnorePattern, Settings } from './lint-settings';
import { loadRules } from './load-rules';
import { type ReadConfig, readConfig } from './read-config';

/**
 * Reads a configuration file into settings.
 *
 * @throws CouldNotRun with place and reason if it is wrong
 */
export function loadConfig(file: string): Partial<Settings> {
  const read = readConfig(file);
  const { kubernetesVersion, privateRegistries, failOn, severity } = read.config;
  const folder = dirname(resolve(file));
  const extraRules = (read.config.rules ?? []).flatMap((pattern, index) =>
    loadRules(folder, pattern, read.placeOf(`rules[${index}]`)),
  );
  refuseUnknownRules(
    read,
    [...CATALOGUE, ...extraRules].map(({ id }) => id),
  );
  return {
    ...(kubernetesVersion === undefined ? {} : { version: KubernetesVersion.of(kubernetesVersion) }),
    ...(failOn === undefined ? {} : { failOn }),
    route: routeOf(read),
    privateRegistries: privateRegistries ?? [],
    levels: severity ?? {},
    levelIn: levelsIn(read, folder),
    extraRules,
    ignores: ignoresOf(read, folder),
  };
}

function routeOf({ config: { route }, placeOf }: ReadConfig): TrafficRoute | undefined {
  if (route === undefined) return undefined;
  try {
    return TrafficRoute._parse(route);
  } catch (error) {
    throw new CouldNotRun(`${placeOf('route')}: ${(error as Error).message}`);
  }
}

function refuseUnknownRules({ config, placeOf }: ReadConfig, known: readonly string[]): void {
  const named = [
    ...Object.keys(config.severity ?? {}).map((rule) => ({ rule, path: `severity[${rule}]` })),
    ...(config.overrides ?? []).flatMap(({ severity }, index) =>
      Object.keys(severity).map((rule) => ({ rule, path: `overrides[${index}].severity[${rule}]` })),
    ),
    ...(config.ignore ?? []).map(({ rule }, index) => ({ rule, path: `ignore[${index}].rule` })),
  ];
  const wrong = named.filter(({ rule }) => !known.includes(rule));
  if (wrong.length === 0) return;
  throw new CouldNotRun(wrong.map(({ rule, path }) => `${placeOf(path)}: ${unknown('rule', rule, known)}`).join('\n'));
}

function levelsIn({ config }: ReadConfig, folder: string): Settings['levelIn'] {
  const overrides = (config.overrides ?? []).map(({ paths, severity }) => ({ fits: matcher(paths, folder), severity }));
  if (overrides.length === 0) return () => undefined;
  const read = new Map<string, Readonly<Record<string, Level | undefined>>>();
  return (rule, file) => {
    let levels = read.get(file);
    if (levels === undefined) {
      levels = Object.assign({}, ...overrides.filter(({ fits }) => fits(file)).map(({ severity }) => severity));
      read.set(file, levels ?? {});
    }
    return levels?.[rule];
  };
}

function ignoresOf({ config, placeOf }: ReadConfig, folder: string): readonly IgnorePattern[] {
  return (config.ignore ?? []).map(({ rule, reason, paths, objects }, index) => {
    const fits = matcher(paths ?? ['**'], folder);
    const isMeant = objects === undefined ? () => true : picomatch([...objects], { dot: true });
    return {
      rule,
      reason,
      covers: (file, object) => (paths === undefined || fits(file)) && isMeant(describeRef(object)),
      place: `${placeOf(`ignore[${index}]`)}:`,
    };
  });
}

function matcher(globs: readonly string[], folder: string): (file: string) => boolean {
  const matches = picomatch([...globs], { dot: true });
  return (file) => matches(relative(folder, resolve(file)).split(sep).join('/'));
}
